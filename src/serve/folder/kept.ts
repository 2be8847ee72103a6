import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lazily } from '../../search/lazily.ts'

/** Folders, at most: who tries many of them does not fill the disk. */
const MOST = 16

/**
 * What was made of a folder is kept for the next process beside the code that Node keeps compiled (`NODE_COMPILE_CACHE`
 * says where, `NODE_DISABLE_COMPILE_CACHE` turns both off). It is named by what it was made from, so that it is made anew
 * wherever a byte of the folder or of our code is another; and it is never another user's. Whatever goes wrong with it
 * costs time and nothing else.
 */
export function keptFolder(): string | undefined {
  const compiled = module.getCompileCacheDir()
  return compiled === undefined ? undefined : join(compiled, 'hansa-folders')
}

export function keptIn(path: string): Buffer | undefined {
  try {
    const { uid, mode } = statSync(path)
    const isOurs = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0)
    return isOurs ? readFileSync(path) : undefined
  } catch {
    return undefined
  }
}

/** Whole or not at all: it is written beside its place, and moved there. */
export function keep(path: string, kept: string | Uint8Array): void {
  const beside = `${path}.${process.pid}`
  try {
    const folder = dirname(path)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(beside, kept, { mode: 0o600 })
    renameSync(beside, path)
    const all = readdirSync(folder).map((name) => join(folder, name))
    const oldest = all.toSorted((one, other) => statSync(one).mtimeMs - statSync(other).mtimeMs)
    for (const one of oldest.slice(0, -MOST)) rmSync(one, { force: true })
  } catch {
    rmSync(beside, { force: true })
  }
}

/** Changes with every edit of our code, and with the version of what is installed. A process runs what it began with. */
export const ownCode = lazily(() => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const traces = [...paths, join(root, '../package.json')].map((path) => {
    const { mtimeMs, size } = statSync(path)
    return `${path} ${mtimeMs} ${size}`
  })
  return [process.version, ...traces].join('\n')
})

export function hashed(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}\0`).update(part)
  return hash.digest('base64url')
}
