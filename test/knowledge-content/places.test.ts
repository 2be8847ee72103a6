import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realFolder } from '../real-folder.ts'

const { knowledge } = realFolder()
const membersOf = (area: string) =>
  [...knowledge.places.values()].filter((place) => place.authority === area).map(({ name }) => name)

test('the combined authorities of Yorkshire have their members', () => {
  assert.deepEqual(membersOf('E47000003'), ['Leeds', 'Bradford', 'Calderdale', 'Kirklees', 'Wakefield'])
  assert.deepEqual(membersOf('E47000002'), ['Sheffield', 'Barnsley', 'Doncaster', 'Rotherham'])
  assert.deepEqual(membersOf('E47000016'), ['Kingston upon Hull', 'East Riding of Yorkshire'])
  assert.deepEqual(membersOf('E47000012'), ['York', 'North Yorkshire', 'Harrogate'])
  assert.deepEqual(membersOf('E47000017'), ['North Lincolnshire', 'North East Lincolnshire'])
})

test('a twin with a namesake is the one its source means', () => {
  const idOf = (source: string, name: string) =>
    knowledge.assertions
      .filter((assertion) => assertion.source === source)
      .map(({ twin }) => knowledge.places.get(twin))
      .find((twin) => twin?.name === name)?.id
  assert.equal(idOf('SCC-res', 'Donetsk'), '709717', 'in Ukraine, not Russia')
  assert.equal(idOf('KOLN', 'Cologne'), '2886242', 'in Germany, not Italy')
  assert.equal(idOf('BBCDON', 'Ozyorsk'), '1538634', 'near Chelyabinsk, not Kaliningrad')
  assert.equal(idOf('RGRE', 'Heidenheim (Mittelfranken)'), '2907852', 'in Bavaria, not on the Brenz')
  assert.equal(idOf('LCC11', 'Louisville'), '4299276', 'in Kentucky')
})

test('every place of the UK is in a nation we know, and every English one in a region', () => {
  for (const { name, country, nation, region } of knowledge.places.values()) {
    if (country !== 'GB') continue
    assert.equal(knowledge.areas.get(nation ?? '')?.kind, 'nation', name)
    if (nation === 'E92000001') assert.equal(knowledge.areas.get(region ?? '')?.kind, 'region', name)
  }
})

test('a town inside a district is not another name of it', () => {
  for (const { name, also, contains } of knowledge.places.values()) {
    for (const town of contains) assert.ok(![name, ...also].includes(town), `${town} in ${name}`)
  }
})
