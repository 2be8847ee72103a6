import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chance } from '../../bench/search/chance.ts'
import { findingsOf } from '../../src/answer/answer.ts'
import { realFolder } from '../real-folder.ts'

const { desk, library } = realFolder()
const HELD = [...library.knowledge.places.values()].filter(({ country }) => country === 'GB')
const ASKED = ['oldest twin', 'first partner', 'longest running twinning', 'latest sister city']

/** All with HANSA_EXHAUSTIVE=1, else a third of them, drawn by a seed. */
const random = chance(19)
const isAsked = () => process.env.HANSA_EXHAUSTIVE === '1' || random() < 1 / 3

/** What is found of others than the place that is named. */
function ofOthers(question: string, name: string): readonly string[] {
  return findingsOf(desk.answer(question))
    .filter(({ place, twin, title, says = '' }) => ![place, twin, title, says].join(' ').includes(name))
    .map(({ title }) => title)
}

test('whatever sign stands before the s of a possessive, the question is about that place', () => {
  for (const { name } of HELD) {
    const plain = desk.answer(`${name}'s oldest twin`).heading
    for (const sign of ['’', '‘', 'ʼ', '´', '`', '′', '＇'])
      assert.equal(desk.answer(`${name}${sign}s oldest twin`).heading, plain, `${name}${sign}s`)
  }
})

test('which link of an unknown name comes first is never answered with those of others, with a command or without', () => {
  for (const { name } of HELD) {
    const letters = [...name.replaceAll(' ', '')]
    for (const owner of [`Xyzzy${letters.slice(0, 4).join('')}`, `${letters.toReversed().join('')}q`])
      for (const asked of ASKED)
        for (const question of [`${owner}'s ${asked}`, `${owner} ${asked}`, `${asked} of ${owner}`])
          for (const typed of [question, `ask ${question}`].filter(isAsked))
            assert.deepEqual(ofOthers(typed, owner), [], typed)
  }
})
