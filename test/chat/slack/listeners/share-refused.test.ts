import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { webApi } from '@slack/bolt'
import { stampOf } from '../../../../src/answer/stamp.ts'
import type { Post } from '../../../../src/chat/web/workspace/workspace-state.ts'
import { openStore } from '../../../../src/store/open.ts'
import { folder } from '../../../store/engines.ts'
import { until } from '../../../until.ts'
import { pretend } from '../pretend/pretend.ts'
import { running } from '../pretend/served.ts'
import { type Side, sharedHansa } from '../pretend/shared-hansa.ts'
import { form, pressBody, signed } from '../pretend/signed.ts'
import { smallDesk } from '../pretend/small-desk.ts'

/** What Slack says → what the one who pressed Share is told: why, and what to do. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  not_in_channel: /not a member of this channel.* Type \/invite @hansa/,
  channel_not_found: /cannot see this channel.* Type \/invite @hansa/,
  is_archived: /is archived.* share it there\.$/,
  missing_scope:
    /not given the right to post \(chat:write\)\. Ask whoever looks after this app to paste manifest\.yml/,
  token_revoked: /no longer accepts this app’s token \(token_revoked\)\. Ask whoever looks after this app/,
  token_expired: /token \(token_expired\)/,
  invalid_auth: /token \(invalid_auth\)/,
  not_authed: /token \(not_authed\)/,
  account_inactive: /token \(account_inactive\)/,
  msg_blocks_too_long: /too long to post \(msg_blocks_too_long\)\. Ask for a part of it/,
  msg_too_long: /too long to post \(msg_too_long\)\. Ask for a part of it/,
  ratelimited: /takes no more messages just now\. Wait a minute/,
  restricted_action: /settings of this channel do not let me post.* Ask who manages the channel/,
  restricted_action_read_only_channel: /read-only for me\. Ask who manages it/,
  restricted_action_thread_only_channel: /only reply in threads\. Ask me in a thread/,
  restricted_action_non_threadable_channel: /has no threads\. Ask me in the channel itself/,
  restricted_action_thread_locked: /thread is locked\. Ask me in the channel itself/,
  cannot_reply_to_message: /reply to the message.* Ask me in the channel itself/,
  no_permission: /does not allow this app to post here \(no_permission\)\. Ask who manages the workspace/,
  org_login_required: /\(org_login_required\)\. Ask who manages the workspace/,
  invalid_blocks: /could not read the answer \(invalid_blocks\)\. Ask whoever looks after this app/,
}

/** Presses Share under an answer; Slack says `code` to the message after the first `good` ones. */
async function shareRefused(code: string, { question = 'Leeds', good = 0 } = {}) {
  let posted = 0
  const refuse = (method: string) => (method === 'chat.postMessage' && ++posted > good ? code : undefined)
  const here = pretend({ desk: smallDesk(), refuse })
  const { workspace, policy } = here
  await workspace.command('U1', policy, `/twins ${question}`)
  const shown = workspace.seenBy('U1', policy)[0] as Post
  await workspace.press('U1', shown, 'Share')
  const { text, onlyFor } = workspace.seenBy('U1', policy).at(-1) as Post
  assert.equal(onlyFor, 'U1')
  assert.deepEqual(here.faults, [])
  return { text, lines: here.lines, posted: workspace.seenBy('U2', policy).length, shown }
}

for (const [code, told] of Object.entries(REFUSED)) {
  test(`Share says why Slack refused and what to do: ${code}`, async () => {
    const { text, posted, lines, shown } = await shareRefused(code)
    assert.match(text, /^Nothing was posted\. /)
    assert.match(text, told)
    assert.equal(posted, 0)
    assert.match(JSON.stringify(shown.blocks), /"share:0"/)
    assert.deepEqual(lines.at(-1)?.facts, {
      at: 'button',
      command: 'share',
      outcome: 'not shared',
      why: code,
      ms: 0,
    })
  })
}

