import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { teamsPost } from '../../src/chat/teams/digest/digest-post.ts'
import type { Connector } from '../../src/chat/teams/transport/connector.ts'
import { digestLoop } from '../../src/delivery/loop.ts'
import type { Store } from '../../src/store/store.ts'
import { SQLITE } from '../store/engines.ts'
import { SHARED } from '../store/samples.ts'
import { POLICY, pretendDeps } from './pretend-deps.ts'
import { Killed, pretendClock } from './pretend-platform.ts'

const answered = (status: number, headers = {}) =>
  Object.assign(new Error(`HTTP ${status}`), { response: { status, headers } })
const failed = (code: string) => Object.assign(new Error(code), { code })

/** Of so many steps one is looked at; with HANSA_EXHAUSTIVE, each. */
const EVERY = process.env.HANSA_EXHAUSTIVE ? 1 : 5

/** What becomes of the first try, whether people see the message, and how often they see it in the end. */
const FAULTS: readonly { name: string; error?: () => Error; seen: boolean; shown: number; state: string }[] =
  [
    { name: 'taken', seen: true, shown: 1, state: 'handed' },
    { name: 'lost before', error: () => failed('ECONNRESET'), seen: false, shown: 0, state: 'doubtful' },
    { name: 'lost after', error: () => failed('ECONNRESET'), seen: true, shown: 1, state: 'doubtful' },
    { name: 'slow', error: () => failed('ECONNABORTED'), seen: true, shown: 1, state: 'doubtful' },
    { name: '500', error: () => answered(500), seen: true, shown: 1, state: 'doubtful' },
    { name: '502', error: () => answered(502), seen: false, shown: 0, state: 'doubtful' },
    {
      name: '429',
      error: () => answered(429, { 'retry-after': '60' }),
      seen: false,
      shown: 1,
      state: 'handed',
    },
    { name: '403', error: () => answered(403), seen: false, shown: 0, state: 'refused' },
    { name: 'nobody there', error: () => failed('ECONNREFUSED'), seen: false, shown: 1, state: 'handed' },
  ]

for (const fault of FAULTS) {
  test(`a digest in Teams, its first try ${fault.name}, is never shown twice`, async (t) => {
    const world = await started(t, fault)
    await world.ticking(world.store)
    assert.equal(world.shown.length, fault.shown)
    assert.equal((await world.store.runs('')).find(({ state }) => state !== 'skipped')?.state, fault.state)
  })

  test(`a digest in Teams, its first try ${fault.name} and the process killed after any step, is never shown twice`, async (t) => {
    for (let at = 2; at < 18; at += EVERY) {
      const world = await started(t, fault)
      await world.ticking(dyingAfter(at, world.store)).catch(() => undefined)
      await world.ticking(world.store)
      assert.ok(world.shown.length <= 1, `killed at ${at}: shown ${world.shown.length} times`)
    }
  })
}

test('Teams keeps nothing until a time and tells nothing of what was posted, and Hansa does not say otherwise', async () => {
  const post = teamsPost({} as Connector, () => assert.fail('nobody is asked'))
  const { schedule, scheduled, withdraw } = post as {
    [verb in keyof typeof post]: (...given: never[]) => unknown
  }
  assert.deepEqual(await schedule(), { how: 'cannot' })
  assert.deepEqual(await scheduled(), { how: 'cannot', why: 'Teams has no list of what waits' })
  assert.equal(await withdraw(), false)
})

test('a reply of Teams that names no message is no proof that it took one', async () => {
  const where = { serviceUrl: 'https://smba.example', conversation: 'C1', tenant: 'T1' }
  for (const reply of [undefined, {}, { id: '' }]) {
    const post = teamsPost({ post: async () => reply } as Partial<Connector> as Connector, async () => where)
    const sent = await post.post({ answer: SHARED, workspace: 'T1', channel: 'C1' } as never)
    assert.equal(sent.how, 'unknown')
  }
})

async function started(t: TestContext, { error, seen }: (typeof FAULTS)[number]) {
  const store = (await SQLITE.place(t)).open()
  await store.subscribe(POLICY)
  const clock = pretendClock('2026-11-24T10:00:00Z')
  const shown: string[] = []
  let tries = 0
  const connector: Connector = {
    async post({ conversation }) {
      const first = ++tries === 1
      if (!first || seen) shown.push(conversation)
      if (first && error) throw error()
      return { id: `m${tries}` }
    },
    whisper: async () => assert.fail('a digest is for all'),
    personal: async (place, account) => {
      throw answered(account ? 404 : 400, place)
    },
    isGuest: async () => false,
  }
  const post = teamsPost(connector, async ({ workspace, channel }) => ({
    serviceUrl: 'https://smba.example',
    conversation: channel,
    tenant: workspace,
  }))
  const log = { info() {}, warn() {}, error() {} }
  return {
    store,
    shown,
    async ticking(with_: Store) {
      const { tick } = digestLoop(
        pretendDeps(clock, { store: with_, post, name: `process ${Math.random()}`, log }),
      )
      clock.set('2026-11-30T08:58:00Z')
      for (let ticks = 0; ticks < 50; ticks++) {
        await tick()
        await clock.sleep(30)
      }
    },
  }
}

/** A store that a process can do so many things with before it is killed. */
function dyingAfter(steps: number, store: Store): Store {
  let left = steps
  return new Proxy(store, {
    get(of, name: keyof Store) {
      const verb = of[name]
      if (typeof verb !== 'function' || name === 'trouble') return verb
      return async (...given: never[]) => {
        if (left-- <= 0) throw new Killed()
        return (verb as (...given: never[]) => unknown)(...given)
      }
    },
  })
}
