import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { webApi } from '@slack/bolt'
import { stampOf } from '../../../../src/answer/stamp.ts'
import { LIMIT, until } from '../../../until.ts'
import { running } from '../pretend/served.ts'
import {
  commandFields,
  form,
  JSON_TYPE,
  mentionBody,
  pressBody,
  type Signing,
  signed,
} from '../pretend/signed.ts'
import { smallDesk } from '../pretend/small-desk.ts'

test('a signed /twins Leeds gets the answer in the reply', async (t) => {
  const { served } = await running(t)
  const response = await signed(served.url, form(commandFields('Leeds')))
  const message = (await response.json()) as { response_type: string; blocks: object[] }
  assert.equal(response.status, 200)
  assert.equal(message.response_type, 'ephemeral')
  assert.match(JSON.stringify(message.blocks), /Dortmund, Germany.*Leeds City Council \(2021\)/)
})

const now = () => Math.floor(Date.now() / 1000)
const UNSIGNED: readonly (readonly [string, Signing])[] = [
  ['signed with another secret', { secret: 'another-secret' }],
  ['an hour old', { at: now() - 3600 }],
  ['an hour in the future', { at: now() + 3600 }],
  ['ten years in the future', { at: now() + 10 * 365 * 24 * 3600 }],
  ['with a time that is no number', { headers: { 'x-slack-request-timestamp': '1e9' } }],
  ['with half a signature', { headers: { 'x-slack-signature': 'v0=12' } }],
]

test('a request that Slack did not sign just now gets 401 and is not read', async (t) => {
  const { served, desk } = await running(t)
  for (const [what, options] of UNSIGNED)
    assert.equal((await signed(served.url, form(commandFields('Leeds')), options)).status, 401, what)
  const bare = await fetch(`${served.url}/slack/events`, {
    method: 'POST',
    body: form(commandFields('Leeds')),
  })
  assert.equal(bare.status, 401)
  assert.deepEqual(desk.asked, [])
})

test('an event that Slack sends again, and an exact replay of a command, are answered once', async (t) => {
  const { served, desk, workspace, channel } = await running(t)
  const mention = JSON.stringify(mentionBody('twins Leeds', channel))
  const retry = { ...JSON_TYPE, headers: { 'x-slack-retry-num': '1' } }
  const command = form(commandFields('Leeds'))
  const replies = [
    await signed(served.url, mention, JSON_TYPE),
    await signed(served.url, mention, retry),
    await signed(served.url, command),
    await signed(served.url, command),
  ]
  assert.deepEqual(
    replies.map(({ status }) => status),
    [200, 200, 200, 200],
  )
  assert.deepEqual(
    await Promise.all(replies.slice(2).map(async (reply) => (await reply.text()).length > 0)),
    [true, false],
  )
  await until(() => workspace.seenBy('U1', channel).length > 0)
  assert.equal(desk.asked.length, 2)
  assert.equal(workspace.seenBy('U1', channel).length, 1)
})

test('a listener that throws still answers, and says by which number it can be found', async (t) => {
  const { served, lines } = await running(t)
  const response = await signed(served.url, form(commandFields('crash')))
  const { text } = (await response.json()) as { text: string }
  assert.equal(response.status, 200)
  const [, reference] = /the reference ([0-9a-f]{8})\./.exec(text) ?? []
  assert.ok(lines.some(({ facts }) => facts.reference === reference))
})

/** A Slack that says of one method that something went wrong, and counts how often it is called. */
function failing(method: string, answer: () => Response | Promise<never>) {
  const slack = { calls: 0, through: (call: webApi.FetchFunction) => call }
  slack.through = (call) => async (url, init) => {
    if (!String(url).endsWith(method)) return call(url, init)
    slack.calls++
    return slack.calls === 1 ? answer() : call(url, init)
  }
  return slack
}

const SHOWN = `${stampOf(smallDesk().answer('twins Leeds'))} twins Leeds`
const share = (channel: string) => form({ payload: JSON.stringify(pressBody(SHOWN, channel, 'share:0')) })

test('what Slack may have posted is not posted again, and nobody is told that it was or was not', async (t) => {
  const slack = failing('chat.postMessage', () => new Response('', { status: 500 }))
  const told: string[] = []
  const through = (call: webApi.FetchFunction): webApi.FetchFunction => {
    const failingCall = slack.through(call)
    return (url, init) => {
      if (String(url).includes('/respond/')) told.push(String(init?.body))
      return failingCall(url, init)
    }
  }
  const { served, channel } = await running(t, { through })
  await signed(served.url, share(channel))
  await until(() => told.length > 0)
  assert.equal(slack.calls, 1)
  assert.match(
    told[0] ?? '',
    /I do not know whether the answer was posted: look before you press Share again/,
  )
})

