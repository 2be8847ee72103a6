import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createSearch } from '../../src/search/create-search.ts'
import { anyCharacter } from '../any-character.ts'

const PLACES = [
  { id: 'lodz', title: 'Łódź', aliases: ['Lodsch'], weight: 700_000 },
  { id: 'leeds', title: 'Leeds', weight: 500_000 },
  { id: 'dortmund', title: 'Dortmund', aliases: ['Tremonia', 'ドルトムント'] },
  { id: 'salt-lake', title: 'Salt Lake City' },
  { id: 'springfield-il', title: 'Springfield', weight: 110_000 },
  { id: 'springfield-or', title: 'Springfield', weight: 62_000 },
]
const names = createSearch(PLACES)

test('a name is found as it is, in other letters, by other names, misspelled, unfinished and among other words', () => {
  for (const [typed, id] of [
    ['Leeds', 'leeds'],
    ['LODZ', 'lodz'],
    ['lodsch', 'lodz'],
    ['ドルトムント', 'dortmund'],
    ['leds', 'leeds'],
    ['dortmnud', 'dortmund'],
    ['dortm', 'dortmund'],
    ['twin towns of leeds, uk', 'leeds'],
    ['salt lake city', 'salt-lake'],
    ['city of salt lake', 'salt-lake'],
    ['cheap hotels leeds', 'leeds'],
  ] as const) {
    assert.equal(names.search(typed, 1)[0]?.id, id, typed)
  }
})

test('of two records of one name the heavier comes first, and both come', () => {
  assert.deepEqual(
    names.search('springfield', 2).map(({ id }) => id),
    ['springfield-il', 'springfield-or'],
  )
})

test('gated, a name is only answered when it is sure', () => {
  const gated = (typed: string) => names.search(typed, 3, { gated: true }).map(({ id }) => id)
  assert.deepEqual(gated('leeds'), ['leeds'])
  assert.deepEqual(gated('dortmnd'), ['dortmund'])
  assert.deepEqual(gated('leds'), [])
  assert.deepEqual(gated('qwxzkj'), [])
  assert.deepEqual(names.answer('dortm').strength, 'closest')
  assert.deepEqual(names.answer('qwxzkj'), { strength: 'none', results: [] })
})

test('a match says in which name, and where', () => {
  assert.deepEqual(names.search('lodsch', 1)[0]?.matches, [
    { field: 'alias', value: 'Lodsch', spans: [[0, 6]] },
  ])
  assert.deepEqual(names.search('dortmu', 1)[0]?.matches, [
    { field: 'title', value: 'Dortmund', spans: [[0, 6]] },
  ])
})

test('every record is found by each of its names', () => {
  const name = fc.stringMatching(/^[A-Za-zÀ-ÿ]{2,12}( [A-Za-z]{2,9})?$/)
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 40 }), (titles) => {
      const { search } = createSearch(titles.map((title, at) => ({ id: String(at), title })))
      for (const [at, title] of titles.entries()) {
        const found = search(title, titles.length).find(({ id }) => id === String(at))
        assert.equal(found?.score, 1, title)
      }
    }),
    { numRuns: 50 },
  )
})

const texts = createSearch([
  { id: 'networks', title: 'Networks of cities', text: 'City networks spread, and grow complex.' },
  { id: 'emissions', title: 'Climate', text: 'Emissions of cities, by labour and organisation.' },
  { id: 'halls', title: 'Halls', text: 'Universities stand near town halls.' },
])

test('texts are found by what they say, misspelled or not, and a title counts more', () => {
  const first = (question: string) => texts.search(question)[0]?.id
  assert.equal(first('networks'), 'networks')
  assert.equal(first('what organizations emit'), 'emissions')
  assert.equal(first('univercity'), 'halls')
  assert.equal(first('climate'), 'emissions')
  assert.deepEqual(texts.search('zebra'), [])
  assert.equal(texts.answer('zebra').strength, 'none')
})

test('a word run together is read as the two it is made of, and one torn apart as the one it was', () => {
  assert.equal(texts.search('townhalls')[0]?.id, 'halls')
  assert.equal(texts.search('emis sions')[0]?.id, 'emissions')
})

test('search never throws and never gives more than it is asked for, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 400 }), fc.nat(5), (typed, k) => {
      for (const { search } of [names, texts]) {
        const found = search(typed, k)
        assert.ok(found.length <= k)
        for (const { matches } of found)
          for (const { value, spans } of matches) {
            for (const [start, end] of spans) assert.ok(0 <= start && start < end && end <= value.length)
          }
      }
    }),
  )
})

const titles = createSearch(
  [
    'The role of universities in town twinning',
    'Cities and climate change',
    'Kingston upon Hull',
    'Newcastle upon Tyne',
    'Bath and North East Somerset',
  ].map((title) => ({ id: title, title })),
)

