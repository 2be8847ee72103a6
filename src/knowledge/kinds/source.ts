import * as z from 'zod'
import type { Name, Source } from '../../reference/source.ts'
import { piecesOf, shellOf } from '../file/pieces.ts'
import { CSL_DATES, CSL_NAMES, CSL_TEXTS, CSL_TYPES } from './csl.ts'
import { cslDate, cslDateOf, partialDateOf } from './csl-date.ts'
import { id, line, lineOrNumber, list, oneOf, paragraphs } from './fields.ts'
import type { Kind } from './kind.ts'
import { withoutGaps } from './without-gaps.ts'

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

const sourceSchema = z
  .strictObject({
    id: id('The name by which claims, twinnings and reports cite this document.'),
    type: oneOf(CSL_TYPES, 'The kind of document, in CSL’s words: webpage, report, article-newspaper …'),
    title: line('The title as printed.'),
    ...fieldsOf(CSL_NAMES, list(name, 'People or bodies.').optional()),
    ...fieldsOf(CSL_DATES, cslDate.optional()),
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

const file = z.strictObject({ references: list(sourceSchema, 'Documents, in CSL YAML.') })

export type WrittenSource = z.output<typeof sourceSchema>

export const sources: Kind = {
  folder: 'sources',
  schema: file,
  /** A list without `references:` is a CSL-JSON file. */
  read(written, draft) {
    const isJson = Array.isArray(written.value)
    const shell = isJson ? undefined : shellOf(written, ['references'], file)
    const entries = piecesOf(written, isJson ? undefined : 'references', sourceSchema)
    draft.whole.sources.push(...entries.whole)
    draft.sources.push(...entries.all)
    for (const name of entries.broken) draft.broken.add(name)
    return [...(shell?.faults ?? []), ...entries.faults]
  },
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
