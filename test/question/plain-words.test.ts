import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from '../../src/answer/answer.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { realFolder } from '../real-folder.ts'
import { DORTMUND, LEEDS, LILLE, SHEFFIELD, smallKnowledge, TODAY } from '../small-knowledge.ts'

const knowledge = smallKnowledge({
  places: [
    LEEDS,
    SHEFFIELD,
    DORTMUND,
    LILLE,
    { id: 'x-time', name: 'Time kommune', country: 'NO' },
    { id: '1', name: 'La Baule', country: 'FR' },
    { id: 'x-bavaria', name: 'Bavaria', country: 'DE', also: ['Free State of Bavaria'] },
  ],
  links: [
    { place: LEEDS.id, twin: DORTMUND.id, since: '1969', quote: 'scouts of La Fontaine came' },
    { place: LEEDS.id, twin: LILLE.id, since: '1968', status: 'ended', on: '2022-03' },
    { place: SHEFFIELD.id, twin: 'x-time', status: 'ended', on: '2019' },
    { place: SHEFFIELD.id, twin: '1' },
    { place: SHEFFIELD.id, twin: 'x-bavaria', since: '1977' },
  ],
  claims: [{ id: 'time', says: 'It takes time until a link bears fruit.' }],
  exists: [
    { id: '9', name: 'Shanghai', country: 'CN', population: 20_000_000, also: [] },
    { id: '8', name: 'Police', country: 'PL', population: 30_000, also: [] },
  ],
})
const desk = createDesk(buildLibrary(knowledge), () => TODAY)

const shown = (question: string) =>
  findingsOf(desk.answer(question)).flatMap(({ kind, twin = '' }) => (kind === 'twinning' ? [twin] : []))

test('plain words that only the name of a place holds find none of its links', () => {
  for (const question of ['what time is it', 'does it take time', 'La', 'is twinning worth the time'])
    assert.deepEqual(shown(question), [], question)
  assert.deepEqual(
    findingsOf(desk.answer('what time is it')).map(({ id }) => id),
    ['time'],
  )
})

test('one unknown word beside the words for links is a name that we do not know, and no slip for a word', () => {
  assert.deepEqual(shown('scoups twins'), [])
})

test('a large city that is called like a word is meant where nothing stands beside it but a name', () => {
  const { heading } = desk.answer('leeds shanghai')
  assert.match(heading, /^We hold no link between Leeds and Shanghai/)
  assert.doesNotMatch(desk.answer('leeds police').heading, /Police/)
})

test('a phrase is no phrase where it stands in a long name with a slip in it', () => {
  assert.deepEqual(shown('twins Frede State of Bavaria'), ['Bavaria'])
})

test('what follows “outside” may be several, and is left out together', () => {
  assert.deepEqual(shown('links outside Germany and France'), ['Time kommune'])
  assert.deepEqual(shown('links outside Africa and Europe'), [])
})

test('years and ends are said as people say them', () => {
  const asked: readonly (readonly [question: string, twins: readonly string[]])[] = [
    ['links that turn 50 in 2027', ['Bavaria']],
    ['60th anniversaries in 2029', ['Dortmund']],
    ['anniversaries next year', ['Bavaria']],
    ['Sheffield links without a year', ['Time kommune', 'La Baule']],
    ['ended links with France in 2022', ['Lille']],
  ]
  assert.deepEqual(
    asked.map(([question]) => [question, [...shown(question)].sort()]),
    asked.map(([question, twins]) => [question, [...twins].sort()]),
  )
  assert.match(desk.answer('why did Leeds end its link with Lille').direct?.sentence ?? '', /^Ended/)
})

test('a number asked for is said once', () => {
  const { heading, direct } = desk.answer('how many twins does Leeds have')
  assert.deepEqual([heading, direct?.sentence], ['How many links: Leeds', 'Leeds: 2 links on record.'])
})

test('a word that the folder knows others for is that, and no place abroad of which nothing is held', () => {
  const { desk } = realFolder()
  for (const question of ['UN', 'what is the UN', 'ask UN']) {
    const { query, heading } = desk.answer(question)
    assert.deepEqual([query?.intent, /Gujarat/.test(heading)], ['statements', false], question)
  }
  assert.equal(desk.answer('twins UN').query?.intent, 'not held')
})

test('a name that got a space is offered, and no text that holds one of its halves', () => {
  const { desk } = realFolder()
  for (const [question = '', name = ''] of [
    ['Ever ton', 'Everton'],
    ['clear water', 'Clearwater'],
  ]) {
    const { outcome, heading, lead = [] } = desk.answer(question)
    assert.equal(outcome, 'unknown', question)
    assert.ok([heading, ...lead].join(' ').includes(name), question)
  }
  assert.equal(desk.answer('Bir mingham').heading, desk.answer('Birmingham').heading)
})

