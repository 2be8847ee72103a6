import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Unclear } from '../../src/growing/asking.ts'
import { namesBeginning, placeAsked } from '../../src/growing/places/place-asked.ts'
import { placeRegister } from '../../src/growing/places/register.ts'
import { placeResolver, type Resolving } from '../../src/growing/places/resolve.ts'
import { openTowns } from '../../src/growing/places/towns.ts'
import type { Place } from '../../src/knowledge/records.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { fold } from '../../src/search/words/fold.ts'
import { realFolder } from '../real-folder.ts'

const towns = openTowns()
const WASHINGTON = { id: '4140963', name: 'Washington', country: 'US', also: [], contains: [], within: [] }
const held = [{ ...WASHINGTON, lat: 38.9, lon: -77 }] as Place[]
const resolve = placeResolver(held, () => towns)

/** The id that is taken; of a choice, how each is named. */
function taken(written: string, how: Resolving = { side: 'home' }) {
  const meant = resolve(written, how)
  if (meant.is === 'choice') return meant.between.map(({ name }) => name)
  if (meant.is === 'held') return meant.place.id
  if (meant.is === 'council') return meant.council.id
  return meant.is === 'town' ? meant.town.id : meant.is
}

test('of two places of a name in the UK one is asked for, and each can be named', () => {
  const [wales, wight] = taken('Newport')
  assert.deepEqual([wales, wight], ['Newport, Wales', 'Newport, Isle of Wight'])
  assert.equal(taken('Newport, Wales'), 'W06000022')
  assert.equal(taken('Newport, Isle of Wight'), '2641599')
  assert.equal(taken('Leeds'), 'E08000035', 'a village of that name is passed over')
  assert.ok(
    taken('Newport, Shropshire').includes('Newport, Wales'),
    'not known there: the others are offered',
  )
})

test('where links are written down a UK place is meant, and as a partner one abroad, whatever is held', () => {
  assert.equal(taken('Washington'), '2634715')
  assert.equal(taken('Washington', { side: 'partner' }), WASHINGTON.id)
  assert.equal(taken('Perth'), '2640358')
  assert.equal(taken('Perth, Scotland'), '2640358')
  assert.equal(taken('Perth', { side: 'partner' }), '2063523')
})

test('that a place is held says nothing of its namesakes', () => {
  const place = (id: string, name: string, country: string) =>
    ({ id, name, country, also: [], contains: [], within: [], lat: 0, lon: 0 }) as Place
  const held = [
    place('W06000022', 'Newport', 'GB'),
    place('E08000035', 'Leeds', 'GB'),
    place('3030300', 'Brest', 'FR'),
    place('2925533', 'Frankfurt am Main', 'DE'),
    place('x-brest', 'Nowhere else', 'FR'),
  ]
  const resolve = placeResolver(held, () => towns)
  const taken = (written: string, side: Resolving['side']) => {
    const meant = resolve(written, { side })
    return meant.is === 'held' ? meant.place.id : meant.is
  }
  assert.equal(taken('Newport', 'home'), 'choice')
  assert.equal(taken('Newport, Wales', 'home'), 'W06000022')
  assert.equal(taken('Leeds', 'home'), 'E08000035')
  assert.equal(taken('Brest', 'partner'), 'choice', 'the larger one is in Belarus')
  for (const written of ['Brest, France', 'Brest (France)', '3030300'])
    assert.equal(taken(written, 'partner'), '3030300')
  assert.equal(taken('Frankfurt am Main', 'partner'), '2925533')
  assert.equal(taken('Nowhere else', 'partner'), 'x-brest')
})

test('what stands in brackets behind a name says where it is, unless it is part of the name', () => {
  for (const [written, id] of [
    ['Rouen (France)', '2982652'],
    ['Wellington (New Zealand)', '2179537'],
    ['Seen (Kreis 3)', '6295531'],
  ] as const)
    assert.equal(taken(written, { side: 'partner' }), id, written)
  assert.equal(taken('Newport (Isle of Wight)'), '2641599')
})

