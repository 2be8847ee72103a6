import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { test } from 'node:test'
import type { webApi } from '@slack/bolt'
import { hearingOfToken } from '../../../../src/chat/slack/transport/token.ts'
import { openStore } from '../../../../src/store/open.ts'
import { folder } from '../../../store/engines.ts'
import { until } from '../../../until.ts'
import { running } from '../pretend/served.ts'
import { JSON_TYPE, mentionBody, signed } from '../pretend/signed.ts'

for (const code of ['token_revoked', 'invalid_auth', 'account_inactive']) {
  test(`${code}, answered to any call, is told by /health until a call succeeds again`, async (t) => {
    let refuse = true
    const { served, channel } = await running(t, {
      through: (call) => async (url, init) =>
        refuse && String(url).includes('chat.')
          ? new Response(JSON.stringify({ ok: false, error: code }))
          : call(url, init),
    })
    assert.equal((await fetch(`${served.url}/health`)).status, 200)
    await signed(served.url, JSON.stringify(mentionBody('twins Leeds', channel)), JSON_TYPE)
    await until(() => !served.health().ok)
    const health = await fetch(`${served.url}/health`)
    assert.equal(health.status, 503)
    assert.deepEqual(await health.json(), {
      ok: false,
      mode: 'http',
      running: 0,
      troubles: [
        {
          part: 'slack',
          says: `Slack refuses SLACK_BOT_TOKEN (${code}): install the app again at api.slack.com, and set its new token.`,
        },
      ],
    })
    refuse = false
    await signed(served.url, JSON.stringify(mentionBody('twins Leeds', channel)), JSON_TYPE)
    await until(() => served.health().ok)
    assert.equal((await fetch(`${served.url}/health`)).status, 200)
  })
}

test('a store in trouble is told by /health in a sentence, and Slack is answered all the same', async (t) => {
  const data = folder(t)
  const store = openStore({ data })
  t.after(() => store.close())
  await store.ready()
  const { served, channel, workspace } = await running(t, { storeTrouble: store.trouble })
  assert.equal((await fetch(`${served.url}/health`)).status, 200)
  rmSync(data, { recursive: true })
  await assert.rejects(store.subscriptions())
  const health = await fetch(`${served.url}/health`)
  assert.equal(health.status, 503)
  const { troubles } = (await health.json()) as { troubles: object[] }
  assert.deepEqual(troubles, [
    {
      part: 'store',
      says: `${data}/hansa.db is gone: it was deleted or moved while Hansa had it open. Put it back, or start Hansa again to begin anew.`,
    },
  ])
  await signed(served.url, JSON.stringify(mentionBody('twins Leeds', channel)), JSON_TYPE)
  await until(() => workspace.seenBy('U1', channel).length > 0)
})

test('a token that nobody uses is asked about again, once a minute at most', async () => {
  let now = 0
  let asked = 0
  let reply: unknown = { ok: true }
  const inner: webApi.FetchFunction = async () => new Response(JSON.stringify(reply))
  const ask = async (call: webApi.FetchFunction) => {
    asked++
    const given = { headers: { authorization: 'Bearer xoxb-ours' } }
    await (await call('https://slack.invalid/api/auth.test', given)).text()
  }
  const word = hearingOfToken(inner, 'xoxb-ours', ask, () => now)
  const settle = () => new Promise((done) => setTimeout(done, 5))
  assert.equal(word.trouble(), undefined)
  await settle()
  reply = { ok: false, error: 'token_revoked' }
  for (const seconds of [10, 30, 59]) {
    now = seconds * 1000
    assert.equal(word.trouble(), undefined)
  }
  assert.equal(asked, 1)
  now = 61_000
  word.trouble()
  await settle()
  assert.match(word.trouble() ?? '', /^Slack refuses SLACK_BOT_TOKEN \(token_revoked\): /)
  assert.equal(asked, 2)
})

test('junk, other refusals and another’s token say nothing of ours', async () => {
  let body = ''
  const inner: webApi.FetchFunction = async () => new Response(body)
  const word = hearingOfToken(
    inner,
    'xoxb-ours',
    async () => {},
    () => 0,
  )
  const call = async (token: string, reply: string) => {
    body = reply
    const given = { headers: { Authorization: `Bearer ${token}` } }
    assert.equal(await (await word.fetch('https://slack.invalid/', given)).text(), reply)
    return word.trouble() !== undefined
  }
  const revoked = '{"ok":false,"error":"token_revoked"}'
  assert.equal(await call('xoxb-ours', '<html>token_revoked'), false)
  assert.equal(await call('xoxb-ours', '{"ok":false,"error":"channel_not_found"}'), false)
  assert.equal(await call('xapp-other', revoked), false)
  assert.equal(await call('xoxb-ours', revoked), true)
  for (const junk of ['null', '3', '', '<html>', '{"ok":"yes"}', '{"ok":false,"error":"ratelimited"}'])
    assert.equal(await call('xoxb-ours', junk), true, junk)
  assert.equal(await call('xapp-other', '{"ok":true}'), true)
  assert.equal(await call('xoxb-ours', '{"ok":true}'), false)
})
