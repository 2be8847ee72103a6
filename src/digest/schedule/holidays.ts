import { createRequire } from 'node:module'
import { Temporal } from 'temporal-polyfill'

/** Whose bank holidays count, as a channel chooses it. */
export const CALENDARS = ['england-and-wales', 'scotland', 'northern-ireland'] as const
export type Calendar = (typeof CALENDARS)[number]

const STATES: Readonly<Record<Calendar, string>> = {
  'england-and-wales': 'ENG',
  scotland: 'SCT',
  'northern-ireland': 'NIR',
}

const NAMES: Readonly<Record<Calendar, string>> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
}

export function calendarInWords(calendar: Calendar): string {
  return NAMES[calendar]
}

/** `Scotland`, `england`, `NI` → the calendar; undefined where no such one is meant. */
export function calendarMeant(words: string): Calendar | undefined {
  const said = words
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim()
  return MEANT.get(said)
}

const MEANT = new Map<string, Calendar>([
  ...['england and wales', 'england wales', 'england', 'wales', 'cymru'].map(
    (words) => [words, 'england-and-wales'] as const,
  ),
  ...['scotland', 'alba'].map((words) => [words, 'scotland'] as const),
  ...['northern ireland', 'ni'].map((words) => [words, 'northern-ireland'] as const),
])

export function isHoliday(date: Temporal.PlainDate, calendar: Calendar): boolean {
  return holidaysOf(date.year, calendar).has(date.toString())
}

/**
 * The day in the ISO week of `date` on which something planned for it happens: itself, unless it is a bank holiday; then the next
 * working day, or where the week has none left the last working day before.
 */
export function workingDay(date: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate {
  if (!isHoliday(date, calendar)) return date
  const week = Array.from({ length: 7 }, (_, at) => date.add({ days: at + 1 - date.dayOfWeek }))
  const open = week.filter((day) => day.dayOfWeek <= 5 && !isHoliday(day, calendar))
  const after = open.find((day) => Temporal.PlainDate.compare(day, date) > 0)
  // A week of nothing but holidays would keep its day.
  return after ?? open.at(-1) ?? date
}

type Library = {
  getHolidays(year: number): readonly { date: string; type: string }[]
}

const known = new Map<string, ReadonlySet<string>>()
let load: (new (country: string, state: string) => Library) | undefined

/** Read when a channel first wants them, for it takes a third of a second; each year once. */
function holidaysOf(year: number, calendar: Calendar): ReadonlySet<string> {
  const key = `${calendar} ${year}`
  const found = known.get(key)
  if (found) return found
  load ??= createRequire(import.meta.url)('date-holidays') as NonNullable<typeof load>
  const days = new load('GB', STATES[calendar])
    .getHolidays(year)
    .filter(({ type }) => type === 'public' || type === 'bank')
    .map(({ date }) => date.slice(0, 10))
  const all = new Set(days)
  known.set(key, all)
  return all
}
