import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chance } from '../../bench/search/chance.ts'
import { findingsOf } from '../../src/answer/answer.ts'
import { countryName } from '../../src/answer/in-words.ts'
import type { Place } from '../../src/knowledge/records.ts'
import type { Succession } from '../../src/knowledge/records-on-links.ts'
import { talkReader } from '../../src/question/talk.ts'
import { bare } from '../bare-name.ts'
import { part, shipped } from './shipped.ts'

const { knowledge, desk, library } = shipped()
const places = [...knowledge.places.values()]

/** Every name by which the folder holds something → the ids of the places that bear it. */
const bearers = new Map<string, Set<string>>()
for (const { id, name, also } of places) {
  for (const one of [name, ...also].map(bare)) bearers.set(one, (bearers.get(one) ?? new Set()).add(id))
}
const held = new Set([
  ...bearers.keys(),
  ...[...knowledge.areas.values()].flatMap(({ name, also }) => [name, ...also]).map(bare),
  ...places.map(({ country }) => bare(countryName(country))),
])

test('no place that exists is answered with another place’s links', () => {
  const existing = [...new Set(knowledge.exists.map(({ name }) => name))]
  assert.ok(existing.length > 25_000)
  const random = chance(7)
  const share = part(0.1)
  const names = existing.filter(() => random() < share)
  const wrong = names.filter((name) => {
    const found = findingsOf(desk.answer(`twins ${name}`))
    return found.length > 0 && !held.has(bare(name))
  })
  assert.deepEqual(wrong, [])
})

test('no greeting and no aside is cut out of the name of a place', () => {
  const { withoutAsides } = talkReader(knowledge)
  const placesIn = (words: string) =>
    library
      .reader()(words)
      .mentioned()
      .map(({ typed }) => typed)
  const cut = [...new Set([...places, ...knowledge.exists].map(({ name }) => `${name} links`))].filter(
    (asked) => withoutAsides(asked, placesIn) !== asked,
  )
  assert.deepEqual(cut, [])
})

test('every place that the folder holds is meant by its own name, or chosen where a town here bears the name of one abroad', () => {
  for (const { name, id, country } of places) {
    const found = library.who(name)
    const around = places.find(({ contains }) => contains.some((part) => bare(part) === bare(name)))
    if (country !== 'GB' && around) {
      const choices = found.how === 'several' ? found.choices : []
      assert.deepEqual(
        choices.map((one) => (one.is === 'place' ? one.place.id : one.is)),
        [around.id, id],
        name,
      )
      continue
    }
    // Kingston is in Jamaica, and what people call Kingston upon Thames and Kingston upon Hull.
    const isShort = (other: string) =>
      bare(other.replace(/[ -](on|upon|under|in|by|le|next)[ -].+$/, '')) === bare(name)
    if (
      country !== 'GB' &&
      places.some((one) => one.country === 'GB' && one.name !== name && isShort(one.name))
    ) {
      const choices = found.how === 'several' ? found.choices : []
      assert.ok(
        choices.some((one) => one.is === 'place' && one.place.id === id),
        name,
      )
      continue
    }
    const meant = found.how === 'meant' ? found.meant.map(({ locality }) => locality) : []
    assert.deepEqual(
      meant.map((one) => (one.is === 'place' ? one.place.id : one.is)),
      [id],
      name,
    )
  }
})

test('and by no name of it is another place meant', () => {
  const wrong = places.flatMap(({ name, also }) =>
    [name, ...also].flatMap((typed) => {
      const found = library.who(typed)
      if (found.how !== 'meant') return []
      const others = found.meant.filter(
        ({ locality }) => locality.is === 'place' && !bearers.get(bare(typed))?.has(locality.place.id),
      )
      return others.map((other) => `${typed} → ${JSON.stringify(other.locality)}`)
    }),
  )
  assert.deepEqual(wrong, [])
})

/** Of the county council over the district, or of those that the council of its area followed: told as of the one around it. */
function isOver({ councils, into }: Succession, { id, within }: Place): boolean {
  const counties = [...knowledge.areas.values()].filter(
    ({ kind, members }) => kind === 'county' && [id, ...within].some((code) => members.includes(code)),
  )
  const around = within.map((code) => knowledge.places.get(code)?.name ?? '?')
  return (
    councils.some(
      ({ code, name }) =>
        code.startsWith('E10') && counties.some((county) => bare(name).startsWith(bare(county.name))),
    ) || into.some((name) => around.some((area) => bare(name).startsWith(bare(area))))
  )
}

test('what is to follow a council is never answered with another council’s end, however it is asked', () => {
  const random = chance(11)
  const all = places.filter(({ country }) => country === 'GB')
  const share = part(0.15)
  const some = all.filter(() => random() < share)
  const ends = new Map(knowledge.successors.map((one) => [one.id, one]))
  const wrong = some.flatMap((place) =>
    ['which councils will replace', 'replace', 'new council after', 'unitary plans and', 'what comes after']
      .map((words) => `${words} ${place.name}`)
      .filter((question) =>
        findingsOf(desk.answer(question)).some(({ id }) => {
          const end = ends.get(id)
          if (!end) return false
          const names = [...end.councils.map(({ name }) => name), ...end.into].map(bare)
          const isCalledSo = names.some((name) => name.includes(bare(place.name)))
          return (
            !isCalledSo &&
            !isOver(end, place) &&
            !end.councils.some(({ code }) => [place.id, ...place.within].includes(code))
          )
        }),
      ),
  )
  assert.deepEqual(wrong, [])
})
