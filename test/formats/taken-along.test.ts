import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { csv } from '../../src/formats/csv.ts'
import { html } from '../../src/formats/html.ts'
import { markdown } from '../../src/formats/markdown.ts'
import { HEADS } from '../../src/formats/sheet.ts'
import { ANSWER, ROW, TABLE } from '../an-answer.ts'
import { anyAnswer } from '../chat/slack/pretend/any-answer.ts'
import { readHtml } from './read-word.ts'
import { asWord, readCsv, TAKING } from './taken-along.ts'

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

test('a CSV calls old what has a date over five years back, and of what has none says no more than that', () => {
  const { years: _none, ...undated } = { ...ROW, evidence: undefined, marks: ['old', 'second-hand'] as const }
  const rows = [ROW, { ...undated, link: 'other' }]
  const [heads = [], ...lines] = readCsv(csv({ ...ANSWER, table: { ...TABLE, rows } }, TAKING))
  const of = (head: string) => lines.map((cells) => cells[heads.indexOf(head)])
  assert.deepEqual(of('Newest evidence'), ['Aug 2015 (11 years old)', 'no date'])
  assert.deepEqual(of('Marks'), [ROW.marks.join('; '), 'second-hand'])
})
