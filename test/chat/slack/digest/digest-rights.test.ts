import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OUTSIDE } from '../../../../src/answer/rights.ts'
import type { Post, View } from '../../../../src/chat/web/workspace/workspace-state.ts'
import { WORDS } from '../../../../src/delivery/command/digest-command.ts'
import { AS_IT_COMES } from '../../../../src/digest/channel-settings.ts'
import * as channel from '../../../digest/policy-channel.ts'
import { ME, RUN } from '../../../store/samples.ts'
import { type DigestPretend, digestPretend } from '../pretend/digest-pretend.ts'

const WEEK = '2026-W48'

/** What is said after `/digest`; `changes`: it changes the digest of those who may, `asks to`: it would, and all is so already. */
const SAID: readonly (readonly [words: string, is: 'looks' | 'changes' | 'asks to'])[] = [
  ['', 'looks'],
  ['now', 'looks'],
  ['about', 'looks'],
  ['help', 'looks'],
  [`show ${WEEK}`, 'looks'],
  [`rest ${WEEK}`, 'looks'],
  ['nonsense', 'looks'],
  ['on', 'asks to'],
  ['on someday', 'asks to'],
  ['on fri 4pm', 'changes'],
  ['fri 4pm', 'changes'],
  ['off', 'changes'],
  ['stop', 'changes'],
  ['end', 'changes'],
  ['about leeds', 'changes'],
  ['settings', 'looks'],
  ['settings tea', 'asks to'],
  ['settings map off', 'changes'],
  [`post ${WEEK}`, 'changes'],
  [`seen ${WEEK}`, 'changes'],
]

const PEOPLE = {
  setter: { user: 'U1', may: true },
  'named editor': { user: 'U2', may: true },
  'other insider': { user: 'U3', may: false },
  outsider: { user: 'U4', may: false },
  // In a shared channel, of a team that Slack does not name.
  unknown: { user: 'U5', may: false },
} as const

test('every word that /digest knows is in this list', () => {
  const first = new Set(SAID.map(([words]) => words.split(' ')[0]))
  assert.deepEqual(
    Object.keys(WORDS).filter((word) => !first.has(word)),
    [],
  )
})

for (const surface of ['command', 'mention', 'button', 'home button'] as const) {
  for (const [person, { user, may }] of Object.entries(PEOPLE)) {
    test(`${person}, ${surface}: each word changes what it may and no more, and each change is said once`, async (t) => {
      const here = await digestPretend(t, undefined, { editors: ['U2'] })
      const { workspace, store } = here
      const { id: policy } = workspace.addChannel('shared', {
        people: Object.values(PEOPLE).map((one) => one.user),
        shared: true,
      })
      workspace.addOutsider('U4')
      workspace.addOutsider('U5', '')
      const dm = workspace.directMessage('U1').id
      for (const [words, is] of SAID) {
        await setUp(here, policy)
        const before = await stateOf(here, policy)
        const reply = await say(here, policy, user, surface, words)
        const after = await stateOf(here, policy)
        const there = surface !== 'home button' || /^(post|seen) /.test(words)
        const changed = may && is === 'changes' && there
        assert.equal(before.digest !== after.digest, changed, `${words}: ${after.digest}\n${reply}`)
        const said = after.announced.slice(before.announced.length)
        assert.equal(said.length, Number(changed), words)
        assert.ok(
          said.every((line) => line.startsWith(`<@${user}> `)),
          said.join(),
        )
        const told = here.posted(dm).length + here.announced(dm).length
        assert.equal(told - before.told, Number(changed && user !== 'U1'), `${words}: told the setter`)
        if (user === 'U4' || (user === 'U5' && surface === 'mention')) assert.match(reply, exactly(OUTSIDE))
        else {
          assert.doesNotMatch(reply, exactly(OUTSIDE))
          const refused = !may && is !== 'looks' && there
          assert.equal(/Only who set/.test(reply), refused, `${words}: ${reply}`)
          if (refused && surface !== 'home button')
            assert.match(reply, /Ask <@U1>, who set it\. If they have left, <@U2> may change it as well\./)
        }
      }
      assert.deepEqual(here.faults, [])
      assert.equal((await store.subscriptions()).length, 1)
    })
  }
}

const WINDOWS = {
  settings: { map: { map: { selected_option: { value: 'off' } } } },
  schedule: {
    day: { day: { selected_option: { value: 'Friday' } } },
    time: { time: { selected_time: '16:00' } },
  },
}

/** What Slack says of people, where `users:read` and `channels:read` are granted. U1 set the digest, U2 is named. */
const STANDING: readonly (readonly [who: string, user: string, is: object, may: boolean])[] = [
  ['a member', 'U3', {}, false],
  ['who made the channel', 'U6', {}, true],
  ['an admin', 'U3', { is_admin: true }, true],
  ['an owner', 'U3', { is_owner: true }, true],
  ['a guest', 'U3', { is_restricted: true }, false],
  ['a guest of one channel', 'U3', { is_ultra_restricted: true }, false],
  ['a guest who set it', 'U1', { is_restricted: true }, false],
  ['a guest who is named', 'U2', { is_restricted: true }, false],
  ['a guest who made the channel', 'U6', { is_ultra_restricted: true }, false],
  ['a stranger who set it', 'U1', { is_stranger: true }, false],
  ['an admin of another organisation', 'U4', { is_admin: true }, false],
]

