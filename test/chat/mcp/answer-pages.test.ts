import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answer, findingsOf } from '../../../src/answer/answer.ts'
import { pagesOf } from '../../../src/chat/mcp/answer-pages.ts'
import { toolResult } from '../../../src/chat/mcp/tools.ts'
import { realFolder } from '../../real-folder.ts'
import { testHoldings } from './holdings.ts'

const { desk, knowledge } = realFolder()

/** Some clients cut a result at 25,000 tokens; a token is hardly ever less than three characters. */
const CUT = 60_000

const EVERYTHING = [
  'twins England',
  'twins Germany',
  'report nesta',
  'ask universities',
  'coverage',
  'help',
  'report',
]
const NAMES = [...knowledge.places.values()].map(({ name }) => `twins ${name}`)

test('no page loses, repeats or reorders a link or a finding of the answer', () => {
  for (const question of [...EVERYTHING, ...sample(NAMES)]) {
    const whole = desk.answer(question)
    const pages = pagesOf(whole)
    assert.deepEqual(
      pages.flatMap((page) => findingsOf(page).map(({ id }) => id)).sort(),
      findingsOf(whole)
        .map(({ id }) => id)
        .sort(),
      question,
    )
    const links = pages.flatMap(({ table }) => table?.rows.map(({ link }) => link) ?? [])
    assert.deepEqual([...new Set(links)], whole.table?.rows.map(({ link }) => link) ?? [], question)
    const places = pages.flatMap(({ table }) => table?.places ?? [])
    assert.deepEqual(places, whole.table?.places ?? [], question)
  }
})

test('every row of every page names the documents that it names in the whole answer, and their statements stand there', () => {
  const whole = desk.answer('twins England')
  const documents = (answer: Answer) =>
    new Map(
      answer.table?.rows.map(({ link, sources }) => [
        link,
        sources.map((number) => answer.table?.references[number - 1]?.source),
      ]),
    )
  const all = documents(whole)
  const pages = pagesOf(whole)
  assert.ok(pages.length > 3)
  for (const page of pages)
    for (const [link, sources] of documents(page)) {
      assert.deepEqual(sources, all.get(link))
      assert.ok(page.groups.some((group) => group.link === link && group.findings.length > 0))
    }
})

test('no result is so long that a client would cut a citation off', () => {
  for (const question of [...EVERYTHING, ...sample(NAMES)]) {
    const asked = testHoldings().ask(question)
    const pages = pagesOf(asked.answer).length
    for (let page = 1; page <= pages; page++) {
      const result = JSON.stringify(toolResult(asked, { tool: 'ask', given: { question, page } }))
      assert.ok(result.length < CUT, `${question}, page ${page}: ${result.length} characters`)
    }
  }
})

test('a group of more findings than fit a page goes on on the next one', () => {
  const { groups, ...answer } = desk.answer('twins Leeds')
  const [finding] = groups.flatMap(({ findings }) => findings)
  assert.ok(finding)
  const findings = Array.from({ length: 50 }, (_, index) => ({ ...finding, id: `f${index}` }))
  const { table: _, ...alone } = answer
  const pages = pagesOf({ ...alone, groups: [{ title: 'Many', findings }] })
  assert.deepEqual(
    pages.map((page) => findingsOf(page).length),
    [20, 20, 10],
  )
})

function sample(names: readonly string[]): readonly string[] {
  return process.env.HANSA_EXHAUSTIVE ? names : names.filter((_, at) => at % 12 === 0)
}
