import { join, resolve } from 'node:path'
import { deserialize, serialize } from 'node:v8'
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
  const before = keptShapes(path, key)
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
  if ([...now.keys()].some((name) => !before.has(name)))
    keep(path, serialize({ key, files: now } satisfies KeptFiles))
  return result
}

function keptShapes(path: string, key: string): KeptFiles['files'] {
  const bytes = keptIn(path)
  try {
    const found = bytes && (deserialize(bytes) as KeptFiles)
    if (found?.key === key) return found.files
  } catch {
    // It was cut short.
  }
  return new Map()
}
