import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answer, findingsOf } from '../../src/answer/answer.ts'
import { createDesk } from '../../src/answers/desk.ts'
import type { Report } from '../../src/knowledge/records.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { CHECKED, smallKnowledge, TODAY } from '../small-knowledge.ts'

const SOURCES = [
  {
    id: 'nesta-2020',
    title: 'Network Effects',
    author: [{ family: 'Cosgrave' }, { family: 'Moonen' }, { family: 'Nunley' }],
    issued: '2020-09',
  },
  {
    id: 'ransom-2020',
    title: 'Innovators Without Borders',
    author: [{ family: 'Ransom' }],
    issued: '2020-10-15',
  },
]

const NESTA: Report = {
  report: 'nesta-2020',
  command: 'nesta',
  word: 'nesta',
  title: 'Network Effects',
  summary: 'How cities work together abroad.',
  findings: [
    finding(
      'nesta-partnerships',
      'Partnerships innovation',
      'Between government and universities.',
      ['triple helix'],
      'nesta-2020',
    ),
    finding('nesta-policy', 'Policy innovation', 'For leaders and governments.', []),
    finding('nesta-systems', 'Systems innovation', 'Of many at once.', []),
    finding('nesta-openings', 'Openings for innovation', 'Where councils begin.', []),
  ],
}

test('a report is asked by its own word, and answers with the finding on the topic', () => {
  const answer = ask('nesta partnerships')
  assert.equal(answer.outcome, 'found')
  assert.deepEqual(ids(answer), ['nesta-partnerships'])
})

test('the other words people use for a topic find it too', () => {
  assert.deepEqual(ids(ask('nesta triple helix')), ['nesta-partnerships'])
})

test('a second-hand finding names both documents', () => {
  assert.equal(
    findingsOf(ask('nesta partnerships'))[0]?.secondHand,
    'Network Effects, Cosgrave et al. (2020), as reported in Innovators Without Borders, Ransom (2020)',
  )
})

test('without a topic there is the summary, with every topic named once and the first of them to press', () => {
  const answer = ask('nesta')
  assert.equal(answer.outcome, 'found')
  assert.equal(findingsOf(answer)[0]?.says, 'How cities work together abroad.')
  assert.deepEqual(answer.next, [
    { label: 'Partnerships innovation', ask: 'nesta partnerships innovation' },
    { label: 'Policy innovation', ask: 'nesta policy innovation' },
    { label: 'Systems innovation', ask: 'nesta systems innovation' },
  ])
  assert.deepEqual(answer.lead, [
    '4 topics: Partnerships innovation · Policy innovation · Systems innovation · Openings for innovation.',
  ])
  assert.match(answer.note ?? '', /^1 of the 4 findings we hold are second-hand/)
  assert.doesNotMatch(answer.note ?? '', /innovation/)
})

test('a summary cites the documents it was read in, and the report only where somebody read it', () => {
  const cited = (findings: Report['findings']) =>
    findingsOf(deskFor([{ ...NESTA, findings }], SOURCES).answer('nesta')).map(({ cite }) => cite)
  const second = finding('a', 'One topic', 'Words.', [], 'nesta-2020')
  const own = {
    ...finding('b', 'Another topic', 'Words.', []),
    source: 'nesta-2020',
    checked: { on: '2026-10-01', by: 'Ben' },
  }
  assert.deepEqual(
    cited([second]).map(({ source, locator, checkedOn }) => [source, locator, checkedOn]),
    [['ransom-2020', 'paragraph 4', CHECKED.on]],
  )
  assert.deepEqual(
    cited([second, own]).map(({ source, checkedOn }) => [source, checkedOn]),
    [['nesta-2020', '2026-10-01']],
  )
})

for (const words of ['topics', 'list', 'summary', 'help']) {
  test(`/nesta ${words} gives the summary with its topics`, () => {
    assert.deepEqual(ask(`/nesta ${words}`), ask('nesta'))
  })
}

test('a topic the report does not have is said to be none of ours, with the topics there are', () => {
  const answer = ask('nesta blockchain')
  assert.equal(answer.outcome, 'nothing')
  assert.deepEqual(findingsOf(answer), [])
  assert.equal(answer.next.length, 4)
})

test('another report with a command of its own needs no code', () => {
  const oecd: Report = {
    ...NESTA,
    report: 'oecd-2019',
    command: 'oecd',
    word: 'oecd',
    findings: [finding('oecd-sdg', 'Development goals', 'Partners.', [])],
  }
  const desk = deskFor([NESTA, oecd], [...SOURCES, { id: 'oecd-2019' }])
  assert.deepEqual(
    desk.commands().map(({ name }) => name),
    ['twins', 'nesta', 'oecd', 'report', 'ask', 'cite', 'help'],
  )
  assert.deepEqual(ids(desk.answer('/oecd development')), ['oecd-sdg'])
})

function finding(
  id: string,
  title: string,
  says: string,
  also: readonly string[],
  citing?: string,
): Report['findings'][number] {
  return {
    id,
    title,
    says,
    also,
    citing,
    source: 'ransom-2020',
    at: 'paragraph 4',
    checked: CHECKED,
    added: CHECKED.on,
  }
}

function ask(question: string): Answer {
  return deskFor([NESTA], SOURCES).answer(question)
}

function deskFor(reports: readonly Report[], sources: readonly { id: string }[]) {
  return createDesk(buildLibrary(smallKnowledge({ reports, sources })), () => TODAY)
}

function ids(answer: Answer): readonly string[] {
  return findingsOf(answer).map(({ id }) => id)
}
