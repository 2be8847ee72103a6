import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seenIn } from '../../src/serve/edges/slack.ts'
import { StoreTrouble } from '../../src/store/store.ts'
import { SQLITE } from '../store/engines.ts'

/** A clock that goes on only while somebody waits. */
function clockAt(start: number) {
  let at = start
  const pass = async (ms: number) => {
    at += ms
  }
  return { now: () => at, wait: pass }
}

test('a delivery that any instance handled is known to all', async (t) => {
  const store = (await SQLITE.place(t)).open()
  const [one, other] = [seenIn(store, clockAt(0)), seenIn(store, clockAt(0))]
  assert.equal(await one.before('Ev1'), false)
  await one.answered('Ev1')
  assert.deepEqual(
    [await other.before('Ev1'), await one.before('Ev1'), await other.before('Ev2')],
    [true, true, false],
  )
})

test('a delivery that an instance began and never answered is taken by the one that it comes to again', async (t) => {
  const store = (await SQLITE.place(t)).open()
  for (const start of [0, 1, 500, 949, 999])
    for (const after of [0, 40, 300, 990, 1500, 2500]) {
      const id = `Ev ${start} ${after}`
      assert.equal(await seenIn(store, clockAt(start)).before(id), false)
      const clock = clockAt(start + after)
      assert.equal(await seenIn(store, clock).before(id), false)
      // Not before the other had a second, and with a second left of Slack's three where it died in time.
      const age = clock.now() - start
      assert.ok(age > 1000 && age <= Math.max(2010, after), `${id}: taken after ${age} ms`)
    }
})

test('a delivery that comes again while another instance answers it is left to that one', async (t) => {
  const store = (await SQLITE.place(t)).open()
  const [busy, other] = [seenIn(store), seenIn(store)]
  assert.equal(await busy.before('Ev1'), false)
  const again = other.before('Ev1')
  await busy.answered('Ev1')
  assert.equal(await again, true)
})

test('while the store fails or hangs, deliveries are answered, and each instance knows its own', async () => {
  const gone = () => Promise.reject(new StoreTrouble('gone', { lost: true }))
  const failing = seenIn({ firstTime: gone, seenUntil: gone })
  assert.deepEqual([await failing.before('Ev1'), await failing.before('Ev1')], [false, true])
  await failing.answered('Ev1')
  const never = () => new Promise<never>(() => {})
  const hanging = seenIn({ firstTime: never, seenUntil: never })
  assert.deepEqual([await hanging.before('Ev1'), await hanging.before('Ev1')], [false, true])
})