test('what Slack says is not clear, or is no code of its own, may have been posted', async () => {
  for (const code of [
    'fatal_error',
    'internal_error',
    'service_unavailable',
    'some_new_code',
    '<html>Bad gateway</html>',
  ]) {
    const { text, lines } = await shareRefused(code)
    assert.equal(text, 'I do not know whether the answer was posted: look before you press Share again.')
    assert.equal(lines.at(-1)?.facts.outcome, 'perhaps shared')
    assert.doesNotMatch(JSON.stringify(lines), /html/)
  }
})

test('when a part of a long answer was posted, Share says how much', async () => {
  const refused = await shareRefused('ratelimited', { question: 'many', good: 2 })
  assert.equal(refused.posted, 2)
  assert.match(
    refused.text,
    /^Only 2 of the \d parts of this answer were posted, and the next was refused\. .* Wait a minute.* Share posts all parts anew: delete those first\.$/,
  )
  const unclear = await shareRefused('internal_error', { question: 'many', good: 1 })
  assert.equal(unclear.posted, 1)
  assert.match(
    unclear.text,
    /^Only 1 of the \d parts of this answer was posted for certain; whether the next was, I do not know\. Look before/,
  )
})

/** What the one who pressed is told when the network answers a message so. */
async function shareAnswered(t: TestContext, answer: () => Response | Promise<never>): Promise<string> {
  const told: string[] = []
  const through =
    (call: webApi.FetchFunction): webApi.FetchFunction =>
    (url, init) => {
      if (String(url).includes('/respond/')) told.push(String(init?.body))
      return String(url).endsWith('chat.postMessage') ? Promise.resolve(answer()) : call(url, init)
    }
  const { served, channel } = await running(t, { through })
  const shown = `${stampOf(smallDesk().answer('twins Leeds'))} twins Leeds`
  await signed(served.url, form({ payload: JSON.stringify(pressBody(shown, channel, 'share:0')) }))
  await until(() => told.length > 0)
  return told[0] ?? ''
}

/** A line that ends in the middle of the reply. */
function cutOff(): ReadableStream<Uint8Array> {
  const ended = new TypeError('terminated', { cause: Object.assign(new Error(), { code: 'UND_ERR_SOCKET' }) })
  return new ReadableStream({
    start: (line) => line.enqueue(new TextEncoder().encode('{"ok":true,"ts":"1')),
    pull: (line) => line.error(ended),
  })
}

test('a page of HTML, a cut reply, a 5xx and no reply at all leave open whether it was posted', async (t) => {
  const json = { headers: { 'content-type': 'application/json' } }
  const lost = () =>
    Promise.reject(
      new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) }),
    )
  const unclear: readonly (() => Response | Promise<never>)[] = [
    () => new Response('<html>Bad gateway</html>'),
    () => new Response('{"ok":tr', json),
    () => new Response('{}', json),
    () => new Response(cutOff(), json),
    () => new Response('', { status: 502 }),
    lost,
  ]
  for (const answer of unclear)
    assert.equal(
      textOf(await shareAnswered(t, answer)),
      'I do not know whether the answer was posted: look before you press Share again.',
    )
})

const textOf = (told: string) => (JSON.parse(told) as { text: string }).text

test('a Slack that was never reached posted nothing', async (t) => {
  const nobody = () =>
    Promise.reject(
      new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) }),
    )
  assert.match(
    await shareAnswered(t, nobody),
    /Nothing was posted\. Slack could not be reached \(ECONNREFUSED\)/,
  )
})

test('a Slack that asks twice to wait, or once and does not say how long, posted nothing', async (t) => {
  for (const headers of [{ 'retry-after': '0' }, { 'retry-after': 'soon' }, undefined])
    assert.match(
      textOf(await shareAnswered(t, () => new Response('', { status: 429, ...(headers && { headers }) }))),
      /^Nothing was posted\. Slack takes no more messages just now/,
    )
})

