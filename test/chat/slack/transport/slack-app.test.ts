import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Post } from '../../../../src/chat/web/workspace/workspace-state.ts'
import { pretend } from '../pretend/pretend.ts'

const headings = (posts: readonly Post[]) => posts.map(({ text }) => text.split('\n')[0])

test('/twins Leeds is answered at once, and only for the one who asked', async () => {
  const { workspace, policy, faults } = pretend()
  await workspace.command('U1', policy, '/twins Leeds')
  assert.deepEqual(headings(workspace.seenBy('U1', policy)), ['Leeds: 1 link on record'])
  assert.deepEqual(workspace.seenBy('U2', policy), [])
  assert.deepEqual(faults, [])
})

test('a command, a mention, a mention in a thread and a direct message ask the same question', async () => {
  const { workspace, policy, desk, faults } = pretend()
  const dm = workspace.directMessage('U1').id
  await workspace.command('U1', policy, '/twins Leeds')
  await workspace.command('U1', policy, '/hansa twins Leeds')
  const { ts } = await workspace.say('U2', policy, 'who are our partners?')
  await workspace.say('U1', policy, '@hansa twins Leeds')
  await workspace.say('U1', policy, '@hansa twins Leeds', ts)
  await workspace.say('U1', dm, 'twins Leeds')
  await workspace.say('U1', dm, '@hansa twins Leeds')
  assert.deepEqual(new Set(desk.asked), new Set(['twins Leeds']))
  const mine = workspace.seenBy('U1', policy).filter(({ by }) => by === workspace.state.bot.userId)
  assert.deepEqual(
    mine.map(({ onlyFor, thread }) => ({ onlyFor, thread })),
    [
      { onlyFor: 'U1', thread: undefined },
      { onlyFor: 'U1', thread: undefined },
      { onlyFor: 'U1', thread: undefined },
      { onlyFor: 'U1', thread: ts },
    ],
  )
  const direct = workspace.seenBy('U1', dm).filter(({ by }) => by === workspace.state.bot.userId)
  assert.deepEqual(headings(direct), ['Leeds: 1 link on record', 'Leeds: 1 link on record'])
  assert.ok(direct.every(({ onlyFor }) => onlyFor === undefined))
  assert.deepEqual(faults, [])
})

test('whatever is typed gets one private message, and never silence', async () => {
  const { workspace, policy, faults } = pretend()
  const lines = [
    '/twins',
    '/twins Xyzzy',
    '/twins leds',
    '/twins <!channel> <@U2> <https://a.example|b>',
    '/nonsense',
    '/hansa',
  ]
  for (const line of lines) await workspace.command('U1', policy, line)
  assert.deepEqual(headings(workspace.seenBy('U1', policy)), [
    'Nothing known of “twins”',
    'Nothing known of “twins Xyzzy”',
    'No place called “leds”',
    'Nothing known of “twins &lt;!channel&gt; &lt;@U2&gt; &lt;https://a.example|b&gt;”',
    'Nothing known of “/nonsense”',
    'Nothing known of “”',
  ])
  assert.deepEqual(workspace.seenBy('U2', policy), [])
  assert.deepEqual(faults, [])
})

test('Did you mean, follow-ups and references answer where they are pressed, privately', async () => {
  const { workspace, policy, faults } = pretend()
  const last = () => workspace.seenBy('U1', policy).at(-1) as Post
  await workspace.command('U1', policy, '/twins leds')
  await workspace.press('U1', last(), 'Leeds')
  await workspace.press('U1', last(), 'Twins of Dortmund')
  await workspace.press('U1', last(), 'Reference')
  assert.deepEqual(headings(workspace.seenBy('U1', policy)), [
    'No place called “leds”',
    'Leeds: 1 link on record',
    'Dortmund: 1 link on record',
    'Reference',
  ])
  assert.match(last().text, /Leeds City Council \(2021\)\./)
  assert.deepEqual(workspace.seenBy('U2', policy), [])
  assert.deepEqual(faults, [])
})

test('in a direct message a button answers in the conversation', async () => {
  const { workspace } = pretend()
  const dm = workspace.directMessage('U1').id
  await workspace.say('U1', dm, 'twins Leeds')
  await workspace.press('U1', workspace.seenBy('U1', dm).at(-1) as Post, 'Twins of Dortmund')
  assert.equal(workspace.seenBy('U1', dm).at(-1)?.onlyFor, undefined)
  assert.equal(headings(workspace.seenBy('U1', dm)).at(-1), 'Dortmund: 1 link on record')
})

test('every page of a long answer can be reached by its buttons', async () => {
  const { workspace, policy, faults } = pretend()
  await workspace.command('U1', policy, '/twins many')
  for (;;) {
    const page = workspace.seenBy('U1', policy).at(-1) as Post
    const [, label] = /"(Show more \(page \d+ of \d+\))"/.exec(JSON.stringify(page.blocks)) ?? []
    if (!label) break
    await workspace.press('U1', page, label)
  }
  const shown = JSON.stringify(workspace.seenBy('U1', policy))
  for (let at = 0; at < 60; at++) assert.ok(shown.includes(`"Town ${at}\\n`))
  assert.deepEqual(faults, [])
})

