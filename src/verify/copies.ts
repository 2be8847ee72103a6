import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kind, Page } from './read/page-texts.ts'

const KINDS: readonly (readonly [extension: string, kind: Kind])[] = [
  ['html', 'html'],
  ['htm', 'html'],
  ['pdf', 'pdf'],
  ['md', 'text'],
  ['txt', 'text'],
]

/** Bytes. A saved page or PDF that a person can read is smaller. */
const LARGEST = 100_000_000

/** The saved copy of a source: `DIR/<source-id>.html`, `.pdf`, `.md` or `.txt`. */
export async function copyOf(
  source: string,
  folder: string,
): Promise<Page | { why: string; absent?: boolean }> {
  const name = source.replace(/[/:\\]/g, '-')
  const there = KINDS.filter(([extension]) => existsSync(join(folder, `${name}.${extension}`)))
  const [found, other] = there
  if (!found) return { why: `there is no copy ${name}.html, .txt, .md or .pdf`, absent: true }
  if (other) return { why: `there are two copies, .${found[0]} and .${other[0]}: keep one` }
  const path = join(folder, `${name}.${found[0]}`)
  const { size } = statSync(path)
  if (size > LARGEST) return { why: `its copy is larger than ${LARGEST / 1e6} MB` }
  try {
    return { kind: found[1], bytes: await readFile(path) }
  } catch (error) {
    return { why: `its copy cannot be opened (${(error as NodeJS.ErrnoException).code})` }
  }
}
