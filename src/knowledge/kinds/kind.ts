import type * as z from 'zod'
import type { Day } from '../../answer/answer.ts'
import { fingerprint } from '../../answer/stamp.ts'
import type { NamedPlace, PlaceLookup } from '../exists.ts'
import type { Dated } from '../fields/cited.ts'
import type { Plain } from '../file/plain.ts'
import type { Written } from '../file/text.ts'
import type { Checked, FindingParts, Records, Statement } from '../records.ts'

/**
 * A kind of knowledge, whole. Its schema says what a file and its entries look like, and by marks on its fields
 * (`fields/marks.ts`) what they name; so the rules look after it, and nobody else is told of it.
 */
export type Kind = {
  /** The folder's name, and that of the JSON Schema. */
  folder: string
  /** What one entry is called: `claim`. */
  noun: string
  /** A row of the table in GUIDELINES.md: what one entry is, and where to write it. */
  guide: { entry: string; file: string }
  /** A whole file of the folder, as GUIDELINES.md prints it. */
  sample: string
  /** A whole file. Fields that are lists of entries are read entry by entry. */
  schema: z.ZodObject
  /** The list that a file without keys is: CSL-JSON, in which case files may end in `.json`. */
  bare?: string
  /** A file as other programs write it, without what says nothing: empty texts, lists of one. */
  tidied?(file: Plain): Plain
  /** The id of an entry that names none, and what it is made from. */
  idOf?(entry: Entry, placesNamed: PlaceLookup<Partial<NamedPlace>>): DerivedId | undefined
  /** What a clean folder holds of this kind on the day of reading. */
  records(entries: readonly Entry[], held: Held, today: Day): Partial<Records>
}

/** `on`: the field that stands for it in a message; `from`: `the same place, twin and source`. */
export type DerivedId = { id: string; on: string; from: string }

/** What a kind may ask of the others. */
export type Held = { placeNamed(name: string): NamedPlace }

type Fields = Readonly<Record<string, unknown>>

/** An entry of a file, or the file itself without its lists. A field that is wrong is there as `undefined`. */
export type Entry = Written<Fields> & {
  kind: Kind
  schema: z.ZodObject
  /** What stands at the top of its file. */
  file: Written<Fields>
}

/** The entries of one shape, and what stands at the top of each one's file. */
export function entriesOf<S extends z.ZodObject, F extends z.ZodObject = z.ZodObject>(
  entries: readonly Entry[],
  schema: S,
  _file?: F,
): readonly EntryOf<S, F>[] {
  return entries.filter((entry) => entry.schema === schema) as EntryOf<S, F>[]
}

export type EntryOf<S extends z.ZodObject, F extends z.ZodObject> = Entry & {
  value: Partial<Dated<z.output<S>>>
  file: { value: Partial<z.output<F>> }
}

/** The same in a folder in which nothing is wrong. */
export function wholeOf<S extends z.ZodObject, F extends z.ZodObject>(
  entries: readonly Entry[],
  schema: S,
  file: F,
): readonly { value: Dated<z.output<S>>; file: z.output<F> }[] {
  return entriesOf(entries, schema, file).map((entry) => ({
    value: entry.value as Dated<z.output<S>>,
    file: entry.file.value as z.output<F>,
  }))
}

/** What a word counts by where it stands: a title or a topic names the matter, what stands around it less than it says. */
export const WEIGHT = { title: 2.5, also: 2, topics: 2, places: 2, says: 1.5, quote: 1, around: 0.5 }

type CitedRecord = {
  id: string
  source: string
  citing?: string
  at?: string
  quote?: string
  says?: string
  checked: Checked
  added: string
  places?: readonly string[]
  differs?: readonly string[]
}

type Own = Pick<Statement, 'kind' | 'words'> &
  Partial<Pick<Statement, 'topics' | 'link' | 'places' | 'foundByBodies'>> & {
    defines?: readonly string[] | undefined
    /** What the record says, where that is not all of it: to write the same in another way is no news. */
    content?: object
  } & { finding: FindingParts }

/** A record as a statement: what kinds share is taken from the record, `own` is what its kind knows of it. */
export function statementOf(record: CitedRecord, own: Own): Statement {
  const { checked, added, ...all } = record
  const { id, source, citing, at, quote, says, differs } = all
  const shared = { id, source, citing, at, quote, says, differs, checked, added }
  const places = own.places ?? record.places ?? []
  const { topics = [], foundByBodies = true, content = all, ...rest } = own
  return { ...shared, ...rest, places, topics, foundByBodies, mark: contentMark(content) }
}

/** The order in which a record's keys were read says nothing about its content. */
function contentMark(content: object): string {
  const entries = Object.entries(content).filter(([, value]) => value !== undefined)
  return fingerprint(JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1))))
}

/** As a heading begins. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
