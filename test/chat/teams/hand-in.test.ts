import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tend } from '../../../src/chat/core/tending.ts'
import type { Message } from '../../../src/chat/teams/cards/to-cards.ts'
import { VERBS } from '../../../src/chat/teams/cards/verbs.ts'
import { teamsSpeaks } from '../../../src/chat/teams/digest/curators.ts'
import type { Place } from '../../../src/chat/teams/transport/activity.ts'
import type { Connector } from '../../../src/chat/teams/transport/connector.ts'
import { onlyIn } from '../../../src/digest/desk.ts'
import { writeApproved } from '../../../src/serve/proposals.ts'
import { read } from '../../growing/folders.ts'
import { until } from '../../until.ts'
import { accepted, actionsOf, button, inside, said } from './card-rules.ts'
import { CHANNEL, cardIn, GROUP, TENANT } from './pretend-teams.ts'
import { CURATORS, FILLED, world } from './with-store.ts'

test('under “we hold nothing” a link is proposed, a curator changes and approves it, the proposer is told, and it is written', async (t) => {
  const { teams, store, folder, press, ask, atCurators } = await world(t)
  const nothing = await ask('twins Norwich')
  const form = await press(button(nothing, 'Tell us about Norwich'))
  // Three more are filled in: with two presses, the five steps that docs/adding-knowledge.md counts.
  assert.ok(inside(form).some(({ id, value }) => id === 'place' && value === 'Norwich'))
  const wrong = await press({ ...button(form, 'Send'), ...FILLED, partner: 'Springfield' })
  assert.match(said(wrong), /Not sent yet: 1 answer below wants another look\.[^?]*Which partner\? Several/)
  const more = await press({ ...button(form, 'Send'), ...FILLED, place: 'Atlantis', since: 'once' })
  assert.match(said(more), /Not sent yet: 2 answers below want another look\./)
  // Each stands right above its own field.
  const kinds = inside(more).flatMap(({ type, id }) =>
    type === 'RichTextBlock' ? ['words'] : id ? [String(id)] : [],
  )
  for (const field of ['place', 'since']) assert.equal(kinds[kinds.indexOf(field) - 1], 'words', field)
  assert.notEqual(kinds[kinds.indexOf('partner') - 1], 'words')
  assert.ok(inside(wrong).some(({ id, value }) => id === 'partner' && value === 'Springfield'))
  assert.deepEqual(await store.proposals(['waiting']), [])
  const kept = await press({ ...button(wrong, 'Send'), ...FILLED, kind: 'twin', 'other-kind': 'jumelage' })
  assert.match(said(kept), /It waits as proposal 1 .*Norwich/)

  const [waiting] = atCurators()
  assert.match(said(waiting), /^Proposal 1: Leeds – Rouen/)
  const elsewhere = await press(button(waiting, 'Approve'), GROUP)
  assert.match(String(elsewhere), /nothing behind this button/)
  const change = await press(button(waiting, 'Change'), CURATORS)
  assert.deepEqual(
    inside(change).flatMap(({ id, value }) => (/kind/.test(String(id)) ? [[id, value]] : [])),
    [
      ['kind', 'jumelage'],
      ['other-kind', undefined],
    ],
  )
  const approved = await press({ ...button(change, 'Approve'), ...FILLED, since: '1951' }, CURATORS)
  assert.match(said(approved), /Proposal 1 is approved/)
  const toldInPerson = () =>
    teams.posted.filter(({ conversation }) => conversation.startsWith('a:personal-aaaaaaaa'))
  await until(() => toldInPerson().length > 0)
  const personal = toldInPerson()
  assert.match(said(cardIn(personal[0])), /^Your proposal 1/)
  assert.equal(personal.length, 1)
  assert.equal((await store.proposal(1))?.user, undefined, 'who proposed is forgotten once told')
  assert.equal((await store.changes(TENANT))[0]?.did, 'decided a proposal')
  assert.match(said(await press(button(waiting, 'Approve'), CURATORS)), /decided before you/)
  assert.deepEqual((await writeApproved(folder, store, { fetch: false })).held, [1])
  assert.match(read(folder, 'twinnings/leeds.yml'), /twin: Rouen, FR\n.*\n {4}since: 1951\n/)
})

test('a curator rejects with a reason', async (t) => {
  const { teams, press, ask, atCurators } = await world(t)
  const form = await press(button(await ask('help'), 'Propose a link'))
  await press({ ...button(form, 'Send'), ...FILLED })
  const reason = await press(button(atCurators()[0], 'Reject'), CURATORS)
  await press({ ...button(reason, 'Reject'), says: 'It is a school.' }, CURATORS)
  assert.match(said(cardIn(teams.posted.at(-1))), /Your proposal 1.*It is a school\./)
})

