import { AND, dateInWords, lastDayOf } from '../../answer/in-words.ts'
import type { Days, Years } from '../../library/link-filter.ts'
import type { Phrase } from './phrases.ts'

/** Times that name a month, or a day of one; `before`: the words that stand before each. */
export function timesByMonth<T>(means: (years: Years) => T, before = ''): readonly Phrase<T>[] {
  return TIMES.map(
    ([says, years]): Phrase<T> => [`${before}${says}`, (...numbers) => means(years(...numbers))],
  )
}

const DAY = 'the? #count of? #month #year'

const TIMES: readonly (readonly [says: string, years: (...numbers: number[]) => Years])[] = [
  ['since #month #year', (month, year) => since(year, month)],
  ['from #month #year on|onward|onwards', (month, year) => since(year, month)],
  ['after #month #year', (month, year) => after(of(year, month))],
  ['before|pre #month #year', (month, year) => before(of(year, month))],
  ['up? until|till|to|by #month #year', (month, year) => by(of(year, month))],
  [
    'between|from #month #year and|to|until|till #month #year',
    (month, year, last, lastYear) => between(of(year, month), of(lastYear, last)),
  ],
  [
    'between|from #month and|to|until|till #month #year',
    (month, last, year) => between(of(year, month), of(year, last)),
  ],
  ['in|from|of|for|during|within? #month #year', (month, year) => within(of(year, month), 'in')],
  [`since ${DAY}`, (day, month, year) => since(year, month, day)],
  [`after ${DAY}`, (day, month, year) => after(of(year, month, day))],
  [`before|pre ${DAY}`, (day, month, year) => before(of(year, month, day))],
  [`up? until|till|to|by ${DAY}`, (day, month, year) => by(of(year, month, day))],
  [`on|of|from|dated? ${DAY}`, (day, month, year) => within(of(year, month, day), 'on')],
  ['on|of|from? #month the? #count #year', (month, day, year) => within(of(year, month, day), 'on')],
]

function of(...numbers: readonly number[]): string {
  return numbers.map((one) => String(one).padStart(2, '0')).join('-')
}

/** A year; its month and day where they are named. */
export function since(...numbers: readonly number[]): Years {
  const date = of(...numbers)
  return { from: yearOf(date), days: { from: firstDayOf(date), ...called('since', date) } }
}

/** A year holds days after its month: of what is told by years, it counts. */
function after(date: string): Years {
  return { from: yearOf(date), days: { from: moved(lastDayOf(date), 1), ...called('after', date) } }
}

/** Of what is told by years, the year of the month does not count: it is not over. */
function before(date: string): Years {
  return { to: yearOf(date) - 1, days: { to: moved(firstDayOf(date), -1), ...called('before', date) } }
}

function by(date: string): Years {
  return { to: yearOf(date), days: { to: lastDayOf(date), ...called('by', date) } }
}

function within(date: string, how: 'in' | 'on'): Years {
  const days = { from: firstDayOf(date), to: lastDayOf(date), ...called(how, date) }
  return { from: yearOf(date), to: yearOf(date), days }
}

function between(first: string, last: string): Years {
  const days = { from: firstDayOf(first), to: lastDayOf(last), ...called('between', first, last) }
  return { from: yearOf(first), to: yearOf(last), days }
}

/** As it is said again; and the months without their years. */
function called(how: string, ...dates: readonly string[]): Pick<Days, 'words' | 'named'> {
  const named = dates.map((date) => dateInWords(date).replace(/ \d{4}$/, ''))
  return { words: `${how} ${AND.format(dates.map(dateInWords))}`, named }
}

function firstDayOf(date: string): string {
  return date.length === 7 ? `${date}-01` : date
}

function moved(day: string, by: number): string {
  const [year, month, date] = day.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, (date ?? 1) + by)).toISOString().slice(0, 10)
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}