test('an impatient second press posts nothing more, and says that it is on its way', async () => {
  const { workspace, policy, faults } = pretend()
  await workspace.command('U1', policy, '/twins Leeds')
  const shown = workspace.seenBy('U1', policy)[0] as Post
  await Promise.all([workspace.press('U1', shown, 'Share'), workspace.press('U1', shown, 'Share')])
  assert.equal(workspace.seenBy('U2', policy).length, 1)
  const told = workspace.seenBy('U1', policy).map(({ text }) => text)
  assert.ok(told.includes('It is being posted already.'))
  assert.deepEqual(faults, [])
})

test('an answer that is posted is said to be, where its button cannot be taken away', async () => {
  let responses = 0
  const refuse = (method: string) => (method === 'respond' && ++responses === 1 ? 'expired_url' : undefined)
  const { workspace, policy, faults } = pretend({ desk: smallDesk(), refuse })
  await workspace.command('U1', policy, '/twins Leeds')
  await workspace.press('U1', workspace.seenBy('U1', policy)[0] as Post, 'Share')
  assert.equal(workspace.seenBy('U2', policy).length, 1)
  assert.equal(workspace.seenBy('U1', policy).at(-1)?.text, 'The answer is posted.')
  assert.deepEqual(faults, [])
})

test('Share under the second page leaves that page where it was, without the button', async () => {
  const { workspace, policy, faults } = pretend()
  await workspace.command('U1', policy, '/twins many')
  const first = workspace.seenBy('U1', policy)[0] as Post
  const [, more = ''] = /"(Show more \(page 2 of \d\))"/.exec(JSON.stringify(first.blocks)) ?? []
  await workspace.press('U1', first, more)
  const second = workspace.seenBy('U1', policy)[1] as Post
  const before = JSON.stringify(second.blocks.filter(({ type }) => type === 'rich_text').map(withoutId))
  await workspace.press('U1', second, 'Share')
  const after = second.blocks.filter(({ type }) => type === 'rich_text').map(withoutId)
  assert.equal(JSON.stringify(after), before)
  assert.doesNotMatch(JSON.stringify(second.blocks), /"share:/)
  assert.match(JSON.stringify(first.blocks), /"share:/)
  assert.deepEqual(faults, [])
})

function withoutId({ block_id: _, ...block }: Post['blocks'][number]): object {
  return block
}

test('what is being posted is known by its workspace, its channel and its message: no other press waits for it', async (t) => {
  const stores = [openStore({ data: folder(t) })]
  t.after(() => stores[0]?.close())
  const { sides } = await sharedHansa(['T0OURS', 'T0THEIRS'], stores)
  const shown = async (side: Side, channel: string, ts: string): Promise<[Side, Post]> => {
    await side.workspace.command('U1', channel, '/twins Leeds')
    const post = side.workspace.seenBy('U1', channel).at(-1) as Post
    return [side, Object.assign(post, { ts })]
  }
  const [ours, theirs] = sides as [Side, Side]
  // Of what Slack numbers, only a message of one channel of one workspace has its number for itself.
  const pressed = [
    await shown(ours, ours.policy, '1700000000.000100'),
    await shown(ours, ours.policy, '1700000000.000200'),
    await shown(ours, ours.curators, '1700000000.000100'),
    await shown(theirs, theirs.policy, '1700000000.000100'),
  ]
  assert.equal(ours.policy, theirs.policy)
  await Promise.all(pressed.map(([{ workspace }, post]) => workspace.press('U1', post, 'Share')))
  const heads = ({ workspace }: Side, channel: string) =>
    workspace.seenBy('U2', channel).filter(({ thread }) => thread === undefined).length
  assert.deepEqual(
    [heads(ours, ours.policy), heads(ours, ours.curators), heads(theirs, theirs.policy)],
    [2, 1, 1],
  )
})
