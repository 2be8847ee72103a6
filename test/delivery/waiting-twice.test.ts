import assert from 'node:assert/strict'
import { test } from 'node:test'
import { digestLoop } from '../../src/delivery/loop.ts'
import { SQLITE } from '../store/engines.ts'
import { POLICY, pretendDeps } from './pretend-deps.ts'
import { pretendClock, pretendPlatform } from './pretend-platform.ts'

test('a request that arrives when it was given up, and was made again: one of the two is taken back in the same tick', async (t) => {
  const store = (await SQLITE.place(t)).open()
  await store.subscribe(POLICY)
  const clock = pretendClock('2026-11-30T08:55:00Z')
  const { post, shown } = pretendPlatform(clock.now)
  const { schedule } = post
  let late: (() => Promise<unknown>) | undefined
  post.schedule = async (message, postAt) => {
    if (!late) {
      late = () => schedule(message, postAt)
      return { how: 'unknown', why: 'timeout' }
    }
    await late()
    return schedule(message, postAt)
  }
  const log = { info() {}, warn() {}, error: (facts: object) => assert.fail(JSON.stringify(facts)) }
  await digestLoop(pretendDeps(clock, { store, post, name: 'one', log })).tick()
  // Whoever did that is killed, and nobody else comes.
  clock.set('2026-11-30T09:10:00Z')
  assert.equal(shown().length, 1)
})
