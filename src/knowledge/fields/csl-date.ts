import * as z from 'zod'
import type { PartialDate } from '../../answer/answer.ts'
import { type CslDate, oneInWords, SEASONS } from '../../reference/dates.ts'
import { dateFault } from '../dates.ts'
import { withoutGaps } from '../file/plain.ts'
import { dateFromWords, oneOf } from './date-words.ts'
import { lineOrNumber } from './fields.ts'

const words = lineOrNumber('2020-10-15, 2015-08, 2015 or the words of the source')
// What other programs put beside it, such as the `timestamp` of Crossref, says nothing to us.
const part = z.string().optional()
const circa = z.union([z.string(), z.boolean()]).optional()
const season = lineOrNumber('1 to 4').optional()
const json = z.object({
  'date-parts': z.array(z.array(part).max(3)).max(2).optional(),
  season,
  circa,
  literal: z.string().optional(),
  raw: z.string().optional(),
})
const pandoc = z.object({ year: words, month: part, day: part, season, circa })

const anyDate = z.union([words, pandoc, json, z.array(pandoc).max(2)])

/** A date in any of the ways people, Zotero, Crossref and pandoc write it. Words that are no date in numbers are kept. */
export const cslDate = checked(faultOf).meta({
  id: 'date',
  description: 'A date: 2020-10-15, 2015-08, 2015, or the words of the source: in press.',
})

/** A day on which somebody did something: words would not say when. */
export const cslDay = checked(
  (written) =>
    faultOf(written) ??
    (cslDateOf(written).literal ? (dateFault(String(written), 'any') ?? NO_DAY) : undefined),
).meta({ id: 'day-of-access', description: 'A date: 2026-11-24.' })

const NO_DAY = 'write the date like 2026-11-24'

function checked(fault: (written: WrittenCslDate) => string | undefined) {
  return anyDate.check((context) => {
    const message = fault(context.value)
    if (message) context.issues.push({ code: 'custom', message, input: context.value })
  })
}

export type WrittenCslDate = z.output<typeof anyDate>

/** The first day, month or year that it names; none where the source gives it in words only. */
export function partialDateOf(written: WrittenCslDate): PartialDate | undefined {
  if (typeof written === 'string' && EXACT.test(written)) return written
  const first = cslDateOf(written)['date-parts']?.[0]
  return first && partialDate(first)
}

/** Most are written as they are kept. */
const EXACT = /^[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** The one form that every reader of CSL-JSON knows: numbers, or words. */
export function cslDateOf(written: WrittenCslDate): CslDate {
  return read(written) ?? { literal: String(written) }
}

function read(written: WrittenCslDate): CslDate | undefined {
  if (typeof written === 'string') return dateFromWords(written)
  if (Array.isArray(written)) return fromParts(written.map(partsOf), written[0]?.season, written[0]?.circa)
  if ('year' in written) return fromParts([partsOf(written)], written.season, written.circa)
  const { literal, raw, 'date-parts': parts = [], season, circa } = written
  const numbers = parts.map((texts) => texts.map((text) => Number(text ?? 0)))
  const inNumbers = fromParts(numbers, season, circa)
  if (inNumbers['date-parts'] ?? inNumbers.literal) return inNumbers
  const said = literal ?? raw
  if (said === undefined) return {}
  const words: CslDate = { literal: said.trim() }
  const found = dateFromWords(said) ?? words
  // Words that another program has set apart stay words, unless they are numbers after all.
  const date: CslDate = literal === undefined || !found.season ? found : words
  return withoutGaps({ ...date, circa: date['date-parts'] && (date.circa ?? isTrue(circa)) })
}

/** A second date of zeros, or of nothing, is an open end; a first one an open beginning. */
function fromParts(
  dates: readonly (readonly number[])[],
  season: string | undefined,
  circa: string | boolean | undefined,
): CslDate {
  const ends = dates.map((numbers) => oneOf(upToGap(numbers), 13))
  const [first, last] = ends
  if (!first || ends.every(({ parts }) => parts.length === 0)) return {}
  if (last && last.parts.length === 0) return { literal: `${oneInWords(first)}–` }
  if (last && first.parts.length === 0) return { literal: `–${oneInWords(last)}` }
  if (last && (first.season || last.season)) return { literal: ends.map(oneInWords).join('–') }
  if (first.parts.some((number) => number < 0)) return { literal: `${-(first.parts[0] ?? 0)} BC` }
  const isSame = last && String(first.parts) === String(last.parts)
  return withoutGaps({
    'date-parts': (isSame ? [first] : ends).map(({ parts }) => parts),
    season: first.season ?? seasonOf(season),
    circa: isTrue(circa),
  })
}

function upToGap(numbers: readonly number[]): readonly number[] {
  const gap = numbers.indexOf(0)
  return gap < 0 ? numbers : numbers.slice(0, gap)
}

/** `2`, `22`, `Summer`. */
function seasonOf(written: string | undefined): number | undefined {
  const named = SEASONS.findIndex((names) => names.includes(written?.toLowerCase() ?? '')) + 1
  const number = named || Number(written ?? 0) % 20
  return number >= 1 && number <= 4 ? number : undefined
}

function faultOf(written: WrittenCslDate): string | undefined {
  const date = read(written)
  if (!date) return dateFault(typeof written === 'string' ? written : '', 'any')
  const parts = date['date-parts'] ?? []
  if (parts.flat().some((number) => !Number.isInteger(number))) return 'write a number'
  return parts.map((numbers) => dateFault(partialDate(numbers), 'any')).find((fault) => fault !== undefined)
}

function partialDate([year = 0, ...rest]: readonly number[]): PartialDate {
  return [String(year).padStart(4, '0'), ...rest.map((number) => String(number).padStart(2, '0'))].join('-')
}

function partsOf({ year, month, day }: z.output<typeof pandoc>): readonly number[] {
  return [year, month, day].map((text) => Number(text ?? 0))
}

function isTrue(circa: string | boolean | undefined): true | undefined {
  return circa === undefined || ['false', '0', ''].includes(String(circa)) ? undefined : true
}
