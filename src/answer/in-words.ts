// Not the package's own entry point, which reads its names in all 79 languages: 40 ms at every start.
import countries from 'i18n-iso-countries/index.js'
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' }

/** A calendar day, `2026-11-24`. */
export type Day = string

/** A date as precise as its source gives it: `1969`, `1980-10` or `1980-10-25`. Precision is kept, never invented. */
export type PartialDate = string

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `1969`, `October 1980`, `25 October 1980`: no more precise than the date itself. */
export function dateInWords(date: PartialDate): string {
  const [year = '', month, day] = date.split('-')
  if (!month) return year
  const name = MONTHS[Number(month) - 1]
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`
}

/** Whole months from `from` to `to`; negative when `to` is earlier. */
export function monthsBetween(from: Day, to: Day): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0)
}

/** Says the same thing at different precision: `1980` and `1980-10-25`. */
export function sameDate(one: PartialDate, other: PartialDate): boolean {
  return one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`)
}

/** Newest first; what has no date comes last. For equal prefixes the more precise date is taken as newer. */
export function newestFirst(one: PartialDate | undefined, other: PartialDate | undefined): number {
  return (other ?? '').localeCompare(one ?? '')
}

/** `1 link`, `12 links`, `1,200 links`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`
}

countries.registerLocale(english)

/** `DE` → `Germany`, the everyday English name; the code itself when the library has no name for it. */
export function countryName(code: string): string {
  const [everyday, official] = [
    countries.getName(code, 'en', { select: 'alias' }),
    countries.getName(code, 'en'),
  ]
  // Some aliases are no everyday names: `UK`, `Korea, Republic of`.
  return everyday && everyday.length > 3 && !everyday.includes(',') ? everyday : (official ?? code)
}
