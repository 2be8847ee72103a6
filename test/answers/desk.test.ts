import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findingsOf } from '../../src/answer/answer.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { anyCharacter } from '../any-character.ts'
import { DORTMUND, LEEDS, LILLE, smallKnowledge, TODAY } from '../small-knowledge.ts'

const desk = createDesk(
  buildLibrary(
    smallKnowledge({
      places: [LEEDS, DORTMUND, LILLE],
      links: [
        { id: 'leeds-dortmund', place: LEEDS.id, twin: DORTMUND.id },
        { id: 'leeds-lille', place: LEEDS.id, twin: LILLE.id },
      ],
      claims: [
        {
          id: 'distance',
          says: 'City halls stand near universities.',
          about: ['universities', 'city halls'],
        },
        {
          id: 'brussels',
          says: 'Many city regions keep an office in Brussels.',
          about: ['offices abroad', 'Brussels'],
        },
        ...Array.from({ length: 8 }, (_, n) => ({
          id: `claim-${n}`,
          says: `Networks of cities, part ${n}.`,
          about: ['networks', 'cities'],
        })),
      ],
    }),
  ),
  () => TODAY,
)

test('answer never throws, whatever is typed, and always has something to say', () => {
  const typed = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 400 }),
    fc.string({ unit: 'grapheme-composite', maxLength: 60 }),
    fc
      .constantFrom(
        'twins',
        'ask',
        'cite',
        'help',
        'leeds',
        'page 2',
        ', page 99',
        '__proto__',
        'constructor',
        'leeds toString',
        '<!channel>',
        '/',
      )
      .chain((word) => fc.string({ unit: 'grapheme' }).map((rest) => `${word} ${rest}`)),
  )
  fc.assert(
    fc.property(typed, (question) => {
      assert.notEqual(desk.answer(question).heading, '')
    }),
    { numRuns: 2000 },
  )
})

test('a command is understood with and without its slash, in any case, and after the bot’s name', () => {
  for (const question of [
    '/twins Leeds',
    'twins Leeds',
    'TWINS leeds',
    '@hansa twins Leeds',
    '@Hansa: /twins Leeds',
    '/hansa twins Leeds',
    'Leeds',
    'twinned: Leeds',
  ]) {
    assert.deepEqual(
      findingsOf(desk.answer(question)).map(({ id }) => id),
      ['leeds-dortmund', 'leeds-lille'],
      question,
    )
  }
})

test('help after a command is the help of that command', () => {
  for (const command of ['twins', 'ask', 'cite', 'help']) {
    assert.deepEqual(desk.answer(`/${command} Help`), desk.answer(`/${command}`))
  }
})

test('words without a command are a question', () => {
  assert.equal(findingsOf(desk.answer('universities and city halls'))[0]?.id, 'distance')
})

test('a claim has its own heading, and says which other source differs', () => {
  const claims = [
    {
      id: 'ghent',
      title: 'It began in Ghent',
      says: 'The union began in Ghent.',
      source: 'A',
      differs: ['hague'],
    },
    { id: 'hague', says: 'The union began in The Hague.', source: 'B', differs: ['ghent'] },
  ].map((claim) => ({ ...claim, about: ['the union'] }))
  const sources = ['A', 'B'].map((id) => ({ id, author: [{ literal: `Museum ${id}` }], issued: '2019' }))
  const { answer } = createDesk(buildLibrary(smallKnowledge({ claims, sources })), () => TODAY)
  const groups = answer('ask union').groups.toSorted((a, b) => a.title.localeCompare(b.title))
  assert.deepEqual(
    groups.map(({ title, lead }) => [title, lead]),
    [
      ['It began in Ghent', 'Sources differ; see Museum B (2019): The union began in The Hague.'],
      ['The union', 'Sources differ; see Museum A (2019): The union began in Ghent.'],
    ],
  )
})

