import * as z from 'zod'
import { lazily } from '../search/lazily.ts'
import { checksById, checksOf, type SourceCheck } from './checks.ts'
import { type Draft, emptyDraft, nothingExists } from './draft.ts'
import { existsOf } from './exists.ts'
import { withDates } from './fields/cited.ts'
import { MOST_FAULTS, type Pieces, piecesOf, shellOf, spotInList } from './file/pieces.ts'
import type { Plain } from './file/plain.ts'
import { plainIn, rightText, spotWhenAsked } from './file/plain-in.ts'
import { shapeOf, unwrapped } from './file/sentences.ts'
import { type Fault, type FileInput, textOf, type Written } from './file/text.ts'
import type { Entry, Kind } from './kinds/kind.ts'
import { leadsOf } from './leads.ts'
import { packsOf } from './packs.ts'
import { roleOf } from './role.ts'

/** What a single file gets wrong: `file` when it cannot be read at all, `shape` when an entry is not as it should be. */
type FileFaults = { rule: 'file' | 'shape'; faults: readonly Fault[] }

/** Adds what a file holds to the draft. */
export function readFile(input: FileInput, draft: Draft): FileFaults {
  const { part, found } = readOnce(input, draft.kinds)
  draft.entries.push(...part.entries)
  draft.files.push(...part.files)
  for (const name of part.broken) draft.broken.add(name)
  for (const folder of part.unread) draft.unread.add(folder)
  if (part.exists !== nothingExists) draft.exists = part.exists
  draft.leads.push(...part.leads)
  if (part.checks.size > 0) draft.checks = part.checks
  if (part.packs.length > 0) draft.packs = part.packs
  return found
}

type FileRead = { part: Draft; found: FileFaults }

/** Who adds to a folder reads it again with one file changed: the others are not parsed anew. */
const reads = new WeakMap<FileInput, FileRead>()

/**
 * What a file without a fault was read as, but for where it stands: it can be kept for another process, which parses the
 * file only when something has to be pointed at.
 */
export type Shapes = { plain: Plain; top: readonly object[]; lists: readonly (readonly object[])[] }

const shapes = new WeakMap<FileInput, Shapes>()

export function shapesOf(input: FileInput): Shapes | undefined {
  return shapes.get(input)
}

/** The same bytes under the same path were read as this before, by the same code. */
export function readAsBefore(input: FileInput, known: Omit<Shapes, 'plain'>): void {
  const plain = lazily(() => plainAgain(input))
  shapes.set(input, {
    ...known,
    get plain() {
      return plain()
    },
  })
}

/** What a file holds in which nothing is wrong. */
function plainAgain(input: FileInput): Plain {
  if ('problem' in input) return undefined
  const read = plainIn(input.path, rightText(input.path, input.bytes))
  return 'plain' in read ? read.plain : undefined
}

const written = new WeakMap<FileInput, Plain>()

/** Who wrote the file knows what it says, and it is parsed only when something has to be pointed at. */
export function writtenAs(input: FileInput, plain: Plain): void {
  written.set(input, plain)
}

function readOnce(input: FileInput, kinds: readonly Kind[]): FileRead {
  const known = reads.get(input)
  if (known?.part.kinds === kinds) return known
  const part = emptyDraft(kinds)
  const read = { part, found: readInto(input, part) }
  reads.set(input, read)
  return read
}

function readInto(input: FileInput, draft: Draft): FileFaults {
  const role = roleOf(input.path, draft.kinds)
  if (role.is === 'other') return { rule: 'file', faults: [] }
  const unread = (fault: Fault): FileFaults => {
    const [folder = ''] = input.path.split('/')
    draft.unread.add(folder)
    return { rule: 'file', faults: [fault] }
  }
  const spot = { file: input.path, line: 1, column: 1 }
  if ('problem' in input) return unread({ spot, says: input.problem, tip: input.tip })
  if (role.is === 'unknown') return { rule: 'file', faults: [{ spot, says: role.says, tip: role.tip }] }
  const before = shapes.get(input)
  if (before && role.is === 'entries') return asBefore(input.path, input.bytes, role.kind, before, draft)
  if (before && role.is === 'exists') {
    draft.exists = () => existsOf(input.path, rightText(input.path, input.bytes)).exists
    return { rule: 'file', faults: [] }
  }
  const read = textOf(input.path, input.bytes)
  if ('fault' in read) return unread(read.fault)
  if (role.is === 'entries') return readEntries(input, read.text, role.kind, draft, unread)
  if (role.is === 'checks') {
    const [known] = before?.lists ?? []
    const { checks, faults } = known
      ? { checks: known as readonly SourceCheck[], faults: [] }
      : checksOf(input.path, read.text)
    draft.checks = checksById(checks)
    if (faults.length === 0) shapes.set(input, { plain: undefined, top: [], lists: [checks] })
    return { rule: 'file', faults }
  }
  if (role.is === 'packs') {
    const { packs, faults } = packsOf(input.path, read.text)
    draft.packs = packs
    return { rule: 'shape', faults }
  }
  if (role.is === 'leads') {
    const { leads, faults } = leadsOf(input.path, read.text)
    draft.leads.push(...leads)
    return { rule: 'file', faults }
  }
  const { text } = read
  draft.exists = () => existsOf(input.path, text).exists
  const { faults } = existsOf(input.path, text)
  if (faults.length === 0) shapes.set(input, { plain: undefined, top: [], lists: [] })
  return { rule: 'file', faults }
}

