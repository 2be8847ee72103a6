import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { parse as parseCsv } from 'csv-parse/sync'
import fc from 'fast-check'
import { type Answer, documentsOf } from '../../src/answer/answer.ts'
import { type LinkRow, rowWords } from '../../src/answer/table.ts'
import { csv } from '../../src/formats/csv.ts'
import { html } from '../../src/formats/html.ts'
import { markdown } from '../../src/formats/markdown.ts'
import { HEADS, sheetOf } from '../../src/formats/sheet.ts'
import { word } from '../../src/formats/word.ts'
import { referencesTo } from '../../src/library/finding.ts'
import { ANSWER, ROW, TABLE } from '../an-answer.ts'
import { anyAnswer } from '../chat/slack/any-answer.ts'
import { realFolder } from '../real-folder.ts'
import { readHtml, readWord } from './read-word.ts'

const require = createRequire(import.meta.url)
const { Cite } = require('@citation-js/core') as {
  Cite: new (text: string, options?: object) => { data: readonly { id: string; title: string }[] }
}
require('@citation-js/plugin-bibtex')
require('@citation-js/plugin-ris')

const { desk, knowledge } = realFolder()
const TAKING = { day: '2026-11-30' }

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

/** The values of a row as text, in the order of the heads; marks of difference stand behind them. */
function valuesOf(row: LinkRow): readonly string[] {
  const { place, twin, country, kind, since, status, evidence } = rowWords(row)
  return [place, twin, country, kind, since, status, evidence]
}

function withoutMarks(cell: string): string {
  return cell.replace(/ \(sources differ\)$/, '')
}

async function asWord(answer: Answer, taking: Parameters<typeof word>[1] = TAKING) {
  return readWord(await word(answer, taking))
}

function readCsv(text: string): string[][] {
  return parseCsv(text, { bom: true })
}

function numbers(row: LinkRow): string {
  return row.sources.join(', ') + (row.marks.includes('second-hand') ? ' (second-hand)' : '')
}

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
    const titles = new Set(ids.map((id) => bare(knowledge.sources.get(id)?.title ?? '')))
    const readers = {
      ris: (text: string) => new Cite(text, { forceType: '@ris/file' }).data,
      bibtex: (text: string) => new Cite(text).data,
      csl: (text: string) => JSON.parse(text),
    }
    for (const [style, read] of Object.entries(readers)) {
      const items = read(referencesTo(ids, knowledge, style as keyof typeof readers))
      assert.equal(items.length, ids.length, style)
      assert.deepEqual(new Set(items.map(({ title }: { title: string }) => bare(title))), titles, style)
    }
    assert.ok(referencesTo(ids, knowledge, 'harvard').split('\n').length >= ids.length)
  })
}

