/** A date as CSL-JSON has it: the form that every reference style can read. `literal`: words in place of numbers. */
export type CslDate = {
  'date-parts'?: readonly (readonly number[])[]
  season?: number
  circa?: true
  literal?: string
}

/** One end of it, or all: year, month and day as far as they are known. */
export type OneDate = { parts: readonly number[]; season?: number; circa?: true }

export const SEASONS: readonly (readonly string[])[] = [
  ['spring'],
  ['summer'],
  ['autumn', 'fall'],
  ['winter'],
]
export const MONTHS: readonly string[] =
  'january february march april may june july august september october november december'.split(' ')

/** `c. March 2014`, `Spring 2015`, `2019–2020`, `in press`. */
export function dateInWords(date: CslDate): string {
  const { 'date-parts': dates = [], literal, season, circa } = date
  const ends = dates.map((parts, i) => oneInWords({ parts, ...(i === 0 && { season, circa }) }))
  return ends.length > 0 ? ends.join('–') : (literal ?? '')
}

export function oneInWords({ parts: [year, month, day], season, circa }: OneDate): string {
  const word = season ? SEASONS[season - 1]?.[0] : month && MONTHS[month - 1]
  const name = word && word.charAt(0).toUpperCase() + word.slice(1)
  return [circa && 'c.', day, name, year].filter(Boolean).join(' ')
}

/** Whether a year, a month or a day is all that it is. */
export function isPlain({ 'date-parts': dates, literal, season, circa }: CslDate): boolean {
  return dates?.length === 1 && !literal && !season && !circa
}

/** As biblatex reads it, in the Extended Date/Time Format: `2019-10/2020`, `2010~`, `2015-21`. */
export function edtf({ 'date-parts': dates, season, circa }: CslDate): string | undefined {
  const ends = dates?.map(([year, ...rest]) =>
    [String(year).padStart(4, '0'), ...[...rest, ...(season ? [20 + season] : [])].map(twoDigits)].join('-'),
  )
  return ends?.map((end) => (circa ? `${end}~` : end)).join('/')
}

/** The same with ends that say equally much: a processor of styles breaks off at `2019-10/2020`. */
export function evened(date: CslDate): CslDate {
  const { 'date-parts': dates = [], ...rest } = date
  if (dates.length < 2) return date
  const known = Math.min(...dates.map(({ length }) => length))
  const ends = dates.map((parts) => parts.slice(0, known))
  return { ...rest, 'date-parts': String(ends[0]) === String(ends[1]) ? ends.slice(0, 1) : ends }
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
