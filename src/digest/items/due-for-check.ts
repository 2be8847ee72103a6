import { monthsBetween } from '../../answer/in-words.ts'
import { isOverdue } from '../../knowledge/dates.ts'
import { newsworthy, subjectOf } from '../edition.ts'
import { type Basis, type Item, recordItem } from './item.ts'

/**
 * Records whose last check is too long ago, the oldest few. One that was named in the last `PATIENCE` digests is not
 * named again: `lately` holds the keys they showed. Nor is one that this digest says already (`said`).
 */
export function dueForCheck(
  basis: Basis,
  lately: ReadonlySet<string>,
  said: ReadonlySet<string>,
): readonly Item[] {
  return newsworthy(basis.knowledge)
    .filter(({ checked }) => isOverdue(checked, basis.today))
    .sort((a, b) => (a.checked.on < b.checked.on ? -1 : 1))
    .filter((one) => !lately.has(`check ${one.id}`) && !said.has(subjectOf(one)))
    .slice(0, AT_ONCE)
    .map((one) => {
      const { on, by } = one.checked
      const lead = `Last checked ${monthsBetween(on, basis.today)} months ago by ${by}. Does the source still say so?`
      return recordItem(`check ${one.id}`, one, basis, lead)
    })
}

const AT_ONCE = 3

/** In how many digests a record due for a check is named once. */
export const PATIENCE = 4
