import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chance } from '../bench/search/chance.ts'
import { mistyped } from '../bench/search/typing.ts'
import { findingsOf } from '../src/answer/answer.ts'
import { countryName } from '../src/answer/in-words.ts'
import type { Said } from '../src/library/said.ts'
import { bare } from './bare-name.ts'
import { realFolder } from './real-folder.ts'

const { knowledge, desk, library } = realFolder()

/** `npm run exhaustive` asks them all, which takes half a minute; `npm test` a tenth of them, drawn by a seed. */
const random = chance(50)
const isAsked = () => process.env.HANSA_EXHAUSTIVE === '1' || random() < 0.1

/** Every place that exists, once by each name. */
const existing = [...new Set(knowledge.exists.map(({ name }) => name))]

test('no place that exists is ever answered with another place’s links', () => {
  const names = existing.filter(isAsked)
  const wrong = names.filter((name) => {
    const found = findingsOf(desk.answer(`twins ${name}`))
    return found.length > 0 && !bearsTheName(name)
  })
  assert.ok(names.length > 2200)
  assert.deepEqual(wrong, [])
})

test('nor without a command, typed right or with a slip', () => {
  const names = existing.filter(isAsked)
  const slips = names.filter((_, at) => at % 8 === 0).map((name) => ({ name, typed: mistyped(name, random) }))
  // Two letters are a word (la), and so is what statements say in some form (`Plan` of Plano): no name that somebody could still read.
  const isWord = ({ corrected, unknown }: Said) => corrected.length + unknown.length === 0
  const readable = slips.filter(({ typed }) => typed.length > 2 && !isWord(library.said(typed)))
  const asked = [...names.map((name) => ({ name, typed: name })), ...readable]
  const wrong = asked.filter(({ name, typed }) => {
    const found = findingsOf(desk.answer(typed)).filter(({ kind }) => kind === 'twinning')
    return found.length > 0 && !isOurs(typed) && !isOurs(name)
  })
  assert.ok(asked.length > 2500)
  assert.deepEqual(wrong, [])
})

test('nor when it is asked about together with a place that has links', () => {
  const names = existing.filter((_, at) => at % 10 === 0).filter(isAsked)
  const wrong = names.filter((name) => {
    const found = findingsOf(desk.answer(`is Leeds twinned with ${name}?`))
    return found.some(({ kind }) => kind === 'twinning') && !bearsTheName(name)
  })
  assert.ok(names.length > 200)
  assert.deepEqual(wrong, [])
})

