import type { Day } from '../answer/answer.ts'
import { count } from '../answer/count.ts'
import { monthsBetween } from '../answer/dates.ts'
import type { Checked } from './entries.ts'

/** Links end without anyone telling us, so someone looks once a year, or as often as the record says. */
const MONTHS = 12

/** `last checked 14 months ago` from the day on which a record is due for another look at its source. */
export function overdueWords({ on, every = MONTHS }: Checked, today: Day): string | undefined {
  const months = monthsBetween(on, today)
  if (months < every) return undefined
  return `last checked ${count(months, 'month')} ago`
}
