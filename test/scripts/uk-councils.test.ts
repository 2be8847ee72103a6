import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UK_AREAS } from '../../scripts/uk-areas.ts'
import { councilOf, ukCouncils } from '../../scripts/uk-councils.ts'

const councils = ukCouncils()
const among = (part: string) => councils.filter(({ id }) => id.startsWith(part)).length

test('every council of the UK is there once: as many as the ONS counts of each kind', () => {
  assert.equal(new Set(councils.map(({ id }) => id)).size, councils.length)
  const kinds = ['E06', 'E07', 'E08', 'E09', 'W06', 'S12', 'N09']
  assert.deepEqual(kinds.map(among), [63, 164, 36, 33, 22, 32, 11])
})

test('every council lies in a nation, in England in one of nine regions as well, and in no authority that is not listed', () => {
  const kinds = new Map(UK_AREAS.map(({ id, kind }) => [id, kind]))
  for (const { id, name, nation, region, authority } of councils) {
    assert.notEqual(name, '', id)
    assert.equal(nation[0], id[0], id)
    assert.equal(kinds.get(nation), 'nation', id)
    assert.equal(region ? kinds.get(region) : nation[0], id.startsWith('E') ? 'region' : id[0], id)
    assert.equal(authority === undefined || kinds.get(authority) === 'combined authority', true, id)
  }
})

test('a town lies in the council that took the place of its district, however often that changed', () => {
  const cases = { '36UD': 'E06000065', '40UE': 'E06000066', '42UC': 'E07000245', '38UC': 'E07000178' }
  for (const [code, council] of Object.entries(cases)) assert.equal(councilOf({ districts: [code] }), council)
  assert.equal(councilOf({ districts: ['H1'], area: 'Greater London' }), 'E09000022')
})