test('a county behind a name tells where it is, and of the one that is elsewhere it is said so', async () => {
  const councils = [
    { id: 'E09000003', names: ['Barnet'], counties: ['Greater London'] },
    { id: 'E06000020', names: ['Telford and Wrekin'], counties: ['Shropshire'] },
  ]
  const register = placeRegister({ ...realFolder().knowledge, councils }, () => towns)
  const meant = placeAsked(register)
  const idOf = async (written: string) => {
    const found = await meant(written, { side: 'home' }, 'place')
    return found.is === 'council' ? found.council.id : found.is === 'town' ? found.town.id : found.is
  }
  assert.equal(await idOf('Barnet, Greater London'), 'E09000003')
  assert.equal(await idOf('Newport, Shropshire'), '2641595')
  await assert.rejects(
    idOf('Stockport, Cheshire'),
    /knows no “Stockport, Cheshire”, but Stockport, England, a council area \(E08000007\)\. Write it as “Stockport, England”/,
  )
})

test('a council is meant by its full name, and no town that is called like it', async () => {
  const register = placeRegister(realFolder().knowledge, () => towns)
  const meant = placeAsked(register)
  const idOf = async (written: string, how: Resolving) => {
    const found = await meant(written, how, 'place')
    return found.is === 'held' ? found.place.id : found.is === 'council' ? found.council.id : found.is
  }
  for (const { id, name } of towns.councils.filter((_, at) => at % 9 === 0)) {
    for (const written of [`${name} City Council`, `${name} Council`, `London Borough of ${name}`])
      assert.equal(await idOf(written, { side: 'home' }), id, written)
  }
  assert.equal(await idOf('Newport City Council', { side: 'home' }), 'W06000022')
  await assert.rejects(
    idOf('Norfolk County Council', { side: 'home' }),
    /no place called “Norfolk County Council”/,
  )
  // Towns of that name across the sea are no answer to which place of the UK is meant.
  await assert.rejects(
    idOf('Norfolk', { side: 'home' }),
    /no place of the UK called “Norfolk” is in the list/,
  )
})

test('whatever is offered among namesakes means that one when it is written as it is named', () => {
  const names = fc.constantFrom(
    ...towns.councils.map(({ name }) => name),
    'Newport',
    'Richmond',
    'Springfield',
  )
  for (const name of fc.sample(names, { seed: 3, numRuns: 60 })) {
    const meant = resolve(name, { side: 'home' })
    if (meant.is !== 'choice') continue
    for (const { name: written, write } of meant.between) {
      const found = taken(written)
      assert.ok(found === write || Array.isArray(found), `${written} → ${found}, and ${write} was offered`)
    }
  }
})

test('an area of councils is meant by none of them, also where it is called otherwise', () => {
  const register = placeRegister(realFolder().knowledge, () => towns)
  for (const name of ['London', 'Greater London']) {
    const meant = register.resolve(name, { side: 'home' })
    assert.equal(meant.is === 'unknown' && meant.instead?.length, 33, name)
  }
})

test('every nation, region and authority is meant by its own name, and a village of that name by where it lies', () => {
  const register = placeRegister(realFolder().knowledge, () => towns)
  const councils = new Set(towns.councils.map(({ name }) => fold(name)))
  const areas = towns.areas.filter(({ name }) => !councils.has(fold(name)))
  assert.ok(areas.length > 20)
  for (const { name } of areas) {
    const meant = register.resolve(name, { side: 'home' })
    assert.ok(meant.is === 'unknown' && meant.instead, name)
  }
  const village = register.resolve('Wales, Rotherham', { side: 'home' })
  assert.equal(village.is === 'town' && village.town.within, 'E08000018')
})

