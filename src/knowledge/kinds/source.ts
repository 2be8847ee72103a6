import * as z from 'zod'
import type { PartialDate } from '../../answer/answer.ts'
import { plainText, unescaped } from '../../reference/markup.ts'
import { doiIn, type Name, type Source } from '../../reference/source.ts'
import { lazily } from '../../search/lazily.ts'
import { CSL_DATES, CSL_NAMES, CSL_TEXTS, CSL_TYPES } from '../fields/csl.ts'
import { cslDate, cslDateOf, cslDay, partialDateOf, type WrittenCslDate } from '../fields/csl-date.ts'
import { tidied } from '../fields/csl-tidied.ts'
import { line, lineOrNumber, list, oneOf, paragraphs, pattern } from '../fields/fields.ts'
import { past } from '../fields/marks.ts'
import { withoutGaps } from '../file/plain.ts'
import { type Kind, wholeOf } from './kind.ts'

/** Other keys, such as the ORCID of Crossref, are not read. */
const name = z
  .object({
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

/** A citation key of whatever program, or a DOI: all that is one word and can stand in a line of ours. */
const key = (description: string) =>
  pattern(
    /^[\p{L}\p{N}_][\p{L}\p{N}._:/@#+'’()<>[\];&!$*=~-]{0,199}$/u,
    "write an id as one word that begins with a letter, a digit or _; these signs can stand in it: . _ : / @ # + ' ( ) < > [ ] ; & ! $ * = ~ -",
    description,
  )

const doi = line('10.1000/182').check((context) => {
  if (doiIn(context.value) !== undefined || context.value === '') return
  const message = 'a DOI is like 10.1000/182: one, and not the address of a page'
  context.issues.push({ code: 'custom', message, input: context.value })
})

const fieldsOf = <const K extends string, T extends z.ZodType>(keys: readonly K[], field: T) =>
  Object.fromEntries(keys.map((key) => [key, field])) as Record<K, T>

export const sourceSchema = z
  .object({
    id: key('The name by which claims, twinnings and reports cite this document.'),
    type: oneOf(CSL_TYPES, 'The kind of document, in CSL’s words: webpage, report, article-newspaper …'),
    title: line('The title as printed.'),
    ...fieldsOf(CSL_NAMES, list(name, 'People or bodies.').optional()),
    ...fieldsOf(CSL_DATES, cslDate.optional()),
    issued: past(cslDate.optional(), dateOf),
    accessed: past(cslDay.optional(), dateOf),
    ...fieldsOf(CSL_TEXTS, lineOrNumber('A standard CSL variable.').optional()),
    abstract: paragraphs('The abstract.').optional(),
    note: paragraphs('A note.').optional(),
    'container-title': line('The newspaper, journal, book or site it appeared in.').optional(),
    publisher: line('Who published it.').optional(),
    page: lineOrNumber('The pages of an article in its journal: 12-19.').optional(),
    DOI: doi.optional(),
    URL: line('https://… or http://…').optional(),
    archived: line('The address of an archived copy: https://web.archive.org/…').optional(),
    'republished-by': line(
      'Whose page was read, where another has published it again: Budapest Post',
    ).optional(),
    categories: list(line('A category.'), 'Categories.').optional(),
    custom: z.record(z.string(), z.unknown()).meta({ description: 'Anything; not read.' }).optional(),
  })
  .meta({ description: 'A document, in CSL: what Zotero and pandoc export.' })

function dateOf(written: WrittenCslDate | undefined): PartialDate | undefined {
  return written && partialDateOf(written)
}

/** The list is called `items` where it comes from the web API of Zotero. What else stands beside it is not read. */
const file = z
  .object({
    references: list(sourceSchema, 'Documents, in CSL YAML.').optional(),
    items: list(sourceSchema, 'Documents as Zotero’s web API has them.').optional(),
  })
  .check((context) => {
    if (context.value.references ?? context.value.items) return
    const message = '"references" is missing: put the documents in a list below "references:"'
    context.issues.push({ code: 'custom', message, input: context.value })
  })

export type WrittenSource = z.output<typeof sourceSchema>

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
  tidied,
  records: (entries) => ({
    sources: wholeOf(entries, sourceSchema, file).map(({ value }) => sourceOf(value)),
  }),
}

export function sourceOf(written: WrittenSource): Source {
  const csl = lazily(() => cslOf(written))
  const { id, type, accessed, page, archived, 'republished-by': republishedBy } = written
  const text = (name: keyof WrittenSource) => {
    const value = textOf(name, written[name])
    return value === undefined ? undefined : plainText(value)
  }
  const source = withoutGaps({
    id,
    type,
    title: text('title') ?? '',
    author: (written.author ?? []).map(nameOf),
    issued: written.issued && (partialDateOf(written.issued) ?? yearIn(cslDateOf(written.issued).literal)),
    containerTitle: text('container-title'),
    publisher: text('publisher'),
    page,
    doi: text('DOI'),
    url: text('URL'),
    accessed: accessed && partialDateOf(accessed),
    archived,
    republishedBy,
  })
  // Few who read a folder print its references.
  return {
    ...source,
    get csl() {
      return csl()
    },
  }
}

/** Without escapes, and of a DOI without what stood around it. */
function textOf(name: string, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  return name === 'DOI' ? doiIn(value) : unescaped(value)
}

/** The one year that words name, where they do not say that it is an end: `Spring 2015`, `2023–24`, `2019–`. */
function yearIn(words = ''): string | undefined {
  const years = words.match(/(?<!\d)\d{4}(?!\d)/g) ?? []
  return years.length === 1 && !words.startsWith('–') ? years[0] : undefined
}

function nameOf(written: z.output<typeof name>): Name {
  const entries = Object.entries(written).map(([key, value]) => [key, value && unescaped(value)])
  const { family, given, literal, suffix, ...rest }: z.output<typeof name> = Object.fromEntries(entries)
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

/** The standard keys of the record: texts without escapes, dates in one form, and the DOI without what stood around it. */
function cslOf(written: WrittenSource): Readonly<Record<string, unknown>> {
  const known = Object.entries(written).filter(([key]) => KEYS.has(key))
  const csl = known.map(([key, value]) => {
    if (CSL_DATES.some((name) => name === key)) return [key, dated(value as WrittenCslDate)]
    if (typeof value === 'string') return [key, textOf(key, value)]
    return [key, CSL_NAMES.some((name) => name === key) ? namesOf(value) : value]
  })
  return withoutGaps(Object.fromEntries(csl))
}

const KEYS: ReadonlySet<string> = new Set(
  Object.keys(sourceSchema.shape).filter((key) => !['archived', 'republished-by', 'custom'].includes(key)),
)

/** None where it says that there is none. */
function dated(written: WrittenCslDate | undefined) {
  const date = written && cslDateOf(written)
  return date && Object.keys(date).length > 0 ? date : undefined
}

function namesOf(value: unknown) {
  const names = value as readonly z.output<typeof name>[] | undefined
  return names?.map((one) => ({ ...one, ...nameOf(one) }))
}
