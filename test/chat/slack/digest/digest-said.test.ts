import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OUTSIDE } from '../../../../src/answer/rights.ts'
import type { Post } from '../../../../src/chat/web/workspace/workspace-state.ts'
import { type DigestPretend, digestPretend } from '../pretend/digest-pretend.ts'

test('a change is said in the channel, and to the one who had set the digest when that is somebody else', async (t) => {
  const here = await digestPretend(t, undefined, { editors: ['U2'] })
  const { workspace, policy, store } = here
  await workspace.command('U1', policy, '/digest on')
  await workspace.command('U2', policy, '/digest on fri 4pm')
  await workspace.command('U2', policy, '/digest off')
  assert.deepEqual(here.announced(policy), [
    '<@U1> turned on the weekly digest here: it comes on Mondays at 09:00 (Europe/London).',
    '<@U2> moved the weekly digest here: it comes on Fridays at 16:00 (Europe/London).',
    '<@U2> turned off the weekly digest here.',
  ])
  assert.deepEqual(here.announced(workspace.directMessage('U1').id), [
    `<@U2> moved the weekly digest in <#${policy}>, which you had set: it comes on Fridays at 16:00 (Europe/London).`,
    `<@U2> turned off the weekly digest in <#${policy}>, which you had set.`,
  ])
  await workspace.command('U3', policy, '/digest')
  await workspace.command('U2', policy, '/digest on')
  assert.equal((await store.subscriptions())[0]?.by, 'U2')
  assert.deepEqual(here.faults, [])
})

test('a digest that an editor moves stays with who set it', async (t) => {
  const here = await digestPretend(t, undefined, { editors: ['U2'] })
  await here.workspace.command('U1', here.policy, '/digest on')
  await here.workspace.command('U2', here.policy, '/digest fri 4pm')
  assert.equal((await here.store.subscriptions())[0]?.by, 'U1')
})

test('a digest of which nobody knows who set it is free to be taken over by a colleague, and that is said', async (t) => {
  const here = await digestPretend(t)
  const { workspace, policy, store } = here
  await workspace.command('U1', policy, '/digest on')
  const [before] = await store.subscriptions()
  assert.ok(before)
  await store.subscribe({ ...before, by: '' })
  here.clock.set('2026-11-25T10:00:00Z')
  await workspace.command('U2', policy, '/digest on')
  assert.deepEqual((await store.subscriptions())[0], { ...before, by: 'U2' })
  assert.match(here.announced(policy).at(-1) ?? '', /^<@U2> took over the weekly digest here/)
})

test('without named editors, whoever is not the setter is told how somebody can be named', async (t) => {
  const here = await digestPretend(t)
  const { workspace, policy } = here
  await workspace.command('U1', policy, '/digest on')
  await workspace.command('U2', policy, '/digest')
  const last = seenBy('U2', here)
  assert.match(last.text, /Ask <@U1>, who set it\. If they have left, .*\(HANSA_DIGEST_EDITORS\)\./)
  assert.match(JSON.stringify(last.blocks), /"type":"user","user_id":"U1"/)
  assert.match(JSON.stringify(last.blocks), /"Preview"/)
  assert.doesNotMatch(JSON.stringify(last.blocks), /"Turn off"|"Start again"/)
})

test('where the channel cannot be told, the change stands, and who made it is told that', async (t) => {
  for (const [code, says] of [
    ['not_in_channel', /I could not say so in the channel: please tell the people there\./],
    ['fatal_error', /I do not know whether the channel was told\./],
  ] as const) {
    const here = await digestPretend(t)
    here.refuse.set('chat.postMessage', code)
    await here.workspace.command('U1', here.policy, '/digest on')
    assert.match(seenBy('U1', here).text, says)
    assert.equal((await here.store.subscriptions()).length, 1)
  }
})

test('while the store is in trouble nothing is said of a change that was not kept', async (t) => {
  const here = await digestPretend(t)
  await here.store.close()
  await here.workspace.command('U1', here.policy, '/digest on')
  assert.deepEqual(here.announced(here.policy), [])
})

test('/digest on promises no more than can be kept', async (t) => {
  const here = await digestPretend(t)
  const { workspace, policy, store, refuse } = here
  const room = (name: string, direct = false) =>
    workspace.addChannel(name, { people: ['U1'], bot: false, direct }).id
  const cases = [
    {
      channel: room('secret'),
      says: /and I cannot post here yet\n.*Type \/invite @hansa in it\. If I cannot post/,
      set: true,
    },
    {
      channel: room('directmessage', true),
      says: /^The weekly digest cannot come here\n.*a direct message between/,
      set: false,
    },
    {
      channel: room('mpdm-u1--u2-1'),
      says: /^The weekly digest cannot come here\n.*a direct message between/,
      set: false,
    },
    {
      channel: policy,
      code: 'is_archived',
      says: /^The weekly digest cannot come here\nThe channel is archived\./,
      set: false,
    },
    {
      channel: policy,
      code: 'restricted_action',
      says: /cannot post here yet\nPosting there is limited/,
      set: true,
    },
    {
      channel: policy,
      code: 'fatal_error',
      says: /^The weekly digest is set for .*\nI could not find out whether I can post/,
      set: true,
    },
    { channel: policy, says: /^The weekly digest comes on Mondays at 09:00/, set: true },
    {
      channel: workspace.directMessage('U1').id,
      says: /^The weekly digest comes on Mondays at 09:00/,
      set: true,
    },
  ]
  for (const { channel, code, says, set } of cases) {
    if (code) refuse.set('chat.postEphemeral', code)
    await workspace.command('U1', channel, '/digest on')
    refuse.clear()
    const text = workspace.seenBy('U1', channel).at(-1)?.text ?? ''
    assert.match(text, says)
    if (!set) assert.doesNotMatch(text, /comes on|is set for|next is due/)
    const subscribed = (await store.subscriptions()).filter((one) => one.channel === channel)
    assert.equal(subscribed.length, Number(set), text)
    for (const one of subscribed) await store.changeSubscription(one, undefined)
  }
  assert.deepEqual(here.faults, [])
})

