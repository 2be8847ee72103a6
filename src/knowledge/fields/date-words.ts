import { type CslDate, MONTHS, type OneDate, oneInWords, SEASONS } from '../../reference/dates.ts'
import { remembered } from '../../search/lazily.ts'

/**
 * A date as people and programs write it: `13 March 2014`, `2019-10/2020`, `circa 2010`, `2023-24`. What is no date in
 * numbers is kept in its own words (`in press`). `{}` where it says that there is none, and `undefined` for digits that
 * are no date. A document’s date is asked for again and again, and many were read on the same day.
 */
export const dateFromWords = remembered(readDate, 500)

function readDate(written: string): CslDate | undefined {
  const text = written.trim().replace(/\s+/g, ' ')
  if (NONE.test(text)) return {}
  const found = shortRange(text) ?? single(text) ?? range(text)
  if (found) return found
  return /^[\d\s./–-]*$/.test(text) ? undefined : { literal: text }
}

const NONE = /^(?:n\.? ?d\.?|s\.? ?d\.?|no date|not dated|undated|unknown|\.\.)?$/i

/** `2023-24`, a financial year, and `2014/17`: the words are kept. With a hyphen up to 12 is a month, and 21 to 24 a season. */
function shortRange(text: string): CslDate | undefined {
  const [, year = '', dash = '', last = ''] = /^(\d{4})([-–/])(\d\d)$/.exec(text) ?? []
  const isNext = Number(last) === (Number(year) + 1) % 100
  const isMonth = last > '00' && last <= '12'
  const isSeason = last > '20' && last <= '24'
  if (!year || (dash !== '–' && isMonth && !(dash === '/' && isNext))) return undefined
  if (!isNext && (last <= year.slice(2) || (dash === '-' && isSeason))) return undefined
  return { literal: `${year}${dash === '/' ? '/' : '–'}${last}` }
}

function single(text: string): CslDate | undefined {
  const one = oneDate(text)
  return one && withParts([one.parts], one)
}

/** The two ends may differ in how much they say. An open end, or beginning, is said in words: half a range is no date. */
function range(text: string): CslDate | undefined {
  const ends = [/^(.*?) ?\/ ?(.*)$/, /^(.*?) ?(?:–|—|--| - | to | until ) ?(.*)$/, /^(\d{4})-(\d{4})$/]
    .map((shape) => shape.exec(text))
    .find((found) => found !== null)
  if (!ends) return undefined
  const [from = '', to = ''] = ends.slice(1).map((end) => end.replace(/^\.\.$/, ''))
  const last = oneDate(to)
  const first = oneDate(from) ?? (last && oneDate(completed(from, to)))
  if (first && to === '') return { literal: `${oneInWords(first)}–` }
  if (last && from === '') return { literal: `–${oneInWords(last)}` }
  if (!first || !last || first.season || last.season) return undefined
  if (String(first.parts.map(padded)) > String(last.parts.map(padded))) return { literal: text }
  return withParts([first.parts, last.parts], { circa: first.circa ?? last.circa })
}

function withParts(parts: readonly (readonly number[])[], { season, circa }: Partial<OneDate>): CslDate {
  return { 'date-parts': parts, ...(season && { season }), ...(circa && { circa }) }
}

/** `13` before `15 March 2014`, `March` before `April 2014`. */
function completed(from: string, to: string): string {
  const [, month = '', year = ''] = /([a-z]+\.?)? ?(\d{4})$/i.exec(to) ?? []
  return /^\d{1,2}$/.test(from) ? `${from} ${month} ${year}` : `${from} ${year}`
}

/** `c. 2010` is about that year; `c2010` is a year of copyright to libraries, and stays in words. */
function oneDate(text: string): OneDate | undefined {
  const [, about, said = ''] = /^(circa |ca?\. ?|ca ?(?=\d)|c (?=\d)|about |around )?(.*?)$/i.exec(text) ?? []
  const isAbout = about !== undefined || /\d[~?%]$/.test(said)
  const one = numbered(said.replace(/[~?%]$/, '')) ?? named(said.replace(/[~?%]$/, ''))
  return one && { ...one, ...(isAbout && { circa: true }) }
}

/** `2014`, `2014-03-13`, `2014/3/13`, `13.3.2014`; 21 to 24 for a month are seasons. `4/3/2014` may be either day. */
function numbered(text: string): OneDate | undefined {
  const [day] = text.split(/T(?=\d\d:)/)
  const iso =
    /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(day ?? '') ??
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(day ?? '')?.filter((_, i) => i !== 2) ??
    /^(\d{4})\/(\d\d)$/.exec(day ?? '')
  if (iso) return oneOf(iso.slice(1).filter(Boolean).map(Number))
  const [, a = '', mark, b = '', year] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(day ?? '') ?? []
  if (!year || (mark !== '.' && Number(a) <= 12 && Number(b) <= 12 && a !== b)) return undefined
  return oneOf(Number(b) > 12 ? [year, a, b].map(Number) : [year, b, a].map(Number))
}

/** `13 March 2014`, `March 13, 2014`, `2014 March 13`, `Mar. 2014`, `Spring 2015`. */
function named(text: string): OneDate | undefined {
  const said = text.toLowerCase().replace(WEEKDAY, '').replace(/[.,]/g, ' ')
  const [, before, word = '', after, end] =
    /^(\d{4} |\d{1,2}(?:st|nd|rd|th)? (?:of )?)?([a-z]{3,9}) *(\d{1,2}(?:st|nd|rd|th)?)? *(\d{4})?$/.exec(
      said.replace(/ +/g, ' ').trim(),
    ) ?? []
  const year = before && /^\d{4}/.test(before) ? before : end
  const day = before && before !== year ? before : after
  if (!year || (before && after && before !== year) || (end && before === year)) return undefined
  const season = SEASONS.findIndex((names) => names.includes(word)) + 1
  if (season > 0) return day ? undefined : { parts: [Number(year)], season }
  const month = MONTHS.findIndex((name) => word === name || (word.length < 5 && name.startsWith(word))) + 1
  if (month === 0) return undefined
  const one = [year, month, day].filter((part) => part !== undefined)
  return oneOf(one.map((part) => Number.parseInt(String(part), 10)))
}

const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? /
/** Months from 21 to 24 are seasons; in some programs from 13 to 16 as well, which a person writes by mistake only. */
export function oneOf(parts: readonly number[], first = 21): OneDate {
  const [year = 0, month = 0] = parts
  const season = month > 20 && month < 25 ? month - 20 : month >= first && month < 17 ? month - 12 : undefined
  return season ? { parts: [year], season } : { parts }
}

function padded(part: number): string {
  return String(part).padStart(4, '0')
}
