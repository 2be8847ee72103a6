import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { digestLoop } from '../../src/delivery/loop.ts'
import { SQLITE } from '../store/engines.ts'
import { until } from '../until.ts'
import { POLICY, pretendDeps } from './pretend-deps.ts'
import { pretendClock, pretendPlatform } from './pretend-platform.ts'

const OTHER = { ...POLICY, channel: 'C2' }
const NEVER = new Promise<never>(() => {})

/**
 * A loop whose first request for a digest is given up, and made again; it arrives when `late` is called, or just before the
 * second.
 */
async function repeating(t: TestContext, { arrives }: { arrives?: 'before the second' } = {}) {
  const store = (await SQLITE.place(t)).open()
  await store.subscribe(POLICY)
  const clock = pretendClock('2026-11-30T08:55:00Z')
  const { post, shown } = pretendPlatform(clock.now)
  const { schedule } = post
  const here = { store, clock, post, shown, late: async (): Promise<unknown> => undefined, repeated: 0 }
  let isFirst = true
  post.schedule = async (message, postAt) => {
    // Another digest hangs for as long as its process lives.
    if (message.channel !== POLICY.channel) return NEVER
    if (!isFirst) {
      here.repeated++
      if (arrives) await here.late()
      return schedule(message, postAt)
    }
    isFirst = false
    here.late = () => schedule(message, postAt)
    return { how: 'unknown', why: 'timeout' }
  }
  const log = { info() {}, warn() {}, error: (facts: object) => assert.fail(JSON.stringify(facts)) }
  const loop = (name: string) => digestLoop(pretendDeps(clock, { store, post, name, log }))
  const waiting = async () => {
    const found = await post.scheduled(POLICY)
    return found.how === 'seen' ? found.messages.length : 0
  }
  return { ...here, here, loop, waiting }
}

test('a request that arrives when it was given up, and was made again: one of the two is taken back in the same tick', async (t) => {
  const { clock, loop, shown } = await repeating(t, { arrives: 'before the second' })
  await loop('one').tick()
  // Whoever did that is killed, and nobody else comes.
  clock.set('2026-11-30T09:10:00Z')
  assert.equal(shown().length, 1)
})

test('the same where another digest takes longer than its process lives', async (t) => {
  const { here, store, loop, waiting } = await repeating(t, { arrives: 'before the second' })
  await store.subscribe(OTHER)
  void loop('one').tick()
  await until(async () => here.repeated > 0 && (await waiting()) === 1)
})

test('what was found waiting twice by the next process is taken back before that is through with other digests', async (t) => {
  const { here, clock, store, loop, waiting } = await repeating(t)
  await loop('one').tick()
  await here.late()
  assert.equal(await waiting(), 2)
  await store.subscribe(OTHER)
  clock.set('2026-11-30T08:56:00Z')
  void loop('two').tick()
  await until(async () => (await waiting()) === 1)
})
