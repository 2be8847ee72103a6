import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { oneATurn } from '../../../src/chat/core/waiting.ts'

test('of many that come at once the second waits for a pause, in which all else is done', async () => {
  const turn = oneATurn(() => new Promise(() => undefined))
  let begun = 0
  for (let count = 0; count < 3; count++) void turn().then(() => begun++)
  // An answer takes several turns of the loop.
  for (let turns = 0; turns < 100; turns++) await setImmediate()
  assert.equal(begun, 1)
})
