import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { DORTMUND, LEEDS, smallKnowledge, TODAY } from '../small-knowledge.ts'

const desk = createDesk(
  buildLibrary(
    smallKnowledge({
      places: [LEEDS, DORTMUND],
      links: [{ place: LEEDS.id, twin: DORTMUND.id, since: '1969' }],
      aside: ['I need', 'for a briefing', 'hiya'],
      said: [
        { says: 'Nice one', means: 'thanks' },
        { says: 'Ey up', means: 'greeting' },
      ],
    }),
  ),
  () => TODAY,
)
const headings = (questions: readonly string[]) => questions.map((one) => desk.answer(one).heading)

test('what the folder calls an aside is left out of a question before anything of it is read', () => {
  const asked = [
    'I need the twins of Leeds',
    'twins Leeds for a briefing',
    'hiya, is Leeds twinned, for a briefing?',
    '/twins Leeds for a briefing',
  ]
  assert.deepEqual(
    headings(asked),
    asked.map(() => 'Leeds: 1 link on record'),
  )
  assert.equal(desk.answer('I need').outcome, 'unknown')
})

test('what people say to Hansa is added in the folder, and is no question', () => {
  assert.deepEqual(headings(['nice one!', 'ey up']), [
    'You are welcome',
    'Hello. Name a place, a country or a topic',
  ])
})

test('questions about Hansa are answered as such', () => {
  const asked = [
    'where does your data come from',
    'is this confidential',
    'who sees my questions',
    'can I trust this',
  ]
  for (const question of [...asked, 'how up to date are you', 'stop sending me these'])
    assert.equal(desk.answer(question).outcome, 'help', question)
})
