import { join, resolve } from 'node:path'
import type { FileInput } from '../../knowledge/file/text.ts'
import { readAsBefore, type Shapes, shapesOf } from '../../knowledge/read-file.ts'
import { hashed, keep, keptFolder, keptIn, ownCode } from './kept.ts'

/** What files were read as by the same code, by the hash of what they hold. */
type KeptFiles = { key: string; files: ReadonlyMap<string, Shapes> }

/**
 * Reads files of a folder, of which those that are as they were need not be parsed: who adds an entry, or edits a file,
 * waits for that file only.
 */
export function readingFiles<T>(
  { files, folder }: { files: readonly FileInput[]; folder: string },
  read: () => T,
  kept = keptFolder(),
): T {
  if (kept === undefined) return read()
  const path = join(kept, hashed([resolve(folder), 'files']))
  const key = hashed([ownCode()])
  const found = keptIn<KeptFiles>(path)
  const before = found?.key === key ? found.files : new Map<string, Shapes>()
  const names = new Map(
    files.flatMap((file) => ('bytes' in file ? [[file, hashed([file.path, file.bytes])]] : [])),
  )
  for (const [file, name] of names) {
    const known = before.get(name)
    if (known) readAsBefore(file, known)
  }
  const result = read()
  const now = new Map(
    [...names].flatMap(([file, name]) => {
      const shapes = shapesOf(file)
      return shapes ? [[name, shapes]] : []
    }),
  )
  if ([...now.keys()].some((name) => !before.has(name))) keep(path, { key, files: now })
  return result
}
