import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asker, pretendVoice } from './pretend-voice.ts'
import { slackWorld } from './slack-world.ts'

test('a digest turned on while its stop was being told stays on', async (t) => {
  const world = await slackWorld(t)
  const one = world.process('one')
  let refused = false
  world.trouble = async (method, args) => {
    if (method === 'chat.postMessage' && args.get('channel') === 'U1')
      await one.desk.answer('on', asker('U1'), pretendVoice())
    if (method !== 'chat.scheduleMessage' || refused) return undefined
    refused = true
    return 'not_in_channel'
  }
  await world.ticking(one, '2026-11-30T08:55:00Z', '2026-11-30T08:57:00Z')
  assert.equal((await world.store.subscriptions())[0]?.stopped, undefined)
  await world.ticking(one, '2026-12-07T08:50:00Z', '2026-12-07T09:05:00Z')
  assert.equal(world.shown().filter((line) => line.startsWith('C1')).length, 1)
})

test('while our access is gone nobody is told, and once it is back whoever subscribed is told once', async (t) => {
  const world = await slackWorld(t)
  world.trouble = async () => (world.clock.now().toString() < '2026-12-01T09' ? 'token_revoked' : undefined)
  await world.ticking(world.process('one'), '2026-11-30T08:50:00Z', '2026-11-30T09:10:00Z')
  assert.equal((await world.store.subscriptions())[0]?.stopped?.told, false)
  assert.ok(world.calls.length < 10, `asked ${world.calls.length} times`)
  await world.ticking(world.process('two'), '2026-12-01T10:00:00Z', '2026-12-01T10:05:00Z')
  assert.deepEqual(
    world.shown().map((line) => line.slice(0, 2)),
    ['U1'],
  )
})

test('a person who can never be told is not asked for again', async (t) => {
  const world = await slackWorld(t)
  world.trouble = async (method) =>
    method === 'chat.scheduleMessage'
      ? 'is_archived'
      : method === 'chat.postMessage'
        ? 'user_not_found'
        : undefined
  await world.ticking(world.process('one'), '2026-11-30T08:55:00Z', '2026-11-30T09:10:00Z')
  assert.equal(world.calls.filter((method) => method === 'chat.postMessage').length, 1)
})

test('off with a lost reply, then on: the digest comes once, and the state says so', async (t) => {
  const world = await slackWorld(t)
  const one = world.process('one')
  await world.ticking(one, '2026-11-30T08:55:00Z', '2026-11-30T08:56:00Z')
  world.trouble = async (method) => (method === 'chat.deleteScheduledMessage' ? 'reply lost' : undefined)
  await one.desk.answer('off', asker('U1'), pretendVoice())
  world.trouble = async () => undefined
  await one.desk.answer('on', asker('U1'), pretendVoice())
  await world.ticking(one, '2026-11-30T08:56:30Z', '2026-11-30T09:10:00Z')
  const { lead = [] } = await one.desk.answer('', asker('U1'), pretendVoice())
  const told = lead.some((line) => line.startsWith('Monday 30 November 2026 at 09:00: posted'))
  assert.equal(world.shown().length, told ? 1 : 0)
})

test('off while nothing Slack says arrives, then on: found out, not taken for posted', async (t) => {
  for (const [fate, shown] of [
    ['reply lost', 1],
    ['request lost', 1],
  ] as const) {
    const world = await slackWorld(t)
    const one = world.process('one')
    await world.ticking(one, '2026-11-30T08:55:00Z', '2026-11-30T08:56:00Z')
    world.trouble = async () => fate
    await one.desk.answer('off', asker('U1'), pretendVoice())
    world.trouble = async () => undefined
    await one.desk.answer('on', asker('U1'), pretendVoice())
    assert.equal((await world.store.runs(''))[0]?.state, 'trying')
    await world.ticking(one, '2026-11-30T08:56:30Z', '2026-11-30T09:10:00Z')
    assert.equal(world.shown().length, shown, fate)
    assert.equal((await world.store.runs(''))[0]?.state, 'handed')
  }
})

test('turned on again with another weekday, the next date is the one that will come', async (t) => {
  const world = await slackWorld(t)
  const one = world.process('one')
  await world.ticking(one, '2026-11-30T08:55:00Z', '2026-11-30T09:05:00Z')
  world.clock.set('2026-12-01T10:00:00Z')
  const { lead = [] } = await one.desk.answer('on friday 15:00', asker('U1'), pretendVoice())
  assert.match(lead[0] ?? '', /^The next is due on Friday 11 December 2026 at 15:00\./)
})
