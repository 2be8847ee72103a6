import { join, resolve } from 'node:path'
import type { Day } from '../../answer/answer.ts'
import type { FileInput } from '../../knowledge/file/text.ts'
import { readAsBefore, type Shapes, shapesOf } from '../../knowledge/read-file.ts'
import { OWN_FOLDER } from './folder-paths.ts'
import { hashed, keep, keptFolder, keptIn, ownCode } from './kept.ts'

/**
 * What files were read as by the same code, as JSON, by the hash of what they hold. `right`: by the hash of all of them, that no
 * rule had anything against them on a day.
 */
type KeptFiles = { files: ReadonlyMap<string, string>; right?: string }

type Files = { files: readonly FileInput[]; folder: string }

/**
 * Reads files of a folder, of which those that are as they were need not be parsed: who adds an entry, or edits a file,
 * waits for that file only. `isRight`: these very files were checked on that day, and right; `foundRight` tells whether
 * what came of reading says so.
 */
export function readingFiles<T>(
  { files, folder, today }: Files & { today: Day },
  read: (isRight: boolean) => T,
  foundRight: (result: T) => boolean,
  kept = keptFolder(),
  own = OWN_FOLDER,
): T {
  if (kept === undefined) return read(false)
  const [path, key] = [pathIn(kept, folder), hashed([ownCode()])]
  // A new folder often begins as a copy of the one that comes with Hansa.
  const before = keptAt(path, key) ?? keptAt(pathIn(kept, own), key) ?? NOTHING
  const names = namesOf(files)
  for (const [file, name] of names) {
    const known = before.files.get(name)
    if (known !== undefined) readAsBefore(file, unpacked(known, file))
  }
  const verdict = verdictOn(files, today)
  const isRight = before.right === verdict
  const result = read(isRight)
  const now = shapesBy(names)
  const isNewlyRight = !isRight && foundRight(result)
  if (isNewlyRight || [...now.keys()].some((name) => !before.files.has(name)))
    keepAt(path, key, { files: now, ...(isNewlyRight ? { right: verdict } : {}) })
  return result
}

/** The same files, of which those that were read before need not be parsed. */
export function recalled({ files, folder }: Files, kept = keptFolder()): readonly FileInput[] {
  const known = kept === undefined ? undefined : keptAt(pathIn(kept, folder), hashed([ownCode()]))?.files
  for (const [file, name] of known ? namesOf(files) : []) {
    const packed = known?.get(name)
    if (packed !== undefined) readAsBefore(file, unpacked(packed, file))
  }
  return files
}

/** Keeps what files were read as that have just been checked and written, so that the next command need not do it again. */
export function keepRight({ files, folder, today }: Files & { today: Day }, kept = keptFolder()): void {
  if (kept === undefined) return
  const read = { files: shapesBy(namesOf(files)), right: verdictOn(files, today) }
  keepAt(pathIn(kept, folder), hashed([ownCode()]), read)
}

/** What comes of it is kept again as it was. */
const packs = new WeakMap<FileInput, string>()

function unpacked(packed: string, file: FileInput): Omit<Shapes, 'plain'> {
  packs.set(file, packed)
  return JSON.parse(packed)
}

function packed(file: FileInput): string | undefined {
  const shapes = shapesOf(file)
  return packs.get(file) ?? (shapes && JSON.stringify({ top: shapes.top, lists: shapes.lists }))
}

function pathIn(kept: string, folder: string): string {
  return join(kept, hashed([resolve(folder), 'files']))
}

/** Each file that could be read, with the hash of its path and what it holds. */
function namesOf(files: readonly FileInput[]): ReadonlyMap<FileInput, string> {
  return new Map(files.flatMap((file) => ('bytes' in file ? [[file, nameOf(file, file.bytes)]] : [])))
}

/** Who writes has the files that were read in hand: only what is changed is hashed anew. */
const names = new WeakMap<FileInput, string>()

function nameOf(file: FileInput, bytes: Uint8Array): string {
  const name = names.get(file) ?? hashed([file.path, bytes])
  names.set(file, name)
  return name
}

function shapesBy(names: ReadonlyMap<FileInput, string>): ReadonlyMap<string, string> {
  return new Map(
    [...names].flatMap(([file, name]) => {
      const shapes = packed(file)
      return shapes === undefined ? [] : [[name, shapes]]
    }),
  )
}

function verdictOn(files: readonly FileInput[], today: Day): string {
  return hashed([
    today,
    ...files.map((file) => ('bytes' in file ? nameOf(file, file.bytes) : `${file.path} ${file.problem}`)),
  ])
}

/** A line that says what it is, two for each file, and one without which it was cut short. */
function keepAt(path: string, key: string, { files, right }: KeptFiles): void {
  keep(path, [JSON.stringify({ key, right }), ...[...files].flat(), END].join('\n'))
}

const NOTHING: KeptFiles = { files: new Map() }

function keptAt(path: string, key: string): KeptFiles | undefined {
  const [first = '', ...lines] = keptIn(path)?.toString().split('\n') ?? []
  const files = new Map<string, string>()
  try {
    const { key: found, right } = JSON.parse(first)
    if (found !== key || lines.pop() !== END) return undefined
    for (let at = 0; at + 1 < lines.length; at += 2) files.set(lines[at] ?? '', lines[at + 1] ?? '')
    return { files, right }
  } catch {
    // It is something else.
    return undefined
  }
}

const END = 'end'