test('in a channel that is known to be shared, /digest on says who else will read the digest', async (t) => {
  const { workspace } = await digestPretend(t)
  const { id } = workspace.addChannel('shared', { people: ['U1'], shared: true })
  await workspace.say('U1', id, '@hansa digest on')
  const answer = workspace.seenBy('U1', id).findLast(({ onlyFor }) => onlyFor)
  assert.match(
    answer?.text ?? '',
    /People of another organisation read this channel, and will read the digest\./,
  )
})

test('someone from another organisation asks as ever, and shares, judges, reports and lists nothing', async (t) => {
  const here = await digestPretend(t)
  const { workspace, store } = here
  workspace.addOutsider('U9')
  const { id } = workspace.addChannel('shared', { people: ['U1', 'U9'], shared: true })
  const last = (user: string) => workspace.seenBy(user, id).findLast(({ onlyFor }) => onlyFor === user)
  await workspace.say('U9', id, '@hansa twins Leeds')
  assert.match(last('U9')?.text ?? '', /^Leeds: 2 links on record/)
  assert.doesNotMatch(JSON.stringify(last('U9')?.blocks), /"Share"/)
  // Buttons that somebody else's client, or an older message, may still show.
  await workspace.say('U1', id, '@hansa twins Leeds')
  const other = last('U1') as Post
  const shown = workspace.seenBy('U1', id).length
  for (const button of ['Share', 'Helpful', 'Report a mistake']) {
    await workspace.press('U9', other, button)
    assert.equal(last('U9')?.text, OUTSIDE, button)
  }
  await workspace.say('U9', id, '@hansa gaps')
  assert.match(last('U9')?.text ?? '', new RegExp(`^${OUTSIDE}`))
  await workspace.say('U9', id, '@hansa ask hydrogen buses')
  await here.flushed()
  assert.equal(workspace.windowOf('U9'), undefined)
  assert.equal(workspace.seenBy('U1', id).filter(({ by }) => by === 'U0HANSA').length, 1, `${shown}`)
  const team = workspace.state.bot.teamId
  assert.deepEqual(
    [await store.judgements(team), await store.reports(team), await store.gaps(team, '')],
    [[], [], []],
  )
  assert.doesNotMatch(JSON.stringify(await workspace.openHome('U9')), /Weekly digests/)
  assert.deepEqual(here.faults, [])
})

test('a report that someone from another organisation sends all the same is not kept', async (t) => {
  const here = await digestPretend(t)
  here.workspace.addOutsider('U9')
  await here.workspace.command('U1', here.policy, '/twins Leeds')
  await here.workspace.press('U1', seenBy('U1', here), 'Report a mistake')
  const window = here.workspace.windowOf('U1')
  assert.ok(window)
  await here.workspace.submit({ ...window, user: 'U9' }, { says: { says: 'Wrong.' } })
  assert.deepEqual(await here.store.reports(here.workspace.state.bot.teamId), [])
})

test('what two people change at once is decided one after the other', async (t) => {
  const here = await digestPretend(t)
  const { workspace, policy, store } = here
  await Promise.all(['U1', 'U2'].map((user) => workspace.command(user, policy, '/digest on')))
  const [set, ...others] = await store.subscriptions()
  assert.deepEqual(others, [])
  assert.deepEqual(here.announced(policy), [
    `<@${set?.by}> turned on the weekly digest here: it comes on Mondays at 09:00 (Europe/London).`,
  ])
})

test('words that only begin like a command are no command', async (t) => {
  const { workspace } = await digestPretend(t)
  const dm = workspace.directMessage('U1').id
  for (const words of [
    'digest-free food in Leeds',
    'digestion',
    'digest’s',
    'gaps-between councils',
    'digest_on',
  ]) {
    await workspace.say('U1', dm, words)
    const answer = workspace.seenBy('U1', dm).at(-1)?.text ?? ''
    assert.doesNotMatch(answer, /“\/(hansa )?digest|weekly digest|Questions nobody|No open questions/i, words)
  }
  for (const words of ['digest', '/digest', 'Digest:', 'digest: ', 'digest ?', 'digest?', 'digest now']) {
    await workspace.say('U1', dm, words)
    assert.match(workspace.seenBy('U1', dm).at(-1)?.text ?? '', /“\/hansa digest|weekly digest/i, words)
  }
})

function seenBy(user: string, { workspace, policy }: DigestPretend): Post {
  const post = workspace.seenBy(user, policy).findLast(({ onlyFor }) => onlyFor === user)
  assert.ok(post, `${user} was told nothing`)
  return post
}
