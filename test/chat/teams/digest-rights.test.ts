import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AS_IT_COMES } from '../../../src/digest/channel-settings.ts'
import { POLICY } from '../../delivery/pretend-deps.ts'
import { GROUP, TENANT } from './pretend-teams.ts'
import { world } from './with-store.ts'

const ROBIN = 'aaaaaaaa-0000-0000-0000-000000000001'
const KIM = 'bbbbbbbb-0000-0000-0000-000000000002'
const HERE = { workspace: TENANT, channel: GROUP.id }

/** What Robin is in a group whose digest `by` set. */
const PEOPLE: readonly (readonly [
  who: string,
  is: { by: string; named?: true; guest?: true },
  may: boolean,
])[] = [
  ['who set it', { by: ROBIN }, true],
  ['who is named', { by: KIM, named: true }, true],
  ['another member', { by: KIM }, false],
  ['a guest', { by: KIM, guest: true }, false],
  ['a guest who set it', { by: ROBIN, guest: true }, false],
  ['a guest who is named', { by: KIM, named: true, guest: true }, false],
]

for (const [who, { by, named, guest }, may] of PEOPLE)
  test(`in Teams ${who} ${may ? 'changes' : 'does not change'} a digest and settings, in words and by forms`, async (t) => {
    const { teams, store, ask, press } = await world(t)
    if (guest) teams.guests.add('29:robin')
    const state = async () => JSON.stringify([await store.subscriptions(), await store.settingsOf(HERE)])
    const form = { home: 'Leeds', map: 'off', holidays: 'none', editors: named ? ROBIN : 'none' }
    const tries: readonly (readonly [string, () => Promise<unknown>])[] = [
      ...['digest off', 'digest fri 4pm', 'digest about leeds', 'settings map off'].map(
        (words) => [words, () => ask(`<at>Hansa</at> ${words}`, GROUP)] as const,
      ),
      ['a button', () => press({ verb: 'ask', data: { ask: 'digest off' } }, GROUP)],
      [
        'the form of the digest',
        () => press({ verb: 'scheduled', data: { ask: '' }, day: 'Friday', time: '16:00' }, GROUP),
      ],
      ['the form of settings', () => press({ verb: 'set', data: { ask: '' }, ...form }, GROUP)],
    ]
    for (const [what, act] of tries) {
      await store.keepSettings(HERE, { ...AS_IT_COMES, editors: named ? [ROBIN] : [] })
      await store.subscribe({ ...POLICY, ...HERE, by })
      const before = await state()
      await act()
      assert.equal((await state()) !== before, may, what)
    }
  })
