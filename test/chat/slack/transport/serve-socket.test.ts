import assert from 'node:assert/strict'
import { EventEmitter } from 'node:events'
import { type TestContext, test } from 'node:test'
import type { webApi } from '@slack/bolt'
import { keepLine } from '../../../../src/chat/slack/transport/serve-socket.ts'
import { LIMIT, until } from '../../../until.ts'
import { keepLog } from '../pretend/pretend.ts'
import { type Options, type Running, running, SETTINGS } from '../pretend/served.ts'
import { commandFields, mentionBody } from '../pretend/signed.ts'
import { type SocketSlack, socketSlack } from '../pretend/socket-slack.ts'

type LineClient = Parameters<typeof keepLine>[0]
type Connected = Running & { slack: SocketSlack }

/** The app in Socket Mode: it tries again soon, and by itself gives nobody up for lost. */
async function connected(t: TestContext, options: Options = {}): Promise<Connected> {
  const slack = await socketSlack()
  const settings = { ...SETTINGS, appToken: 'xapp-pretend', apiUrl: 'https://slack.pretend.invalid/api/' }
  const times = { deafAfter: LIMIT, retryAfter: 1 }
  const app = await running(t, { settings, times, through: slack.through, ...options })
  t.after(() => slack.close())
  return { slack, ...app }
}

test('in Socket Mode a command is answered in its acknowledgement, a mention by a private message', async (t) => {
  const { slack, workspace, channel } = await connected(t)
  const { payload } = await slack.send('slash_commands', commandFields('Leeds'))
  await slack.send('events_api', mentionBody('twins Leeds', channel))
  await until(() => workspace.seenBy('U1', channel).length > 0)
  assert.equal(payload.response_type, 'ephemeral')
  assert.match(JSON.stringify(payload.blocks), /Dortmund, Germany.*Leeds City Council \(2021\)/)
  assert.match(workspace.seenBy('U1', channel)[0]?.text ?? '', /^Leeds: 1 link on record/)
})

test('the same envelope twice is answered once', async (t) => {
  const { slack, desk } = await connected(t)
  const fields = commandFields('Leeds')
  const first = await slack.send('slash_commands', fields, 'e')
  const second = await slack.send('slash_commands', fields, 'e')
  assert.ok(first.payload.blocks)
  assert.deepEqual(second.payload, {})
  assert.deepEqual(desk.asked, ['twins Leeds'])
})

test('when Slack hangs up, the line is open again at once, and the health says so', async (t) => {
  const { slack, served } = await connected(t)
  slack.cut()
  await until(() => slack.lines() === 2 && served.health().ok)
  assert.match(
    JSON.stringify((await slack.send('slash_commands', commandFields('Leeds'))).payload),
    /Dortmund/,
  )
  assert.equal((await fetch(`${served.url}/health`)).status, 200)
  assert.equal((await fetch(`${served.url}/slack/events`, { method: 'POST' })).status, 404)
})

const triesIn = (lines: Connected['lines']) =>
  lines.filter(({ message }) => message === 'no line to Slack yet').length

test('while no line can be had, the health says so, it is tried again, and nobody is told yet', async (t) => {
  const onDeaf = () => assert.fail('it is too early to tell anybody')
  const { slack, served, lines } = await connected(t, { onDeaf })
  slack.cut('for good')
  await until(() => !served.health().ok)
  assert.equal((await fetch(`${served.url}/health`)).status, 503)
  await until(() => triesIn(lines) > 2)
})

test('when no line can be had for a minute, whoever started the app is told, once', async () => {
  let [told, calls] = [0, 0]
  const client = Object.assign(new EventEmitter(), {
    start: async () => {
      if (++calls > 1) throw new Error('nobody answers')
      client.emit('connected')
    },
    disconnect: async () => undefined,
  })
  const onDeaf = () => {
    told++
  }
  // A minute is twenty milliseconds here; the first call counts in it, too, and there is no network to be slow.
  const line = await keepLine(client as unknown as LineClient, {
    log: keepLog().log,
    onDeaf,
    deafAfter: 20,
    retryAfter: 1,
  })
  assert.ok(line.open())
  client.emit('disconnected')
  assert.ok(!line.open())
  await until(() => told > 0)
  const before = calls
  await until(() => calls > before + 2)
  assert.equal(told, 1)
  await line.close()
})

test('a wrong app token is one sentence, and nothing keeps running', async (t) => {
  const slack = await socketSlack()
  t.after(() => slack.close())
  slack.cut('for good')
  const settings = { ...SETTINGS, appToken: 'xapp-wrong', apiUrl: 'https://slack.pretend.invalid/api/' }
  await assert.rejects(running(t, { settings, through: slack.through }), {
    name: 'SetupError',
    message:
      'Slack does not accept SLACK_APP_TOKEN (invalid_auth): copy an app-level token (xapp-…) with the scope connections:write from “Basic Information” of your app at api.slack.com.',
  })
})

test('a line that cannot be opened is named, not the API that gave its address', async (t) => {
  const nowhere = 'wss://127.0.0.1:9/link/?ticket=secret'
  const through = (call: webApi.FetchFunction): webApi.FetchFunction => {
    return async (url, init) =>
      String(url).endsWith('apps.connections.open')
        ? Response.json({ ok: true, url: nowhere })
        : call(url, init)
  }
  const settings = { ...SETTINGS, appToken: 'xapp-1', apiUrl: 'https://slack.pretend.invalid/api/' }
  await assert.rejects(running(t, { settings, through }), {
    name: 'SetupError',
    message:
      'Slack took SLACK_APP_TOKEN, but the WebSocket address (wss://…) that it gave cannot be reached: check that the network lets WebSockets through.',
  })
})

test('a stop hangs up and opens no new line', async (t) => {
  const { slack, served } = await connected(t)
  await served.stop()
  await new Promise((resolve) => setTimeout(resolve, 100))
  assert.equal(slack.lines(), 1)
  await assert.rejects(fetch(`${served.url}/health`))
})