const ASKED: readonly (readonly [question: string, heading: string])[] = [
  ['/twins Surrey', 'We hold no links of Surrey'],
  ['/twins Tyne and Wear', 'Tyne and Wear: 8 links on record'],
  ['is Leeds twinned with Paris?', 'We hold no link between Leeds and Paris (Île-de-France, France)'],
  ['/twins Halifax West Yorkshire', '“Halifax” is in Calderdale'],
  ['/twins Halifax, Canada', 'We hold no links of Halifax (Nova Scotia, Canada)'],
  ['/twins Boston USA', 'We hold no links of Boston (Massachusetts, United States)'],
  ['/twins Perth Scotland', 'We hold no links of Perth (Perth and Kinross, United Kingdom)'],
  ['/twins Richmond Yorkshire', 'We hold no links of Richmond (North Yorkshire, United Kingdom)'],
  ['/twins Rotterdam, United States', 'We hold no links of Rotterdam (New York, United States)'],
  [
    '/twins Wellington, United Kingdom',
    'We hold no links of Wellington (Telford and Wrekin, United Kingdom)',
  ],
  ['/twins Donetsk, Russia', 'We hold no links of Donetsk (Rostov, Russia)'],
  ['/twins Cologne Italy', 'We know no Cologne in Italy'],
  ['Birmingham, AL', 'We hold no links of Birmingham (Alabama, United States)'],
  ['Leeds, Alabama', 'We know no Leeds in Alabama'],
  ['York, PA', 'We hold no links of York (Pennsylvania, United States)'],
  ['/ask Durham NC', 'We hold no links of Durham (North Carolina, United States)'],
  ["/twins York's sister cities", 'York: 2 links on record'],
  ['/twins Lverpool City Region', 'Liverpool City Region: 1 link on record'],
  [
    '/twins Liverpool Combined Authority',
    'We know no place called “Liverpool Combined”. Did you mean one of these?',
  ],
  ['what do Leeds and Sheffield have in common?', 'What Leeds and Sheffield have in common'],
  ['is Sheffield still twinned with Anshan', '1 link on record between Sheffield and Anshan, China'],
  ['police in sheffield', 'We hold nothing on “police in sheffield”'],
  ['how old is the universe', 'We hold nothing on “how old is the universe”'],
  ['/twins Grimsby', '“Grimsby” is in North East Lincolnshire'],
  ['/twins Craven', '“Craven” is in North Yorkshire'],
  ['/twins South Lakeland', 'We hold no links of South Lakeland (United Kingdom)'],
  ['/twins Copeland', 'We hold no links of Copeland (United Kingdom)'],
  ['/twins Rother', 'We hold no links of Rother (United Kingdom)'],
  ['Rayliegh', 'Did you mean Rayleigh (Essex, United Kingdom)? We hold no links of it'],
  ['Chorely', 'Did you mean Chorley (Lancashire, United Kingdom)? We hold no links of it'],
  ['new york', 'We hold no links of New York City (New York, United States)'],
  ['kiev', 'We hold no links of Kyiv (Kyiv City, Ukraine)'],
  ['leds', 'Did you mean Leeds? (you wrote “leds”)'],
  ['Manchetser', 'Manchester: 4 links on record'],
  ['/twins west riding', 'Did you mean East Riding of Yorkshire? (you wrote “west riding”)'],
  ['cardiff california', 'We know no cardiff in california'],
  ['york, ontario', 'We know no york in ontario'],
  ['skills', 'We hold nothing on “skills”'],
  ['barriers to collaboration', 'We hold nothing on “barriers to collaboration”'],
  ['football', 'We hold nothing on “football”'],
  ['erasmus', 'We hold nothing on “erasmus”'],
  ['univercities', 'On “univercities”'],
  ['/ask new york', 'We hold no links of New York City (New York, United States)'],
  ['/ask York, Pennsylvania', 'We hold no links of York (Pennsylvania, United States)'],
  ['/twins odessa', 'We hold no links of Odesa (Odesa, Ukraine)'],
  ['/twins Washington, D.C.', 'We hold no links of Washington (District of Columbia, United States)'],
  ['/twins the north', 'The North: 63 links on record'],
]

test('what stands beside a name says which place is meant', () => {
  assert.deepEqual(
    ASKED.map(([question]) => [question, desk.answer(question).heading]),
    ASKED,
  )
})

test('what is said of our York answers no question about New York', () => {
  const titles = findingsOf(desk.answer('universities in New York')).map(({ title }) => title)
  assert.ok(titles.length > 0)
  assert.deepEqual(
    titles.filter((title) => /^York/.test(title)),
    [],
  )
})

test('an ambiguous name is asked about without losing what was asked with it', () => {
  assert.deepEqual(
    desk
      .answer('/twins Newcastle Germany')
      .suggestions.map(({ ask }) => desk.answer(ask).heading)
      .slice(0, 2),
    [
      '1 link on record between Newcastle upon Tyne and Germany',
      'We hold no link between Newcastle-under-Lyme and Germany',
    ],
  )
})

test('a question that names only places is also told what claims say of them', () => {
  const brussels = desk.answer('/ask Brussels')
  assert.deepEqual(brussels.lead, ['We hold no links of Brussels (Brussels Capital, Belgium).'])
  assert.equal(findingsOf(brussels)[0]?.id, 'overseas-offices')
  assert.equal(findingsOf(desk.answer('/ask Bradford France'))[0]?.id, 'twins-of-york-and-bradford')
  assert.equal(desk.answer('/twins Bradford France').next[0]?.ask, 'ask Bradford France')
  const bristol = findingsOf(desk.answer('/ask Bristol')).map(({ kind }) => kind)
  assert.deepEqual(new Set(bristol), new Set(['claim', 'twinning']))
})

/** Names of what holds links, compared without the library's own folding. */
const held = new Set<string>(
  [...knowledge.places.values()]
    .flatMap(({ name, also }) => [name, ...also])
    .concat([...knowledge.areas.values()].flatMap(({ name, also }) => [name, ...also]))
    .concat([...knowledge.places.values()].map(({ country }) => countryName(country)))
    .map(bare),
)

/** `Holland` is a town in Michigan, and a name of a country that we hold links of. */
function isOurs(name: string): boolean {
  return ['meant', 'several'].includes(library.who(name, { guess: false }).how)
}

function bearsTheName(name: string): boolean {
  return held.has(bare(name))
}
