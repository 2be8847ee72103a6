import type * as z from 'zod'
import type { Day } from '../../answer.ts'
import type { Checked } from '../entries.ts'
import type { Fault, Written } from '../file/spot.ts'
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

/** An entry whose dates are known, its own or those of its file. */
export type Dated<S extends z.ZodType> = Omit<z.output<S>, keyof Dating> & Required<Dating>

/** Entries with the dates of their file where they have none; those that then lack one are faults. */
export function withDefaults<T extends Dating>(
  entries: readonly Written<T>[],
  file: Written<Dating> | undefined,
) {
  const good: Written<Omit<T, keyof Dating> & { checked: Checked; added: Day }>[] = []
  const faults: Fault[] = []
  for (const entry of entries) {
    const { checked = file?.value.checked, added = file?.value.added } = entry.value
    if (checked && added) {
      good.push({ value: { ...entry.value, checked, added }, spot: spotWithin(entry, file) })
    } else if (file) {
      faults.push({ spot: entry.spot(), ...lacks(checked ? 'added' : 'checked') })
    }
  }
  return { good, faults }
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
    const isOwn = (key !== 'checked' && key !== 'added') || entry.value[key] !== undefined
    return isOwn || !file ? entry.spot(path, on) : file.spot(path, on)
  }
}
