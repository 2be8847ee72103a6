import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rememberSeen, trackRunning } from '../../../../src/chat/core/handle-interaction.ts'
import { onlyOnce } from '../../../../src/chat/slack/transport/slack-app.ts'
import { keepLog } from '../pretend/pretend.ts'

test('a delivery is remembered for ten minutes', () => {
  let now = 0
  const seen = rememberSeen({ now: () => now })
  const times = [0, 1, 599_000, 1_200_000].map((at) => {
    now = at
    return seen.before('a')
  })
  assert.deepEqual(times, [false, true, true, false])
})

test('the memory of deliveries stays small, however many come', () => {
  const seen = rememberSeen({ most: 3 })
  for (const id of ['a', 'b', 'c', 'd']) seen.before(id)
  assert.equal(seen.before('d'), true)
  assert.equal(seen.before('c'), true)
  assert.equal(seen.before('a'), false)
})

test('when the shared memory is out of reach, people are answered all the same', async () => {
  const { log, lines } = keepLog()
  const no = () => Promise.reject(new Error('no database'))
  const middleware = onlyOnce({ before: no, answered: no }, log)
  let handled = 0
  const next = async () => {
    handled++
  }
  await middleware({ body: { event_id: 'E' }, context: {}, next } as never)
  assert.equal(handled, 1)
  assert.deepEqual(
    lines.map(({ message }) => message),
    ['cannot tell whether a delivery came before', 'cannot note that a delivery was answered'],
  )
})

test('a stop waits for what runs, but not for ever', async () => {
  const running = trackRunning()
  const { promise, resolve } = Promise.withResolvers<void>()
  running.track(promise)
  assert.equal(await running.drained(10), false)
  resolve()
  assert.equal(await running.drained(1000), true)
  assert.equal(running.count(), 0)
})
