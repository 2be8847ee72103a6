import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GeoName } from '../../scripts/geonames.ts'
import { alsoNames } from '../../scripts/place-names.ts'

const place = (over: Partial<GeoName>): GeoName => ({
  id: '1',
  name: 'Köln',
  ascii: 'Koeln',
  alternates: [],
  lat: 0,
  lon: 0,
  feature: 'PPL',
  country: 'DE',
  admin1: '07',
  admin2: '',
  population: 963_395,
  ...over,
})

test('a large place keeps its names in every script, and the ASCII form comes first', () => {
  const alternates = ['Cologne', 'Keulen', 'Κολωνία', 'Кёльн', '科隆', 'ケルン']
  assert.deepEqual(alsoNames(place({ alternates })), ['Koeln', ...alternates])
})

test('a smaller place keeps Latin names and the script of its own country', () => {
  const alternates = ['Belgorod', 'Biełgorod', 'Белгород', 'ベルゴロド']
  const small = place({ name: 'Belgorod', ascii: 'Belgorod', alternates, country: 'RU', population: 20_000 })
  assert.deepEqual(alsoNames(small), ['Biełgorod', 'Белгород'])
})

test('a UK place keeps every script whatever its size', () => {
  const otley = place({
    name: 'Otley',
    ascii: 'Otley',
    alternates: ['オトリー'],
    country: 'GB',
    population: 500,
  })
  assert.deepEqual(alsoNames(otley), ['オトリー'])
})

test('codes, links, machine romanisations and names in two scripts are not names', () => {
  const alternates = [
    'CGN',
    'kerun',
    'http://en.wikipedia.org/wiki/Cologne',
    'Koln - 科隆',
    'York (England)',
    'Köln 2',
  ]
  assert.deepEqual(alsoNames(place({ alternates })), ['Koeln'])
})

test('a name that differs in case, accents or punctuation only is kept once', () => {
  const alternates = ['Koln', 'KÖLN', "K'oln", 'Colònia', 'Colonia', 'Colonia Agrippina', 'Colonia-Agrippina']
  assert.deepEqual(alsoNames(place({ alternates })), ['Koeln', 'Colònia', 'Colonia Agrippina'])
})

test('vowel signs of Indic scripts tell names apart', () => {
  const alternates = ['कोलन', 'कुलन']
  assert.deepEqual(alsoNames(place({ alternates })), ['Koeln', ...alternates])
})
