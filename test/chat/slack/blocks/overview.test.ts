import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from '../../../../src/answer/answer.ts'
import { rowWords } from '../../../../src/answer/table.ts'
import { toBlocks } from '../../../../src/chat/slack/blocks/to-blocks.ts'
import type { Post } from '../../../../src/chat/web/workspace/workspace-state.ts'
import { realFolder } from '../../../real-folder.ts'
import { messageFaults } from '../pretend/block-kit.ts'
import { pretend } from '../pretend/pretend.ts'

const { desk } = realFolder()
const ASKER = { to: 'asker', share: true } as const

test('the partners of a city are one message of at most twelve blocks, a row a link', () => {
  const answer = desk.answer('/twins Leeds')
  const [overview, ...more] = toBlocks(answer, ASKER)
  assert.deepEqual(more, [])
  assert.ok(overview.blocks.length <= 12, `${overview.blocks.length} blocks`)
  const table = overview.blocks.find((block) => block.type === 'table')
  assert.equal(table?.rows.length, 1 + (answer.table?.rows.length ?? 0))
})

test('what a table says stands in the notification, too, for who does not see tables', () => {
  for (const question of ['/twins Leeds', '/twins Yorkshire', '/twins Sheffield']) {
    const [{ text }] = toBlocks(desk.answer(question), ASKER)
    for (const row of desk.answer(question).table?.rows.slice(0, 20) ?? []) {
      const { place, twin } = rowWords(row)
      assert.ok(text.includes(twin) || text.includes(place), `${question}: ${place} – ${twin}`)
    }
  }
})

test('one row opens the statements of that link, and of no other', async () => {
  const { workspace, policy, faults } = pretend({ desk })
  await workspace.command('U1', policy, '/twins Leeds')
  await workspace.press('U1', workspace.seenBy('U1', policy)[0] as Post, 'Hangzhou')
  const shown = JSON.stringify(workspace.seenBy('U1', policy).at(-1)?.blocks)
  const findings = findingsOf(desk.answer('/twins Leeds'))
  for (const { twin, says = '' } of findings.filter((one) => one.twin === 'Hangzhou'))
    assert.ok(shown.includes(says), twin)
  assert.doesNotMatch(shown, /Dortmund|Lille/)
  assert.deepEqual(faults, [])
})

test('a row of a table by place opens the links of that place', async () => {
  const { workspace, policy, faults } = pretend({ desk })
  await workspace.command('U1', policy, '/twins Yorkshire')
  await workspace.press('U1', workspace.seenBy('U1', policy)[0] as Post, 'Sheffield')
  assert.match(workspace.seenBy('U1', policy).at(-1)?.text ?? '', /^Sheffield: \d+ links/)
  assert.deepEqual(faults, [])
})

test('Slack accepts the overview and the evidence of every place, region and country', () => {
  for (const question of ['England', 'Yorkshire', 'Germany', 'Leeds', 'Sheffield', 'Leeds Dortmund']) {
    const answer = desk.answer(`/twins ${question}`)
    for (const view of [{}, { view: 'evidence' }] as const)
      for (const to of [ASKER, { to: 'channel', askedBy: 'U1' }] as const)
        assert.deepEqual(toBlocks(answer, { ...to, ...view }).flatMap(messageFaults), [], question)
  }
})
