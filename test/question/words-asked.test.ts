import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from '../../src/answer/answer.ts'
import { realFolder } from '../real-folder.ts'

const { desk, library } = realFolder()

test('whoever types one word of a group finds what says another of it', () => {
  const first = (question: string) => findingsOf(desk.answer(question))[0]?.id
  assert.equal(first('impact of the pandemic on universities'), 'covid-and-universities')
  assert.equal(first('impact of corona virus on universities'), 'covid-and-universities')
  assert.equal(first('Acuto 4km'), 'city-hall-to-university')
  assert.deepEqual(desk.answer('when was IULA established').query?.unused, [])
})

const ASKED_AS: Readonly<Record<string, readonly string[]>> = {
  universities: [
    'what’s the evidence on universities',
    'what evidence is there on universities',
    'is there any research on universities',
    'what has been written about universities',
    'what is known about universities',
    'findings on universities',
    'what do studies say about universities',
    'what have academics found about universities',
    'give me a quote on universities',
    'talk to me about universities',
    'brief me on universities',
  ],
  'covid universities': [
    'what impact did covid-19 have on universities',
    'effects of the corona pandemic on universities',
    'how did the pandemic affect universities',
    'COVID19 and universities',
    'sars-cov-2 and universities',
  ],
  'Acuto 4km': ['Acuto four kilometres', 'Acuto 4 kms', 'Acuto 4-km'],
  'when was IULA established': ['when was the International Union of Local Authorities set up'],
  'links after WW2': [
    'links after the Second World War',
    'links since World War 2',
    'links after World War II',
    'post-war links',
    'links postwar',
  ],
  'city networks': ['impact of city networks', 'do city networks have an impact', 'case for city networks'],
  innovation: [
    'what do people say about innovation',
    'what is said about innovation',
    'does anyone mention innovation',
    'arguments for innovation',
    'is there a case for innovation',
  ],
}

test('a question in other words is read as its plain form', () => {
  const found = (question: string) => findingsOf(desk.answer(question)).map(({ id }) => id)
  for (const [plain, others] of Object.entries(ASKED_AS)) {
    const shown = found(plain)
    assert.ok(shown.length > 0, plain)
    for (const other of others) {
      assert.deepEqual(found(other), shown, other)
      assert.deepEqual(desk.answer(other).query?.unused, [], other)
    }
  }
})

test('another word for what the folder says is no slip in the name of a place', () => {
  for (const word of ['IULA', 'iula', 'UCLG']) assert.equal(desk.answer(word).heading, `On “${word}”`)
})

test('an answer is on a question only where no word of it was passed over', () => {
  const answer = desk.answer('universities and quantum chromodynamics and city halls')
  assert.ok(!answer.heading.startsWith('On '), answer.heading)
  assert.deepEqual(answer.query?.unused, ['quantum', 'chromodynamics'])
  assert.match(desk.answer('what time is it').heading, /^Nothing here is on/)
})

test('links do not trail behind what is said of a matter', () => {
  const found = findingsOf(desk.answer('recommendations for councils'))
  assert.deepEqual(new Set(found.map(({ kind }) => kind)), new Set(['report']))
})

test('what a report says is asked of that report', () => {
  assert.equal(desk.answer('what does Nesta say about universities').ask, 'nesta universities')
  assert.equal(desk.answer('what does the evidence say about universities').query?.intent, 'statements')
})

test('a sentence of everyday words names no place', () => {
  for (const said of ['That is nice', 'this is so nice']) {
    assert.equal(desk.answer(said).query?.intent, 'hansa', said)
  }
  assert.equal(desk.answer('it was very nice today').missing?.length ?? 0, 0)
  assert.equal(library.who('Nice').how, 'empty')
})

test('a choice between namesakes keeps what was asked of them', () => {
  const asks = desk.answer('Newcastle ended twinnings').suggestions.map(({ ask }) => ask)
  assert.ok(asks.length > 1 && asks.every((ask) => ask.endsWith(' ended')), asks.join())
})

test('years are counted back from the day of asking, and evidence may be old', () => {
  assert.equal(desk.answer('twinnings of the last ten years').ask, 'twins since 2016')
  assert.equal(desk.answer('links not updated since 2015').ask, 'twins evidence before 2015')
})
