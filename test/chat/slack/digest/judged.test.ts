import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Post } from '../../../../src/chat/web/workspace/workspace-state.ts'
import { digestPretend } from '../pretend/digest-pretend.ts'

test('what one thought of an answer is taken back by the same press, and changed by the other', async (t) => {
  const { workspace, policy, store, faults } = await digestPretend(t)
  await workspace.command('U1', policy, '/twins Leeds')
  const [answer] = workspace.seenBy('U1', policy).slice(-1) as [Post]
  const press = async (label: string, user = 'U1') => {
    await workspace.press(user, answer, label)
    const all = await store.judgements(workspace.state.bot.teamId)
    return all.map(({ helpful, unhelpful }) => [helpful, unhelpful])
  }
  assert.deepEqual(await press('Helpful'), [[1, 0]])
  assert.deepEqual(await press('Helpful'), [])
  assert.match(workspace.seenBy('U1', policy).at(-1)?.text ?? '', /taken back/i)
  assert.deepEqual(await press('Helpful'), [[1, 0]])
  assert.deepEqual(await press('Not helpful'), [[0, 1]])
  assert.equal(workspace.seenBy('U2', policy).length, 0, 'nobody else is told')
  assert.deepEqual(faults, [])
})
