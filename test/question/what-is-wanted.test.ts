import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from '../../src/answer/answer.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { realFolder } from '../real-folder.ts'
import { DORTMUND, LEEDS, LILLE, SHEFFIELD, smallKnowledge, TODAY } from '../small-knowledge.ts'

const small = createDesk(
  buildLibrary(
    smallKnowledge({
      places: [LEEDS, SHEFFIELD, DORTMUND, LILLE],
      links: [
        { place: LEEDS.id, twin: DORTMUND.id, since: '1969' },
        { place: LEEDS.id, twin: LILLE.id, since: '1968' },
        { place: SHEFFIELD.id, twin: DORTMUND.id, since: '2004' },
      ],
    }),
  ),
  () => TODAY,
)
const { desk } = realFolder()

test('who asks for the partner that most have is told a partner, and for the council that has most a council', () => {
  const says = (question: string) => small.answer(question).direct?.sentence.split(':')[0]
  for (const question of [
    'which partner is shared by the most councils',
    'most popular twin town',
    'most twinned German city',
  ])
    assert.equal(says(question), 'Dortmund, Germany, with 2', question)
  for (const question of ['which council has the most links', 'most twinned town'])
    assert.equal(says(question), 'Leeds, with 2', question)
})

test('new links are the newest, and all of them where it is said since when', () => {
  const since = (question: string) => findingsOf(small.answer(question)).map(({ since }) => since)
  assert.deepEqual(since('new links'), ['2004'])
  assert.deepEqual(since('new links of Leeds since 1960').toSorted(), ['1968', '1969'])
})

test('what a kind of link is asks for what is said of it, and the kind alone for the links', () => {
  const intents = (...questions: string[]) => questions.map((one) => desk.answer(one).query?.intent)
  assert.deepEqual(intents('what is a friendship agreement', 'what are friendship cities'), [
    'statements',
    'statements',
  ])
  assert.deepEqual(intents('friendship cities', 'what are the friendship cities'), ['links', 'links'])
})

test('a question of how far it is from one place to another is about the two, and names no third', () => {
  const { query, table } = desk.answer('how far is Dortmund from Leeds')
  assert.deepEqual(
    query?.readings.map(({ read }) => read),
    ['Dortmund, Germany', 'Leeds'],
  )
  assert.equal(table?.rows.length, 1)
})

test('which places have no link is not told by listing those that have one without saying so', () => {
  for (const question of [
    'which councils have no German partner',
    'councils that do not have a twin in Germany',
  ])
    assert.match(
      desk.answer(question).lead?.join(' ') ?? '',
      /Which places have none is not recorded/,
      question,
    )
})

test('links whose agreement runs out are asked for by when it does, and of how many that is not recorded is said', () => {
  const folder = smallKnowledge({
    places: [LEEDS, DORTMUND, LILLE],
    links: [
      { place: LEEDS.id, twin: DORTMUND.id },
      { place: LEEDS.id, twin: LILLE.id },
    ],
  })
  const agreement = {
    ...(folder.assertions[0] as (typeof folder.assertions)[number]),
    id: 'a',
    form: 'agreement',
    until: '2027-10',
  }
  const { answer } = createDesk(buildLibrary({ ...folder, agreements: [agreement] }), () => TODAY)
  for (const question of [
    'which twinnings expire in 2027',
    'agreements that run out next year',
    'Leeds agreements expiring',
  ]) {
    const { table, lead = [] } = answer(question)
    assert.deepEqual(
      table?.rows.map(({ twin }) => twin),
      ['Dortmund'],
      question,
    )
    assert.match(lead.join(' '), /Until when an agreement runs is not recorded for 1 of them/, question)
    assert.deepEqual(answer(answer(question).ask).heading, answer(question).heading)
  }
  assert.equal(answer('which links lapse before 2023').outcome, 'nothing')
})