test('a mention that Slack may have answered is not answered in a direct message as well', async (t) => {
  const slack = failing('chat.postEphemeral', () => new Response('', { status: 503 }))
  const { served, channel, workspace } = await running(t, { through: slack.through })
  await signed(served.url, JSON.stringify(mentionBody('twins Leeds', channel)), JSON_TYPE)
  await until(() => workspace.seenBy('U1', channel).length > 0)
  assert.match(workspace.seenBy('U1', channel)[0]?.text ?? '', /You may not have got an answer/)
  assert.deepEqual(workspace.seenBy('U1', 'DU1'), [])
})

test('what surely never reached Slack is tried once more, and so is what it asked to wait with', async (t) => {
  const unreachable = () =>
    Promise.reject(
      new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) }),
    )
  const wait = () => new Response('', { status: 429, headers: { 'retry-after': '0' } })
  for (const answer of [unreachable, wait]) {
    const slack = failing('chat.postMessage', answer)
    const { served, channel, workspace } = await running(t, { through: slack.through })
    await signed(served.url, share(channel))
    await until(() => workspace.seenBy('U1', channel).length > 0)
    assert.equal(slack.calls, 2)
  }
})

test('who types a command in another workspace than the token’s is from outside', async (t) => {
  const { served } = await running(t)
  const share = async (team_id: string) => {
    const answer = await signed(served.url, form({ ...commandFields('Leeds'), team_id }))
    return (await answer.text()).includes('"Share"')
  }
  assert.equal(await share('T0PRETEND'), true)
  assert.equal(await share('T0ELSEWHERE'), false)
})

test('Slack’s checks of the address are answered', async (t) => {
  const { served } = await running(t)
  const challenge = await signed(
    served.url,
    JSON.stringify({ type: 'url_verification', challenge: 'c' }),
    JSON_TYPE,
  )
  assert.deepEqual(await challenge.json(), { challenge: 'c' })
  assert.equal((await signed(served.url, 'ssl_check=1&token=x', { secret: 'none' })).status, 200)
  const typed = { type: 'application/x-www-form-urlencoded;charset=UTF-8' }
  assert.match(await (await signed(served.url, form(commandFields('Leeds')), typed)).text(), /Dortmund/)
})

test('there are two addresses, and nothing else', async (t) => {
  const { served } = await running(t)
  const status = async (path: string, method = 'GET') => (await fetch(served.url + path, { method })).status
  assert.deepEqual(await (await fetch(`${served.url}/health`)).json(), { ok: true, mode: 'http', running: 0 })
  assert.deepEqual(
    [
      await status('/'),
      await status('//', 'POST'),
      await status('/slack/events'),
      await status('/slack/events/x', 'POST'),
    ],
    [404, 404, 404, 404],
  )
})

test('what is signed but cannot be read is refused without a 5xx, and a megabyte is enough', async (t) => {
  const { served } = await running(t)
  const bodies = [
    'null',
    '[]',
    '3',
    '{',
    '{"event":null}',
    '{"event":{"type":"x","item":null},"event_id":"E"}',
    '{"actions":null}',
    '{"type":{"toString":1}}',
    '{"type":{"toString":{"toString":1}}}',
    '{"type":3}',
    '{"type":null}',
    '{"type":[]}',
  ]
  for (const body of bodies) assert.equal((await signed(served.url, body, JSON_TYPE)).status, 400, body)
  assert.equal((await signed(served.url, 'payload=null')).status, 400)
  for (const type of ['toString', 'constructor', '__proto__', 'shortcut'])
    assert.equal((await signed(served.url, JSON.stringify({ type }), JSON_TYPE)).status, 200, type)
  const press = { ...pressBody('twins Leeds', 'C1'), team: 3 }
  assert.equal((await signed(served.url, form({ payload: JSON.stringify(press) }))).status, 400)
  assert.equal((await signed(served.url, '')).status, 200)
  const big = await signed(served.url, 'x'.repeat(1024 * 1024 + 1)).catch(() => ({ status: 413 }))
  assert.equal(big.status, 413)
})

test('answers that are under way are finished before a stop', async (t) => {
  let finish = () => {}
  const posted: string[] = []
  const { served, channel } = await running(t, {
    times: { drain: LIMIT },
    through: (call) => async (url, init) => {
      if (!String(url).endsWith('chat.postEphemeral')) return call(url, init)
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      posted.push('posted')
      return call(url, init)
    },
  })
  let acknowledged = false
  const mention = signed(served.url, JSON.stringify(mentionBody('twins Leeds', channel)), JSON_TYPE).then(
    ({ status }) => {
      acknowledged = status === 200
    },
  )
  await until(() => served.health().running === 1)
  // Killed now, a proxy can hand it to another instance.
  assert.equal(acknowledged, false)
  const stopped = served.stop().then(() => posted.push('stopped'))
  await until(() => {
    const health = fetch(`${served.url}/health`)
    return health.then(
      () => false,
      () => true,
    )
  })
  finish()
  await stopped
  await mention
  assert.ok(acknowledged)
  assert.deepEqual(posted, ['posted', 'stopped'])
})
