import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { writtenOut } from '../../src/question/shorthand.ts'
import { realFolder } from '../real-folder.ts'
import { DORTMUND, LEEDS, LILLE, SHEFFIELD, smallKnowledge, TODAY } from '../small-knowledge.ts'

const KYIV = { id: '703448', name: 'Kyiv', country: 'UA' }
const small = createDesk(
  buildLibrary(
    smallKnowledge({
      places: [LEEDS, SHEFFIELD, DORTMUND, LILLE, KYIV],
      links: [
        { place: LEEDS.id, twin: DORTMUND.id, since: '1969', heldBy: 'council' },
        { place: LEEDS.id, twin: LILLE.id, since: '1968' },
        { place: SHEFFIELD.id, twin: DORTMUND.id, since: '2004' },
        { place: SHEFFIELD.id, twin: KYIV.id, since: '2023' },
        { place: LEEDS.id, twin: KYIV.id, since: '1989' },
      ],
      short: [
        { says: 'govt', for: 'government' },
        { says: 'w/', for: 'with' },
        { says: 'Met', for: 'metropolitan' },
        { says: 'u', for: 'you' },
      ],
    }),
  ),
  () => TODAY,
)
const heading = (question: string) => small.answer(question).heading
const says = (question: string) => small.answer(question).direct?.sentence

test('what the folder knows as short for a word is read as that word', () => {
  const asked = ['twinned w/ Dortmund', 'Leeds Met’s twins', 'Leeds Met twins', 'what can u do']
  assert.deepEqual(asked.map(heading), [
    'Dortmund, Germany: 2 links on record',
    'Leeds: 3 links on record',
    'Leeds: 3 links on record',
    small.answer('what can you do').heading,
  ])
})

test('but not in other letters than the folder writes it in, in an address, or as all that is typed', () => {
  const short = [
    { says: 'govt', for: 'government' },
    { says: 'Met', for: 'metropolitan' },
    { says: 'u', for: 'you' },
  ]
  for (const typed of ['who met Leeds', 'Met Leeds', 'U Leeds', 'see leeds.govt.uk', 'R&u Leeds', 'govt'])
    assert.equal(writtenOut(typed, { short }), typed)
  assert.equal(writtenOut('the Welsh Govt. and u', { short }), 'the Welsh government. and you')
})

test('who works, pairs or cooperates with a place is asked for its links', () => {
  for (const question of [
    'who works with Dortmund',
    'who paired with Dortmund',
    'who collaborates with Dortmund',
  ])
    assert.equal(heading(question), 'Dortmund, Germany: 2 links on record')
  assert.equal(realFolder().desk.answer('what are sister cities').query?.intent, 'statements')
})

test('a link that still goes on is told to, and one that somebody holds is told by whom', () => {
  assert.match(says('Leeds Dortmund still going?') ?? '', /^Yes: active/)
  assert.match(says('is Leeds Dortmund held by the council') ?? '', /^Held by the council/)
  assert.match(says('is Leeds Lille held by an association') ?? '', /^Who holds it is not recorded/)
  assert.equal(
    heading('list all council-held links'),
    'All places, held by the council: 1 of the 5 links on record',
  )
})

test('a share is told of all links, or of those of the place', () => {
  assert.equal(says('what share of links are German'), '2 of the 5 links recorded here: 40 in 100.')
  assert.equal(
    says('what percentage of Leeds links are French'),
    '1 of the 3 links recorded here: 33 in 100.',
  )
  assert.equal(
    says('what proportion of links began before 1980'),
    '2 of the 5 links recorded here: 40 in 100.',
  )
})

test('all links are all links, and the oldest so many by year', () => {
  for (const question of ['all links', 'list of all twinnings'])
    assert.equal(heading(question), 'All places: 5 links on record')
  assert.equal(small.answer('oldest 3 links Leeds').query?.ask, 'twins Leeds by year')
  assert.equal(small.answer('Leeds twins with dates').query?.ask, 'twins Leeds by year')
  assert.match(heading('links starting in the 60s'), /^All places, between 1960 and 1969: 2 of the 5/)
})

test('the city abroad that has most is one there, and the town here one here', () => {
  for (const question of [
    'which German city has the most partners',
    'which German city has the most UK partners',
  ])
    assert.match(says(question) ?? '', /^Dortmund, Germany, with 2/, question)
  for (const question of ['which UK town has the most German partners', 'who has the most German partners'])
    assert.match(says(question) ?? '', /^Leeds and Sheffield, with 1 each/, question)
})

test('an order or a date behind names is asked of them, and links at risk are those in doubt', () => {
  assert.match(says('Leeds oldest') ?? '', /^Lille, France, 1968/)
  assert.match(says('Leeds Dortmund date') ?? '', /^Since 1969/)
  assert.match(heading('links added since 2000'), /^All places, since 2000: 2 of the 5/)
  assert.equal(small.answer('Leeds links at risk').query?.ask, 'twins Leeds in doubt')
})

test('who would add a link is told how, and what a body advises is looked for in its report', () => {
  assert.equal(heading('how do I add a link you’re missing'), heading('report a mistake'))
  const { heading: told, query } = realFolder().desk.answer('what is Nesta’s advice on universities')
  assert.match(told, /universities/)
  assert.equal(query?.intent, 'report')
})

test('the war is that of 2022 beside a country at it, and the Second World War elsewhere', () => {
  assert.match(heading('Ukraine links since the war'), /^Ukraine, since 2022: 1 of the 2/)
  assert.match(heading('Leeds links since the war'), /^Leeds, since 1945: 3 links/)
})

test('two kinds of link set apart ask what is said of them', () => {
  const intents = ['twinning vs friendship', 'friendship vs twin'].map(
    (question) => realFolder().desk.answer(question).query?.intent,
  )
  assert.ok(!intents.includes('links') && !intents.includes('usage'), String(intents))
})

test('who seeks a partner is asked for in fewer words as well', () => {
  for (const question of ['any partner wanted', 'partners wanted', 'twin towns wanted'])
    assert.equal(small.answer(question).query?.ask, 'twins notices', question)
})

test('that it helped is said to Hansa', () => {
  assert.equal(heading('many thanks, that helped'), 'You are welcome')
})

test('an everyday word in small letters is no name of a place in another language', () => {
  const { desk } = realFolder()
  for (const question of ['twinned with more than one German town', 'twinned with more than one town'])
    assert.notEqual(desk.answer(question).outcome, 'nothing', question)
})
