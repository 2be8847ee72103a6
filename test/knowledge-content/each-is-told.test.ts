import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isCalledAs } from '../../src/library/councils.ts'
import { shipped } from './shipped.ts'

const { desk, knowledge } = shipped()
const places = [...knowledge.places.values()]
const homes = places.filter(({ country }) => country === 'GB')

test('who asks for a place is told of each other that we hold under its name', () => {
  const ofTwoNames = homes.flatMap((home) =>
    places.filter(({ name }) => name.startsWith(`${home.name} (`)).map((other) => ({ home, other })),
  )
  assert.ok(ofTwoNames.length > 5)
  for (const { home, other } of ofTwoNames) {
    const { note, table, next, heading } = desk.answer(`twins ${home.name}`)
    const isShown = JSON.stringify(table ?? {}).includes(other.name)
    const isOffered = next.some(({ ask }) => ask?.includes(other.name)) && note?.includes(other.name)
    assert.ok(isShown || isOffered || heading.startsWith('Did you mean'), `${home.name}: ${other.name}`)
  }
})

test('what became of a council is told beside its links as it is told by itself, and cited', () => {
  const ended = knowledge.successors
    .filter(({ state }) => state === 'ended')
    .flatMap(({ councils }) => councils)
  const withLinks = homes.filter(
    ({ id, name }) =>
      ended.some((council) => isCalledAs(name, council.name)) &&
      knowledge.assertions.some(({ place }) => place === id),
  )
  assert.ok(withLinks.length > 3)
  for (const { name } of withLinks) {
    const { lead = [], groups } = desk.answer(`twins ${name}`)
    const said = lead.filter((line) => / ended| was to end/.test(line))
    const told = groups.filter(({ under }) => under === 'What became of the council')
    assert.equal(said.length > 0, told.length > 0, name)
    assert.ok(!lead.some((line) => line.startsWith('The council of')), name)
  }
})

test('of two places that are asked for records each without any is named', () => {
  for (const [records, word] of [
    [knowledge.costs, 'costs'],
    [knowledge.decisions, 'decisions'],
  ] as const) {
    const having = new Set(records.map(({ place }) => place))
    const some = homes.filter(({ id }) => having.has(id))
    const none = homes.filter(
      (home) =>
        !having.has(home.id) && !home.within.some((id) => having.has(id)) && !isAround(home.id, having),
    )
    for (const [at, one] of some.entries()) {
      const other = none[(at * 7) % none.length]
      if (!other) continue
      const { lead = [], heading } = desk.answer(`${word} of ${one.name} and ${other.name}`)
      if (!/on record/.test(heading)) continue
      assert.ok(
        lead.some((line) => line.startsWith('No ') && line.includes(other.name)),
        `${word}, ${one.name}, ${other.name}: ${lead.join(' ')}`,
      )
    }
  }
})

/** Whether one that has some lies in it. */
function isAround(id: string, having: ReadonlySet<string>): boolean {
  return homes.some((home) => having.has(home.id) && home.within.includes(id))
}
