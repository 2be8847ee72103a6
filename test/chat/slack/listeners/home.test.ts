import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { types } from '@slack/bolt'
import { createDesk } from '../../../../src/answers/desk.ts'
import type { Area } from '../../../../src/knowledge/records.ts'
import { buildLibrary } from '../../../../src/library/library.ts'
import { smallKnowledge, TODAY } from '../../../small-knowledge.ts'
import { type DigestPretend, digestPretend } from '../pretend/digest-pretend.ts'
import { pretend } from '../pretend/pretend.ts'

const FIELD = { block: 'ask', action: 'ask:0' }

test('a question in App Home is answered in a window, which nobody else sees', async (t) => {
  const { workspace, faults, policy } = await digestPretend(t)
  const home = await workspace.openHome('U1')
  assert.ok(home)
  assert.equal(home.blocks[0]?.type, 'input')
  await workspace.press('U1', home, { ...FIELD, typed: ' twins Leeds ' })
  const window = workspace.windowOf('U1')
  assert.match(JSON.stringify(window?.blocks), /Leeds: 2 links on record/)
  assert.doesNotMatch(JSON.stringify(window?.blocks), /"text":"Share"/)
  assert.equal(workspace.windowOf('U2'), undefined)
  assert.deepEqual([workspace.seenBy('U1', policy), workspace.seenBy('U1', 'DU1')], [[], []])
  await workspace.press('U1', home, { ...FIELD, typed: '' })
  assert.match(JSON.stringify(workspace.windowOf('U1')?.blocks), /Ask for a place/)
  assert.deepEqual(faults, [])
})

test('App Home lists the places held, and each opens', async (t) => {
  const { workspace, faults } = await digestPretend(t)
  const home = await workspace.openHome('U1')
  assert.ok(home)
  assert.match(JSON.stringify(home.blocks), /Other places: 1 place, 2 links/)
  await workspace.press('U1', home, 'Coverage by nation')
  assert.match(JSON.stringify(workspace.windowOf('U1')?.blocks), /What is held here/)
  await workspace.press('U1', home, 'Leeds: 2 links')
  assert.match(JSON.stringify(workspace.windowOf('U1')?.blocks), /Leeds: 2 links on record/)
  assert.deepEqual(faults, [])
})

test('who set a digest ends it from App Home; who did not set it is offered none of its controls', async (t) => {
  const here = await digestPretend(t)
  const { workspace, policy, store, faults } = here
  await workspace.command('U1', policy, '/digest on')
  assert.match(JSON.stringify((await workspace.openHome('U2'))?.blocks), /Weekly digests.*You have set none/)
  const home = await workspace.openHome('U1')
  assert.ok(home)
  await workspace.press('U1', home, 'Turn off')
  assert.match(JSON.stringify(workspace.windowOf('U1')?.blocks), /There is no weekly digest there any more/)
  assert.deepEqual(await store.subscriptions(), [])
  assert.match(here.announced(policy).at(-1) ?? '', /turned off the weekly digest here/)
  await workspace.command('U1', policy, '/digest on')
  await workspace.say('U2', workspace.directMessage('U2').id, `digest end ${policy}`)
  assert.equal((await store.subscriptions()).length, 1)
  assert.deepEqual(faults, [])
})

test('who set a digest moves it from App Home, with the rights and the words of the command', async (t) => {
  const { workspace, policy, store, faults, announced } = await digestPretend(t)
  await workspace.command('U1', policy, '/digest on')
  const home = await workspace.openHome('U1')
  assert.ok(home)
  await workspace.press('U1', home, 'Day and time')
  const window = workspace.windowOf('U1')
  assert.ok(window)
  assert.match(JSON.stringify(window.blocks), /"initial_time":"09:00"/)
  const chosen = { day: { day: 'Tuesday' }, time: { time: '16:30' } }
  await workspace.submit(window, chosen)
  assert.match(JSON.stringify(workspace.windowOf('U1')?.blocks), /comes on Tuesdays at 16:30/)
  const [moved] = await store.subscriptions()
  assert.deepEqual(moved?.weekly, { weekday: 2, time: '16:30', zone: 'Europe/London' })
  assert.match(announced(policy).at(-1) ?? '', /moved the weekly digest here: it comes on Tuesdays at 16:30/)
  assert.match(
    JSON.stringify(workspace.state.views.get('V-home-U1')?.blocks),
    /Tuesdays at 16:30 \(Europe\/London\)/,
  )
  // Who is offered no such button changes nothing with one of another's.
  await workspace.submit({ ...window, user: 'U2' }, { ...chosen, time: { time: '07:00' } })
  assert.match(JSON.stringify(workspace.windowOf('U2')?.blocks), /Only who set this channel’s digest/)
  await workspace.press('U1', home, 'Turn off')
  await workspace.press('U1', home, 'Day and time')
  assert.match(JSON.stringify(workspace.windowOf('U1')?.blocks), /not yours any more/)
  assert.deepEqual([(await store.subscriptions()).length, faults], [0, []])
})