/** Of a file that had no fault nothing is looked into but what somebody asks for. */
function asBefore(path: string, bytes: Uint8Array, kind: Kind, known: Shapes, draft: Draft): FileFaults {
  const file = {
    path,
    get text() {
      return rightText(path, bytes)
    },
    get value() {
      return known.plain
    },
    spot: spotWhenAsked(path, () => rightText(path, bytes)),
  }
  draft.files.push(file)
  draft.entries.push(...entriesOfFile(kind, file, known).entries)
  return { rule: 'shape', faults: [] }
}

function readEntries(
  input: FileInput,
  text: string,
  kind: Kind,
  draft: Draft,
  unread: (fault: Fault) => FileFaults,
): FileFaults {
  const { path } = input
  const read = written.has(input)
    ? { plain: written.get(input), faults: [], spot: spotWhenAsked(path, () => text) }
    : plainIn(path, text)
  if ('fault' in read) return unread(read.fault)
  const { plain, faults, spot } = read
  if (plain === undefined && faults.length === 0) {
    const key = Object.keys(kind.schema.shape)[0]
    return unread({
      spot: { file: path, line: 1, column: 1 },
      says: 'this file is empty',
      tip: `Begin with "${key}:", or delete the file.`,
    })
  }
  const file = { path, text, value: plain, spot }
  draft.files.push(file)
  const found = entriesOfFile(kind, file)
  draft.entries.push(...found.entries)
  for (const name of found.broken) draft.broken.add(name)
  const all = [...faults, ...found.faults]
  if (all.length === 0) shapes.set(input, { plain, ...found.shapes })
  if (all.length >= MOST_FAULTS) draft.unread.add(kind.folder)
  return { rule: 'shape', faults: all }
}

type EntriesRead = {
  entries: readonly Entry[]
  faults: readonly Fault[]
  /** The ids and names in entries of a wrong shape. */
  broken: readonly string[]
  shapes: Omit<Shapes, 'plain'>
}

/**
 * Reads a file of a kind: what stands at its top, and each list of entries that its schema names, entry by entry; or
 * takes them as they were read before.
 */
function entriesOfFile(kind: Kind, raw: Written<Plain>, known?: Shapes): EntriesRead {
  const written = known || !kind.tidied ? raw : { ...raw, value: kind.tidied(raw.value) }
  const isBare = known ? known.top.length === 0 : kind.bare !== undefined && Array.isArray(written.value)
  const lists = listsOf(kind.schema).filter(({ key }) => !isBare || key === kind.bare)
  const keys = lists.map(({ key }) => key)
  const top = known
    ? whole(known.top, () => written.spot)
    : isBare
      ? NOTHING
      : shellOf(written, keys, kind.schema)
  const file = top.all[0] ?? { value: {}, spot: written.spot }
  const read = lists.map(({ key, schema }, at) => {
    const list = isBare ? undefined : key
    const pieces = known
      ? whole(known.lists[at] ?? [], (index) => spotInList(written, list, index))
      : piecesOf<object>(written, list, schema)
    return { schema, pieces, ...('checked' in schema.shape ? withDates(pieces, file) : pieces) }
  })
  const entry = (schema: z.ZodObject) => (one: Written<object>) => ({ ...one, kind, schema, file }) as Entry
  return {
    entries: [
      ...top.all.map(entry(kind.schema)),
      ...read.flatMap(({ schema, all }) => all.map(entry(schema))),
    ],
    faults: [...top.faults, ...read.flatMap(({ faults }) => faults)],
    broken: read.flatMap(({ broken }) => broken),
    shapes: {
      top: top.all.map(({ value }) => value),
      lists: read.map(({ pieces }) => pieces.all.map(({ value }) => value)),
    },
  }
}

/** Pieces in which nothing is wrong. */
function whole(
  values: readonly object[],
  spotOf: (index: number) => Written<object>['spot'],
): Pieces<object> {
  return { ...NOTHING, all: values.map((value, index) => ({ value, spot: spotOf(index) })) }
}

const NOTHING = { all: [], faults: [], broken: [] }

/** The fields of a file that are lists of entries. */
function listsOf(file: z.ZodObject): readonly { key: string; schema: z.ZodObject }[] {
  return Object.entries(shapeOf(file) ?? {}).flatMap(([key, field]) => {
    const list = unwrapped(field)
    return list instanceof z.ZodArray && list.element instanceof z.ZodObject
      ? [{ key, schema: list.element }]
      : []
  })
}
