import type { Day } from '../../answer/answer.ts'
import type { Pieces } from '../file/pieces.ts'
import type { Written } from '../file/text.ts'
import type { Checked } from '../records.ts'
import { checkedBy, day, line, lineOrNumber } from './fields.ts'
import { namesSource, past } from './marks.ts'

/** `checked` and `added` in an entry; both may be said once for a whole file. */
export const dating = {
  checked: checkedBy.optional(),
  added: past(day('The day this was added here.')).optional(),
}

/** `checked` and `added` at the top of a file. */
export const defaults = {
  checked: checkedBy
    .meta({ description: 'Who last compared these entries with their sources, and when.' })
    .optional(),
  added: past(day('The day these entries were added here.')).optional(),
}

/** The source’s own words; the same field in every statement, so that one rule counts its words. */
export const quote = line('The source’s own words, exactly as printed, 25 at most.')

/** The fields by which a statement can be looked up in its source. */
export const cited = {
  quote: quote.optional(),
  source: namesSource(line('The id of a document in sources/.')),
  at: lineOrNumber(
    'Where in the source: paragraph 4, p. 12, section 2.1; none where it has no pages.',
  ).optional(),
  citing: namesSource(
    line('The id of the document that the source is itself reporting; makes this second-hand.'),
  ).optional(),
  ...dating,
}

/** An entry that a source is cited for, as far as its fields are right. */
export type WrittenStatement = {
  id?: string
  source?: string
  citing?: string
  quote?: string
  at?: string
  checked?: Checked
  added?: Day
  differs?: readonly string[]
}

type Dating = { checked?: Checked | undefined; added?: Day | undefined }

const DATES = ['checked', 'added'] as const

/** An entry whose dates are known, its own or those of its file. */
export type Dated<T> = 'checked' extends keyof T ? Omit<T, keyof Dating> & Required<Dating> : T

/** Entries with the dates of their file where they have none; those that then lack one are faults. */
export function withDates<T extends Dating>(entries: Pieces<T>, file: Written<Dating>): Pieces<T> {
  const dates = datesOf(file.value)
  const all = entries.all.map((entry) => ({
    value: { ...dates, ...entry.value },
    spot: spotWithin(entry, file),
  }))
  const faults = all.flatMap(({ value, spot }) =>
    // One that is there and wrong has its own fault.
    DATES.filter((key) => !(key in value)).map((key) => ({ spot: spot(), ...lacks(key) })),
  )
  return { ...entries, all, faults: [...entries.faults, ...faults] }
}

function datesOf(file: Dating): Dating {
  return Object.fromEntries(DATES.flatMap((key) => (key in file ? [[key, file[key]]] : [])))
}

function lacks(key: 'checked' | 'added'): { says: string; tip: string } {
  const example = key === 'checked' ? '{on: 2026-11-24, by: Ana}' : '2026-11-24'
  return {
    says: `"${key}" is missing`,
    tip: `Add "${key}: ${example}" here, or once at the top of the file.`,
  }
}

/** A date that an entry takes from its file is written there. */
function spotWithin<T extends Dating>(entry: Written<T>, file: Written<Dating>): Written<T>['spot'] {
  return (path = [], on) => {
    const [key] = path
    const isOwn = (key !== 'checked' && key !== 'added') || key in entry.value
    return isOwn ? entry.spot(path, on) : file.spot(path, on)
  }
}
