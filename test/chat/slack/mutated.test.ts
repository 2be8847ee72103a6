import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dice, mutated } from './mutated.ts'
import { running } from './served.ts'
import { commandFields, form, signed } from './signed.ts'

/** `npm run bench` sends 5,000. */
const REQUESTS = 1000

test('no signed body, however odd, gets a 5xx or ends the process', async (t) => {
  const { served, channel } = await running(t)
  const roll = dice(Math.floor(Math.random() * 2 ** 32))
  const statuses = new Map<number, number>()
  for (let sent = 0; sent < REQUESTS; sent += 50) {
    const batch = Array.from({ length: 50 }, () => mutated(roll, channel))
    const replies = batch.map(async ({ body, options }) => {
      const { status } = await signed(served.url, body, options)
      assert.ok(status < 500, `${status} for ${body.slice(0, 500)}`)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    })
    await Promise.all(replies)
  }
  assert.ok((statuses.get(200) ?? 0) > 0 && (statuses.get(400) ?? 0) > 0, JSON.stringify([...statuses]))
  assert.match(await (await signed(served.url, form(commandFields('Leeds')))).text(), /Dortmund/)
})