for (const [who, user, is, may] of STANDING)
  test(`${who} ${may ? 'changes' : 'does not change'} a digest and settings, in words and by windows`, async (t) => {
    const here = await digestPretend(t, undefined, { editors: ['U2'], people: { [user]: is }, creator: 'U6' })
    const { workspace } = here
    const { id: policy } = workspace.addChannel('shared', {
      people: ['U1', 'U2', 'U3', 'U4', 'U6'],
      shared: true,
    })
    workspace.addOutsider('U4')
    const tries: readonly (readonly [string, () => Promise<unknown>])[] = [
      ...['off', 'fri 4pm', 'about leeds', 'settings map off', `seen ${WEEK}`].map(
        (words) => [words, () => say(here, policy, user, 'command', words)] as const,
      ),
      ...Object.entries(WINDOWS).map(
        ([window, filled]) => [window, () => here.submit(user, filled, window, policy)] as const,
      ),
    ]
    for (const [what, act] of tries) {
      await setUp(here, policy)
      const before = await stateOf(here, policy)
      await act()
      const after = await stateOf(here, policy)
      assert.equal(before.digest !== after.digest, may, `${what}: ${after.digest}`)
      assert.equal(after.announced.length - before.announced.length, Number(may), what)
    }
  })

test('in windows too only who set a digest and who is named change it', async (t) => {
  const here = await digestPretend(t, undefined, { editors: ['U2'] })
  const { workspace } = here
  const everyone = Object.values(PEOPLE).map(({ user }) => user)
  const { id: policy } = workspace.addChannel('shared', { people: everyone, shared: true })
  workspace.addOutsider('U4')
  for (const { user, may } of Object.values(PEOPLE))
    for (const [window, filled] of Object.entries(WINDOWS)) {
      await setUp(here, policy)
      const before = await stateOf(here, policy)
      await here.submit(user, filled, window, policy)
      assert.equal(before.digest !== (await stateOf(here, policy)).digest, may, `${user} ${window}`)
    }
})

/** U1 set a digest on Mondays, and that of one week is in doubt. */
async function setUp({ store, workspace }: DigestPretend, policy: string): Promise<void> {
  const where = { workspace: workspace.state.bot.teamId, channel: policy }
  await store.keepSettings(where, AS_IT_COMES)
  await store.subscribe({ ...channel.POLICY, ...where })
  const run = { ...RUN, ...where, week: WEEK, due: '2026-11-23T09:00:00Z' }
  await store.claim(run, { holder: ME, edition: { id: 'e1', records: {} }, missed: [] })
  await store.turn(run, ['claimed', 'trying', 'handed', 'withdrawn'], 'doubtful')
}

async function stateOf(here: DigestPretend, policy: string) {
  const mine = <T extends { channel: string }>(all: readonly T[]) =>
    all.filter((one) => one.channel === policy)
  const subscriptions = mine(await here.store.subscriptions())
  const runs = mine(await here.store.runs('')).map(({ week, state }) => `${week} ${state}`)
  const dm = here.workspace.directMessage('U1').id
  const settings = await here.store.settingsOf({
    workspace: here.workspace.state.bot.teamId,
    channel: policy,
  })
  return {
    digest: JSON.stringify([subscriptions, runs, settings]),
    announced: here.announced(policy),
    told: here.posted(dm).length + here.announced(dm).length,
  }
}

/** Says it on a surface; gives what that person sees in reply. */
async function say(
  { workspace }: DigestPretend,
  policy: string,
  user: string,
  surface: 'command' | 'mention' | 'button' | 'home button',
  words: string,
): Promise<string> {
  const ask = `digest ${words}`.trim()
  if (surface === 'command') await workspace.command(user, policy, `/${ask}`)
  else if (surface === 'mention') await workspace.say(user, policy, `@hansa ${ask}`)
  else if (surface === 'button') {
    const post: Post = { channel: policy, ts: workspace.state.nextTs(), by: 'U0HANSA', text: '', blocks: [] }
    workspace.state.posts.push({ ...post, blocks: withButton(ask) })
    await workspace.press(user, workspace.state.posts.at(-1) as Post, 'A button')
  } else {
    const home: View = {
      id: `V-home-${user}`,
      type: 'home',
      user,
      title: '',
      close: '',
      callbackId: '',
      metadata: '',
      blocks: withButton(ask.replace(/^digest (post|seen) /, `digest $1 ${policy} `)),
    }
    workspace.state.views.set(home.id, home)
    await workspace.press(user, home, 'A button')
    const shown = JSON.stringify(workspace.windowOf(user)?.blocks)
    workspace.closeWindow(user)
    return shown
  }
  return workspace.seenBy(user, policy).findLast(({ onlyFor }) => onlyFor === user)?.text ?? ''
}

function withButton(value: string): Post['blocks'] {
  const text = { type: 'plain_text', text: 'A button' } as const
  return [{ type: 'actions', block_id: 'b', elements: [{ type: 'button', action_id: 'ask:0', text, value }] }]
}

function exactly(words: string): RegExp {
  return new RegExp(words.replaceAll('.', '\\.'))
}
