import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer } from '../../src/answer/answer.ts'
import { csv } from '../../src/formats/csv.ts'
import { html } from '../../src/formats/html.ts'
import { markdown } from '../../src/formats/markdown.ts'
import { HEADS, sheetOf } from '../../src/formats/sheet.ts'
import { ANSWER, ROW, TABLE } from '../an-answer.ts'
import { readHtml } from './read-word.ts'
import { asWord, readCsv, TAKING, unguarded } from './taken-along.ts'

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

test('a name that is a formula is text to Excel in a page, saved or pasted', () => {
  const { document } = readHtml(html(GUARDED, TAKING))
  const cells = [...document.querySelectorAll('tbody td[dir], tbody th')]
  assert.equal(cells.length, HOSTILE.length * (HEADS.length - 1))
  let kept = 0
  for (const cell of cells) {
    const isFormula = /^\s*[=+\-@]/.test(cell.textContent ?? '')
    assert.equal(cell.getAttribute('style'), isFormula ? "mso-number-format:'\\@'" : null)
    if (isFormula) kept += 1
  }
  assert.ok(kept >= 5)
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
