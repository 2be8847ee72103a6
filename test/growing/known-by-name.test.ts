import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Asking } from '../../src/growing/asking.ts'
import { placeAsked } from '../../src/growing/places/place-asked.ts'
import { placeRegister } from '../../src/growing/places/register.ts'
import type { Resolving } from '../../src/growing/places/resolve.ts'
import { openTowns } from '../../src/growing/places/towns.ts'
import { realFolder } from '../real-folder.ts'

const towns = openTowns()
const byName = (id: string, name: string, admin: string) =>
  ({ id, name, country: 'GB', admin, population: 0, also: [] }) as const
const exists = [
  byName('x-wymondham-norfolk', 'Wymondham', 'Norfolk'),
  byName('x-littleover-derby', 'Littleover', 'Derby'),
  byName('x-chilwell-nottinghamshire', 'Chilwell', 'Nottinghamshire'),
]
const councils = [
  { id: 'E07000149', names: ['South Norfolk'], counties: ['Norfolk'] },
  { id: 'E07000172', names: ['Broxtowe'], counties: ['Nottinghamshire'] },
]

/** The id of the place that is meant, and of what is new in the folder with it. */
async function added(written: string, asking?: Asking) {
  const register = placeRegister({ ...realFolder().knowledge, exists, councils }, () => towns)
  const { place, said } = register.take(
    await placeAsked(register, asking)(written, { side: 'home' }, 'place'),
  )
  return { id: place.id, within: place.within, lat: place.lat, said: said.join(' ') }
}

test('a place that the list of towns lacks is not passed over for a namesake of which the list knows', async () => {
  await assert.rejects(
    added('Wymondham'),
    /“Wymondham” can be Wymondham, Leicestershire \(2633445\) or Wymondham, Norfolk, of which no more is known than its name\./,
  )
  assert.equal((await added('Wymondham, Leicestershire')).id, '2633445')
})

test('it is known by its council area, and has its coordinates until somebody writes its own', async () => {
  const { id, within, lat, said } = await added('Wymondham, South Norfolk')
  assert.deepEqual([id, within], ['x-wymondham-norfolk', ['E07000149']])
  assert.equal(lat, Number(towns.council('E07000149')?.lat))
  assert.match(said, /It has the coordinates of South Norfolk until you write its own\./)
  assert.equal((await added('Littleover')).id, 'x-littleover-derby')
  assert.deepEqual((await added('Littleover')).within, ['E06000015'])
})

test('where only its county is known, the council area is asked for', async () => {
  await assert.rejects(added('Chilwell'), /does not say in which council area Chilwell lies/)
  await assert.rejects(
    added('Wymondham, Norfolk'),
    /does not say in which council area Wymondham lies\. Write that behind it/,
  )
  const asking: Asking = { choose: () => assert.fail('nothing to choose'), line: async () => 'Broxtowe' }
  assert.equal((await added('Chilwell', asking)).id, 'x-chilwell-nottinghamshire')
  // Not every council area is one of its county.
  await assert.rejects(added('Wymondham, Leeds'), /knows no “Wymondham, Leeds”/)
})

const PARTNER: Resolving = { side: 'partner' }

async function partner(written: string, country?: string): Promise<string> {
  const register = placeRegister(realFolder().knowledge, () => towns)
  const how = { ...PARTNER, ...(country === undefined ? {} : { country }) }
  return register.take(await placeAsked(register)(written, how, 'partner')).place.id
}

test('a country is known by its names in other languages and by its three letters', async () => {
  for (const country of ['Poland', 'PL', 'pol', 'Polen', 'Polska', 'Pologne', 'Lenkija'])
    assert.equal(await partner('Poznan', country), '3088171', country)
  assert.equal(await partner('Poznan, Polen'), '3088171')
  await assert.rejects(
    partner('Poznan', 'Polad'),
    /^Error: country: “Polad” is no country we know\. Did you mean Poland\?/,
  )
  await assert.rejects(
    partner('Poznan', 'the moon'),
    /“the moon” is no country we know\. Write its name, or its two letters, like FR\.$/,
  )
  // A word that means two countries in two languages means none.
  await assert.rejects(partner('Poznan', 'Kongo'), /“Kongo” is no country we know/)
})