test('a channel that is gone stops the digest, and whoever subscribed is told in a direct message', async (t) => {
  const here = await digestPretend(t)
  const { workspace, policy, loop, clock } = here
  await workspace.command('U1', policy, '/digest on')
  here.refuse.set('chat.scheduleMessage', 'is_archived')
  clock.set('2026-11-30T08:55:00Z')
  await loop.tick()
  await loop.tick()
  assert.deepEqual(here.posted(workspace.directMessage('U1').id), [
    `The weekly digest has stopped in <#${policy}>: the channel is archived. Then /hansa digest on in the channel starts it again.`,
  ])
  const home = await workspace.openHome('U1')
  assert.match(
    JSON.stringify(home?.blocks),
    /Stopped on 30 November 2026: the channel is archived\. “\/hansa digest on” starts it again/,
  )
})

test('App Home lists the digests of a person, and settles one in doubt', async (t) => {
  const here = await digestPretend(t)
  const { workspace, policy, loop, clock, store } = here
  await workspace.command('U1', policy, '/digest on')
  clock.set('2026-11-30T08:55:00Z')
  await loop.tick()
  const [run] = await store.runs('')
  assert.ok(run)
  await store.turn(run, ['handed'], 'doubtful')
  workspace.state.scheduled = []
  clock.set('2026-11-30T10:00:00Z')
  const home = await workspace.openHome('U1')
  assert.ok(home)
  assert.match(JSON.stringify(home.blocks), new RegExp(`"channel_id":"${policy}"`))
  assert.match(JSON.stringify(home.blocks), /it is not known whether it was posted/)
  assert.match(JSON.stringify((await workspace.openHome('U2'))?.blocks), /Weekly digests.*You have set none/)
  await workspace.press('U1', home, 'Post it: Weekly digest, Monday 30 November 2026')
  assert.match(JSON.stringify(workspace.windowOf('U1')?.blocks), /It will be posted within a few minutes/)
  await loop.tick()
  workspace.passTime(Date.parse('2026-11-30T10:05:00Z') / 1000)
  assert.deepEqual(here.posted(policy), ['Weekly digest, Monday 30 November 2026'])
  assert.deepEqual(here.faults, [])
})

test('while the store is in trouble /digest says so, and other questions are answered as ever', async (t) => {
  const here = await digestPretend(t)
  const { workspace, policy, store } = here
  await store.close()
  await workspace.command('U1', policy, '/digest on')
  assert.match(
    lastOf(here).text,
    /^What Hansa keeps cannot be reached at the moment\nHansa’s store is in trouble; whoever runs Hansa finds in its log what is wrong\./,
  )
  await workspace.command('U1', policy, '/twins Leeds')
  assert.match(lastOf(here).text, /^Leeds: 2 links on record/)
  const home = await workspace.openHome('U1')
  assert.match(
    JSON.stringify(home?.blocks),
    /Hansa’s store is in trouble; whoever runs Hansa finds in its log what is wrong\./,
  )
})

const NATIONS: readonly Area[] = ['England', 'Wales'].map((name) => area('nation', name))
const REGIONS: readonly Area[] = ['North', 'South'].map((name) => area('region', name))
const PLACES = Array.from({ length: 700 }, (_, at) => ({
  id: `p${at}`,
  name: `Borough ${at}`,
  nation: at % 3 === 0 ? 'a-Wales' : 'a-England',
  ...(at % 3 > 0 && { region: REGIONS[(at % 3) - 1]?.id ?? '' }),
}))

test('all places of a country stand in App Home, by nation and region, within Slack’s limits', async () => {
  const knowledge = smallKnowledge({
    places: [...PLACES, { id: 't', name: 'Twinhof', country: 'DE' }],
    areas: [...NATIONS, ...REGIONS],
    links: PLACES.map(({ id }) => ({ place: id, twin: 't' })),
  })
  const { workspace, faults } = pretend({ desk: createDesk(buildLibrary(knowledge), () => TODAY) })
  const home = await workspace.openHome('U1')
  const sections = home?.blocks.filter((block) => block.type === 'section') ?? []
  assert.deepEqual(
    sections.map(({ text }) => text?.text),
    [
      'Coverage: of each nation, region and combined authority, how much is held, how old it is, and where nobody has looked',
      'England, North: 233 places, 233 links',
      'England, North (continued)',
      'England, North (continued)',
      'England, South: 233 places, 233 links',
      'England, South (continued)',
      'England, South (continued)',
      'Wales: 234 places, 234 links',
      'Wales (continued)',
      'Wales (continued)',
    ],
  )
  const asks = sections.flatMap(({ accessory }) => (accessory as types.StaticSelect).options ?? [])
  const coverage = ['England', 'Wales', 'North', 'South'].map((name) => `coverage ${name}`)
  const twins = PLACES.map(({ name }) => `twins ${name}`)
  assert.deepEqual(asks.map(({ value }) => value).sort(), [...coverage, ...twins].sort())
  assert.deepEqual(faults, [])
})

function area(kind: Area['kind'], name: string): Area {
  return { id: `a-${name}`, kind, name, also: [], members: [] }
}

function lastOf({ workspace, policy }: DigestPretend) {
  const post = workspace.seenBy('U1', policy).at(-1)
  assert.ok(post)
  return post
}
