import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { DeliveryDeps } from '../../src/delivery/delivery-deps.ts'
import { digestLoop } from '../../src/delivery/loop.ts'
import type { Post } from '../../src/digest/post.ts'
import type { Store } from '../../src/store/store.ts'
import { SQLITE } from '../store/engines.ts'
import { POLICY, pretendDeps } from './pretend-deps.ts'
import { Killed, pretendClock, pretendPlatform } from './pretend-platform.ts'

type Story = Awaited<ReturnType<typeof started>>

export async function started(t: TestContext, { schedules = true } = {}) {
  const store = (await SQLITE.place(t)).open()
  await store.subscribe(POLICY)
  const clock = pretendClock('2026-11-24T10:00:00Z')
  const platform = pretendPlatform(clock.now, { schedules })
  let processes = 0
  const next = () => {
    const deps = depsOf(store, platform.post, clock, `process ${++processes}`)
    return { loop: digestLoop(deps), deps }
  }
  return { store, clock, platform, next, ...next() }
}

export function depsOf(store: Store, post: Post, clock: Story['clock'], name = 'process 1'): DeliveryDeps {
  const error = (facts: object, message: string) => assert.fail(`${message}: ${JSON.stringify(facts)}`)
  return pretendDeps(clock, { store: { ...store }, post, name, log: { info() {}, warn() {}, error } })
}

export async function ticking(
  { tick }: { tick(): Promise<void> },
  clock: Story['clock'],
  from: string,
  to: string,
  every = 30,
  atLeast = 1,
): Promise<void> {
  clock.set(from)
  for (let ticks = 0; ticks < atLeast || clock.now().epochMilliseconds <= Date.parse(to); ticks++) {
    await tick()
    await clock.sleep(every)
  }
}

/** A loop that stops for good at its n-th step: before or after anything it does to the store or the platform. */
export async function killedAt(at: number, story: Story): Promise<void> {
  let steps = 0
  let dead = false
  const step = () => {
    if (dead || ++steps >= at) {
      dead = true
      throw new Killed()
    }
  }
  const around = <T extends (...args: never[]) => Promise<unknown>>(act: T): T =>
    (async (...args: never[]) => {
      step()
      const result = await act(...args)
      step()
      return result
    }) as T
  const { store, post } = story.deps
  const deps: DeliveryDeps = {
    ...story.deps,
    store: { ...store, claim: around(store.claim), hold: around(store.hold), record: around(store.record) },
    post: { ...post, schedule: around(post.schedule), scheduled: around(post.scheduled) },
    log: { info() {}, warn() {}, error() {} },
  }
  const doomed = digestLoop(deps)
  await ticking(doomed, story.clock, '2026-11-30T08:55:00Z', '2026-11-30T08:55:00Z')
}
