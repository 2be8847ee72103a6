import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from '../../src/answer/answer.ts'
import { mayBeShared } from '../../src/answer/rights.ts'
import { toBlocks } from '../../src/chat/slack/blocks/to-blocks.ts'
import { shownOf } from '../../src/digest/schedule/run.ts'
import { runOf } from '../../src/store/journals.ts'
import { ANSWER, FINDING } from '../an-answer.ts'

test('a digest kept by an earlier release is shown as it was, and is still nobody else’s', () => {
  const { kind: _, command: __, ...old } = ANSWER
  const { saysStatus: ___, ...finding } = FINDING
  const answer = { ...old, ask: 'digest show 2026-W40', groups: [{ title: 'Dortmund', findings: [finding] }] }
  const content = { answer, rest: answer, ifLate: 'Late.', shown: [], edition: 'e' }
  const run = runOf({ workspace: 'T1', channel: 'C1', week: '2026-W40', content: JSON.stringify(content) })
  assert.ok(run.content?.rest)
  for (const shown of [shownOf(run.content), run.content.rest]) {
    assert.equal(mayBeShared(shown), false)
    assert.deepEqual(findingsOf(shown), [FINDING])
    const buttons = JSON.stringify(toBlocks(shown))
    assert.doesNotMatch(buttons, /judge:|share:|Since 1969 · active/)
  }
})
