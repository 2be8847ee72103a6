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

test('the United States are asked for as US in capitals, first of all or behind “the”, and by no other “us”', () => {
  const read = (question: string) => desk.answer(question).query?.readings.map(({ read }) => read) ?? []
  for (const question of [
    'US sister cities since 1950',
    'us twin towns',
    'links with the us',
    'which links are US ones',
  ])
    assert.deepEqual(read(question), ['United States'], question)
  for (const question of [
    'tell us the twins of Leeds',
    'TELL US THE TWINS OF LEEDS',
    'can you show us Leeds links',
  ])
    assert.deepEqual(read(question), ['Leeds'], question)
})

test('how many years is how old, which country has most is a country, and who has got links is asked of links', () => {
  const ask = (question: string) => desk.answer(question).query?.ask
  assert.equal(
    ask('how many years has Leeds been twinned with Dortmund'),
    'twins Leeds and Dortmund, Germany how old',
  )
  assert.equal(ask('which country is most twinned with'), 'twins which country has the most')
  assert.equal(ask('how many twin towns has Leeds got'), 'twins Leeds how many')
  assert.equal(ask("who's got the most twin towns in Yorkshire"), 'twins Yorkshire and The Humber the most')
  assert.equal(ask('last twinning agreed in Yorkshire'), 'twins Yorkshire and The Humber newest')
  assert.match(desk.answer('what has Leeds got out of Dortmund').lead?.join(' ') ?? '', /not recorded/)
})

test('anniversaries are asked for by the year in which they are, fall or come up', () => {
  const ask = (question: string) => desk.answer(question).query?.ask
  for (const question of [
    'anniversaries coming up in 2027',
    'which anniversaries are there in 2027',
    'anniversaries that fall in 2027',
    'anniversaries due next year',
  ])
    assert.equal(ask(question), 'twins anniversaries in 2027', question)
  for (const question of ['what 50th anniversaries are there in 2026', '50th anniversaries falling in 2026'])
    assert.equal(ask(question), 'twins in 1976', question)
})

test('most recent is newest with “the” as without, a number in a row is the list by year, and more than another is most', () => {
  const ask = (question: string) => desk.answer(question).query?.ask
  for (const question of [
    "what's the most recent French twin",
    'most recent French twin',
    'the most recent link with France',
  ])
    assert.equal(ask(question), 'twins France newest', question)
  for (const question of [
    "Leeds's second oldest twin",
    '3rd newest link of Leeds',
    'top five oldest twins of Leeds',
  ])
    assert.equal(ask(question), 'twins Leeds by year', question)
  const { direct } = desk.answer('does Hull have more twins than Leeds')
  assert.match(direct?.sentence ?? '', /^Leeds, with 9/)
  assert.equal(ask('age of the Leeds Dortmund link'), 'twins Leeds and Dortmund, Germany how old')
  assert.equal(desk.answer('more partnerships than ever').query?.intent, 'statements')
})

test('a year that stands apart from the anniversaries is theirs', () => {
  const ask = (question: string) => desk.answer(question).query?.ask
  assert.equal(
    ask('which anniversaries does Leeds celebrate in 2029'),
    'twins Leeds anniversaries in 2029 when',
  )
  assert.equal(ask('which Leeds links began in 1969'), 'twins Leeds in 1969')
})

test('minus and beyond leave out what follows, and words that say nothing are passed over around names', () => {
  const ask = (question: string) => desk.answer(question).query?.ask
  assert.equal(ask('Leeds, minus Germany'), 'twins Leeds outside Germany')
  assert.equal(ask('Leeds beyond Germany and France'), 'twins Leeds outside Germany outside France')
  assert.equal(ask('is it true that Leeds and Dortmund are twinned'), 'twins is Leeds and Dortmund, Germany')
  assert.equal(ask('which twins of Leeds lie in Germany only'), 'twins Leeds and Germany')
})

test('the early part of every decade is its first four years, the middle three and the late part the last three', () => {
  for (let year = 1920; year < 2030; year += 10)
    for (const [part, from, to] of [
      ['early', year, year + 3],
      ['mid', year + 4, year + 6],
      ['late', year + 7, year + 9],
    ] as const)
      assert.equal(
        desk.answer(`links from the ${part} ${year}s`).query?.ask,
        `twins between ${from} and ${to}`,
      )
})

test('when a link was ended asks how it stands, the war is the second, and most countries is not counted', () => {
  const ask = (question: string) => desk.answer(question).query?.ask
  assert.equal(
    ask('when was the Nottingham Minsk link ended'),
    'twins Nottingham and Minsk, Belarus ended status',
  )
  assert.equal(ask('twin towns beginning before the war'), 'twins before 1939')
  assert.equal(ask('links since the war in Ukraine'), 'twins since 2022')
  assert.match(desk.answer('who has twinned with the most countries').lead?.join(' ') ?? '', /not recorded/)
})