test('what became of the money is asked of the money', () => {
  assert.equal(
    realFolder().desk.answer('what happened to the twinning budget of Leeds').ask,
    'twins Leeds costs',
  )
})

test('plain words beside a word for links are no names of places, though they resemble one', () => {
  const { answer } = realFolder().desk
  for (const question of ['why do councils end twinnings', 'why do partners cut ties'])
    assert.doesNotMatch(answer(question).heading, /Did you mean|no place called/, question)
  assert.equal(answer('/twins cost').query?.ask, 'twins costs')
})

test('words of one name that no statement holds together are passed over', () => {
  const { answer } = createDesk(
    buildLibrary(
      smallKnowledge({
        claims: [
          { id: 'palmer', says: 'Boris Palmer spoke of partnerships.' },
          { id: 'johnson', says: 'Alan Johnson spoke of partnerships.' },
        ],
      }),
    ),
    () => TODAY,
  )
  assert.deepEqual(answer('Boris Johnson').query?.unused, ['boris', 'johnson'])
  assert.match(answer('Boris Johnson').heading, /^Nothing speaks to all of/)
  assert.deepEqual(answer('Boris Palmer').query?.unused, [])
})

test('the name of a place tears no other word from what holds it', () => {
  assert.deepEqual(realFolder().desk.answer('covid and Leeds').query?.unused, [])
})

test('what sets kinds of links apart is asked of words, and not of links', () => {
  for (const question of [
    'the difference between twinning and friendship',
    'is a sister city the same as a twin town',
    'how do sister cities differ from twins',
  ])
    assert.equal(realFolder().desk.answer(question).table, undefined, question)
})

test('a place whose name is a plain word is spoken of only where the word is written as a name', () => {
  const peer = { id: 'peer', name: 'Peer', country: 'BE', admin: 'Flanders', population: 15_551, also: [] }
  const claims = [{ id: 'learn', says: 'Peer learning scores highest, and each learns from a peer.' }]
  const { answer } = createDesk(buildLibrary(smallKnowledge({ claims, exists: [peer] })), () => TODAY)
  assert.deepEqual(findingsOf(answer('Peer longest twinning')), [])
  const spoken = [...claims, { id: 'town', says: 'The town of Peer has partners.' }]
  const other = createDesk(buildLibrary(smallKnowledge({ claims: spoken, exists: [peer] })), () => TODAY)
  assert.deepEqual(
    findingsOf(other.answer('Peer longest twinning')).map(({ id }) => id),
    ['town'],
  )
})

test('of a question about links the names are read, and plain words that say more are passed over openly', () => {
  const { answer } = realFolder().desk
  for (const [question, ask, ...unused] of [
    [
      'which towns does the splendid city of Leeds partner with nowadays',
      'twins Leeds',
      'splendid',
      'nowadays',
    ],
    ['how many partners of Leeds sit by the sea', 'twins Leeds', 'sit', 'sea'],
    ['do people in Leeds like their twin town Dortmund', 'twins Leeds and Dortmund, Germany', 'people'],
  ] as const) {
    const { query, direct, lead = [] } = answer(question)
    assert.deepEqual([query?.ask, query?.unused], [ask, unused], question)
    assert.match(lead.join(' '), /Passed over/, question)
    assert.equal(direct, undefined, question)
  }
})

test('a plain word right before a name, or a slip from one, is not passed over so', () => {
  const { answer } = realFolder().desk
  for (const question of [
    'Leeds twins near Dortmund',
    'Leeds twins behind Dortmund',
    'is Leeds twinned with lilly',
  ]) {
    const { query } = answer(question)
    assert.ok(query?.intent !== 'links' || query.unused.length === 0, question)
  }
})

test('one or two letters in whatever script, which stand in the names of a link alone, have not found it', () => {
  const havre = { id: '2', name: 'Le Havre', country: 'FR', also: ['ला हाव्र'] }
  const lahore = { id: '3', name: 'Lahore', country: 'PK', also: ['लाहोर'] }
  const links = [
    { place: LEEDS.id, twin: havre.id },
    { place: LEEDS.id, twin: lahore.id },
  ]
  const { answer } = createDesk(
    buildLibrary(smallKnowledge({ places: [LEEDS, havre, lahore], links })),
    () => TODAY,
  )
  assert.deepEqual(findingsOf(answer('ला ोर')), [])
  assert.deepEqual(
    answer('twins ला ोर').suggestions.map(({ label }) => label),
    ['Lahore, Pakistan'],
  )
})
