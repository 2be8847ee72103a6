import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decidedFiles } from '../../growing/folder/commit.ts'

/** The folder that comes with Hansa. */
export const OWN_FOLDER = fileURLToPath(new URL('../../../knowledge', import.meta.url))

/** Folders within folders. */
export const DEEPEST = 8

export const MOST_FILES = 5_000

/** Every path in a folder. Names that begin with two dots are none of ours. Links to folders are not followed. */
export function* pathsIn(root: string, folder = ''): Generator<string> {
  if (folder.split('/').length > DEEPEST) return yield folder
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.name.startsWith('..')) continue
    if (entry.isDirectory()) yield* pathsIn(root, path)
    else yield path
  }
}

/** Changes whenever a file comes, goes or is written, as far as the system tells without opening it. */
export function traceOf(folder: string): string {
  try {
    const root = realpathSync(folder)
    const traces = [...pathsIn(root).take(MOST_FILES)].map((path) => {
      const stat = statSync(join(root, path), { throwIfNoEntry: false })
      return `${path} ${stat?.size} ${stat?.mtimeMs} ${stat?.ctimeMs} ${stat?.ino}`
    })
    return traces.join('\n')
  } catch (error) {
    return reasonOf(error)
  }
}

/** Every byte of a folder by its paths, and a hash of all; nothing where not all of it can be read. Hidden files are none of its knowledge. */
export type Content = { hash: string; bytes: ReadonlyMap<string, Uint8Array> }

export function contentOf(folder: string): Content | undefined {
  try {
    const root = realpathSync(folder)
    const hash = createHash('sha256')
    const all = new Map<string, Uint8Array>()
    for (const path of [...pathsIn(root).take(MOST_FILES + 1)].sort()) {
      if (/(^|\/)\./.test(path)) continue
      const { size } = statOfFile(join(root, path))
      if (size > LARGEST) return undefined
      const bytes = readFileSync(join(root, path))
      hash.update(`${path}\0${bytes.length}\0`).update(bytes)
      all.set(path, bytes)
    }
    return decidedFiles(root).size > 0 ? undefined : { hash: hash.digest('base64url'), bytes: all }
  } catch {
    return undefined
  }
}

/** Bytes. */
const LARGEST = 16_000_000

/** A pipe has nobody at its other end, and a link may lead anywhere. */
function statOfFile(path: string) {
  const stat = lstatSync(path)
  if (!stat.isFile()) throw new Error(`${path} is no regular file`)
  return stat
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not open it',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead round in a circle',
  ENOENT: 'it is not there',
  ENOTDIR: 'it is not a folder',
}

/** What the system is short of for a while: that says nothing about a folder, and another try may find it. */
export function isPassing(error: unknown): boolean {
  return ['EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN', 'EIO'].includes((error as NodeJS.ErrnoException).code ?? '')
}

/** Why the system did not give it, in words. */
export function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException
  return REASONS[code] ?? message
}
