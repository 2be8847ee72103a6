import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import type { webApi } from '@slack/bolt'
import { sealingWith } from '../../../../src/chat/core/installations.ts'
import { slackDoctor } from '../../../../src/chat/slack/install/doctor.ts'
import { keepLog } from '../pretend/pretend.ts'
import { SETTINGS, serveSlack } from '../pretend/served.ts'
import { smallDesk } from '../pretend/small-desk.ts'

const ME = { ok: true, user_id: 'U0HANSA', bot_id: 'B0HANSA', user: 'hansa', team: 'Leeds policy' }
const ALL = 'commands,chat:write,app_mentions:read,im:history'

/** A Slack that says the same to every call. */
function saying(body: object, scopes = ALL): webApi.FetchFunction {
  const headers = { 'content-type': 'application/json', 'x-oauth-scopes': scopes }
  return async () => new Response(JSON.stringify(body), { headers })
}

const refused = saying({ ok: false, error: 'invalid_auth' })
const unreachable: webApi.FetchFunction = async () => {
  throw new TypeError('fetch failed', {
    cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
  })
}

async function busyPort(t: TestContext): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  t.after(() => server.close())
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function reasonNotToServe(settings: object, fetch: webApi.FetchFunction): Promise<string> {
  const { log } = keepLog()
  const started = serveSlack({ settings: { ...SETTINGS, ...settings }, desk: smallDesk(), log, fetch })
  const error: unknown = await started.then(
    (served) => served.stop().then(() => 'it serves'),
    (error) => error,
  )
  assert.ok(error instanceof Error && error.name === 'SetupError')
  return error.message
}

test('a wrong token, a missing setting, a busy port and a network that is down are one sentence each', async (t) => {
  const port = await busyPort(t)
  assert.deepEqual(
    [
      await reasonNotToServe({}, refused),
      await reasonNotToServe({}, saying({ ...ME, bot_id: undefined })),
      await reasonNotToServe({ signingSecret: undefined }, saying(ME)),
      await reasonNotToServe({ port }, saying(ME)),
      await reasonNotToServe({ host: '192.0.2.1' }, saying(ME)),
      await reasonNotToServe({ apiUrl: 'http://127.0.0.1:9/' }, unreachable),
    ],
    [
      'Slack does not accept SLACK_BOT_TOKEN (invalid_auth): copy the Bot User OAuth Token (xoxb-…) from “OAuth & Permissions” of your app at api.slack.com.',
      'SLACK_BOT_TOKEN belongs to a person: copy the Bot User OAuth Token (xoxb-…) instead.',
      'Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP: Slack needs one of them.',
      `Port ${port} on 127.0.0.1 is in use: stop the other program, or set PORT to another number.`,
      'HOST 192.0.2.1 is no address of this machine: set HOST to one that is, like 127.0.0.1.',
      'Slack cannot be reached at http://127.0.0.1:9/ (ECONNREFUSED): check the network and SLACK_API_URL.',
    ],
  )
})

test('the doctor finds nothing wrong where everything is in place', async () => {
  assert.deepEqual(await slackDoctor(SETTINGS, saying(ME)), [
    { ok: true, says: 'SLACK_BOT_TOKEN is that of @hansa in Leeds policy.' },
    {
      ok: true,
      says: 'The app has every scope it needs: commands, chat:write, app_mentions:read, im:history.',
    },
    {
      ok: true,
      says: 'Without files:write there are no maps, and answers are text to copy and no files: "npx hansa manifest --maps".',
    },
    {
      ok: true,
      says: 'Without users:read and channels:read a channel’s managers may not change its digest: "npx hansa manifest --managers".',
    },
    {
      ok: true,
      says: 'SLACK_SIGNING_SECRET is set: Slack must reach this machine at https://…/slack/events.',
    },
    { ok: true, says: 'Port 0 on 127.0.0.1 is free.' },
  ])
})

test('the doctor names what is missing, and what to do', async (t) => {
  const port = await busyPort(t)
  const bare = { botToken: 'xoxb-1', host: '127.0.0.1', port }
  const says = async (settings: typeof bare & { appToken?: string }, fetch: webApi.FetchFunction) =>
    (await slackDoctor(settings, fetch)).filter(({ ok }) => !ok).map(({ says }) => says)
  assert.deepEqual(await says(bare, saying(ME, 'commands,chat:write')), [
    'The app lacks app_mentions:read, im:history.',
    `Port ${port} on 127.0.0.1 is in use: stop the other program, or set PORT to another number.`,
  ])
  assert.deepEqual(await says({ ...bare, appToken: 'xapp-1', port: 0 }, refused), [
    'Slack does not accept SLACK_BOT_TOKEN (invalid_auth): copy the Bot User OAuth Token (xoxb-…) from “OAuth & Permissions” of your app at api.slack.com.',
    'Slack does not accept SLACK_APP_TOKEN (invalid_auth): copy an app-level token (xapp-…) with the scope connections:write from “Basic Information” of your app at api.slack.com.',
  ])
})

