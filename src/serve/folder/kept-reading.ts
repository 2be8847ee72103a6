import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import type { Day } from '../../answer/answer.ts'
import type { Reading } from '../../knowledge/read.ts'
import { contentOf } from './folder-paths.ts'

/** What the same bytes were read as, by the same code. */
type Kept = { key: string; reading: Reading }

/**
 * Keeps what a folder was read as from one process to the next: reading its YAML takes thirty times as long. It stands
 * beside the code that Node keeps compiled (`NODE_COMPILE_CACHE` says where, `NODE_DISABLE_COMPILE_CACHE` turns both
 * off), is never another's file, and is made anew wherever a byte of the folder or of our code is another. Whatever goes
 * wrong with it costs time and nothing else.
 */
export async function keptReading(
  { folder, today, thorough = false }: { folder: string; today: Day; thorough?: boolean },
  read: () => Promise<Reading>,
  kept = keptFolder(),
): Promise<Reading> {
  const content = kept === undefined ? undefined : contentOf(folder)
  if (kept === undefined || content === undefined) return read()
  const key = hashed([content, ownCode()])
  const pathOf = (isThorough: boolean) =>
    join(kept, hashed([resolve(folder), today, isThorough ? 'thorough' : 'plain']))
  for (const isThorough of thorough ? [true] : [false, true]) {
    const found = keptIn(pathOf(isThorough))
    if (found?.key === key) return found.reading
  }
  const reading = await read()
  // Somebody may have written to it meanwhile.
  if (contentOf(folder) === content) keep(pathOf(thorough), { key, reading })
  return reading
}

/** Folders, at most: who tries many of them does not fill the disk. */
const MOST = 16

function keptFolder(): string | undefined {
  const compiled = module.getCompileCacheDir()
  return compiled === undefined ? undefined : join(compiled, 'hansa-folders')
}

function keptIn(path: string): Kept | undefined {
  try {
    const { uid, mode } = statSync(path)
    const isOurs = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0)
    return isOurs ? (deserialize(readFileSync(path)) as Kept) : undefined
  } catch {
    return undefined
  }
}

/** Whole or not at all: it is written beside its place, and moved there. */
function keep(path: string, kept: Kept): void {
  const beside = `${path}.${process.pid}`
  try {
    const folder = dirname(path)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(beside, serialize(kept), { mode: 0o600 })
    renameSync(beside, path)
    const all = readdirSync(folder).map((name) => join(folder, name))
    const oldest = all.toSorted((one, other) => statSync(one).mtimeMs - statSync(other).mtimeMs)
    for (const one of oldest.slice(0, -MOST)) rmSync(one, { force: true })
  } catch {
    rmSync(beside, { force: true })
  }
}

/** Changes with every edit of our code, and with the version of what is installed. */
function ownCode(): string {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const traces = [...paths, join(root, '../package.json')].map((path) => {
    const { mtimeMs, size } = statSync(path)
    return `${path} ${mtimeMs} ${size}`
  })
  return [process.version, ...traces].join('\n')
}

function hashed(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('base64url')
}
