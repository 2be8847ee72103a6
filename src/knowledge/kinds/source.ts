import * as z from 'zod'
import type { PartialDate } from '../../answer/answer.ts'
import type { Name, Source } from '../../reference/source.ts'
import {
  CSL_DATES,
  CSL_NAMES,
  CSL_TEXTS,
  CSL_TYPES,
  cslDate,
  cslDateOf,
  partialDateOf,
  type WrittenCslDate,
} from '../fields/csl.ts'
import { id, line, lineOrNumber, list, oneOf, paragraphs } from '../fields/fields.ts'
import { past } from '../fields/marks.ts'
import { withoutGaps } from '../file/plain.ts'
import { type Kind, wholeOf } from './kind.ts'

const name = z
  .strictObject({
    family: line('Ransom').optional(),
    given: line('James').optional(),
    literal: line('The name of a body: Leeds City Council').optional(),
    suffix: line('Jr.').optional(),
    'dropping-particle': line('de').optional(),
    'non-dropping-particle': line('van').optional(),
    'comma-suffix': line('true or false').optional(),
    'static-ordering': line('true or false').optional(),
    'parse-names': line('true or false').optional(),
  })
  .meta({
    id: 'name',
    description: '{family: Ransom, given: James}, or {literal: Leeds City Council} for a body.',
  })

const fieldsOf = <const K extends string, T extends z.ZodType>(keys: readonly K[], field: T) =>
  Object.fromEntries(keys.map((key) => [key, field])) as Record<K, T>

export const sourceSchema = z
  .strictObject({
    id: id('The name by which claims, twinnings and reports cite this document.'),
    type: oneOf(CSL_TYPES, 'The kind of document, in CSL’s words: webpage, report, article-newspaper …'),
    title: line('The title as printed.'),
    ...fieldsOf(CSL_NAMES, list(name, 'People or bodies.').optional()),
    ...fieldsOf(CSL_DATES, cslDate.optional()),
    issued: past(cslDate.optional(), dateOf),
    accessed: past(cslDate.optional(), dateOf),
    ...fieldsOf(CSL_TEXTS, lineOrNumber('A standard CSL variable.').optional()),
    abstract: paragraphs('The abstract.').optional(),
    note: paragraphs('A note.').optional(),
    'container-title': line('The newspaper, journal, book or site it appeared in.').optional(),
    publisher: line('Who published it.').optional(),
    page: lineOrNumber('The pages of an article in its journal: 12-19.').optional(),
    DOI: line('10.1000/182').optional(),
    URL: line('https://… or http://…').optional(),
    archived: line('The address of an archived copy: https://web.archive.org/…').optional(),
    categories: list(line('A category.'), 'Categories.').optional(),
    custom: z.record(z.string(), z.unknown()).meta({ description: 'Anything; not read.' }).optional(),
  })
  .meta({ description: 'A document, in CSL: what Zotero and pandoc export.' })

function dateOf(written: WrittenCslDate | undefined): PartialDate | undefined {
  return written && partialDateOf(written)
}

const file = z.strictObject({ references: list(sourceSchema, 'Documents, in CSL YAML.') })

type WrittenSource = z.output<typeof sourceSchema>

const sample = `references:
  - id: ransom-2020
    type: post-weblog
    title: Innovators Without Borders
    author:
      - {family: Ransom, given: James}
    issued: 2020-10-15
    container-title: Yorkshire Universities
    publisher: Yorkshire Universities
    URL: https://yorkshireuniversities.ac.uk/2020/10/15/innovators-without-borders/
    accessed: 2026-11-24

  - id: nesta-2020
    type: report
    title: "Network Effects: The innovation multipliers of international collaboration for cities and subnational governments"
    author:
      - {family: Cosgrave, given: Ellie}
      - {family: Moonen, given: Tim}
      - {family: Nunley, given: Jake}
      - {family: Zanetti, given: Oliver}
    issued: 2020-09
    publisher: Nesta

  - id: LCCnews
    type: webpage
    title: Leeds and twinned city Dortmund re-sign their memorandum of understanding
    author:
      - literal: Leeds City Council
    issued: 2021-02-12
`

export const sources: Kind = {
  folder: 'sources',
  noun: 'document',
  guide: { entry: 'one document', file: 'who, what, when, where: a Zotero export does' },
  sample,
  schema: file,
  bare: 'references',
  records: (entries) => ({
    sources: wholeOf(entries, sourceSchema, file).map(({ value }) => sourceOf(value)),
  }),
}

export function sourceOf(written: WrittenSource): Source {
  const { id, type, title, issued, accessed, publisher, page, archived } = written
  return withoutGaps({
    id,
    type,
    title,
    author: (written.author ?? []).map(nameOf),
    issued: issued && partialDateOf(issued),
    containerTitle: written['container-title'],
    publisher,
    page,
    doi: doiOf(written),
    url: written.URL,
    accessed: accessed && partialDateOf(accessed),
    archived,
    csl: cslOf(written),
  })
}

function nameOf({ family, given, literal, suffix, ...rest }: z.output<typeof name>): Name {
  const { 'dropping-particle': dropping, 'non-dropping-particle': kept } = rest
  return withoutGaps({
    family,
    given,
    literal,
    suffix,
    'dropping-particle': dropping,
    'non-dropping-particle': kept,
  })
}

/** Written as an address or after `DOI:` as well; without, so that nobody puts one `https://doi.org/` before another. */
function doiOf({ DOI }: WrittenSource): string | undefined {
  return DOI?.replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)+/i, '')
}

/** The record without our own key, and with dates in the one form that every reader of CSL-JSON knows. */
function cslOf(written: WrittenSource): Readonly<Record<string, unknown>> {
  const { archived: _, custom: __, ...csl } = written
  const dates = CSL_DATES.map((key) => [key, csl[key] && cslDateOf(csl[key])])
  return withoutGaps({ ...csl, DOI: doiOf(written), ...Object.fromEntries(dates) })
}
