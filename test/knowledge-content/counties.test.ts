import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chance } from '../../bench/search/chance.ts'
import { findingsOf } from '../../src/answer/answer.ts'
import { covers, type Locality } from '../../src/places/locality.ts'
import { fold } from '../../src/search/words/fold.ts'
import { part, shipped } from './shipped.ts'

const { knowledge, desk, library } = shipped()
const assertions = new Map(knowledge.assertions.map((assertion) => [assertion.id, assertion]))
const counties = new Map(knowledge.councils.map(({ id, counties }) => [id, counties]))

test('every council area of England that is no county council’s lies in one county, and what the Tees parts in two', () => {
  const english = knowledge.councils.filter(({ id }) => /^E0[689]/.test(id))
  assert.ok(english.length > 120)
  assert.deepEqual(
    english.filter(({ counties }) => counties.length !== 1).map(({ names: [name] }) => name),
    ['Stockton-on-Tees'],
  )
  const held = knowledge.places.values().filter(({ id }) => /^(E0[689]|[WSN])\d/.test(id))
  assert.deepEqual(
    held
      .filter(({ id, until }) => until === undefined && !counties.has(id))
      .map(({ id, name }) => `${id} ${name}`)
      .toArray(),
    [],
    'these council areas are in places/ and not in councils.yml',
  )
  assert.equal(counties.size, knowledge.councils.length, 'a council area stands there twice')
})

/** Of so many towns, in turn, each is asked in every form. */
const PART = part(0.03)

test('a district with the county or combined authority it lies in behind it is that district', () => {
  const districts = [
    ...knowledge.places.values().filter(({ id, until }) => /^E07/.test(id) && until === undefined),
  ]
  assert.ok(districts.length > 20)
  const wrong = districts.flatMap((place) =>
    [...place.within, place.authority ?? '']
      .flatMap((id) => knowledge.areas.get(id) ?? [])
      .filter(({ kind }) => kind === 'county' || kind === 'combined authority')
      .map(({ name }) => `${place.name}, ${name}`)
      .flatMap((typed) => {
        const who = library.who(typed)
        const [only, ...others] = who.how === 'meant' ? who.meant : []
        const isIt = only?.locality.is === 'place' && only.locality.place.id === place.id
        return isIt && others.length === 0 ? [] : [`${typed} → ${who.how}`]
      }),
  )
  assert.deepEqual(wrong, [])
})

test('a town with its county or council area behind it is that town, and never another place or one of two', () => {
  const random = chance(23)
  const towns = [
    ...knowledge.places
      .values()
      .filter(({ id, country }) => country === 'GB' && /^\d+$/.test(id))
      .map(({ id, name, within }) => ({ id, name, areas: countiesAround(within) })),
    ...knowledge.exists
      .filter(({ country, admin, id }) => country === 'GB' && admin && /^\d+$/.test(id))
      .map(({ id, name, admin = '' }) => ({ id, name, areas: [admin, ...countiesOfArea(admin)] })),
  ].filter(({ areas }) => areas.length > 0 && random() < PART)
  assert.ok(towns.length > part(50))
  const wrong = towns.flatMap(({ id, name, areas }) =>
    areas.flatMap((area) =>
      [`twins ${name}, ${area}`, `twins ${name} (${area})`, `twins ${name} ${area}`].flatMap((question) => {
        const answer = desk.answer(question)
        const isCalledSo = (other: string) =>
          ` ${fold(other)} `.includes(` ${fold(name.replace(/ \(.*/, ''))} `)
        const isTheTown = (one: Locality) =>
          one.is === 'place' && (one.place.id === id || isCalledSo(one.place.name))
        const about = library.who(question.slice('twins '.length))
        const isAsked =
          about.how === 'meant'
            ? about.meant.length === 1 && about.meant.some(({ locality }) => isTheTown(locality))
            : about.how === 'inside'
              ? fold(about.typed) === fold(name)
              : about.how === 'empty'
                ? about.known.every((one) => isCalledSo(one.name))
                : about.how === 'several' &&
                  (about.choices.some(isTheTown) || about.others.some((one) => one.id === id))
        const shown = findingsOf(answer).filter(({ id: finding }) => {
          const link = assertions.get(finding)
          return (
            link !== undefined &&
            !(about.how === 'meant' && about.meant.some((one) => isOf(link.place, one.locality)))
          )
        })
        return isAsked && shown.length === 0 ? [] : [`${question} → ${about.how}: ${answer.heading}`]
      }),
    ),
  )
  assert.deepEqual(wrong.slice(0, 20), [], `${wrong.length} are read wrongly`)
})

function isOf(place: string, asked: Locality): boolean {
  const held = knowledge.places.get(place)
  return held !== undefined && covers(asked, held)
}

function countiesAround(within: readonly string[]): readonly string[] {
  return within.flatMap((id) => [knowledge.places.get(id)?.name ?? [], counties.get(id) ?? []].flat())
}

function countiesOfArea(admin: string): readonly string[] {
  return (
    knowledge.councils.find(({ names }) => names.some((name) => fold(name) === fold(admin)))?.counties ?? []
  )
}

test('a county council is its county wherever its full name stands, or which of that name is asked', () => {
  const read = (question: string) => {
    const { ask, outcome } = desk.answer(question)
    return outcome === 'suggest' ? 'asks which' : ask
  }
  let asked = 0
  for (const { kind, name } of knowledge.areas.values()) {
    if (kind !== 'county') continue
    const whole = read(`costs of ${name} County Council`)
    asked++
    if (whole !== 'asks which') assert.equal(whole, read(`costs of ${name}`), name)
  }
  assert.ok(asked > 10)
})
