import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { findingsOf } from '../../src/answer/answer.ts'
import { realFolder } from '../real-folder.ts'

/**
 * Worked out from the files by reading them, before anything was asked; the last sixty by somebody who had not read the grammar.
 * `links` are all and only those shown, `says` stands in the one sentence (or, where there is none, in the heading), `never` is not
 * shown.
 */
type Case = {
  asked: string
  outcome: string
  links?: readonly string[]
  says?: readonly string[]
  never?: readonly string[]
}

const cases: readonly Case[] = readFileSync(new URL('worked-by-hand.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line))
const { desk } = realFolder()

test('a hundred and twenty questions are answered as somebody who reads the files would answer them', () => {
  assert.equal(cases.length, 120)
  assert.deepEqual(cases.flatMap(faultsOf), [])
})

function faultsOf({ asked, outcome, links, says = [], never = [] }: Case): readonly object[] {
  const answer = desk.answer(asked)
  const shown = [
    ...new Set(
      findingsOf(answer)
        .filter(({ kind }) => kind === 'twinning')
        .map(({ place, twin }) => `${place} – ${twin}`),
    ),
  ].sort()
  const sentence = answer.direct?.sentence ?? answer.heading
  const isRight =
    answer.outcome === outcome &&
    (links === undefined || JSON.stringify(shown) === JSON.stringify([...links].sort())) &&
    says.every((words) => sentence.includes(words)) &&
    !never.some((link) => shown.includes(link))
  return isRight ? [] : [{ asked, heading: answer.heading, sentence, outcome: answer.outcome, shown }]
}
