import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from '../../../../src/answer/answer.ts'
import type { Post } from '../../../../src/chat/web/workspace/workspace-state.ts'
import { realFolder } from '../../../real-folder.ts'
import { pretend } from '../pretend/pretend.ts'

test('Share posts the same answer with its citations, says who asked, and cannot be pressed again', async () => {
  const { workspace, policy, faults } = pretend()
  await workspace.command('U1', policy, '/twins Leeds')
  const [mine] = workspace.seenBy('U1', policy)
  assert.ok(mine)
  await workspace.press('U1', mine, 'Share')
  const [shared, ...others] = workspace.seenBy('U2', policy)
  assert.deepEqual(others, [])
  const shown = JSON.stringify(shared?.blocks)
  assert.match(shown, /Dortmund, Germany/)
  assert.match(shown, /Leeds City Council \(2021\)/)
  assert.match(shown, /twins Leeds · asked by <@U1>/)
  assert.deepEqual(
    [...shown.matchAll(/"action_id":"([^"]*)"/g)].map(([, id]) => id),
    ['cite:0', 'report:0'],
  )
  await assert.rejects(workspace.press('U1', mine, 'Share'), /no “Share” to press/)
  assert.deepEqual(faults, [])
})

test('of an answer with a table the overview is shared, and what it rests on once, in the thread below', async () => {
  const { workspace, policy, faults } = pretend({ desk: realFolder().desk })
  await workspace.command('U1', policy, '/twins Leeds')
  const [mine] = workspace.seenBy('U1', policy)
  await workspace.press('U1', mine as Post, 'Share')
  const [overview, ...evidence] = workspace.seenBy('U2', policy)
  assert.ok(overview && overview.blocks.length <= 12)
  assert.match(JSON.stringify(overview.blocks), /"type":"table".*Dortmund, Germany.*asked by <@U1>/)
  assert.ok(evidence.length > 0 && evidence.every(({ thread }) => thread === overview.ts))
  for (const { cite, says = '' } of findingsOf(realFolder().desk.answer('/twins Leeds')))
    for (const words of [cite.label, says]) assert.ok(JSON.stringify(evidence).includes(words), words)
  assert.deepEqual(faults, [])
})

test('what stands in a shared answer is opened for whoever presses, and for nobody else', async () => {
  const { workspace, policy } = pretend({ desk: realFolder().desk })
  await workspace.command('U1', policy, '/twins Leeds')
  await workspace.press('U1', workspace.seenBy('U1', policy)[0] as Post, 'Share')
  const before = workspace.seenBy('U1', policy).length
  await workspace.press('U2', workspace.seenBy('U2', policy)[0] as Post, 'Sources and words')
  assert.match(workspace.seenBy('U2', policy).at(-1)?.text ?? '', /^Sources and words – Leeds/)
  assert.equal(workspace.seenBy('U1', policy).length, before)
})

test('a long answer is shared whole: its first page in the channel, the rest in the thread below', async () => {
  const { workspace, policy, faults } = pretend()
  await workspace.command('U1', policy, '/twins many')
  await workspace.press('U1', workspace.seenBy('U1', policy)[0] as Post, 'Share')
  const posts = workspace.seenBy('U2', policy)
  assert.ok(posts.length > 1)
  assert.deepEqual(
    posts.map(({ thread }) => thread),
    [undefined, ...posts.slice(1).map(() => posts[0]?.ts)],
  )
  const shown = JSON.stringify(posts)
  for (let at = 0; at < 60; at++) assert.ok(shown.includes(`"Town ${at}\\n`))
  assert.deepEqual(faults, [])
})

test('an answer asked for in a thread is shared in that thread', async () => {
  const { workspace, policy } = pretend()
  const { ts } = await workspace.say('U2', policy, 'partners?')
  await workspace.say('U1', policy, '@hansa twins Leeds', ts)
  await workspace.press('U1', workspace.seenBy('U1', policy).at(-1) as Post, 'Share')
  assert.equal(workspace.seenBy('U2', policy).at(-1)?.thread, ts)
})

test('where the bot is no member, Share says how to invite it', async () => {
  const { workspace } = pretend()
  const { id } = workspace.addChannel('private', { people: ['U1'], bot: false })
  await workspace.command('U1', id, '/twins Leeds')
  await workspace.press('U1', workspace.seenBy('U1', id)[0] as Post, 'Share')
  const last = workspace.seenBy('U1', id).at(-1)
  assert.match(last?.text ?? '', /not a member of this channel.*\/invite @hansa/)
  assert.equal(last?.onlyFor, 'U1')
})

test('a direct message has nobody to share with', async () => {
  const { workspace } = pretend()
  const dm = workspace.directMessage('U1').id
  await workspace.say('U1', dm, 'twins Leeds')
  await assert.rejects(
    workspace.press('U1', workspace.seenBy('U1', dm).at(-1) as Post, 'Share'),
    /no “Share”/,
  )
})
