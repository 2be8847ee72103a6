import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { existsTable } from '../../scripts/exists-table.ts'
import { regionsAbroad } from '../../scripts/regions-abroad.ts'
import type { Place } from '../../src/knowledge/records.ts'
import { gazetteer, idOf } from '../../src/places/gazetteer.ts'
import { fold } from '../../src/search/words/fold.ts'
import { SHIPPED, shipped } from './shipped.ts'

const { knowledge, desk } = shipped()
const places = [...knowledge.places.values()]

test('the combined authorities of Yorkshire have their members', () => {
  const members = {
    E47000003: ['Leeds', 'Bradford', 'Calderdale', 'Kirklees', 'Wakefield'],
    E47000002: ['Sheffield', 'Barnsley', 'Doncaster', 'Rotherham'],
    E47000016: ['Kingston upon Hull', 'East Riding of Yorkshire'],
    E47000012: ['York', 'North Yorkshire', 'Harrogate'],
    E47000017: ['North Lincolnshire', 'North East Lincolnshire'],
  }
  for (const [authority, names] of Object.entries(members)) {
    for (const name of names) {
      const [place] = places.filter((one) => one.country === 'GB' && one.name === name)
      assert.equal(place?.authority, authority, name)
    }
  }
})

test('a twin with a namesake is the one its source means', () => {
  const meant: readonly (readonly [source: string, name: string, id: string, where: string])[] = [
    ['SCC-res', 'Donetsk', '709717', 'in Ukraine, not Russia'],
    ['KOLN', 'Cologne', '2886242', 'in Germany, not Italy'],
    ['BBCDON', 'Ozyorsk', '1538634', 'near Chelyabinsk, not Kaliningrad'],
    ['RGRE', 'Heidenheim (Mittelfranken)', '2907852', 'in Bavaria, not on the Brenz'],
    ['LCC11', 'Louisville', '4299276', 'in Kentucky'],
    ['nat-spd-hdh', 'Heidenheim an der Brenz', '2907851', 'on the Brenz, not in Middle Franconia'],
    ['nat-gworld-mykolaiv', 'Mykolaiv', '700569', 'on the Black Sea, not near Lviv'],
    ['nat-wt-dock', 'Bergen (Lower Saxony)', '2950622', 'in Germany, not Norway'],
    ['me-bishst-f24', 'Friedberg (Hessen)', '2924802', 'in Hessen, not near Augsburg'],
    ['so-bar-high', 'Siegen', '2832495', 'the town'],
    ['so-bar-siwi', 'Siegen-Wittgenstein', 'x-siegen-wittgenstein', 'the district around Siegen'],
    ['nat-ct-review', 'Danville (Kentucky)', '4289445', 'in Kentucky'],
  ]
  for (const [source, name, id, where] of meant) {
    for (const { twin } of knowledge.assertions.filter((one) => one.source === source)) {
      if (knowledge.places.get(twin)?.name === name) assert.equal(twin, id, `${name} is ${where}`)
    }
  }
})

test('a link of a town is not a link of the council area that it is in', () => {
  const towns: readonly (readonly [town: string, area: string, source: string])[] = [
    ['Shipley', 'Bradford', 'Nta12'],
    ['Huddersfield', 'Kirklees', 'Nheb'],
    ['Heywood', 'Rochdale', 'Npei'],
    ['Durham', 'County Durham', 'Ndmg'],
    ['Basingstoke', 'Basingstoke and Deane', 'so-basi-alencon'],
  ]
  for (const [town, area, source] of towns) {
    const [inside, around] = [town, area].map((name) =>
      places.find((one) => one.name === name && one.country === 'GB'),
    )
    assert.ok(around && inside?.within.includes(around.id), town)
    assert.ok(
      knowledge.assertions.some((one) => one.source === source && one.place === inside?.id),
      `${town}, ${source}`,
    )
  }
})

test('every place of the UK is in a nation we know, and every English one in a region', () => {
  for (const { name, country, nation, region } of places) {
    if (country !== 'GB') continue
    assert.equal(knowledge.areas.get(nation ?? '')?.kind, 'nation', name)
    if (nation === 'E92000001') assert.equal(knowledge.areas.get(region ?? '')?.kind, 'region', name)
  }
})

