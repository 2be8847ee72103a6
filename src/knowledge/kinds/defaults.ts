import type * as z from 'zod'
import type { Day } from '../../answer/answer.ts'
import type { Checked } from '../entries.ts'
import type { Pieces } from '../file/pieces.ts'
import type { Written } from '../file/spot.ts'
import { checkedBy, day } from './fields.ts'

/** `checked` and `added` in an entry; both may be said once for a whole file. */
export const dating = {
  checked: checkedBy.optional(),
  added: day('The day this was added here.').optional(),
}

/** `checked` and `added` at the top of a file. */
export const defaults = {
  checked: checkedBy
    .meta({ description: 'Who last compared these entries with their sources, and when.' })
    .optional(),
  added: day('The day these entries were added here.').optional(),
}

type Dating = { checked?: Checked | undefined; added?: Day | undefined }

const DATES = ['checked', 'added'] as const

/** An entry whose dates are known, its own or those of its file. */
export type Dated<S extends z.ZodType> = Omit<z.output<S>, keyof Dating> & Required<Dating>

type WithDates<T> = Omit<T, keyof Dating> & { checked: Checked; added: Day }

/** Entries with the dates of their file where they have none; those that then lack one are faults. */
export function withDefaults<T extends Dating>(
  entries: Pieces<T>,
  shell: Pieces<Dating>,
): Omit<Pieces<T>, 'whole'> & { whole: WithDates<T>[] } {
  const [file] = shell.all
  const dates = datesOf(file?.value)
  const all = entries.all.map((entry) => ({
    value: { ...dates, ...entry.value },
    spot: spotWithin(entry, file),
  }))
  const faults = all.flatMap(({ value, spot }) =>
    // One that is there and wrong has its own fault.
    DATES.filter((key) => !(key in value)).map((key) => ({ spot: spot(), ...lacks(key) })),
  )
  const whole = entries.whole.flatMap((entry) => {
    const { checked, added } = { ...dates, ...entry }
    return checked && added ? [{ ...entry, checked, added }] : []
  })
  return { ...entries, whole, all, faults: [...entries.faults, ...faults] }
}

function datesOf(file: Dating = {}): Dating {
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
function spotWithin<T extends Dating>(
  entry: Written<T>,
  file: Written<Dating> | undefined,
): Written<T>['spot'] {
  return (path = [], on) => {
    const [key] = path
    const isOwn = (key !== 'checked' && key !== 'added') || key in entry.value
    return isOwn || !file ? entry.spot(path, on) : file.spot(path, on)
  }
}