test('App Home says what is covered and what is not, and its buttons answer in a window', async () => {
  const { workspace, faults } = pretend()
  const home = await workspace.openHome('U1')
  assert.match(
    JSON.stringify(home?.blocks),
    /We hold 1 link.*Newest check.*24 November 2026.*We do not cover/,
  )
  assert.ok(home)
  await workspace.press('U1', home, 'Twins of Leeds')
  const first = workspace.windowOf('U1')
  assert.match(JSON.stringify(first?.blocks), /Leeds: 1 link on record/)
  assert.ok(first)
  await workspace.press('U1', first, 'Twins of Dortmund')
  const second = workspace.windowOf('U1')
  assert.match(JSON.stringify(second?.blocks), /Dortmund: 1 link on record/)
  assert.ok(second)
  await workspace.press('U1', second, 'Reference')
  assert.match(JSON.stringify(workspace.windowOf('U1')?.blocks), /Leeds City Council \(2021\)\./)
  workspace.closeWindow('U1')
  assert.match(JSON.stringify(workspace.windowOf('U1')?.blocks), /Leeds: 1 link on record/)
  assert.deepEqual(faults, [])
})

test('a bug is answered with an apology and a number, and the log tells the cause under that number', async () => {
  const { workspace, policy, lines, faults } = pretend()
  await workspace.command('U1', policy, '/twins crash')
  await workspace.say('U1', policy, '@hansa crash')
  const dm = workspace.directMessage('U1').id
  await workspace.say('U1', dm, 'crash')
  const apologies = [...workspace.seenBy('U1', policy), ...workspace.seenBy('U1', dm)].filter(
    ({ by }) => by === 'U0HANSA',
  )
  assert.deepEqual(
    apologies.map(({ text }) => /the reference (R\d)\./.exec(text)?.[1]),
    ['R1', 'R2', 'R3'],
  )
  const logged = lines.filter(({ level }) => level === 'error')
  assert.deepEqual(
    logged.map(({ facts }) => facts.reference),
    ['R1', 'R2', 'R3'],
  )
  assert.match(JSON.stringify(logged[0]?.facts.err), /a bug.*with \[secret\]/)
  assert.deepEqual(faults, [])
})

test('a delivery that comes twice is handled once', async () => {
  const { app, desk, workspace, policy, lines } = pretend()
  const event = {
    type: 'app_mention',
    user: 'U1',
    channel: policy,
    text: '<@U0HANSA> twins Leeds',
    ts: '1.1',
  }
  const mention = { type: 'event_callback', event_id: 'Ev1', team_id: 'T0PRETEND', event }
  const command = {
    command: '/twins',
    text: 'Leeds',
    user_id: 'U1',
    channel_id: policy,
    trigger_id: 't',
    response_url: 'x',
  }
  let acknowledged = 0
  const ack = async () => {
    acknowledged++
  }
  for (const body of [mention, mention, command, command]) await app.processEvent({ body, ack })
  assert.equal(desk.asked.length, 2)
  assert.equal(acknowledged, 4)
  assert.equal(workspace.seenBy('U1', policy).length, 1)
  assert.equal(lines.filter(({ message }) => message === 'a delivery came again').length, 2)
})

test('what apps write, edits, and other people’s channels are left alone', async () => {
  const { app, desk, policy } = pretend()
  const ack = async () => undefined
  const events = [
    {
      type: 'message',
      channel_type: 'im',
      channel: 'DU1',
      subtype: 'message_changed',
      message: { text: 'twins' },
      previous_message: {},
    },
    {
      type: 'message',
      channel_type: 'im',
      channel: 'DU1',
      bot_id: 'B9',
      user: 'U9',
      text: 'twins Leeds',
      ts: '1.1',
    },
    { type: 'message', channel_type: 'channel', channel: policy, user: 'U1', text: 'twins Leeds', ts: '1.1' },
    { type: 'app_mention', channel: policy, bot_id: 'B9', text: '<@U0HANSA> twins Leeds', ts: '1.1' },
    { type: 'app_home_opened', tab: 'messages', user: 'U1', channel: 'DU1' },
    { type: 'channel_rename', channel: { id: policy, name: 'x' } },
  ]
  for (const [at, event] of events.entries())
    await app.processEvent({
      body: { type: 'event_callback', event_id: `Ev${at}`, team_id: 'T0', event },
      ack,
    })
  assert.deepEqual(desk.asked, [])
})

test('an asker who left the channel gets the answer as a direct message', async () => {
  const { app, workspace, policy } = pretend()
  const event = {
    type: 'app_mention',
    user: 'U7',
    channel: policy,
    text: '<@U0HANSA> twins Leeds',
    ts: '1.1',
  }
  await app.processEvent({ body: { event_id: 'Ev1', team_id: 'T0', event }, ack: async () => undefined })
  assert.deepEqual(headings(workspace.seenBy('U7', 'DU7')), ['Leeds: 1 link on record'])
})

test('the log tells what was asked for and how it went, but neither who asked nor in what words', async () => {
  const { workspace, policy, lines } = pretend()
  await workspace.command('U1', policy, '/twins Leeds')
  await workspace.say('U1', policy, '@hansa my secret plan')
  await workspace.press('U1', workspace.seenBy('U1', policy)[0] as Post, 'Share')
  assert.deepEqual(
    lines.filter(({ level }) => level === 'info').map(({ facts }) => facts),
    [
      { at: 'command', command: 'twins', outcome: 'found', ms: 0 },
      { at: 'mention', command: 'other', outcome: 'unknown', ms: 0 },
      { at: 'button', command: 'share', outcome: 'shared', ms: 0 },
    ],
  )
  assert.doesNotMatch(JSON.stringify(lines), /U1|Leeds|plan|xoxb|respond\//)
})
