import assert from 'node:assert/strict'
import { test } from 'node:test'
import { councilNamed, councilOf, councilOver } from '../../src/library/councils.ts'
import { ask, shipped } from './shipped.ts'

const { knowledge } = shipped()

test('a place without a council of its own whose end is recorded is told of the county council over it, or of what followed', () => {
  const homes = knowledge.places.values().filter(({ country }) => country === 'GB')
  const over = homes.flatMap((place) => {
    const council =
      (councilOf(place, knowledge) ?? councilNamed(place.name, knowledge))
        ? undefined
        : councilOver(place, knowledge)
    return council ? [{ place, council }] : []
  })
  const all = over.toArray()
  assert.ok(all.length > 60)
  for (const { place, council } of all) {
    const { direct, heading } = ask(`what becomes of the links of ${place.name}`)
    assert.match(heading, /no end of its own council is recorded$/, place.name)
    assert.ok(direct?.sentence.includes(council.name) && direct.cites.length > 0, place.name)
  }
})

test('what follows a council, and what it became part of, ask what becomes of it', () => {
  for (const [question, heading] of [
    ['who follows Hampshire County Council', 'Hampshire County Council'],
    ['has Kettering become part of North Northamptonshire', 'Kettering Borough Council'],
    ['has Oxford been merged into another council', 'Oxford City Council'],
  ] as const)
    assert.equal(ask(question).heading, heading, question)
})

test('a place named again by its council is one place', () => {
  for (const name of ['Norwich', 'Gloucester']) {
    const { heading, ask: again } = ask(`what happens to ${name}'s links when ${name} City Council ends`)
    assert.equal(heading, `${name} City Council`)
    assert.equal(again, `twins ${name} successor`)
  }
})
