import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { LEEDS, smallKnowledge, TODAY } from '../small-knowledge.ts'

const STOKE = { id: 'E06000021', name: 'Stoke-on-Trent', country: 'GB' }
const BOSTON = { id: '2655138', name: 'Boston', country: 'GB' }
const abroad = {
  erlangen: { id: '1', name: 'Erlangen', country: 'DE' },
  massachusetts: { id: '2', name: 'Boston (Massachusetts)', country: 'US' },
  chicago: { id: '3', name: 'Chicago', country: 'US' },
  novgorod: { id: '4', name: 'Veliky Novgorod', country: 'RU' },
  netanya: { id: '5', name: 'Netanya', country: 'IL', also: ['Natania'] },
  droylsden: { id: '6', name: 'Droylsden', country: 'GB' },
  managua: { id: '7', name: 'Managua', country: 'NI' },
  brittany: { id: 'x-brittany', name: 'Brittany', country: 'FR' },
}

const knowledge = smallKnowledge({
  places: [LEEDS, STOKE, BOSTON, ...Object.values(abroad)],
  links: [
    { place: STOKE.id, twin: abroad.erlangen.id, since: '1989' },
    { place: LEEDS.id, twin: abroad.massachusetts.id },
    { place: LEEDS.id, twin: abroad.chicago.id, status: 'dormant', on: '2020' },
    { place: LEEDS.id, twin: abroad.novgorod.id },
    { place: LEEDS.id, twin: abroad.netanya.id },
    { place: LEEDS.id, twin: abroad.managua.id },
    { place: LEEDS.id, twin: abroad.brittany.id },
    { place: abroad.droylsden.id, twin: abroad.erlangen.id },
  ],
  claims: [{ id: 'exports', says: 'Exports follow from twinning, said the council.' }],
  exists: [
    { id: '11', name: 'Stoke', country: 'GB', admin: 'Cheshire', population: 900, also: [] },
    { id: '12', name: 'Boston', country: 'PH', population: 20_000, also: [] },
    { id: '13', name: 'Asia', country: 'PH', population: 20_000, also: [] },
  ],
})
const { answer } = createDesk(buildLibrary(knowledge), () => TODAY)

/** The question as it was understood, or what is offered for it. */
const told = (question: string) => {
  const { outcome, ask, suggestions, heading } = answer(question)
  return outcome === 'suggest'
    ? suggestions.map(({ label }) => label).join(', ')
    : outcome === 'unknown'
      ? heading
      : ask
}

const all = (asked: Readonly<Record<string, string>>) =>
  assert.deepEqual(
    Object.fromEntries(Object.keys(asked).map((question) => [question, told(question)])),
    asked,
  )

test('what stands before “on Trent” is a short name, to be chosen beside the village that is called so', () => {
  all({
    Stoke: 'Stoke-on-Trent',
    "stoke's german twin": 'Stoke-on-Trent and Germany',
    'Stoke Erlangen': 'twins Stoke-on-Trent and Erlangen, Germany',
    'Stoke, Cheshire': 'twins Stoke, Cheshire',
  })
})

test('a country abroad right behind a name says where the place lies, save where it is an adjective or joined to it', () => {
  all({
    'Boston USA': 'twins Boston (Massachusetts), United States',
    'Boston, USA': 'twins Boston (Massachusetts), United States',
    'Boston Philippines': 'twins Boston Philippines',
    'Boston and USA': 'twins Boston and United States',
    "Boston's American twin": 'twins Boston and United States',
    "leeds's us twins": 'twins Leeds and United States',
  })
})

test('a partner is offered for a word of its name with a slip in it, and nothing for a far likeness', () => {
  all({
    'Leeds Novgrod': 'Veliky Novgorod, Russia and Leeds',
    'Leeds Novgorod': 'twins Leeds and Veliky Novgorod, Russia',
    Narnia: 'We know no place called “Narnia”',
  })
})

test('capitals in a question of links write a name that we do not know, be they plain words', () => {
  all({
    'twin town of Little Snoring': 'We know no place called “Little Snoring”',
    'Drop City twin towns': 'We know no place called “Drop”',
  })
})

test('words run together, parts of the world and states are read as people write them', () => {
  all({
    'whats leeds twinned with': 'twins Leeds',
    'whos twinned with leeds': 'twins Leeds',
    'links in south east asia': 'twins South-East Asia',
    'Latin American twins': 'twins Latin America',
    'links which have lapsed': 'twins not active',
    'links under suspension': 'twins suspended',
    'links by country for Leeds': 'twins Leeds countries',
    "Leeds's least recent twin": 'twins Leeds oldest',
    'is it 50 years since Leeds and Chicago twinned': 'twins Leeds and Chicago, United States how old',
    'Leeds - is it still twinned with Chicago?': 'twins is Leeds and Chicago, United States current',
    'which year did Leeds join up with Chicago': 'twins Leeds and Chicago, United States when',
  })
})

test('beside what says where a place lies, nothing is offered for its name or for that', () => {
  const { lead = [], suggestions } = answer('Boston Philippines')
  assert.deepEqual([lead.filter((line) => line.startsWith('Did you mean')), suggestions], [[], []])
})

test('one everyday word that no text knows is passed over, and said to be, where others find something', () => {
  const { heading, query, groups } = answer('does twinning increase exports')
  assert.match(heading, /^Nothing speaks to all of /)
  assert.deepEqual(
    [query?.unused, groups.flatMap(({ findings }) => findings.map(({ id }) => id))],
    [['increase'], ['exports']],
  )
  assert.equal(answer('population of exports').outcome, 'unknown')
})

test('plain words are no slips from names where no name would stand', () => {
  assert.equal(answer('what colour is the Leeds flag').outcome, 'unknown')
  assert.deepEqual(answer('what colour is the Leeds flag').suggestions, [])
})

test('an order behind a possessive asks for links, and nothing but words for links asks how to ask', () => {
  all({
    "Leeds's newest": 'twins Leeds newest',
    'top partner countries': 'twins which country has the most',
    "what's Leeds twinned with then": 'twins Leeds',
  })
  assert.equal(answer('twin towns near me').query?.intent, 'usage')
})