test('the doctor tries each right, whatever Slack says of what was granted', async () => {
  const lacking: webApi.FetchFunction = async (url, init) =>
    String(url).endsWith('conversations.history')
      ? new Response(JSON.stringify({ ok: false, error: 'missing_scope', needed: 'im:history' }))
      : saying(ME)(url, init)
  const found = await slackDoctor(SETTINGS, lacking)
  assert.deepEqual(
    found.filter(({ ok }) => !ok).map(({ says }) => says),
    ['The app lacks im:history.'],
  )
})

test('the doctor tries the rights of each workspace that installed Hansa, and names who lacks what', async () => {
  const [key, other] = ['a secret of thirty-two characters', 'another secret of thirty-two chars']
  const row = (workspace: string, secret = key) => ({
    workspace,
    platform: 'slack',
    sealed: sealingWith(secret).seal(JSON.stringify({ botToken: `xoxb-${workspace}` }), workspace),
  })
  const trying: webApi.FetchFunction = (url) =>
    saying(String(url).endsWith('auth.test') ? ME : { ok: false, error: 'missing_scope' })(url)
  const replies = new Map([
    ['T1', saying(ME, `${ALL},files:write,users:read,channels:read`)],
    ['T2', saying(ME)],
    ['T3', trying],
    ['T4', refused],
  ])
  const fetch: webApi.FetchFunction = async (url, init) => {
    const token = new Headers(init?.headers).get('authorization') ?? ''
    return (replies.get(token.replace('Bearer xoxb-', '')) ?? refused)(url)
  }
  const install = { clientId: '1', clientSecret: 's', url: 'https://hansa.example.org', secret: key }
  const rows = [...[...replies.keys()].map((id) => row(id)), row('T5', other)]
  const found = await slackDoctor({ install, host: '127.0.0.1' }, fetch, rows)
  assert.deepEqual(
    found.map(({ ok, says }) => [ok, says]),
    [
      [true, 'In workspace T1 the app has every scope it needs.'],
      [
        true,
        'In workspace T2 the app has every scope it needs; not asked for: files:write, users:read, channels:read (SLACK_ALSO).',
      ],
      [false, 'In workspace T3 the app lacks chat:write, im:history.'],
      [false, 'Slack does not accept the token of workspace T4 (invalid_auth).'],
      [
        false,
        'HANSA_SECRET opens the tokens of 4 of 5 workspaces: set the secret that sealed the others as ' +
          'HANSA_SECRET_BEFORE and start again, or let them install Hansa again. Nothing of theirs is lost.',
      ],
    ],
  )
  assert.equal(
    found[2]?.tip,
    'Whoever manages that workspace installs Hansa again at https://hansa.example.org/slack/install.',
  )
  // Where maps are asked for, who has not granted them lacks something.
  const maps = await slackDoctor({ install: { ...install, maps: true }, host: '127.0.0.1' }, fetch, rows)
  assert.deepEqual(
    maps.slice(0, 2).map(({ ok, says }) => [ok, says]),
    [
      [true, 'In workspace T1 the app has every scope it needs.'],
      [false, 'In workspace T2 the app lacks files:write.'],
    ],
  )
})

test('the doctor tries what there is, whatever else is missing', async () => {
  const says = async (settings: Parameters<typeof slackDoctor>[0]) =>
    (await slackDoctor(settings, saying(ME))).map(({ says }) => says)
  assert.deepEqual(await says({ host: '127.0.0.1' }), [])
  assert.deepEqual(await says({ host: '127.0.0.1', port: 0, appToken: 'xapp-1' }), [
    'SLACK_APP_TOKEN opens Socket Mode: no public address is needed.',
    'Port 0 on 127.0.0.1 is free.',
  ])
})

test('scopes that are missing are said in the log at the start', async () => {
  const { log, lines } = keepLog()
  const served = await serveSlack({
    settings: SETTINGS,
    desk: smallDesk(),
    log,
    fetch: saying(ME, 'commands'),
  })
  await served.stop()
  assert.deepEqual(
    lines.filter(({ level }) => level === 'warn').map(({ facts }) => facts.missing),
    [['chat:write', 'app_mentions:read', 'im:history']],
  )
})
