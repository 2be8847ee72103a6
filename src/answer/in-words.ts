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

/** `25 Oct 1980`, `Oct 1980`, `1980`: for tables. */
export function shortDate(date: PartialDate): string {
  return dateInWords(date).replace(/[A-Z][a-z]+/, (month) => month.slice(0, 3))
}

/** A month or a year ends with its last day. */
export function lastDayOf(date: PartialDate): Day {
  const [year, month = '12', day] = date.split('-')
  // The day before the first of the next month.
  return `${year}-${month}-${day ?? new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()}`
}

/** Whole months from `from` to `to`; negative when `to` is earlier. */
export function monthsBetween(from: Day, to: Day): number {
  return monthsUntil(to) - monthsUntil(from) - (to.slice(8) < from.slice(8) ? 1 : 0)
}

function monthsUntil(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
}

/** Says the same thing at different precision: `1980` and `1980-10-25`. */
export function sameDate(one: PartialDate, other: PartialDate): boolean {
  return one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`)
}

/** Newest first; what has no date comes last. For equal prefixes the more precise date is taken as newer. */
export function newestFirst(one: PartialDate | undefined, other: PartialDate | undefined): number {
  const [first, second] = [one ?? '', other ?? '']
  return first === second ? 0 : first > second ? -1 : 1
}

/** `A, B and C`; `A, B or C`. Not with Intl.ListFormat, whose first use takes 12 ms and 7 MB. */
export const AND = { format: (words: readonly string[]) => listed(words, 'and') }
export const OR = { format: (words: readonly string[]) => listed(words, 'or') }

function listed(words: readonly string[], last: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

/** `1 link`, `12 links`, `1,200 links`. */
export function count(number: number, noun: string): string {
  return `${String(number).replace(THOUSANDS, ',')} ${noun}${number === 1 ? '' : 's'}`
}

/** Between two digits, where a multiple of three follows. */
const THOUSANDS = /\B(?=(?:\d{3})+$)/g

countries.registerLocale(english)

/** `DE` → `Germany`, the everyday English name; the code itself when the library has no name for it. */
export function countryName(code: string): string {
  const known = NAMES.get(code) ?? everydayName(code)
  NAMES.set(code, known)
  return known
}

/** Each row of a table asks for one. */
const NAMES = new Map<string, string>()

function everydayName(code: string): string {
  const [everyday, official] = [
    countries.getName(code, 'en', { select: 'alias' }),
    countries.getName(code, 'en'),
  ]
  // Some aliases are no everyday names: `UK`, `Korea, Republic of`.
  const name = everyday && everyday.length > 3 && !everyday.includes(',') ? everyday : (official ?? code)
  // `Falkland Islands (Malvinas)`, `Moldova, Republic of`
  return name.replace(/\s*\(.*?\)|, [\w ]+ of$/, '')
}

/** Where a finding was read, and how to check it. */
export type Citation = {
  /** The id of the source in the knowledge folder. */
  source: string
  /** Short, for a line of text: `Leeds City Council, 2021`. */
  label: string
  author?: string
  title: string
  publisher?: string
  date?: PartialDate
  /** `paragraph 4`, `p. 12`; or in words that there is none. */
  locator: string
  /** A page of the web, of which nobody expects a number: where it is cited, `locator` says nothing new. */
  unpaged?: true
  /** http or https only. */
  url?: string
  /** `url` with a fragment that jumps to the quoted words or the page, where there is one. */
  jump?: string
  archived?: string
  checkedOn: Day
  checkedBy: string
  /** `last checked 14 months ago`, only when the check is overdue. */
  overdue?: string
  /** The source did not say so any more when it was read last. */
  gone?: true
  /** `matches our copy of 24 November 2026`, where the quotation was compared with its source. Never “true”. */
  compared?: string
}

/** A piece of a citation: its words, and where they lead if anywhere. */
export type CitationPart = {
  is: 'source' | 'title' | 'locator' | 'checked' | 'compared' | 'gone' | 'overdue' | 'archived'
  text: string
  /** http or https, and nothing in it that could mislead. */
  url?: string
}

/** How a citation is said, once for all that show one: every part of it that there is, and that the foot does not say of all, in this order. */
export function citationParts(cite: Citation, alike: CheckedAlike = 'neither'): readonly CitationPart[] {
  const { label, title, locator, unpaged, checkedOn, checkedBy, compared, overdue, gone } = cite
  const by = alike === 'people' ? '' : ` by ${checkedBy}`
  const url = linkOf(cite)
  const copy = cite.archived !== cite.url && isSafe(cite.archived) ? cite.archived : undefined
  return [
    { is: 'source', text: label, ...(url && { url }) },
    { is: 'title', text: title },
    ...(unpaged ? [] : [{ is: 'locator' as const, text: locator }]),
    ...(alike === 'day and people'
      ? []
      : [{ is: 'checked' as const, text: `checked ${dateInWords(checkedOn)}${by}` }]),
    ...(compared ? [{ is: 'compared' as const, text: `quotation ${compared}` }] : []),
    ...(gone ? [{ is: 'gone' as const, text: 'the source did not say so any more' }] : []),
    ...(overdue ? [{ is: 'overdue' as const, text: `check overdue: ${overdue}` }] : []),
    ...(copy ? [{ is: 'archived' as const, text: 'archived copy', url: copy }] : []),
  ]
}

/** In short: `Leeds City Council (2021), p. 4`. */
export function whereRead({
  label,
  locator,
  unpaged,
}: Pick<Citation, 'label' | 'locator' | 'unpaged'>): string {
  return unpaged ? label : `${label}, ${locator}`
}

/** What a reader must not miss. */
export function isWarning({ is }: Pick<CitationPart, 'is'>): boolean {
  return is === 'gone' || is === 'overdue'
}

/** What is the same of all checks, which no line says again where the foot says it: the day and who, or who alone. */
export type CheckedAlike = 'day and people' | 'people' | 'neither'

export function checkedAlike(cites: readonly Citation[]): CheckedAlike {
  const days = new Set(cites.map(({ checkedOn }) => checkedOn))
  const people = new Set(cites.map(({ checkedBy }) => checkedBy))
  if (people.size !== 1) return 'neither'
  return days.size === 1 ? 'day and people' : 'people'
}

/** The day and the people of all checks in one sentence, for under a list where no line need say them again. */
export function checkedOnce(cites: readonly Citation[]): string | undefined {
  const [first, ...later] = [...new Set(cites.map(({ checkedOn }) => checkedOn))].sort()
  if (first === undefined) return undefined
  const last = later.at(-1)
  const people = AND.format([...new Set(cites.map(({ checkedBy }) => checkedBy))].sort())
  return last === undefined
    ? `All sources checked ${dateInWords(first)} by ${people}.`
    : `Sources checked between ${dateInWords(first)} and ${dateInWords(last)} by ${people}.`
}

/** As many stand with a sentence; the others are under the answer. */
const BESIDE_A_SENTENCE = 3

/** Where the sentence of an answer was read, in short: `Leeds City Council (2021), p. 4`. */
export function sourcesBeside({
  cites,
}: {
  cites: readonly Citation[]
}): readonly { text: string; url?: string }[] {
  const shown = cites.slice(0, BESIDE_A_SENTENCE).map((cite) => {
    const url = linkOf(cite)
    return { text: whereRead(cite), ...(url && { url }) }
  })
  const more = cites.length - shown.length
  return more > 0 ? [...shown, { text: `${count(more, 'more source')} below` }] : shown
}

/** What stands before a part in running text: where it was read is one clause, how it was checked the next. */
export function separatorBefore({ is }: CitationPart): string {
  if (is === 'source') return ''
  return is === 'title' || is === 'locator' ? ', ' : '; '
}

/** The longest address that every platform takes; Slack's is the shortest limit. Characters. */
const LONGEST = 3000

/** Where a citation's link leads: to the quoted words if possible. Nothing when no address of it can be trusted. */
export function linkOf({ jump, url }: Pick<Citation, 'jump' | 'url'>): string | undefined {
  return [jump, url].find(isSafe)
}

/** http or https, no name or password before the host, nothing invisible, not too long. */
export function isSafe(url: string | undefined): url is string {
  if (url === undefined || url.length > LONGEST || /[\s\p{Cc}\p{Cf}<>|]/u.test(url)) return false
  if (!url.isWellFormed() || !URL.canParse(url)) return false
  const { protocol, username, password } = new URL(url)
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === ''
}

/** What somebody typed, in quotation marks; of a very long word or line, its beginning. */
export function quoted(typed: string): string {
  const letters = [...typed]
  return letters.length <= ECHO ? `“${typed}”` : `“${letters.slice(0, ECHO - 1).join('')}…”`
}

const ECHO = 80
