import * as z from 'zod'
import type { PartialDate } from '../../answer/answer.ts'
import { shapeOf, unwrapped } from '../file/schema-at.ts'
import type { Path } from '../file/spot.ts'

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

/** All that stands in an entry’s fields of that mark, and where. */
export function* markedIn(
  schema: z.ZodType,
  value: unknown,
  mark: Mark,
  path: Path = [],
): Generator<{ text: string; path: Path }> {
  if (value === undefined || !canHold(schema, mark)) return
  const field = unwrapped(schema)
  const found = marks.get(schema) ?? marks.get(field)
  const text = found?.is === mark ? found.text(value) : undefined
  if (text !== undefined) yield { text, path }
  if (field instanceof z.ZodArray && Array.isArray(value)) {
    const element = field.element as z.ZodType
    for (const [index, item] of value.entries()) yield* markedIn(element, item, mark, [...path, index])
  }
  const shape = shapeOf(field)
  if (!shape) return
  for (const [key, part] of Object.entries(value as object)) {
    const within = Object.hasOwn(shape, key) ? shape[key] : undefined
    if (within) yield* markedIn(within, part, mark, [...path, key])
  }
}

/** Whether a field of that mark can stand in what the schema describes. */
export function canHold(schema: z.ZodType, mark: Mark): boolean {
  const known = holding.get(schema) ?? new Map<Mark, boolean>()
  holding.set(schema, known)
  const found = known.get(mark) ?? lookedFor(schema, mark)
  known.set(mark, found)
  return found
}

/** Every entry of a folder is asked, and there are few schemas. */
const holding = new WeakMap<z.ZodType, Map<Mark, boolean>>()

function lookedFor(schema: z.ZodType, mark: Mark): boolean {
  const field = unwrapped(schema)
  if ((marks.get(schema) ?? marks.get(field))?.is === mark) return true
  if (field instanceof z.ZodArray) return canHold(field.element as z.ZodType, mark)
  return Object.values(shapeOf(field) ?? {}).some((part) => canHold(part, mark))
}
