import * as z from 'zod'
import type { PartialDate } from '../../answer/answer.ts'
import { dateFault } from '../dates.ts'
import { withoutGaps } from '../file/plain.ts'
import { lineOrNumber } from './fields.ts'

/** A date as CSL-JSON has it: the form that every reference style can read. */
type CslDate = {
  'date-parts'?: readonly (readonly number[])[]
  season?: number
  circa?: true
  literal?: string
  raw?: string
}

type Edtf = { 'date-parts': readonly (readonly number[])[]; season?: number; circa?: true }

const part = lineOrNumber('A number').regex(/^\d{1,4}$/, 'write a number')
const circa = z.union([z.string(), z.boolean()]).optional()
const edtf = lineOrNumber('2020-10-15, 2015-08 or 2015')
const json = z.strictObject({
  'date-parts': z.array(z.array(part).min(1).max(3)).min(1).max(2).optional(),
  season: lineOrNumber('1 to 4').optional(),
  circa,
  literal: z.string().optional(),
  raw: z.string().optional(),
})
const pandoc = z.strictObject({ year: part, month: part.optional(), day: part.optional(), circa })

/** A date in any of the ways Zotero and pandoc write it. */
export const cslDate = z
  .union([edtf, json, pandoc, z.array(pandoc).min(1).max(2)])
  .check((context) => {
    const message = faultOf(context.value)
    if (message) context.issues.push({ code: 'custom', message, input: context.value })
  })
  .meta({ id: 'date', description: 'A date: 2020-10-15, 2015-08 or 2015.' })

export type WrittenCslDate = z.output<typeof cslDate>

/** The date as we show it; none where the source gives it in words only. */
export function partialDateOf(written: WrittenCslDate): PartialDate | undefined {
  const first = cslDateOf(written)['date-parts']?.[0]
  return first && partialDate(first)
}

export function cslDateOf(written: WrittenCslDate): CslDate {
  if (typeof written === 'string') return edtfOf(written) ?? { raw: written }
  if (Array.isArray(written))
    return withoutGaps({ 'date-parts': written.map(partsOf), circa: isTrue(written[0]?.circa) })
  if ('year' in written)
    return withoutGaps({ 'date-parts': [partsOf(written)], circa: isTrue(written.circa) })
  const { season, literal, raw } = written
  const parts = written['date-parts']?.map((texts) => texts.map(Number))
  const read = parts || raw === undefined ? { 'date-parts': parts } : (edtfOf(raw) ?? { raw })
  return withoutGaps({
    ...read,
    season: season === undefined ? undefined : Number(season),
    circa: isTrue(written.circa),
    literal,
  })
}

/** A date, or two with a slash between them, in the Extended Date/Time Format; 21 to 24 for a month are seasons. */
function edtfOf(text: string): Edtf | undefined {
  const dates = text
    .split('/')
    .filter(Boolean)
    .map((date) => /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?$/.exec(date))
  if (dates.length === 0 || dates.some((date) => date === null)) return undefined
  const numbers = dates.map((date) => (date ?? []).slice(1).filter(Boolean).map(Number))
  const [, month = 0] = numbers[0] ?? []
  const season = month > 20 && month < 25 ? month - 20 : undefined
  const parts = season ? numbers.map(([year = 0]) => [year]) : numbers
  return withoutGaps({ 'date-parts': parts, season, circa: /[~%]/.test(text) || undefined })
}

function faultOf(written: WrittenCslDate): string | undefined {
  const { raw, 'date-parts': parts = [] } = cslDateOf(written)
  if (typeof written === 'string' && raw !== undefined) return dateFault(written, 'any')
  return parts.map((numbers) => dateFault(partialDate(numbers), 'any')).find((fault) => fault !== undefined)
}

function partialDate([year = 0, ...rest]: readonly number[]): PartialDate {
  return [String(year).padStart(4, '0'), ...rest.map((number) => String(number).padStart(2, '0'))].join('-')
}

function partsOf({ year, month, day }: z.output<typeof pandoc>): readonly number[] {
  return [year, month, month && day].filter((text) => text !== undefined).map(Number)
}

function isTrue(circa: string | boolean | undefined): true | undefined {
  return circa === undefined || ['false', '0', ''].includes(String(circa)) ? undefined : true
}

/**
 * The standard variables of the Citation Style Language 1.0.2, as its data schema lists them:
 * https://github.com/citation-style-language/schema/blob/v1.0.2/schemas/input/csl-data.json
 */

export const CSL_TYPES = [
  ...['article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast'],
  ...['chapter', 'classic', 'collection', 'dataset', 'document', 'entry', 'entry-dictionary'],
  ...[
    'entry-encyclopedia',
    'event',
    'figure',
    'graphic',
    'hearing',
    'interview',
    'legal_case',
    'legislation',
  ],
  ...['manuscript', 'map', 'motion_picture', 'musical_score', 'pamphlet', 'paper-conference', 'patent'],
  ...['performance', 'periodical', 'personal_communication', 'post', 'post-weblog', 'regulation', 'report'],
  ...['review', 'review-book', 'software', 'song', 'speech', 'standard', 'thesis', 'treaty', 'webpage'],
] as const

export const CSL_NAMES = [
  ...['author', 'chair', 'collection-editor', 'compiler', 'composer', 'container-author', 'contributor'],
  ...[
    'curator',
    'director',
    'editor',
    'editor-translator',
    'editorial-director',
    'executive-producer',
    'guest',
  ],
  ...[
    'host',
    'illustrator',
    'interviewer',
    'narrator',
    'organizer',
    'original-author',
    'performer',
    'producer',
  ],
  ...['recipient', 'reviewed-author', 'script-writer', 'series-creator', 'translator'],
] as const

export const CSL_DATES = [
  ...['accessed', 'available-date', 'event-date', 'issued', 'original-date', 'submitted'],
] as const

/** Texts and numbers other than `id`, `type`, `title`, `publisher` and the like, which sources name themselves. */
export const CSL_TEXTS = [
  ...[
    'abstract',
    'annote',
    'archive',
    'archive-place',
    'archive_collection',
    'archive_location',
    'authority',
  ],
  ...[
    'call-number',
    'chapter-number',
    'citation-key',
    'citation-label',
    'citation-number',
    'collection-number',
  ],
  ...[
    'collection-title',
    'container-title-short',
    'dimensions',
    'division',
    'edition',
    'event',
    'event-place',
  ],
  ...['event-title', 'first-reference-note-number', 'genre', 'ISBN', 'ISSN', 'issue', 'journalAbbreviation'],
  ...['jurisdiction', 'keyword', 'language', 'locator', 'medium', 'note', 'number', 'number-of-pages'],
  ...[
    'number-of-volumes',
    'original-publisher',
    'original-publisher-place',
    'original-title',
    'page-first',
    'part',
  ],
  ...[
    'part-number',
    'part-title',
    'PMCID',
    'PMID',
    'printing',
    'publisher-place',
    'references',
    'reviewed-genre',
  ],
  ...[
    'reviewed-title',
    'scale',
    'section',
    'shortTitle',
    'source',
    'status',
    'supplement',
    'supplement-number',
  ],
  ...['title-short', 'version', 'volume', 'volume-title', 'volume-title-short', 'year-suffix'],
] as const
