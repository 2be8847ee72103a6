import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from '../src/answer.ts'
import { countryName } from '../src/library/country-name.ts'
import { realFolder } from './real-folder.ts'

const { knowledge, desk } = realFolder()

test('no place that exists is ever answered with another place’s links', () => {
  const names = new Set(knowledge.exists.map(({ name }) => name))
  const wrong = [...names].filter((name) => {
    const found = findingsOf(desk.answer(`twins ${name}`))
    return found.length > 0 && !bearsTheName(name)
  })
  assert.ok(names.size > 25_000)
  assert.deepEqual(wrong, [])
})

/** Names of what holds links, compared without the library's own folding. */
const held = new Set<string>(
  [...knowledge.places.values()]
    .flatMap(({ name, also }) => [name, ...also])
    .concat([...knowledge.areas.values()].flatMap(({ name, also }) => [name, ...also]))
    .concat([...knowledge.places.values()].map(({ country }) => countryName(country)))
    .map(bare),
)

function bearsTheName(name: string): boolean {
  return held.has(bare(name))
}

function bare(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
