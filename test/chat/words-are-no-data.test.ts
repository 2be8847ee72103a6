import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Answer, Finding } from '../../src/answer/answer.ts'
import { mayBeJudged, mayBeShared } from '../../src/answer/rights.ts'
import { done } from '../../src/chat/core/handle-interaction.ts'
import { toBlocks } from '../../src/chat/slack/blocks/to-blocks.ts'
import { realFolder } from '../real-folder.ts'
import { anyAnswer } from './slack/pretend/any-answer.ts'

const REAL = ['twins Leeds', 'twins Norwich', 'cite ransom-2020', 'help', 'twins Leds', 'ask universities']

/** Words that mean something to whoever reads sentences back, and nothing to us. */
const NONSENSE = [
  'digest',
  'cite it',
  'help',
  'Nobody could answer',
  'ended',
  'Read “x” as “y”',
  'active',
  'qqq',
]

test('whatever the sentences of an answer say, the same may be done with it', () => {
  const { desk } = realFolder()
  const answers = fc.oneof(
    fc.constantFrom(...REAL).map((question) => desk.answer(question)),
    anyAnswer,
  )
  fc.assert(
    fc.property(answers, fc.constantFrom(...NONSENSE), (answer, nonsense) => {
      const other = inOtherWords(answer, nonsense)
      assert.equal(mayBeShared(other), mayBeShared(answer))
      assert.equal(mayBeJudged(other), mayBeJudged(answer))
      const { command, outcome } = done(other)
      assert.deepEqual({ command, outcome }, { command: answer.command, outcome: answer.outcome })
    }),
    { numRuns: 200 },
  )
})

test('whatever the sentences of an answer say, the same buttons stand under it', () => {
  const { desk } = realFolder()
  for (const question of REAL)
    for (const nonsense of NONSENSE) {
      const answer = desk.answer(question)
      const other = inOtherWords(answer, nonsense)
      assert.deepEqual(buttons(other), buttons(answer), `${question}, in the words “${nonsense}”`)
    }
})

test('whether a finding is shown with its status does not hang on its words', () => {
  const { desk } = realFolder()
  for (const nonsense of NONSENSE) {
    const [message] = toBlocks(inOtherWords(desk.answer('twins Leeds'), nonsense))
    assert.doesNotMatch(JSON.stringify(message.blocks), /as of|undated/)
  }
})

/** The same answer with every sentence, heading, label and note of ours replaced. */
function inOtherWords(answer: Answer, nonsense: string): Answer {
  const finding = (one: Finding): Finding => ({
    ...one,
    title: nonsense,
    ...(one.says !== undefined && { says: nonsense, marks: undefined }),
  })
  const relabelled = <T extends { label: string }>(one: T): T => ({ ...one, label: nonsense })
  return {
    ...answer,
    ask: nonsense,
    heading: nonsense,
    ...(answer.lead && { lead: answer.lead.map(() => nonsense) }),
    ...(answer.note && { note: nonsense }),
    ...(answer.more && { more: relabelled(answer.more) }),
    groups: answer.groups.map((group) => ({
      ...group,
      title: nonsense,
      ...(group.under && { under: nonsense }),
      findings: group.findings.map(finding),
    })),
    suggestions: answer.suggestions.map(relabelled),
    next: answer.next.map(relabelled),
  }
}

/** The kinds of buttons on all pages together: how many pages there are hangs on how long the words are. */
function buttons(answer: Answer): readonly string[] {
  const ids = toBlocks(answer).flatMap(({ blocks }) =>
    [...JSON.stringify(blocks).matchAll(/"action_id":"(share|cite|judge|report):/g)].map(
      ([, id]) => id ?? '',
    ),
  )
  return [...new Set(ids)].sort()
}
