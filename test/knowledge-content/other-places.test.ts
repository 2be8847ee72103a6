import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chance } from '../../bench/search/chance.ts'
import { findingsOf } from '../../src/answer/answer.ts'
import { covers, type Locality } from '../../src/places/locality.ts'
import { isEveryday } from '../../src/search/text/english.ts'
import { fold } from '../../src/search/words/fold.ts'
import { inForms, isOnlyName } from '../reading/in-forms.ts'
import { part, shipped } from './shipped.ts'

const { knowledge, desk, library } = shipped()
const assertions = new Map(knowledge.assertions.map((assertion) => [assertion.id, assertion]))

const FORMS: readonly ((name: string) => string)[] = [
  (name) => `${name}'s twins`,
  (name) => `${name}'s oldest twin`,
  (name) => `${name}'s first twin`,
  (name) => `${name} longest twinning`,
  (name) => `is ${name} still twinned`,
]

/** Of so many names, in turn, each is asked in every form. */
const PART = part(0.15)

test('a question about a place that the folder holds shows no link of a place that is another and lies in no part of it', () => {
  const random = chance(17)
  const names = [...new Set(knowledge.places.values().map(({ name }) => name))].filter(() => random() < PART)
  assert.ok(names.length > part(30))
  const wrong = names.flatMap((name) => {
    const places = meantBy(name)
    const isOf = (id: string) => {
      const place = knowledge.places.get(id)
      return place !== undefined && places.some((one) => covers(one, place))
    }
    return FORMS.map((form) => form(name)).flatMap((question) => {
      const others = findingsOf(desk.answer(question)).filter(({ id }) => {
        const link = assertions.get(id)
        return link !== undefined && !isOf(link.place) && !isOf(link.twin)
      })
      return others.length > 0 ? [`${question} → ${others.slice(0, 3).map(({ id }) => id)}`] : []
    })
  })
  assert.deepEqual(wrong, [])
})

test('a town in the UK with its area behind it is never read as a namesake abroad, save where a link of that one is recorded there', () => {
  const areas = [...knowledge.areas.values()].map((area) => ({ is: 'area' as const, area }))
  const councils = new Map([...knowledge.places.values()].map((place) => [place.name, place]))
  const abroad = new Set(
    [...knowledge.places.values()].filter(({ country }) => country !== 'GB').map(({ name }) => name),
  )
  const towns = knowledge.exists.filter(({ name, country }) => country === 'GB' && abroad.has(name))
  const asked = towns.flatMap(({ name, admin = '' }) => {
    const council = councils.get(admin)
    const around = council ? areas.filter((one) => covers(one, council)) : []
    return around.map((area) => ({ name, area }))
  })
  assert.ok(asked.length > 3)
  const wrong = asked.filter(({ name, area }) => {
    const { outcome, heading } = desk.answer(`twins ${name} ${area.area.name}`)
    return outcome !== 'found' && !heading.includes('United Kingdom') && !heading.includes('is in')
  })
  assert.deepEqual(wrong, [])
})

test('nor does one about any place that exists find anything of another, whatever it asks', () => {
  const random = chance(77)
  // Green longest twinning is green; Asia is a continent, of which links are held, and a town; nobody types `Nevel’` or `(balance)`.
  const isWord = (name: string) => fold(name) === 'asia' || isEveryday(fold(name)) || /[(’]/.test(name)
  const existing = [...new Set(knowledge.exists.map(({ name }) => name))].filter(
    (name) => isOnlyName(name) && !isWord(name),
  )
  const share = part(0.003, 0.14)
  const names = existing.filter(() => random() < share)
  assert.ok(names.length > part(30))
  assert.deepEqual(inForms(shipped()).wrongAnswers(names), [])
})

/** As it is typed; and by its own name, where several bear it. */
function meantBy(name: string): readonly Locality[] {
  const who = library.who(name, { guess: false })
  const read = who.how === 'meant' ? who.meant.map(({ locality }) => locality) : []
  const called = knowledge.places.values().filter((place) => place.name === name)
  return [...read, ...[...called].map((place) => ({ is: 'place' as const, place }))]
}
