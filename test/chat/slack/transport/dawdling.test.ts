import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../../../until.ts'
import { running } from '../pretend/served.ts'
import { commandFields, form, signed } from '../pretend/signed.ts'
import { slowly } from '../pretend/slow-connection.ts'

test('connections that dawdle are closed, and commands are answered meanwhile', async (t) => {
  const { served } = await running(t)
  const dawdlers = Array.from({ length: 40 }, (_, at) =>
    slowly(served.url, at % 2 === 0 ? 'headers' : 'body'),
  )
  const open = new Set(dawdlers)
  for (const dawdler of dawdlers) dawdler.closed.then(() => open.delete(dawdler))
  t.after(() => {
    for (const dawdler of dawdlers) dawdler.destroy()
  })
  await until(async () => {
    assert.equal((await signed(served.url, form(commandFields('Leeds')))).status, 200)
    return open.size === 0
  })
})
