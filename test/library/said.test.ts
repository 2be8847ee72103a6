import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildLibrary } from '../../src/library/library.ts'
import type { Said } from '../../src/library/said.ts'
import { realFolder } from '../real-folder.ts'
import { DORTMUND, LEEDS, smallKnowledge } from '../small-knowledge.ts'

const HALLS = {
  id: 'halls',
  says: 'City halls stand near universities.',
  quote: 'under four kilometres',
  about: ['universities', 'distance'],
}
const world = smallKnowledge({
  places: [LEEDS, DORTMUND],
  links: [{ id: 'leeds-dortmund', place: LEEDS.id, twin: DORTMUND.id, note: 'Signed again in 2021.' }],
  claims: [
    HALLS,
    { id: 'brussels', says: 'Regions keep oﬃces in Brussels.', about: ['offices abroad'] },
    { id: 'aid', says: 'Development co-operation grew by a third.', about: ['spending'] },
    { id: 'climate', says: 'Cities cause most of the emissions.', about: ['climate'] },
    {
      id: 'rostov',
      says: 'Glasgow is twinned with Rostov-on-Don, Birmingham with Birmingham-AL.',
      about: ['twins'],
    },
    { id: 'naive', says: 'No nai\u0308ve plan, and no naïve hope.', about: ['plans'] },
  ],
})
const { said } = buildLibrary(world)

test('a question is answered by the record that speaks to it, best first', () => {
  assert.deepEqual(ids(said('universities and city halls')), ['halls'])
  assert.deepEqual(ids(said('offices in Brussels')), ['brussels'])
  assert.equal(said('offices in Brussels').strength, 'answer')
})

test('words of one stem, of either spelling and with or without a hyphen are the same', () => {
  assert.deepEqual(ids(said('university')), ['halls'])
  assert.deepEqual(ids(said('cooperation')), ['aid'])
  assert.deepEqual(ids(said('co-operation')), ['aid'])
  assert.deepEqual(ids(said('What causes the emission of a city?')), ['climate'])
})

test('a twinning is found by its places, in any of their names, and by its note', () => {
  assert.deepEqual(ids(said('Leeds and Dortmund'))[0], 'leeds-dortmund')
  assert.deepEqual(ids(said('Tremonia')), ['leeds-dortmund'])
  assert.deepEqual(ids(said('signed again')), ['leeds-dortmund'])
})

test('a misspelled word is read as the word of the folder that it is near to, and the reading is told', () => {
  const found = said('univercities')
  assert.deepEqual(ids(found), ['halls'])
  assert.deepEqual(found.corrected, [{ typed: 'univercities', read: 'universities' }])
})

test('another word is no misspelling of one of ours', () => {
  // Those that are nearest are tandem, climate's likeness, plan and a tie of on-Don.
  for (const word of ['pandemic', 'climb', 'plane', 'London', 'ondon']) {
    assert.deepEqual(
      said(word),
      {
        strength: 'none',
        hits: [],
        corrected: [],
        asked: [word.toLowerCase()],
        unknown: [word.toLowerCase()],
      },
      word,
    )
  }
})

test('a hyphen ties two words to one and corrects nothing; two letters more make no other word', () => {
  assert.deepEqual(ids(said('Rostov on Don')), ['rostov'])
  assert.deepEqual(said('cooperatoin').corrected, [])
  assert.deepEqual(said('Birmingham AL').corrected, [])
})

test('a question on something else gets nothing, never the least bad hit', () => {
  for (const question of ['quantum chromodynamics', 'council tax bands', 'who is it', '', '???', '<@U123>']) {
    assert.deepEqual([said(question).strength, ids(said(question))], ['none', []], question)
  }
})

test('a question of which little is known gets at best the closest there is', () => {
  assert.notEqual(said('climate policy of volcanic islands').strength, 'answer')
})

test('marked words are those of the original text, accents and ligatures included', () => {
  assert.deepEqual(marked(said('offices'), 'brussels'), ['oﬃces'])
  assert.deepEqual(marked(said('naive'), 'naive'), ['nai\u0308ve', 'naïve'])
  assert.deepEqual(marked(said('cooperation'), 'aid'), ['co-operation'])
  const { quote = [] } = said('four kilometres').hits[0]?.marks ?? {}
  assert.deepEqual(
    quote.map(([start, end]) => HALLS.quote.slice(start, end)),
    ['four', 'kilometres'],
  )
})

test('a search within a few records finds only those', () => {
  assert.deepEqual(ids(said('emissions and universities', { within: new Set(['climate', 'aid']) })), [
    'climate',
  ])
  assert.deepEqual(ids(said('universities', { within: new Set() })), [])
})

test('a question costs nothing of the next one: the same question gets the same answer again', () => {
  const before = said('universities and city halls')
  for (let times = 0; times < 300; times++) said(`offices, climate and aid, ${times}`)
  assert.deepEqual(said('universities and city halls'), before)
})

test('the folder answers a question in plain words', () => {
  const { library } = realFolder()
  const found = library.said('how far is the university from the city hall')
  assert.equal(found.strength, 'answer')
  assert.equal(found.hits[0]?.id, 'city-hall-to-university')
})

test('a finding of a report is not found by a word that only the name of who wrote it holds', () => {
  const { knowledge, library } = realFolder()
  const lab = [...knowledge.sources.values()].flatMap(({ author }) => author.map(({ literal }) => literal))
  assert.ok(lab.includes('Urban Innovation and Policy Lab'))
  const report = knowledge.reports.find(({ command }) => command === 'nesta')
  const within = new Set(report?.findings.map(({ id }) => id))
  assert.deepEqual(ids(library.said('lab', { within })), [])
  assert.deepEqual(ids(library.said('policy', { within })), ['nesta-policy-innovation'])
})

function ids(found: Said): string[] {
  return found.hits.map(({ id }) => id)
}

function marked(found: Said, id: string): string[] {
  const says = world.claims.find((claim) => claim.id === id)?.says ?? ''
  const hit = found.hits.find((one) => one.id === id)
  return (hit?.marks.says ?? []).map(([start, end]) => says.slice(start, end))
}
