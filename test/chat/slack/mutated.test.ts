import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dice, mutated } from './mutated.ts'
import { running } from './served.ts'
import { commandFields, form, signed } from './signed.ts'

/** `npm run bench` sends 5,000. */
const REQUESTS = 2000

/** Slack, and whoever waits for it, gives up after three seconds. */
const PATIENCE = 2500

test('every signed body, however odd, is answered in time, and never with a 5xx', async (t) => {
  const { served, channel } = await running(t)
  const seed = Math.floor(Math.random() * 2 ** 32)
  t.diagnostic(`seed ${seed}`)
  const roll = dice(seed)
  const statuses = new Map<number, number>()
  for (let sent = 0; sent < REQUESTS; sent += 50) {
    const batch = Array.from({ length: 50 }, () => mutated(roll, channel))
    const replies = batch.map(async ({ body, options }) => {
      const start = performance.now()
      const { status } = await signed(served.url, body, options)
      // What no listener hears is answered after three seconds, with 404.
      assert.ok([200, 400, 401].includes(status), `${status} for ${body.slice(0, 500)}`)
      assert.ok(performance.now() - start < PATIENCE, `late for ${body.slice(0, 500)}`)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    })
    await Promise.all(replies)
  }
  assert.ok((statuses.get(200) ?? 0) > 0 && (statuses.get(400) ?? 0) > 0, JSON.stringify([...statuses]))
  assert.match(await (await signed(served.url, form(commandFields('Leeds')))).text(), /Dortmund/)
})
