import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { documentsOf } from '../../src/answer/answer.ts'
import { type LinkRow, rowWords } from '../../src/answer/table.ts'
import { csv } from '../../src/formats/csv.ts'
import { html } from '../../src/formats/html.ts'
import { HEADS, sheetOf } from '../../src/formats/sheet.ts'
import { referencesTo } from '../../src/library/finding.ts'
import { realFolder } from '../real-folder.ts'
import { readHtml } from './read-word.ts'
import { asWord, readCsv, TAKING, unguarded } from './taken-along.ts'

const require = createRequire(import.meta.url)
const { Cite } = require('@citation-js/core') as {
  Cite: new (text: string, options?: object) => { data: readonly Item[] }
}
require('@citation-js/plugin-bibtex')
require('@citation-js/plugin-ris')

const { desk, knowledge } = realFolder()

const TEN = [
  'twins Leeds',
  'twins Hull',
  'twins Sheffield',
  'twins Dortmund',
  'twins Germany',
  'twins Yorkshire',
  'twins Leeds Sheffield',
  'twins 成都',
  'ask Leeds',
  'ask universities and city halls',
]

for (const question of TEN) {
  test(`the answer to ${question} is read back whole from Word, HTML and CSV`, async () => {
    const answer = desk.answer(question)
    const { references } = sheetOf(answer, TAKING)
    const rows = answer.table?.rows ?? []
    for (const read of [readHtml(html(answer, TAKING)), await asWord(answer)]) {
      const [heads = [], ...body] = read.rows
      if (answer.table) assert.deepEqual(heads, [...HEADS])
      assert.deepEqual(
        body.map((cells) => cells.map(withoutMarks)),
        rows.map((row) => [...valuesOf(row), numbers(row)]),
      )
      assert.equal(read.references.length, references.length)
      for (const [at, { text }] of references.entries())
        assert.ok(read.references[at]?.startsWith(text), text)
      assert.equal(read.document.querySelector('h1')?.textContent, answer.heading)
    }
    const [, ...lines] = readCsv(csv(answer, TAKING))
    if (answer.table) {
      assert.deepEqual(
        lines.map((cells) => cells.slice(0, 7).map(unguarded)),
        rows.map(valuesOf),
      )
    }
    const all = readCsv(csv(answer, { ...TAKING, full: true })).slice(1)
    const said = answer.groups.flatMap(({ findings }) => findings)
    assert.deepEqual(
      all.map(([says, quote]) => [says, quote].map((cell) => unguarded(cell ?? ''))),
      said.map(({ says = '', quote = '' }) => [says, quote]),
    )
  })

  test(`what ${question} cites is read back from RIS, BibTeX and CSL`, () => {
    const ids = documentsOf(desk.answer(question)).map(({ source }) => source)
    const csl: readonly Item[] = JSON.parse(referencesTo(ids, knowledge, 'csl'))
    const addresses = csl.map(({ URL }) => URL)
    const titles = new Set(ids.map((id) => bare(knowledge.sources.get(id)?.title ?? '')))
    const readers = {
      ris: (text: string) => new Cite(text, { forceType: '@ris/file' }).data,
      bibtex: (text: string) => new Cite(text).data,
      csl: (text: string) => JSON.parse(text),
    }
    for (const [style, read] of Object.entries(readers)) {
      const items = read(referencesTo(ids, knowledge, style as keyof typeof readers))
      assert.equal(items.length, ids.length, style)
      assert.deepEqual(new Set(items.map(({ title }: Item) => bare(title))), titles, style)
      assert.deepEqual(
        items.map(({ URL }: Item) => URL),
        addresses,
        style,
      )
    }
    const [ris, bibtex] = (['ris', 'bibtex'] as const).map((style) =>
      readers[style](referencesTo(ids, knowledge, style)),
    )
    assert.deepEqual(ris?.map(yearOf), bibtex?.map(yearOf))
    // The reader of RIS keeps no author of a newspaper.
    assert.deepEqual(bibtex?.map(authorsOf), csl.map(authorsOf))
    assert.ok(referencesTo(ids, knowledge, 'harvard').split('\n').length >= ids.length)
  })
}

/** The values of a row as text, in the order of the heads; marks of difference stand behind them. */
function valuesOf(row: LinkRow): readonly string[] {
  const { place, twin, country, kind, since, status, evidence } = rowWords(row)
  return [place, twin, country, kind, since, status, evidence]
}

function withoutMarks(cell: string): string {
  return cell.replace(/ \(sources differ\)$/, '')
}

function numbers(row: LinkRow): string {
  return row.sources.join(', ') + (row.marks.includes('second-hand') ? ' (second-hand)' : '')
}

type Item = {
  title: string
  author?: readonly { family?: string; literal?: string }[]
  issued?: { 'date-parts'?: readonly (readonly number[])[] }
  URL?: string
}

function authorsOf({ author = [] }: Item) {
  return author.map(({ family, literal }) => family ?? literal)
}

function yearOf({ issued }: Item) {
  return issued?.['date-parts']?.[0]?.[0]
}

/** Quotation marks, dashes and marks of a note differ from reader to reader. */
function bare(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
