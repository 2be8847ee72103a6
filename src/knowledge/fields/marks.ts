import * as z from 'zod'
import type { PartialDate } from '../../answer/answer.ts'
import { shapeOf, unwrapped } from '../file/sentences.ts'
import type { Path } from '../file/text.ts'

/** What a field is to the rules, whatever kind it stands in: it names a document, a place, another entry or a theme, or is a day that has come. */
export type Mark = 'source' | 'place' | 'entry' | 'theme' | 'past'

/** By the very schema of a field, so that a mark is set last: `namesPlace(line('…'))`. */
const marks = new WeakMap<z.ZodType, { is: Mark; text(written: unknown): string | undefined }>()

/** A field that holds the id of a document in `sources/`: it must be there, and is cited by that. */
export const namesSource = <S extends z.ZodType<string>>(field: S): S => marked(field, 'source', String)

/** A field that holds a place’s name or id: it must mean exactly one place in `places/`. */
export const namesPlace = <S extends z.ZodType<string>>(field: S): S => marked(field, 'place', String)

/** A field that holds the id of another statement of the folder: it must be there. */
export const namesEntry = <S extends z.ZodType<string>>(field: S): S => marked(field, 'entry', String)

/** A field that holds a theme of `words/`: one that is not there cannot be asked for. */
export const namesTheme = <S extends z.ZodType<string>>(field: S): S => marked(field, 'theme', String)

/** A date that cannot be later than today; `dateOf` where it is not written as the text of one. */
export const past = <S extends z.ZodType>(
  field: S,
  dateOf: (written: z.output<S>) => PartialDate | undefined = String,
): S => marked(field, 'past', dateOf as (written: unknown) => PartialDate | undefined)

function marked<S extends z.ZodType>(field: S, is: Mark, text: (written: unknown) => string | undefined): S {
  marks.set(field, { is, text })
  return field
}

export function isMarked(schema: z.ZodType | undefined, mark: Mark): boolean {
  return schema !== undefined && (marks.get(schema) ?? marks.get(unwrapped(schema)))?.is === mark
}

type Marked = { text: string; path: Path }

/** All that stands in an entry’s fields of that mark, and where. */
export function markedIn(schema: z.ZodType, value: unknown, mark: Mark): readonly Marked[] {
  const found: Marked[] = []
  const holder = holderOf(schema, mark)
  if (holder) addHeldIn(holder, value, [], found)
  return found
}

function addHeldIn({ textOf, element, fields }: Holder, value: unknown, path: Path, found: Marked[]): void {
  if (value === undefined) return
  const text = textOf?.(value)
  if (text !== undefined) found.push({ text, path })
  if (element && Array.isArray(value))
    for (const [index, item] of value.entries()) addHeldIn(element, item, [...path, index], found)
  for (const [key, within] of fields)
    if (Object.hasOwn(value as object, key))
      addHeldIn(within, (value as Record<string, unknown>)[key], [...path, key], found)
}

/** Whether a field of that mark can stand in what the schema describes. */
export function canHold(schema: z.ZodType, mark: Mark): boolean {
  return holderOf(schema, mark) !== undefined
}

/** Where in what a schema describes a mark can stand: itself, in the items of a list, in fields. Nothing else is looked into. */
type Holder = {
  textOf?: (written: unknown) => string | undefined
  element?: Holder
  fields: readonly (readonly [key: string, holder: Holder])[]
}

/** Every entry of a folder is asked, and there are few schemas. */
const holders = new WeakMap<z.ZodType, Map<Mark, Holder | undefined>>()

function holderOf(schema: z.ZodType, mark: Mark): Holder | undefined {
  const known = holders.get(schema) ?? new Map<Mark, Holder | undefined>()
  holders.set(schema, known)
  if (!known.has(mark)) known.set(mark, lookedFor(schema, mark))
  return known.get(mark)
}

function lookedFor(schema: z.ZodType, mark: Mark): Holder | undefined {
  const field = unwrapped(schema)
  const found = marks.get(schema) ?? marks.get(field)
  const textOf = found?.is === mark ? found.text : undefined
  const element = field instanceof z.ZodArray ? holderOf(field.element as z.ZodType, mark) : undefined
  const fields = Object.entries(shapeOf(field) ?? {}).flatMap(([key, part]) => {
    const holder = holderOf(part, mark)
    return holder ? [[key, holder] as const] : []
  })
  if (!textOf && !element && fields.length === 0) return undefined
  return { fields, ...(textOf && { textOf }), ...(element && { element }) }
}
