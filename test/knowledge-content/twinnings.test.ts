import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shipped } from './shipped.ts'

const { knowledge, desk } = shipped()

test('no two assertions say the same of one link from one source', () => {
  const ids = knowledge.assertions.map(({ id }) => id)
  assert.equal(new Set(ids).size, ids.length)
})

test('every place with a link is answered with all that is recorded of it', () => {
  for (const place of new Set(knowledge.assertions.map((assertion) => assertion.place))) {
    const name = knowledge.places.get(place)?.name ?? ''
    const shown = desk.answer(`twins ${name}`).groups.flatMap(({ findings }) => findings)
    const recorded = knowledge.assertions.filter((one) => one.place === place || one.twin === place)
    for (const { id } of recorded)
      assert.ok(
        shown.some((finding) => finding.id === id),
        `${name}: ${id}`,
      )
  }
})