/** Quotation marks, dashes and marks of a note differ from reader to reader. */
function bare(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

const HOSTILE = [
  `=cmd|' /C calc'!A0`,
  '@SUM(1+1)*cmd',
  '+1',
  '-2+3',
  '\t=1',
  '<b>bold</b><script>alert(1)</script>',
  '"quoted", and so on',
  '](javascript:alert(1)) ![x](y) `code` | pipe',
  'لندن هال',
  '\u202egnp.exe',
  '成都 🏳️‍🌈',
]

const GUARDED: Answer = {
  ...ANSWER,
  heading: HOSTILE.join(' '),
  table: {
    ...TABLE,
    rows: HOSTILE.map((twin, at) => ({
      ...ROW,
      link: String(at),
      twin,
      place: twin,
      kind: [twin],
      marks: [],
    })),
    references: [
      { source: 's', label: HOSTILE[0] ?? '', title: HOSTILE[5] ?? '', url: 'javascript:alert(1)' },
    ],
  },
}

/** The one sign that keeps a cell from being calculated. */
function unguarded(cell: string): string {
  return cell.replace(/^'(?=[=+\-@])/, '')
}

/** As it may be shown: without signs that turn what follows. */
function shown(text: string): string {
  return text.replace('\u202e', '').trim()
}

test('a CSV says by its first sign that it is UTF-8, so that Excel reads names right', () => {
  for (const full of [false, true]) assert.match(csv(GUARDED, { ...TAKING, full }), /^\uFEFF(?!\uFEFF)/)
})

test('a name that is a formula calculates nothing', () => {
  const [, ...lines] = readCsv(csv(GUARDED, TAKING))
  for (const cells of lines) for (const cell of cells) assert.doesNotMatch(cell, /^[\s]*[=+\-@]/)
  assert.deepEqual(
    lines.map(([, twin = '']) => unguarded(twin)),
    HOSTILE.map(shown),
  )
})

test('a name that is markup is a name, in a page and in Word', async () => {
  const read = readHtml(html(GUARDED, TAKING))
  assert.equal(read.document.querySelectorAll('body script, body b, a[href^=javascript]').length, 0)
  for (const { rows } of [read, await asWord(GUARDED)]) {
    assert.deepEqual(
      rows.slice(1).map(([, twin]) => twin),
      HOSTILE.map(shown),
    )
  }
})

const WORDS = new Set(
  'heading sentence caption label title publisher under lead says quote secondHand locator note place twin country'.split(
    ' ',
  ),
)

/** The same answer with signs of markup behind whatever people read of it. */
function withMarkup(answer: Answer): Answer {
  const marked = (one: unknown) => (typeof one === 'string' ? `${one} \u202E</title><b>&lt;` : one)
  return JSON.parse(JSON.stringify(answer), (key, value) =>
    !WORDS.has(key) ? value : Array.isArray(value) ? value.map(marked) : marked(value),
  )
}

/** All that a sheet says. */
function textsOf(sheet: unknown): readonly string[] {
  if (typeof sheet === 'string') return [sheet]
  return sheet === null || typeof sheet !== 'object' ? [] : Object.values(sheet).flatMap(textsOf)
}

test('what a sheet says stands in a page and in Word as it is, in whatever part of it', async () => {
  const answer = withMarkup(ANSWER)
  const cited = 'Leeds City Council (2021) <b>. https://example.org/news (Accessed: <b>).'
  const full = { ...TAKING, full: true, references: new Map([['LCCnews', cited]]) }
  const { table, ...rest } = sheetOf(answer, full)
  const rows = table?.rows.map(({ cells }) => cells)
  const texts = textsOf([table?.caption, rows, rest]).filter((text) => text !== '')
  assert.ok(texts.filter((text) => text.includes('</title><b>&lt;')).length > WORDS.size - 4)
  const page = readHtml(html(answer, full))
  assert.equal(page.document.querySelectorAll('b').length, 0)
  assert.equal(page.document.title, rest.heading)
  for (const { document } of [page, await asWord(answer, full)]) {
    const said = document.body.textContent ?? ''
    for (const text of texts) assert.ok(said.includes(text), text)
    assert.doesNotMatch(said, /\u202E/)
  }
})

test('a name that is Markdown makes no link, no picture, no markup and no further cell', () => {
  const text = markdown(GUARDED, TAKING)
  assert.doesNotMatch(text, /(?<!\\)<(?!https?:)|(?<!\\)!?\[|(?<!\\)`c|javascript:alert\(1\)>/)
  const rows = text.split('\n').filter((line) => line.startsWith('| '))
  for (const row of rows) assert.equal(row.split(/(?<!\\)\|/).length, HEADS.length + 2, row)
})

test('every table has a caption and heads that say what they are heads of', () => {
  const { document } = readHtml(html(ANSWER, TAKING))
  assert.equal(document.querySelector('caption')?.textContent, 'Links of Leeds')
  assert.equal(document.querySelectorAll('th[scope=col]').length, HEADS.length)
  assert.equal(document.querySelectorAll('th[scope=row]').length, 1)
  for (const link of document.querySelectorAll('td a'))
    assert.ok(document.getElementById(link.getAttribute('href')?.slice(1) ?? ''))
})

test('the day on which it was asked stands in what is taken along', async () => {
  const day = /Asked of Hansa on 30 November 2026: \/twins Leeds\./
  assert.match(html(ANSWER, TAKING), /Asked of Hansa on 30 November 2026: \/twins Leeds\./)
  assert.match(markdown(ANSWER, TAKING), day)
  assert.match((await asWord(ANSWER)).document.body.textContent ?? '', day)
})

test('whatever an answer holds, it can be taken along, and other programs can read it', async () => {
  await fc.assert(
    fc.asyncProperty(anyAnswer, fc.boolean(), async (answer, full) => {
      const taking = { ...TAKING, full }
      readCsv(csv(answer, taking))
      markdown(answer, taking)
      assert.equal(readHtml(html(answer, taking)).document.querySelectorAll('body script').length, 0)
      await asWord(answer, taking)
    }),
    { numRuns: 25 },
  )
})
