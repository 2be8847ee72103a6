import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seenIn } from '../../src/serve/edges/slack.ts'
import { StoreTrouble } from '../../src/store/store.ts'
import { SQLITE } from '../store/engines.ts'

test('a delivery that any instance handled is known to all', async (t) => {
  const store = (await SQLITE.place(t)).open()
  const [one, other] = [seenIn(store), seenIn(store)]
  assert.deepEqual(
    [await one('Ev1'), await other('Ev1'), await one('Ev1'), await other('Ev2')],
    [false, true, true, false],
  )
})

test('while the store fails or hangs, deliveries are answered, and each instance knows its own', async () => {
  const failing = seenIn({ firstTime: () => Promise.reject(new StoreTrouble('gone', { lost: true })) })
  assert.deepEqual([await failing('Ev1'), await failing('Ev1')], [false, true])
  const hanging = seenIn({ firstTime: () => new Promise(() => {}) })
  assert.deepEqual([await hanging('Ev1'), await hanging('Ev1')], [false, true])
})