test('a town inside a district is not another name of it', () => {
  for (const { name, also, contains } of places) {
    for (const town of contains) assert.ok(![name, ...also].includes(town), `${town} in ${name}`)
  }
})

test('exists.tsv is what its script makes (node scripts/build-places.ts rewrites it)', () => {
  const folder = pathToFileURL(`${SHIPPED}/places/`)
  const kept = readFileSync(new URL('exists.tsv', folder), 'utf8')
  assert.ok(kept === existsTable(folder), 'exists.tsv is not what scripts/build-places.ts makes')
})

test('which partners lie in a region abroad is what GeoNames says of all that are held', () => {
  const kept = readFileSync(new URL('regions-abroad.yml', pathToFileURL(`${SHIPPED}/places/`)), 'utf8')
  assert.ok(kept === regionsAbroad(), 'regions-abroad.yml is not what scripts/regions-abroad.ts makes')
})

test('every other name of a county means the place that its council is, or the county where that is no place', () => {
  const names = gazetteer(knowledge)
  let councils = 0
  for (const area of [...knowledge.areas.values()].filter(({ members }) => members.length > 0)) {
    const isOne = ({ name, country }: Place) => name === area.name && country === (area.country ?? 'GB')
    const council = places.find(isOne)
    councils += council ? 1 : 0
    for (const other of [area.name, ...area.also]) {
      const meant = names.heldAs(fold(other)).map(({ locality }) => idOf(locality))
      assert.ok(meant.includes(council ? `place ${council.id}` : `area ${area.id}`), other)
      if (council) assert.ok(!meant.includes(`area ${area.id}`), other)
    }
  }
  assert.ok(councils > 0, 'no county council is a place, so this looked at none')
})

/** How the first word of a name is shortened. */
const SHORT: Readonly<Record<string, string>> = {
  North: 'N',
  East: 'E',
  South: 'S.',
  West: 'W',
  Great: 'Gt',
  Greater: 'Gtr',
  County: 'Co',
  Northern: 'N.',
}

test('every name that begins with a point of the compass, Great or County is read with that shortened, as itself', () => {
  const named = [...places.filter(({ country }) => country === 'GB'), ...knowledge.areas.values()]
  let asked = 0
  for (const { name } of named) {
    const [first = '', ...rest] = name.split(' ')
    const short = Object.hasOwn(SHORT, first) ? SHORT[first] : undefined
    if (!short || rest.length === 0) continue
    const typed = [short, ...rest].join(' ')
    asked++
    assert.equal(
      desk.answer(`twins ${typed}`).heading.replace(typed, name),
      desk.answer(`twins ${name}`).heading,
      typed,
    )
  }
  assert.ok(asked > 20)
})

test('what people from somewhere, and of somewhere, are called leads there and to no namesake', () => {
  const meant: Readonly<Record<string, string>> = {
    'Kentish links': 'Kent',
    'Cornish twin towns': 'Cornwall',
    'Scouse partners': 'Liverpool',
    'Geordie twin towns': 'Tyneside',
    'NI links': 'Northern Ireland',
    'Lancs twins': 'Lancashire',
    'North Wales links': 'North Wales',
    'Bangor, Co. Down': 'Bangor (North Down)',
  }
  for (const [question, place] of Object.entries(meant))
    assert.match(desk.answer(question).heading, new RegExp(`^${place.replace(/[()]/g, '.')}: `), question)
  assert.match(desk.answer('Kentish Town').heading, /“Kentish Town” is in Camden/)
})

test('every place abroad that a state tells from its namesakes is meant by the code of that state as well', () => {
  const codes: Readonly<Record<string, string>> = {
    Virginia: 'VA',
    'North Carolina': 'NC',
    Massachusetts: 'Mass.',
    Ohio: 'OH',
    Ontario: 'ON',
    Florida: 'Fla.',
  }
  let asked = 0
  for (const { name } of places) {
    const [, town, state = ''] = /^(.+) \(([^)]+)\)$/.exec(name) ?? []
    const code = Object.hasOwn(codes, state) ? codes[state] : undefined
    if (!town || !code) continue
    asked++
    assert.match(
      desk.answer(`${town}, ${code}`).query?.ask ?? '',
      new RegExp(`^twins ${name.replace(/[()]/g, '.')}`),
      name,
    )
  }
  assert.ok(asked > 5)
})
