import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import type { Report } from '../../src/knowledge/records.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { CHECKED, smallKnowledge, TODAY } from '../small-knowledge.ts'

function report(word: string, title: string, command?: string): Report {
  const finding = {
    id: `${word}-growth`,
    title: 'Growth of trade',
    also: ['trade'],
    says: `Trade of ${word} has grown.`,
    source: word,
    checked: CHECKED,
    added: TODAY,
  }
  return {
    report: word,
    word: command ?? word,
    ...(command && { command }),
    title,
    summary: 'Words.',
    findings: [finding],
  }
}

const WALES = report('wales-2020', 'International strategy for Wales')
const OECD = report('oecd-2023', 'City-to-City Partnerships', 'oecd')
const OECD_2018 = report('oecd-2018', 'Decentralised Development Co-operation of Cities')
const REPORTS = [WALES, OECD, OECD_2018]
const SOURCES = [
  { id: 'wales-2020', title: WALES.title, author: [{ literal: 'Welsh Government' }], issued: '2020-01-14' },
  { id: 'oecd-2023', title: OECD.title, author: [{ literal: 'OECD' }], publisher: 'OECD', issued: '2023' },
  { id: 'oecd-2018', title: OECD_2018.title, author: [{ literal: 'OECD' }], publisher: 'OECD Publishing' },
]

function deskOf(
  reports: readonly Report[],
  sources: typeof SOURCES | { id: string; title: string }[] = SOURCES,
) {
  return createDesk(buildLibrary(smallKnowledge({ reports, sources })), () => TODAY)
}

const desk = deskOf(REPORTS)

test('alone, it lists the reports with their words, who published them, and when', () => {
  const { heading, lead, next } = desk.answer('report')
  assert.equal(heading, 'We hold 3 reports; ask one by the word before it')
  assert.deepEqual(lead, [
    'oecd: City-to-City Partnerships, OECD, 2023',
    'oecd-2018: Decentralised Development Co-operation of Cities, OECD Publishing, no date',
    'wales-2020: International strategy for Wales, Welsh Government, 2020',
  ])
  assert.deepEqual(
    next.map(({ ask }) => ask),
    ['oecd', 'report oecd-2018', 'report wales-2020'],
  )
})

test('a list of one report is a list', () => {
  assert.equal(deskOf([WALES]).answer('report').heading, 'We hold 1 report; ask one by the word before it')
})

test('a report is asked by its command with `report` before it or without, and by its id', () => {
  const { query: _, ...answer } = desk.answer('oecd growth')
  for (const same of ['report oecd growth', '/report OECD growth', 'reports oecd-2023 growth']) {
    const { query: __, ...other } = desk.answer(same)
    assert.deepEqual(other, answer, same)
  }
})

for (const [typed, ask] of [
  ['report wales', 'report wales-2020'],
  ['report welsh government 2020', 'report wales-2020'],
  ['report the city-to-city partnerships', 'oecd'],
  ['report wales-2020 growth', 'report wales-2020 growth'],
] as const) {
  test(`“${typed}” is the question “${ask}”`, () => {
    assert.equal(desk.answer(typed).ask, ask)
  })
}

test('words that name several reports name them first', () => {
  assert.deepEqual(desk.answer('report cities').lead, [
    'oecd: City-to-City Partnerships, OECD, 2023',
    'oecd-2018: Decentralised Development Co-operation of Cities, OECD Publishing, no date',
  ])
})

test('a topic finds what every report says on it, each under its report', () => {
  const { heading, groups } = desk.answer('report trade')
  assert.equal(heading, 'What reports say on “trade”')
  assert.deepEqual(groups.map(({ findings: [finding] }) => finding?.id).sort(), [
    'oecd-2018-growth',
    'oecd-2023-growth',
    'wales-2020-growth',
  ])
  assert.equal(new Set(groups.map(({ under }) => under)).size, 3)
})

test('what a report’s answer offers can be asked as it stands', () => {
  for (const word of ['oecd', 'report oecd-2018', 'report wales-2020']) {
    for (const { ask } of desk.answer(word).next) assert.equal(desk.answer(ask ?? '').outcome, 'found', ask)
  }
})

test('a report nobody recorded is not answered with another', () => {
  const { heading, outcome, groups } = desk.answer('report quantum chromodynamics')
  assert.equal(heading, 'We hold no report that is called “quantum chromodynamics” or speaks to it')
  assert.deepEqual([outcome, groups], ['nothing', []])
})

test('two hundred reports are listed page by page, each once', () => {
  const ids = Array.from({ length: 200 }, (_, n) => `r-${n}`)
  const many = deskOf(
    ids.map((id) => report(id, `Title of ${id}`)),
    ids.map((id) => ({ id, title: id })),
  )
  const lines: string[] = []
  for (let ask: string | undefined = 'report'; ask; ) {
    const { lead = [], more } = many.answer(ask)
    lines.push(...lead)
    ask = more?.ask
  }
  assert.deepEqual(lines.map((line) => line.split(':')[0]).sort(), ids.toSorted())
})

test('behind `report` the words of reports are completed, and behind a report its topics', () => {
  assert.deepEqual(desk.suggest('/report w', 5), ['/report wales-2020'])
  assert.deepEqual(desk.suggest('report oecd gro', 5), ['report oecd Growth of trade'])
})

test('a body’s report is asked by what tells it from its others, and by all three words of its name', () => {
  const asked = (question: string) => desk.answer(question).ask
  assert.equal(
    asked('what does the OECD say about Decentralised growth'),
    'report oecd-2018 Decentralised growth',
  )
  assert.equal(asked('what does the oecd partnerships report say about growth'), 'oecd growth')
  assert.equal(asked('oecd decentralised co-operation on growth'), 'report oecd-2018 growth')
  assert.equal(asked('Welsh Government strategy Wales'), 'report wales-2020')
  assert.equal(asked('what’s in the oecd report'), 'oecd')
  assert.equal(asked('does the Welsh Government say trade has grown'), 'report wales-2020 trade has grown')
})
