import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chance } from '../../bench/search/chance.ts'
import { realFolder } from '../real-folder.ts'
import { inForms, isOnlyName } from './in-forms.ts'
import { desk, EXHAUSTIVE, held, knowledge, ofOthers } from './names.ts'

const { wrongAnswers, placesCalled } = inForms(realFolder())

test('a question that names what we hold is never answered with findings of another place', () => {
  const random = chance(9)
  const names = held.flatMap(({ names }) => names).filter(() => EXHAUSTIVE || random() < 0.15)
  assert.ok(names.length > 150)
  assert.deepEqual(wrongAnswers(names), [])
})

test('nor one that names a place we hold nothing on, whatever it asks', () => {
  const existing = [...new Set(knowledge.exists.map(({ name }) => name))].filter(isOnlyName)
  const british = [
    ...new Set(knowledge.exists.filter(({ country }) => country === 'GB').map(({ name }) => name)),
  ]
  const random = chance(10)
  const names = EXHAUSTIVE ? existing : british.filter(() => random() < 0.025)
  assert.ok(names.length > 90)
  assert.deepEqual(wrongAnswers(names), [])
})

test('names that are English words are names where only a name can stand', () => {
  const headings = [
    ["deal's first twin", 'We hold no links of Deal (Kent, United Kingdom)'],
    ['oldest twin of battle', 'We hold no links of Battle (East Sussex, United Kingdom)'],
    ['reading twin towns', 'We hold no links of Reading (Reading, United Kingdom)'],
    ['is police still twinned', 'We hold no links of Police (West Pomerania, Poland)'],
    ["Date's oldest twin", 'We hold no links of Date (Fukushima, Japan)'],
    ["Bishop's Castle's twins", "We hold no links of Bishop's Castle (Shropshire, United Kingdom)"],
    ['Rho longest twinning', 'We hold no links of Rho (Lombardy, Italy)'],
    ['Federal longest twinning', 'We hold no links of Federal (Entre Rios, Argentina)'],
    ['forest oldest twin', 'We hold no links of Forest (Brussels Capital, Belgium)'],
    ["Golden' partner cities", 'We hold no links of Golden (Colorado, United States)'],
    ["Wa's twins", 'We hold no links of Wa (Upper West, Ghana)'],
    ["Wa's first twin", 'We hold no links of Wa (Upper West, Ghana)'],
    ['oldest twin of St Just', 'We hold no links of St Just (Cornwall, United Kingdom)'],
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