test('curators are asked what is due, once, and say what became of it', async (t) => {
  const { teams, store, log, proposals, press, atCurators } = await world(t)
  const posted: Message[] = []
  const to = { post: async (_: Place, message: Message) => void posted.push(message) }
  const speaks = teamsSpeaks(
    to as unknown as Connector,
    async ({ channel }) => ({ serviceUrl: teams.url, conversation: channel, tenant: TENANT }),
    TENANT,
  )
  const once = { proposals, log, curators: () => [CURATORS.id], served: onlyIn(TENANT) }
  await Promise.all([1, 2].map(() => tend({ ...once, speaks: async () => speaks })))
  assert.equal(posted.length, 3)
  for (const one of posted) accepted(one)
  const [due] = posted.map(({ card }) => card)
  assert.match(said(due), /^Does the source still say so\?/)
  const looked = await press(button(due, 'Still so'), CURATORS)
  const named = await press({ ...button(looked, 'Put my name there'), named: 'A Reader' }, CURATORS)
  assert.ok(said(named))
  assert.match(JSON.stringify(await store.proposals(['approved'])), /still so.*A Reader|A Reader.*still so/)
  await press(button(due, 'Gone'), CURATORS)
  assert.match(said(atCurators().at(-1)), /the source does not say so any more/)
})

test('what a conversation has set is changed in a form, and holds for the next answer there', async (t) => {
  const { store, press, ask } = await world(t)
  const form = await press(button(await ask('<at>Hansa</at> settings', GROUP), 'Change the settings'), GROUP)
  const someone = 'bbbbbbbb-0000-0000-0000-000000000002'
  const set = { home: 'Leeds', map: 'off', holidays: 'scotland', editors: `${someone},` }
  const saved = await press({ ...button(form, 'Save'), ...set }, GROUP)
  assert.match(said(saved), /The settings of this channel are changed.*Home: Leeds/)
  const { holidays, ...kept } = await store.settingsOf({ workspace: TENANT, channel: GROUP.id })
  assert.deepEqual(kept, { home: 'Leeds', map: false, editors: [someone] })
  assert.ok(holidays)
  const again = await press(button(saved, 'Settings'), GROUP)
  assert.match(said(again), /Home: Leeds/)
  const refilled = await press(button(again, 'Change the settings'), GROUP)
  assert.ok(inside(refilled).some(({ id, value }) => id === 'editors' && value === someone))
})

test('the day and time of a digest are chosen in a form, which begins with what is set', async (t) => {
  const { store, press, ask } = await world(t)
  const form = await press(button(await ask('<at>Hansa</at> digest', GROUP), 'Day and time'), GROUP)
  const filled = (card: unknown) => inside(card).flatMap(({ id, value }) => (id ? [[id, value]] : []))
  assert.deepEqual(filled(form), [
    ['day', 'Monday'],
    ['time', '09:00'],
  ])
  assert.equal(
    await press({ ...button(form, 'Save'), day: 'Friday', time: '' }, GROUP),
    'Choose a day and a time first, then press Save.',
  )
  const saved = await press({ ...button(form, 'Save'), day: 'Friday', time: '16:30' }, GROUP)
  assert.match(said(saved), /The weekly digest comes on .*16:30/)
  const [{ weekly } = assert.fail('a digest is set')] = await store.subscriptions()
  assert.deepEqual([weekly.weekday, weekly.time], [5, '16:30'])
  const again = await press(button(await ask('<at>Hansa</at> digest', GROUP), 'Day and time'), GROUP)
  assert.deepEqual(filled(again), [
    ['day', 'Friday'],
    ['time', '16:30'],
  ])
})

test('a guest proposes, sets and decides nothing', async (t) => {
  const { teams, store, press, ask } = await world(t)
  teams.guests.add('29:robin')
  const help = await ask('<at>Hansa</at> help', GROUP)
  assert.ok(!actionsOf(help).some(({ title }) => title === 'Propose a link'))
  for (const verb of ['propose', 'proposed', 'settings', 'schedule'])
    assert.match(String(await press({ verb, data: { ask: '', ...FILLED } }, GROUP)), /another organisation/)
  assert.deepEqual(await store.proposals(['waiting']), [])
  assert.match(String(await press({ verb: 'approve', data: { number: 1 } }, CURATORS)), /nothing behind/)
})

test('whatever comes with a press of any kind, it is answered, and nothing of it is kept that is no proposal', async (t) => {
  const { store, press } = await world(t)
  const odd = [
    null,
    0,
    -1,
    1e308,
    true,
    '',
    ' ',
    'x',
    [],
    {},
    '\u0000',
    'é'.repeat(3000),
    '__proto__',
    '; map off; editors U1',
  ]
  const fields = [
    'ask',
    'number',
    'record',
    'says',
    'named',
    'place',
    'partner',
    'home',
    'map',
    'holidays',
    'editors',
    'day',
    'time',
    'as',
    'found',
  ]
  for (const verb of VERBS)
    for (const value of odd) {
      const data = { ...Object.fromEntries(fields.map((field) => [field, value])), ask: 'help' }
      const shown = await press({ verb, data }, CURATORS)
      assert.doesNotMatch(
        JSON.stringify(shown),
        /went wrong on our side/,
        `${verb} with ${JSON.stringify(value)}`,
      )
    }
  assert.deepEqual(await store.proposals(['waiting', 'approved', 'rejected']), [])
})

test('the thread of a shared answer is remembered, so that it can be told of corrections', async (t) => {
  const { store, press, ask } = await world(t)
  const answer = await ask('<at>Hansa</at> twins Leeds', CHANNEL)
  await press(button(answer, 'Share'), CHANNEL)
  const [share] = await store.shares(TENANT)
  assert.equal(share?.thread, '1795983720000')
  assert.equal(share?.channel, '19:channel@thread.tacv2')
})