test('of many namesakes the largest are named first, and it is said how many are not named', async () => {
  const meant = placeAsked(placeRegister(realFolder().knowledge, () => towns))
  const of = async (name: string, side: 'home' | 'partner') =>
    meant(name, { side }, side).then(
      () => assert.fail(`${name} is one place`),
      (unclear: Unclear) => [unclear.message, unclear.inForm],
    )
  const [sentence = '', inForm = ''] = await of('Springfield', 'partner')
  assert.match(sentence, /can be Springfield, Missouri, .*, or one of \d+ smaller ones\. Write it as “/)
  assert.match(inForm, /^Several places are called so\. Write .*, or the id of one of \d+ smaller ones\.$/)
  const people = [...sentence.matchAll(/([\d,]+) people/g)].map(([, size = '']) =>
    Number(size.replaceAll(',', '')),
  )
  assert.ok(people.length > 5)
  assert.deepEqual(
    people,
    people.toSorted((a, b) => b - a),
  )
  for (const text of await of('Newport', 'home')) assert.doesNotMatch(text, /smaller/)
})

test('every name that is offered while one types is understood as one place, of the side that is asked for', () => {
  const { knowledge } = realFolder()
  const resolve = placeResolver([...knowledge.places.values()], () => towns)
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  for (const side of ['place', 'partner'] as const)
    for (const begun of letters.flatMap((one) => ['a', 'e', 'i', 'o', 'u'].map((other) => one + other)))
      for (const name of namesBeginning(begun, side, { knowledge, towns: () => towns })) {
        const meant = resolve(name, { side: side === 'place' ? 'home' : 'partner' })
        assert.ok(meant.is !== 'choice' && meant.is !== 'unknown', name)
        assert.equal(countryOf(meant) === 'GB', side === 'place', name)
      }
  const offered = (typed: string, side: 'place' | 'partner') =>
    namesBeginning(typed, side, { knowledge, towns: () => towns })
  assert.equal(offered('dortm', 'partner')[0], 'Dortmund, Germany')
  assert.deepEqual(offered('malmesb', 'place'), ['Malmesbury'])
  assert.ok(offered('springf', 'partner').includes('Springfield, Missouri'))
  // Many councils, none of which bears the name.
  assert.ok(!offered('london', 'place').includes('London'))
  assert.deepEqual(offered(' ', 'place'), [])
})

function countryOf(
  meant: Exclude<ReturnType<ReturnType<typeof placeResolver>>, { is: 'choice' | 'unknown' }>,
) {
  if (meant.is === 'held') return meant.place.country
  if (meant.is === 'council') return 'GB'
  return meant.is === 'town' ? meant.town.country : meant.seat.country
}

test('every council area that is added is nobody’s namesake, save where a town of the name exists elsewhere', () => {
  const { knowledge } = realFolder()
  const register = placeRegister(knowledge, () => towns)
  const missing = towns.councils.filter(({ id }) => !knowledge.places.has(id))
  const added = missing.map(({ id }) => {
    const meant = register.resolve(id, { side: 'home' })
    assert.equal(meant.is, 'council', id)
    return register.take(meant as Exclude<typeof meant, { is: 'choice' | 'unknown' }>).place
  })
  assert.ok(added.length > 200)
  const places = new Map([...knowledge.places, ...added.map((place) => [place.id, place] as const)])
  const library = buildLibrary({ ...knowledge, places })
  for (const { id, name, town } of missing) {
    const who = library.who(name, { guess: false })
    const asked =
      who.how === 'meant'
        ? who.meant.map(({ locality, namesakes }) => ({ localities: [locality], namesakes }))
        : who.how === 'several'
          ? [{ localities: who.choices, namesakes: who.others }]
          : []
    assert.ok(
      asked.some(({ localities }) => localities.some((one) => one.is === 'place' && one.place.id === id)),
      `${name} is not found: ${who.how}`,
    )
    for (const namesake of asked.flatMap(({ namesakes }) => namesakes))
      assert.ok(namesake.admin && namesake.id !== town, `${name} is its own namesake, ${namesake.id}`)
  }
})
