import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { existsTable } from '../../scripts/exists-table.ts'
import { REAL_FOLDER, realFolder } from '../real-folder.ts'

const { knowledge } = realFolder()
const places = pathToFileURL(`${REAL_FOLDER}/places/`)
const kept = readFileSync(new URL('exists.tsv', places), 'utf8')

test('exists.tsv is what its script makes (node scripts/build-places.ts test/fixtures/knowledge rewrites it)', () => {
  assert.ok(kept === existsTable(places), 'exists.tsv is not what scripts/build-places.ts makes')
})

test('exists.tsv begins with its attribution', () => {
  const lines = kept.split('\n').slice(0, 5)
  assert.match(lines[2] ?? '', /^# Data: GeoNames .*geonames\.org.* CC BY 4\.0/)
  assert.equal(lines[4], 'id\tname\tcountry\tadmin\tpopulation\talso')
})

test('every place on the list is there once, and none of those we hold', () => {
  const ids = knowledge.exists.map(({ id }) => id)
  assert.ok(ids.length > 30_000)
  assert.equal(new Set(ids).size, ids.length)
  assert.deepEqual(
    ids.filter((id) => knowledge.places.has(id)),
    [],
  )
})

test('namesakes are told apart by county, state or province', () => {
  const avon = knowledge.exists.filter(({ name }) => name === 'Bradford-on-Avon')
  assert.deepEqual(avon, [
    {
      id: '2654991',
      name: 'Bradford-on-Avon',
      country: 'GB',
      population: 9274,
      also: [],
      admin: 'Wiltshire',
    },
  ])
})

test('counties and boroughs are held or places that exist, where no town of the UK bears the name', () => {
  const held = [...knowledge.places.values(), ...knowledge.areas.values()].map(({ name }) => name)
  const listed = knowledge.exists.filter(({ country }) => country === 'GB').map(({ name }) => name)
  const british = [...listed, ...new Set(held)]
  const counties = [
    'Surrey',
    'Norfolk',
    'Cornwall',
    'Wiltshire',
    'Cheshire',
    'Merseyside',
    'Tyne and Wear',
    'Wirral',
    'Fife',
  ]
  for (const name of [
    ...counties,
    'Sandwell',
    'Barking and Dagenham',
    'Isle of Wight',
    'County Down',
    'Vale of Glamorgan',
  ]) {
    assert.equal(british.filter((one) => one === name).length, 1, name)
  }
})
