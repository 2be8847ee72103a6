import { type TestContext, test } from 'node:test'
import type { Answer } from '../../src/answer/answer.ts'
import type { Edition } from '../../src/digest/edition.ts'
import type { Run } from '../../src/digest/schedule/run.ts'
import type { Subscription } from '../../src/digest/schedule/subscription.ts'
import type { Claimed, Holder, Store } from '../../src/store/store.ts'
import * as channel from '../digest/policy-channel.ts'
import { ENGINES, type Place } from './engines.ts'

export const POLICY: Subscription = { ...channel.POLICY, about: 'yorkshire, “Łódź”' }
export const EDITION: Edition = { id: 'e1', records: { a: { is: 'f', link: 'x y', status: 'active' } } }
export const RUN: Run = {
  workspace: 'T1',
  channel: 'C1',
  week: '2026-W49',
  due: '2026-11-30T09:00:00Z',
  state: 'claimed',
  content: {
    answer: {
      outcome: 'found',
      kind: 'digest',
      command: 'digest',
      ask: 'digest',
      heading: 'H',
      groups: [],
      suggestions: [],
      next: [],
    },
    ifLate: 'Late.',
    shown: ['link a'],
    edition: 'e1',
  },
  postAt: '2026-11-30T09:00:00Z',
  tries: 0,
}
export const SHARED: Answer = {
  outcome: 'nothing',
  kind: 'knowledge',
  command: 'twins',
  ask: 'twins X',
  heading: 'We hold no links of “X”',
  groups: [],
  suggestions: [],
  next: [],
}
/** A place that exists, by its id in the list of places. */
export const NORWICH = { is: 'place', id: '2641181' } as const
export const ME: Holder = { name: 'me', now: '2026-11-30T08:55:00Z', until: '2026-11-30T08:56:00Z' }
export const YOU: Holder = { name: 'you', now: '2026-11-30T08:55:10Z', until: '2026-11-30T08:56:10Z' }
export const ALSO: Claimed = {
  holder: ME,
  edition: EDITION,
  missed: [{ week: '2026-W48', due: '2026-11-23T09:00:00Z' }],
}

/** A store with a row or more in every table. */
export async function filled(store: Store): Promise<void> {
  await store.subscribe({ ...POLICY, stopped: { at: ME.now, why: 'no', told: false } })
  await store.subscribe(POLICY)
  await store.claim(RUN, ALSO)
  await store.record({ ...RUN, state: 'handed', tries: 1, message: 'Q1', why: '429' }, ME)
  await store.recordGaps('T1', [
    { about: NORWICH, day: '2026-11-20', count: 2 },
    { about: { is: 'topic', id: 'łódź' }, day: '2026-11-20', count: 1 },
  ])
  await store.recordJudgement('T1', { about: NORWICH, helpful: true, day: '2026-11-20' })
  await store.report('T1', { id: 'r1', record: 'a', says: 'Wrong.', at: '2026-11-20T10:00:00Z' })
  await store.keepReceipt('T1', { id: 'r', day: '2026-11-30', folder: 'f', shown: SHARED })
  await store.rememberShare({
    ...{ workspace: 'T1', channel: 'C1', thread: '1.2', receipt: 'r', at: ME.now },
    records: { a: 'f' },
  })
  const change = { workspace: 'T1', at: ME.now, channel: 'C1', who: 'U1', did: 'set a digest' } as const
  await store.propose(
    { workspace: 'T1', platform: 'slack', user: 'U1' },
    { place: 'Leeds', partner: 'Łódź' },
    ME.now,
  )
  await store.recordChange({ ...change, what: 'Mondays at 09:00' })
}

/** The same sentence is true on both engines. */
export function onBoth(
  sentence: string,
  check: (store: Store, place: Place) => Promise<void>,
  own?: 'own stores',
): void {
  for (const { name, skip, place } of ENGINES) {
    test(`${name}: ${sentence}`, { skip }, async (t: TestContext) => {
      const here = await place(t)
      await check(own ? ({} as Store) : here.open(), here)
    })
  }
}
