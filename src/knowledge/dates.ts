import type { Day, PartialDate } from '../answer/answer.ts'
import { count, monthsBetween } from '../answer/in-words.ts'
import type { Checked, Knowledge, Place } from './records.ts'

/** One sentence on what is wrong with a date as written, or nothing. Precision may be a year, a month or a day. */
export function dateFault(text: string, precision: 'day' | 'any'): string | undefined {
  if (/^\d{1,3}$/.test(text)) return 'write the year as four digits, like 1969'
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (precision === 'day' && !parts?.[3]) return 'write the day like 2026-11-24'
  if (!parts) return 'write the date like 1969, 1980-10 or 1980-10-25'
  const [, year, month = '01', day = '01'] = parts
  if (month < '01' || month > '12') return 'there is no such month'
  if (day < '01' || Number(day) > daysIn(Number(year), Number(month))) return 'there is no such day'
  return undefined
}

/** Whether `a` is later than `b`, as far as both say: 1980-10 is not later than 1980. */
export function isAfter(a: PartialDate, b: PartialDate): boolean {
  const known = Math.min(a.length, b.length)
  return a.slice(0, known) > b.slice(0, known)
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  if (month === 2) return leap ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Links end without anyone telling us, so someone looks once a year, or as often as the record says. */
const MONTHS = 12

/** Whether a record is due for another look at its source. */
export function isOverdue({ on, every = MONTHS }: Checked, today: Day): boolean {
  return monthsBetween(on, today) >= every
}

/** `last checked 14 months ago`, of a record that is. */
export function overdueWords(checked: Checked, today: Day): string | undefined {
  if (!isOverdue(checked, today)) return undefined
  return `last checked ${count(monthsBetween(checked.on, today), 'month')} ago`
}

/**
 * What was read on a day, as it is on a later one: a council that passed to another since lies in that one, and so does what
 * lies in it. The very same knowledge where nothing passed.
 */
export function onDay(knowledge: Knowledge, today: Day): Knowledge {
  const passed = passedBy(knowledge, today)
  return passed.length === 0
    ? knowledge
    : { ...knowledge, places: passed.reduce(withPassed, knowledge.places) }
}

type Passed = Place & { into: string }

/** The councils whose day has come since, the first one first. */
function passedBy({ places }: Pick<Knowledge, 'places'>, today: Day): readonly Passed[] {
  return [...places.values()]
    .filter((place): place is Passed => {
      const { until, into, within } = place
      return until !== undefined && until <= today && into !== undefined && !within.includes(into)
    })
    .toSorted((a, b) => (a.until ?? '').localeCompare(b.until ?? ''))
}

function withPassed(places: Knowledge['places'], { id, into }: Passed): Knowledge['places'] {
  const around = [into, ...(places.get(into)?.within ?? [])]
  const moved = (place: Place): Place => {
    if (place.id === id) return { ...place, within: [...new Set([...around, ...place.within])] }
    const at = place.within.indexOf(id)
    return at < 0 ? place : { ...place, within: [...new Set(place.within.toSpliced(at + 1, 0, ...around))] }
  }
  return new Map([...places].map(([key, place]) => [key, moved(place)]))
}
