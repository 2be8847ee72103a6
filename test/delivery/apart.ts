import assert from 'node:assert/strict'
import fc from 'fast-check'
import { receiptOf } from '../../src/answer/receipt.ts'
import type { DeskDeps } from '../../src/delivery/delivery-deps.ts'
import { createDigestDesk } from '../../src/delivery/digest-desk.ts'
import { digestLoop } from '../../src/delivery/loop.ts'
import { type Post, withSlash } from '../../src/digest/post.ts'
import type { Store } from '../../src/store/store.ts'
import { ANSWER } from '../an-answer.ts'
import { pretendDeps } from './pretend-deps.ts'
import { pretendClock, pretendPlatform } from './pretend-platform.ts'
import { asker, pretendVoice } from './pretend-voice.ts'

export const WORKSPACES = ['T1', 'T2'] as const

const WORDS = [
  'on monday 09:00',
  'on friday 10:00 GMT',
  'off',
  'about leeds',
  'about nothing',
  'settings home leeds',
  'settings home none',
  'settings map off',
  'settings holidays scotland',
  'settings editors U2',
  'now',
]

export const AT = '2026-11-24T10:00:00Z'
const SHOWN = receiptOf(ANSWER, { day: '2026-11-24', folder: 'state' })
const LINK = { place: 'Leeds', partner: 'Hanau', source: 'https://example.org', quote: 'Q.' }

/** What leaves its traces in the store without a word to the desk. */
const BESIDE: Readonly<Record<string, (store: Store, workspace: string, user: string) => Promise<unknown>>> =
  {
    leave: (store, workspace) => store.deleteWorkspace(workspace),
    forget: (store, workspace) => store.forget(workspace),
    install: (store, workspace) =>
      store.install({ workspace, platform: 'slack', sealed: `v1.${workspace}`, since: AT }),
    address: (store, workspace) => store.noteAddress(workspace, 'C1', `https://example.org/${workspace}`),
    async share(store, workspace) {
      await store.keepReceipt(workspace, SHOWN)
      const share = { workspace, channel: 'C1', thread: '1.1', receipt: SHOWN.id, at: AT }
      await store.rememberShare({ ...share, records: { 'leeds-dortmund': 'mark' } })
    },
    propose: (store, workspace, user) => store.propose({ workspace, platform: 'slack', user }, LINK, AT),
    words: (store, workspace) =>
      store.recordGaps(workspace, [{ day: '2026-11-24', count: 1, words: `words of ${workspace}` }]),
  }

/** One thing that people of a workspace do through one of two instances; or days that go by for all. */
export type Step =
  | { days: number }
  | { in: (typeof WORKSPACES)[number]; instance: 0 | 1; user: string; does: string }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ days: fc.integer({ min: 1, max: 6 }) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      in: fc.constantFrom(...WORKSPACES),
      instance: fc.constantFrom(0 as const, 1 as const),
      user: fc.constantFrom('U1', 'U2'),
      does: fc.constantFrom(...WORDS, ...Object.keys(BESIDE), 'miss', 'judge', 'report'),
    }),
  },
)
export const history = fc.array(step, { minLength: 4, maxLength: 14 })

/** What it did to one workspace, with nobody else there. */
export function alone(steps: readonly Step[], workspace: string): readonly Step[] {
  return steps.filter((one) => 'days' in one || one.in === workspace)
}

/** All that people of each workspace find after a history, and all that the store holds of it. */
export async function lived(
  steps: readonly Step[],
  stores: readonly [Store, Store],
): Promise<Map<string, string>> {
  const clock = pretendClock('2026-11-24T10:00:00Z')
  const platforms = new Map(WORKSPACES.map((one) => [one as string, pretendPlatform(clock.now)]))
  const lines: unknown[] = []
  const log = {
    info() {},
    warn: (...said: unknown[]) => lines.push(said),
    error: (...said: unknown[]) => lines.push(said),
  }
  const instances = stores.map((store, at) => {
    const parts: Omit<DeskDeps, 'sleep'> & Pick<DeskDeps, 'sleep'> = {
      ...pretendDeps(clock, { store, post: postTo(platforms), name: `me${at}`, log }),
      served: async () => new Set(WORKSPACES),
      record: store.recordChange,
      timezone: 'Europe/London',
      editors: [],
    }
    // People are not kept waiting, and what was gathered is written when it is asked for.
    const sleep = (seconds: number) => (seconds < 1 ? Promise.resolve() : new Promise<void>(() => {}))
    return { desk: createDigestDesk({ ...parts, sleep }), loop: digestLoop(parts) }
  })
  const voices = new Map(WORKSPACES.map((one) => [one as string, pretendVoice()]))
  for (const one of steps) {
    if ('days' in one) {
      clock.set(
        clock
          .now()
          .add({ hours: 24 * one.days })
          .toString(),
      )
      for (const { loop } of instances) await loop.tick()
      continue
    }
    const { desk } = instances[one.instance] ?? assert.fail()
    const who = asker(one.user, { workspace: one.in })
    const beside = BESIDE[one.does]
    if (beside) await beside(stores[one.instance], one.in, one.user)
    else if (one.does === 'miss') {
      desk.recordGap(
        { ...ANSWER, outcome: 'nothing', missing: [{ is: 'place', id: '2641181', name: 'Norwich' }] },
        who,
      )
      await desk.flushed()
    } else if (one.does === 'judge') await desk.recordJudgement(ANSWER, 'helpful', who)
    else if (one.does === 'report') await desk.report('leeds', `Wrong in ${one.in}.`, who)
    else await desk.answer(one.does, who, voices.get(one.in) ?? assert.fail())
  }
  assert.deepEqual(lines, [])
  return new Map(
    await Promise.all(
      WORKSPACES.map(async (workspace) => {
        const { desk } = instances[0] ?? assert.fail()
        const who = asker('U1', { workspace })
        const voice = voices.get(workspace) ?? assert.fail()
        const heard = [...voice.announced, ...voice.told]
        const found = [
          await desk.answer('', who, voice),
          await desk.answer('settings', who, voice),
          await desk.answer('now', who, voice),
          await desk.gaps(who),
          await desk.ownDigests(who),
          platforms.get(workspace)?.shown(),
          platforms.get(workspace)?.told,
          heard,
          await rowsOf(workspace, stores[1]),
          await stores[1].installation(workspace),
          await stores[1].keptWords(workspace),
        ]
        return [workspace, JSON.stringify(found)] as const
      }),
    ),
  )
}

/** Every row that is told apart by its workspace; ids drawn by lot and numbers of the one queue of proposals are left out. */
async function rowsOf(workspace: string, store: Store): Promise<readonly string[]> {
  const rows = (await store.export()).filter(({ row }) => row.workspace === workspace)
  return rows
    .map(({ table, row }) => JSON.stringify({ table, ...row, id: table === 'gaps' ? row.id : '', number: 0 }))
    .sort()
}

function postTo(platforms: ReadonlyMap<string, { post: Post }>): Post {
  const of = (workspace: string) => platforms.get(workspace)?.post ?? assert.fail(workspace)
  return {
    typed: withSlash,
    schedule: (message, at) => of(message.workspace).schedule(message, at),
    scheduled: (channel) => of(channel.workspace).scheduled(channel),
    withdraw: (channel, id) => of(channel.workspace).withdraw(channel, id),
    post: (message) => of(message.workspace).post(message),
    tellStopped: (person, channel, why) => of(channel.workspace).tellStopped(person, channel, why),
  }
}
