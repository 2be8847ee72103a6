import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { isPlain } from '../../src/reference/dates.ts'
import { reference } from '../../src/reference/reference.ts'
import { issuedOf, makersOf, namesOf, type Source, withoutCapture } from '../../src/reference/source.ts'
import { realFolder } from '../real-folder.ts'
import { sourceIn } from './a-source.ts'
import { FIFTY } from './fifty-records.ts'

type Csl = Record<string, unknown> & { id: string }

const require = createRequire(import.meta.url)
const { Cite } = require('@citation-js/core') as {
  Cite: new (text: string, options?: object) => { data: Csl[] }
}
require('@citation-js/plugin-bibtex')
require('@citation-js/plugin-ris')
const { parse: readBibtex } = require('astrocite-bibtex') as { parse: (text: string) => Csl[] }
const { parse: readRis } = require('astrocite-ris') as { parse: (text: string) => Csl[] }

const sources = [...realFolder().knowledge.sources.values()].map(withoutCapture)

test('another program reads our BibTeX and finds the same fields', () => {
  const file = sources.map((source) => reference(source, { style: 'bibtex' })).join('\n\n')
  const read = new Map(new Cite(file).data.map((item) => [item.id, item]))
  assert.equal(read.size, sources.length)
  for (const source of sources) {
    const item = read.get(source.id)
    // This reader takes `howpublished`, where @misc has the name of the site or blog, for a publisher if there is none.
    const isMisc = /^@misc/.test(reference(source, { style: 'bibtex' }))
    const misc = { container: undefined, publisher: source.publisher ?? source.containerTitle }
    assert.deepEqual(fieldsOf(item), { ...expected(source), ...(isMisc && misc) }, source.id)
  }
})

test('another program reads our RIS and finds the same fields', () => {
  const file = sources.map((source) => reference(source, { style: 'ris' })).join('\n')
  const read = new Map(readRis(file).map((item) => [item.id, item]))
  assert.equal(read.size, sources.length)
  for (const source of sources) {
    const fields = fieldsOf(read.get(source.id))
    // This reader loses a name that begins with a small letter: "ich-hamm.de".
    const author = fields.author.some((name) => name === '') ? fields.author : expected(source).author
    assert.deepEqual(fields, { ...expected(source), author }, source.id)
    for (const { literal } of source.author) {
      if (literal) assert.ok(reference(source, { style: 'ris' }).includes(`AU  - ${literal}\n`), source.id)
    }
  }
})

const all = [...sources, ...FIFTY.map(({ record }) => withoutCapture(sourceIn(record)))]

/** What every reader of a format must find alike, in one spelling. */
function common(item: Csl | undefined) {
  const { title, volume, doi, url, page, issued, author } = fieldsOf(item)
  return {
    title,
    volume,
    doi,
    url,
    page: page?.replaceAll('–', '-'),
    year: issued?.[0],
    who: wordsOf(author),
  }
}

/** Readers differ in where they take the name of a body apart, and at an “and” inside it. */
function wordsOf(names: readonly string[]): string {
  return names
    .join(' ')
    .split(/[\s,]+/)
    .filter((word) => word && word !== 'and')
    .sort()
    .join(' ')
}

for (const [style, first, second] of [
  ['bibtex', (text: string) => new Cite(text).data, readBibtex],
  ['ris', (text: string) => new Cite(text, { forceType: '@ris/file' }).data, readRis],
] as const) {
  test(`two programs read the same in our ${style}, and what the record says`, () => {
    const file = all.map((source) => reference(source, { style })).join('\n\n')
    const [one, other] = [first(file), second(file)].map(
      (items) => new Map(items.map((item) => [item.id, item])),
    )
    for (const source of all) {
      const { title, csl, doi, url, page, issued } = source
      const isYear = isPlain(issuedOf(source) ?? {})
      const wanted = {
        who: wordsOf(makersOf(source).map(({ suffix: _, ...name }) => Object.values(name).join(' '))),
        title,
        volume: csl.volume && String(csl.volume),
        doi,
        url,
        page: page?.replace(/--|–/, '-'),
        year: issued && Number(issued.slice(0, 4)),
      }
      for (const [reader, items] of [one, other].entries()) {
        const read = common(items?.get(source.id))
        // One takes translators for authors, and mistakes a suffix for a given name.
        const isHeld = wanted.who.split(' ').every((word) => read.who.split(' ').includes(word))
        const hasMore = isHeld && namesOf(source, 'translator').length > 0
        const isMixed = hasMore || (style === 'ris' && source.author.some(({ suffix }) => suffix))
        // Two readers lose a name that begins with a small letter; the first of RIS the pages and volume of a case or a debate, and who
        // wrote in a newspaper or directed a film, whom it calls by those names.
        const isLost =
          /^\p{Ll}/u.test(wanted.who) || ['article-newspaper', 'motion_picture'].includes(source.type)
        const isOwnKind = reader === 0 && style === 'ris' && ['hearing', 'legal_case'].includes(source.type)
        const { page, volume, who } = isOwnKind ? read : wanted
        assert.deepEqual(
          read,
          // A range, a season or words are read as words, or as their first year.
          {
            ...wanted,
            ...(!isYear && { year: read.year }),
            page,
            volume,
            who: (isLost && read.who === '') || isMixed ? read.who : who,
          },
          source.id,
        )
      }
    }
  })
}

/** The fields that a reader must find, in one spelling. */
function expected(source: Source) {
  const { title, containerTitle, publisher, url, doi, page, author, issued, accessed, csl } = source
  return {
    title,
    container: containerTitle,
    publisher,
    url,
    doi,
    page,
    volume: csl.volume && String(csl.volume),
    issue: csl.issue && String(csl.issue),
    author: author.map((name) => name.literal ?? `${name.given} ${name.family}`),
    issued: issued?.split('-').map(Number),
    accessed: accessed?.split('-').map(Number),
  }
}

function fieldsOf(item: Csl | undefined): ReturnType<typeof expected> {
  assert.ok(item)
  const names = (item.author ?? []) as Record<string, string>[]
  const date = (value: unknown) =>
    (value as { 'date-parts'?: unknown[][] } | undefined)?.['date-parts']?.[0]?.filter(Boolean).map(Number)
  const text = (value: unknown) => (value === undefined ? undefined : String(value))
  return {
    title: String(item.title),
    container: text(item['container-title']),
    publisher: text(item.publisher),
    url: text(item.URL),
    doi: text(item.DOI),
    page: text(item.page)?.replace('--', '-'),
    volume: text(item.volume),
    issue: text(item.issue ?? item.number),
    // Readers differ in where they take a body's name apart; its words are the same.
    author: names.map(({ literal, given, family, ...rest }) =>
      [literal, given, rest['dropping-particle'], rest['non-dropping-particle'], family]
        .filter(Boolean)
        .join(' '),
    ),
    issued: date(item.issued),
    accessed: date(item.accessed),
  }
}
