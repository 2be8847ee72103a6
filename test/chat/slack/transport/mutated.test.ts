import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chance } from '../../../../bench/search/chance.ts'
import { mutated } from '../pretend/mutated.ts'
import { running } from '../pretend/served.ts'
import { commandFields, form, signed } from '../pretend/signed.ts'

/** `npm run bench` sends 5,000. */
const REQUESTS = 2000

/** So few that a machine with much else to do has each acknowledged within three seconds. */
const AT_ONCE = 10

test('every signed body, however odd, is answered in time, and never with a 5xx', async (t) => {
  const { served, channel } = await running(t)
  const seed = Math.floor(Math.random() * 2 ** 32)
  t.diagnostic(`seed ${seed}`)
  const roll = chance(seed)
  const statuses = new Map<number, number>()
  for (let sent = 0; sent < REQUESTS; sent += AT_ONCE) {
    const batch = Array.from({ length: AT_ONCE }, () => mutated(roll, channel))
    const replies = batch.map(async ({ body, options }) => {
      const { status } = await signed(served.url, body, options)
      // What no listener hears, or hears too late for Slack, is answered after three seconds, with 404.
      assert.ok([200, 400, 401].includes(status), `${status} for ${body.slice(0, 500)}`)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    })
    await Promise.all(replies)
  }
  assert.ok((statuses.get(200) ?? 0) > 0 && (statuses.get(400) ?? 0) > 0, JSON.stringify([...statuses]))
  assert.match(await (await signed(served.url, form(commandFields('Leeds')))).text(), /Dortmund/)
})
