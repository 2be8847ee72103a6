import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claim, problemsOf, read } from './folder-of.ts'

/** Two places that people call Newport, and one of that name elsewhere. */
const NEWPORTS = {
  'places/b.yml': [
    'places:',
    '  - {id: W06000022, name: Newport, country: GB, lat: 51.6, lon: -3}',
    '  - {id: E06000046, name: Isle of Wight, also: [Newport], country: GB, lat: 50.7, lon: -1.3}',
    '  - {id: 5178127, name: Newport, country: US, lat: 41.5, lon: -71.3}',
    '',
  ].join('\n'),
}

test('a name of several places is refused, even when it is the first name of one', () => {
  assert.deepEqual(problemsOf({ ...NEWPORTS, ...claim('places: [Newport]') }), [
    'known-place: places: "Newport" can be Newport, GB (W06000022) or Isle of Wight, GB (E06000046) or Newport, US (5178127)',
  ])
  assert.match(problemsOf({ ...NEWPORTS, ...claim('places: ["Newport, GB"]') })[0] ?? '', /^known-place/)
})

test('a country or an id tells places of one name apart', () => {
  const { knowledge } = read({ ...NEWPORTS, ...claim('places: ["Newport, US", W06000022]') })
  assert.deepEqual(knowledge?.claims[0]?.places, ['5178127', 'W06000022'])
})

test('a place that exists comes with what its entry needs', () => {
  const exists = 'id\tname\tcountry\tadmin\tpopulation\talso\n2998324\tLille\tFR\tNord\t234475\t\n'
  const { problems } = read({ 'places/exists.tsv': exists, ...claim('places: [Lille]') })
  assert.equal(problems[0]?.tip, 'Add it with: npx hansa add place 2998324')
})

test('what an informal name means is one place', () => {
  const informal = 'informal:\n  - {name: Nowport, means: [Newport], source: A list}\n'
  const exists = 'id\tname\tcountry\tadmin\tpopulation\talso\n'
  const shire = '2641595\tNewport\tGB\tTelford and Wrekin\t12741\t\n'
  const wight = '2641599\tNewport\tGB\tIsle of Wight\t24884\t\n'
  const told = (rows: string) =>
    problemsOf({ 'places/b.yml': informal, 'places/exists.tsv': `${exists}${rows}` })
  assert.deepEqual(told(shire), [])
  assert.deepEqual(told(shire + wight), [
    'informal-name: means: "Newport" can be Newport, Telford and Wrekin (2641595) or Newport, Isle of Wight (2641599)',
  ])
})

test('an informal name means a place by its county, and so still does when that place is recorded', () => {
  const exists = 'id\tname\tcountry\tadmin\tpopulation\talso\n'
  const shire = '2641595\tNewport\tGB\tTelford and Wrekin\t12741\t\n'
  const wight = '2641599\tNewport\tGB\tIsle of Wight\t24884\t\n'
  const council = '  - {id: E06000020, name: Telford and Wrekin, country: GB, lat: 52.7, lon: -2.5}\n'
  const town = '  - {id: 2641595, name: Newport, country: GB, within: E06000020, lat: 52.8, lon: -2.4}\n'
  const told = (means: string, rows: string, places = '') =>
    problemsOf({
      'places/b.yml': `${places && `places:\n${places}`}informal:\n  - {name: Nowport, means: [${means}], source: A list}\n`,
      'places/exists.tsv': `${exists}${rows}`,
    })
  const named = '"Newport, Telford and Wrekin"'
  assert.deepEqual(told(named, shire + wight), [])
  assert.deepEqual(told(named, wight, council + town), [])
  assert.deepEqual(told(named, wight, council), [
    'informal-name: means: no place or area is called "Newport, Telford and Wrekin"',
  ])
  assert.deepEqual(told('2641595', wight, council + town), [])
  assert.deepEqual(told('2641595', shire + wight), [
    'informal-name: means: 2641595 stands in exists.tsv, where it is no longer once the place is recorded here',
  ])
})
