import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countryName } from '../../src/answer/in-words.ts'
import type { Meant } from '../../src/places/meant.ts'
import { bare } from '../bare-name.ts'
import { realFolder } from '../real-folder.ts'

const { knowledge, library } = realFolder()

/** Names by which we hold something, compared without the library's own folding. */
const held = new Set(
  [
    ...[...knowledge.places.values(), ...knowledge.areas.values()].flatMap(({ name, also }) => [
      name,
      ...also,
    ]),
    ...[...knowledge.places.values()].map(({ country }) => countryName(country)),
  ].map(bare),
)
const strangers = knowledge.exists.filter(({ name }) => !held.has(bare(name)))

test('a place that exists and that we hold nothing on is never read as a place that we hold', () => {
  const wrong = strangers.flatMap(({ name }) => places(name).map((place) => `${name} → ${place}`))
  assert.ok(strangers.length > 25_000)
  assert.deepEqual(wrong, [])
})

test('nor is it with a typing error in it, wherever that is', () => {
  const wrong: string[] = []
  const errors = fc.record({ at: fc.nat(30), letter: fc.constantFrom(...'aeioustrnlm'), kind: fc.nat(3) })
  const typed = fc.sample(errors, { seed: 42, numRuns: Math.ceil(strangers.length / 8) })
  typed.forEach((error, index) => {
    const name = strangers[index * 8]?.name ?? ''
    const asked = mistyped(name, error)
    for (const place of places(asked))
      if (!held.has(bare(asked))) wrong.push(`${name}, typed ${asked} → ${place}`)
  })
  assert.deepEqual(wrong, [])
})

test('every place that we hold is meant by its own name', () => {
  for (const { name, id } of knowledge.places.values()) {
    const found = library.who(name)
    assert.equal(found.how, 'meant', name)
    assert.deepEqual(found.how === 'meant' && found.meant.map(identity), [`place ${id}`], name)
  }
})

/** The places we hold that an asker would be answered with. Countries are no towns. */
function places(asked: string): string[] {
  const found = library.who(asked)
  if (found.how !== 'meant') return []
  return found.meant.filter(({ locality }) => locality.is === 'place').map(identity)
}

function identity({ locality }: Meant): string {
  return locality.is === 'place' ? `place ${locality.place.id}` : locality.is
}

function mistyped(name: string, { at, letter, kind }: { at: number; letter: string; kind: number }): string {
  const place = at % name.length
  const rest = name.slice(place + 1)
  if (kind === 0) return name.slice(0, place) + rest
  if (kind === 1) return name.slice(0, place) + letter + rest
  if (kind === 2) return name.slice(0, place) + letter + name.slice(place)
  return name.slice(0, place) + rest.slice(0, 1) + name.slice(place, place + 1) + rest.slice(1)
}
