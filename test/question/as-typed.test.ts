import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { findingsOf } from '../../src/answer/answer.ts'
import { realFolder } from '../real-folder.ts'

/** Questions as officers type them, and what must come: `links` all that are shown, `first` what is shown first, `says` the sentence. */
type Case = {
  asked: string
  outcome: string
  links?: readonly string[]
  first?: string
  offers?: readonly string[]
  says?: string
}

const FILE = new URL('../fixtures/questions-as-typed.jsonl', import.meta.url)
const cases: readonly Case[] = readFileSync(FILE, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line))
const { desk } = realFolder()

test('every question that was read rightly once is read so', () => {
  const wrong = cases.flatMap((one) => {
    const told = toldOf(one)
    return JSON.stringify(told) === JSON.stringify(one) ? [] : [{ told, expected: one }]
  })
  assert.deepEqual(wrong, [])
})

test('an answer asked again as it was understood says the same', () => {
  const asked = cases.filter(({ outcome, says }) => outcome === 'found' && says !== undefined)
  for (const one of asked) {
    const answer = desk.answer(one.asked)
    const again = desk.answer(answer.ask)
    assert.deepEqual(
      [again.heading, again.direct?.sentence],
      [answer.heading, answer.direct?.sentence],
      one.asked,
    )
  }
})

function toldOf({ asked, first, links, offers, says }: Case): Case {
  const answer = desk.answer(asked)
  const findings = findingsOf(answer)
  const shown = findings
    .filter(({ kind }) => kind === 'twinning')
    .map(({ place, twin }) => `${place} – ${twin}`)
  return {
    asked,
    outcome: answer.outcome,
    ...(first && { first: findings[0]?.id }),
    ...(links && { links: [...new Set(shown)].sort() }),
    ...(offers && { offers: answer.suggestions.map(({ label }) => label) }),
    ...(says && { says: answer.direct?.sentence }),
  }
}