test('every question an answer offers can be asked', () => {
  for (const question of [
    'help',
    'twins',
    'ask',
    'cite',
    'twins Leeds',
    'ask networks of cities',
    'twins Xyzzy',
    '/nonsense Leeds',
  ]) {
    const { next, suggestions, more } = desk.answer(question)
    for (const { ask } of [...next, ...suggestions, ...(more ? [more] : [])]) {
      assert.ok(ask && ['found', 'help'].includes(desk.answer(ask).outcome), `${question} → ${ask}`)
    }
  }
})

test('a long answer shows five, and the rest by pressing on; nothing is shown twice or lost', () => {
  const first = desk.answer('ask networks of cities')
  assert.equal(findingsOf(first).length, 5)
  const second = desk.answer(first.more?.ask ?? '')
  const ids = [...findingsOf(first), ...findingsOf(second)].map(({ id }) => id)
  assert.equal(new Set(ids).size, ids.length)
  for (let n = 0; n < 8; n++) assert.ok(ids.includes(`claim-${n}`), `claim-${n}`)
})

test('a question whose words the folder does not know gets nothing, never the least bad hit', () => {
  const answer = desk.answer('ask quantum chromodynamics')
  assert.equal(answer.outcome, 'unknown')
  assert.deepEqual(findingsOf(answer), [])
})

test('a word that is no command is not taken for one', () => {
  const answer = desk.answer('/nonsense Leeds')
  assert.equal(answer.heading, 'There is no command /nonsense')
  assert.deepEqual(findingsOf(answer), [])
})

test('cite gives a reference for a finding or a source', () => {
  assert.equal(desk.answer('cite council').lead?.length, 1)
  assert.deepEqual(desk.answer('cite distance').lead, desk.answer('cite council').lead)
  assert.equal(desk.answer('cite nobody').outcome, 'unknown')
})

test('help counts what the folder holds and says what it does not cover', () => {
  const { lead } = desk.answer('')
  assert.deepEqual(lead, [
    'We hold 2 links of 1 UK place with 2 places abroad (2 statements), 10 claims and 0 report findings, read in 1 source.',
    'Newest check of a source: 24 November 2026. Of 2 links the newest evidence is over five years old or undated, and the answer says so. Place data: GeoNames, CC BY 4.0.',
    'We do not cover every link of every council, and a link we have not recorded may well exist. Hansa writes nothing itself: every sentence comes from a named source or from the people who keep this folder.',
  ])
})

test('past the last page of an answer is its last page, and not that we hold nothing', () => {
  const last = desk.answer('ask networks of cities, page 99')
  assert.equal(last.outcome, 'found')
  assert.equal(last.more, undefined)
})

test('completions are of commands, also mistyped, and without a slash of places as well', () => {
  assert.deepEqual(desk.suggest('/tw', 3), ['/twins '])
  assert.deepEqual(desk.suggest('/twisn', 3), ['/twins '])
  assert.deepEqual(desk.suggest('lee', 1), ['Leeds'])
  assert.deepEqual(desk.suggest('leds', 2), ['Leeds'])
  assert.deepEqual(
    desk.answer('/twisn Leeds').suggestions.map(({ ask }) => ask),
    ['twins Leeds'],
  )
})

test('a command is completed with what it can answer', () => {
  assert.deepEqual(desk.suggest('/twins un', 3), [])
  assert.deepEqual(desk.suggest('/ask un', 3), ['/ask universities'])
  assert.deepEqual(desk.suggest('/twins Lee', 3), ['/twins Leeds'])
  assert.deepEqual(desk.suggest('/help Lee', 3), [])
  assert.deepEqual(desk.suggest('/twins Leeds Dor', 3), ['/twins Leeds Dortmund'])
  assert.deepEqual(desk.suggest('leeds and dor', 3), ['leeds and Dortmund'])
  assert.deepEqual(desk.suggest('/nonsense Lee', 3), [])
})

test('what many ask for is not made anew because others ask other things between them', () => {
  const first = desk.answer('twins Leeds')
  for (let at = 0; at < 12; at++) {
    desk.answer(`networks ${at}`)
    assert.equal(desk.answer('twins Leeds'), first)
  }
})
