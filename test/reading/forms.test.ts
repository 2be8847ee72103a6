import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chance } from '../../bench/search/chance.ts'
import type { Locality } from '../../src/places/locality.ts'
import { FILLERS, ORDER_WORDS } from '../../src/search/words/fillers.ts'
import { fold } from '../../src/search/words/fold.ts'
import { calledSo, desk, EXHAUSTIVE, held, knowledge, library, ofOthers } from './names.ts'

const FORMS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => `${name}'s twins`,
  (name) => `${name}' partner cities`,
  (name) => `what’s ${name}’s oldest twin?`,
  (name) => `oldest twin of ${name}`,
  (name) => `${name}'s first twin`,
  (name) => `${name} longest twinning`,
  (name) => `what is ${name}'s most recent partnership`,
  (name) => `is ${name} still twinned`,
  (name) => `is ${name.toLowerCase()} still twinned?`,
  (name) => `${name} and Germany`,
]

test('a question that names what we hold is never answered with findings of another place', () => {
  const random = chance(9)
  const names = held.flatMap(({ names }) => names).filter(() => EXHAUSTIVE || random() < 0.25)
  assert.ok(names.length > 250)
  assert.deepEqual(wrongAnswers(names), [])
})

test('nor one that names a place we hold nothing on, whatever it asks', () => {
  // There is a town called Of, and one called Most, which only who types nothing else can mean.
  const isFiller = (name: string) => FILLERS.has(fold(name)) || ORDER_WORDS.has(fold(name))
  const existing = [...new Set(knowledge.exists.map(({ name }) => name))].filter((name) => !isFiller(name))
  const british = [
    ...new Set(knowledge.exists.filter(({ country }) => country === 'GB').map(({ name }) => name)),
  ]
  const random = chance(10)
  const names = EXHAUSTIVE ? existing : british.filter(() => random() < 0.04)
  assert.ok(names.length > 150)
  assert.deepEqual(wrongAnswers(names), [])
})

test('names that are English words are names where only a name can stand', () => {
  const headings = [
    ["deal's first twin", 'We hold no links of Deal (Kent, United Kingdom)'],
    ['oldest twin of battle', 'We hold no links of Battle (East Sussex, United Kingdom)'],
    ['reading twin towns', 'We hold no links of Reading (Reading, United Kingdom)'],
    ['is police still twinned', 'We hold no links of Police (West Pomerania, Poland)'],
    ['Much and Germany', 'We hold no links of Much (North Rhine-Westphalia, Germany)'],
    ['university partnerships', 'On “university partnerships”'],
    ['police in sheffield', 'We hold nothing on “police in sheffield”'],
  ]
  assert.deepEqual(
    headings.map(([question]) => [question, desk.answer(question ?? '').heading]),
    headings,
  )
})

test('a question in words that names a place says nothing of others, though several bear the name', () => {
  for (const name of ['Newcastle', 'Leeds', 'Durham', 'Huddersfield', 'New York']) {
    const answer = desk.answer(`${name}'s oldest universities and twins abroad`)
    const links = ofOthers(answer, placesCalled(name), '').filter((id) =>
      knowledge.assertions.some((one) => one.id === id),
    )
    assert.deepEqual(links, [], name)
  }
})

function wrongAnswers(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const places = placesCalled(name)
    return FORMS.map((form) => form(name)).flatMap((question) => {
      // Palestine and Germany are both abroad, and have Sheffield in common.
      const isShared = question.endsWith(' and Germany') && places.some(({ is }) => is === 'country')
      const others = ofOthers(desk.answer(question), isShared ? [...places, GERMANY] : places, name)
      return others.length > 0 ? [`${question} → ${others.slice(0, 3)}`] : []
    })
  })
}

const GERMANY: Locality = { is: 'country', code: 'DE', name: 'Germany' }

/** Holland is a town in Michigan, and a name of a country that we hold links of. */
function placesCalled(name: string): readonly Locality[] {
  const who = library.who(name, { guess: false })
  const read = who.how === 'meant' ? who.meant.map(({ locality }) => locality) : []
  return [...calledSo(name), ...read, ...(who.how === 'several' ? who.choices : [])]
}