test('a long name is found by any of its words and offered, though it is too unlike one to be an answer', () => {
  for (const [typed, id] of [
    ['hull', 'Kingston upon Hull'],
    ['tyne', 'Newcastle upon Tyne'],
    ['somerset', 'Bath and North East Somerset'],
    ['north east somerset', 'Bath and North East Somerset'],
    ['climate', 'Cities and climate change'],
    ['universities', 'The role of universities in town twinning'],
  ] as const) {
    const found = titles.search(typed)
    assert.equal(found[0]?.id, id, typed)
    const [span] = found[0]?.matches[0]?.spans ?? []
    assert.equal(id.slice(...(span ?? [0, 0])).toLowerCase(), typed)
  }
  for (const typed of ['hull', 'tyne', 'climate']) {
    assert.equal(titles.answer(typed).strength, 'closest', typed)
    assert.deepEqual(titles.search(typed, 3, { gated: true }), [])
  }
})

test('in a name asked for in another order each word is marked, and no letters between', () => {
  for (const [typed, marked] of [
    ['tyne newcastle', ['Newcastle', 'Tyne']],
    ['hull kingston', ['Kingston', 'Hull']],
    ['newcastleupontyne', ['Newcastle', 'upon', 'Tyne']],
  ] as const) {
    const [match] = titles.search(typed, 1)[0]?.matches ?? []
    assert.deepEqual(
      match?.spans.map(([start, end]) => match.value.slice(start, end)),
      marked,
    )
  }
})

test('letters that fold to two are marked as the one they are, and spaces around them are not', () => {
  const { search } = createSearch([
    { id: 'street', title: 'Straße am Œuvreplatz ' },
    { id: 'st', title: 'St. Albans' },
  ])
  const marked = (typed: string) => {
    const [match] = search(typed, 1)[0]?.matches ?? []
    return match?.spans.map(([start, end]) => match.value.slice(start, end))
  }
  assert.deepEqual(marked('strasse am oeuvreplatz'), ['Straße am Œuvreplatz'])
  assert.deepEqual(marked('strasse'), ['Straße'])
  assert.deepEqual(marked('oeuvreplatz'), ['Œuvreplatz'])
  assert.deepEqual(marked('albans'), ['Albans'])
  assert.deepEqual(marked('saint albans'), ['St. Albans'])
})

const mixed = createSearch([
  ...['Leeds', 'Bradford', 'Dortmund'].map((title) => ({ id: title, title })),
  { id: 'light', title: 'Note', text: 'A harbour in Dortmund.', weight: 1 },
  { id: 'heavy', title: 'Note', text: 'A harbour in Dortmund.', weight: 2 },
])

test('records without a text are found by their names among others that have one', () => {
  const first = (typed: string) => mixed.search(typed)[0]?.id
  assert.equal(first('leds'), 'Leeds')
  assert.equal(first('bradfrod'), 'Bradford')
  assert.equal(first('Dortm'), 'Dortmund')
  assert.equal(first('dortmund'), 'Dortmund')
  assert.deepEqual(mixed.search('dortmund', 3, { gated: true })[0]?.id, 'Dortmund')
  const scores = mixed.search('dortmund').map(({ score }) => score)
  assert.deepEqual(
    scores,
    scores.toSorted((one, other) => other - one),
  )
})

test('among texts an empty one is found by its title, as a text; where all are empty, they are names', () => {
  const papers = createSearch([
    { id: 'paper', title: 'Harbours', text: 'How harbours grew.' },
    { id: 'no abstract', title: 'Ports and the harbours around them', text: '' },
  ])
  assert.deepEqual(
    papers.search('harbours').map(({ id }) => id),
    ['paper', 'no abstract'],
  )
  const names = createSearch([{ id: 'leeds', title: 'Leeds', text: '' }])
  assert.equal(names.search('led')[0]?.id, 'leeds')
})

test('of two texts that say the same the heavier comes first', () => {
  assert.deepEqual(
    mixed.search('harbour').map(({ id }) => id),
    ['heavy', 'light'],
  )
})

test('nothing is found when none are asked for or nothing is asked', () => {
  for (const { search } of [names, texts, mixed]) {
    for (const k of [0, -1, Number.NaN]) assert.deepEqual(search('cities leeds', k), [])
    for (const query of [null, undefined, 7] as unknown as string[]) assert.deepEqual(search(query), [])
    assert.equal(search('leeds harbour halls', 1.5).length, 1)
  }
})

test('a record that is none is named in a sentence that says what to do', () => {
  for (const [record, message] of [
    [null, 'null is no record: give objects with an id and a title.'],
    [{ title: 'a' }, 'The record undefined has no id: give it one, by which results can name it.'],
    [{ id: 'a' }, 'The record "a" has no title: give it one that is a string, which may be empty.'],
    [
      { id: 'a', title: '', aliases: null },
      'The record "a" has aliases that are no list of strings: leave them out if there are none.',
    ],
    [
      { id: 'a', title: '', text: null },
      'The record "a" has a text that is no string: leave it out if there is none.',
    ],
  ] as const) {
    assert.throws(() => createSearch([record as never]), { name: 'TypeError', message })
  }
})

test('a word of any length is a word', () => {
  const long = 'ab'.repeat(100_000)
  assert.equal(createSearch([{ id: 'a', title: long }]).search('ab'.repeat(90)).length, 1)
  assert.equal(createSearch([{ id: 'a', title: 'Long', text: `${long} word` }]).search(`${long}a`).length, 1)
})

test('nothing to search in is no mistake', () => {
  assert.deepEqual(createSearch([]).search('leeds'), [])
})
