import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Answer } from '../src/answer/answer.ts'
import { stampOf } from '../src/answer/stamp.ts'
import { createDesk } from '../src/answers/desk.ts'
import { toBlocks } from '../src/chat/slack/blocks/to-blocks.ts'
import { ANSWER } from './an-answer.ts'
import { anyAnswer } from './chat/slack/pretend/any-answer.ts'
import { realFolder } from './real-folder.ts'

const { library, desk } = realFolder()

test('the same answer has the same stamp, on whatever day it is asked and in whatever order its parts stand', () => {
  const nextDay = createDesk(library, () => '2026-11-25')
  for (const question of ['twins Leeds', 'twins Yorkshire', 'ask universities', 'nesta', 'twins Passau']) {
    assert.equal(stampOf(nextDay.answer(question)), stampOf(desk.answer(question)), question)
    const turned = Object.fromEntries(Object.entries(desk.answer(question)).reverse()) as Answer
    assert.equal(stampOf(turned), stampOf(desk.answer(question)), question)
  }
})

test('no two answers of the folder that read differently have the same stamp', () => {
  const places = [...library.knowledge.places.values()].map(({ name }) => desk.answer(`twins ${name}`))
  const read = (answer: Answer) => JSON.stringify(toBlocks(answer, { to: 'channel', askedBy: 'U1' }))
  const byStamp = Map.groupBy(places, stampOf)
  assert.ok(byStamp.size > 100)
  for (const [stamp, answers] of byStamp) assert.equal(new Set(answers.map(read)).size, 1, stamp)
})

/** Every text in an answer that is shown, by its path. What it is and which command gave it is not. */
function textsOf({ kind: _, command: __, ...shown }: Answer) {
  return texts(shown)
}

function texts(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value === 'string') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    ['next', 'more', 'marks', 'about', 'missing'].includes(key) ? [] : texts(inner, [...path, key]),
  )
}

function changed(answer: Answer, [first, ...path]: readonly (string | number)[]): Answer {
  const copy = structuredClone(answer) as unknown as Record<string | number, unknown>
  let at = copy
  let key = first as string | number
  for (const next of path) {
    at = at[key] as typeof copy
    key = next
  }
  at[key] = `${at[key]}.`
  return copy as unknown as Answer
}

test('whatever word of an answer changes, its stamp changes', () => {
  for (const path of textsOf(ANSWER))
    assert.notEqual(stampOf(changed(ANSWER, path)), stampOf(ANSWER), path.join('.'))
  fc.assert(
    fc.property(anyAnswer, fc.nat(), (answer, at) => {
      const paths = textsOf(answer)
      const path = paths[at % paths.length] ?? ['heading']
      assert.match(stampOf(answer), /^[0-9a-f]{16}$/)
      assert.notEqual(stampOf(changed(answer, path)), stampOf(answer))
    }),
    { numRuns: 200 },
  )
})

test('what can be asked next is not said, and does not count', () => {
  assert.equal(stampOf({ ...ANSWER, next: [], more: undefined }), stampOf(ANSWER))
})
