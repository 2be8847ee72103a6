import '../cli/pretend-cloud.ts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { sealingWith } from '../../src/chat/core/installations.ts'
import { Refusal } from '../../src/serve/arguments.ts'
import { EDGES, serve } from '../../src/serve/serve.ts'
import { readSettings, type Settings } from '../../src/serve/settings.ts'
import { openStore } from '../../src/store/open.ts'
import { runningStore } from '../../src/store/shared.ts'
import { commandFields, form, SECRET, signed, submitBody } from '../chat/slack/pretend/signed.ts'
import { actionsOf } from '../chat/teams/card-rules.ts'
import { visitor } from '../chat/web/served.ts'
import { REAL_FOLDER } from '../real-folder.ts'
import { folder } from '../store/engines.ts'
import { until } from '../until.ts'
import { pretendSlack } from './pretend-slack.ts'

// Loaded once pretend-cloud.ts is, which says where Teams is.
const { CLIENT, cardIn, deliver, ISSUER, PERSONAL, pressOf, pretendTeams, TENANT, typed } = await import(
  '../chat/teams/pretend-teams.ts'
)

function settingsOf(env: Record<string, string>): Settings {
  const settings = readSettings({ HANSA_KNOWLEDGE: REAL_FOLDER, PORT: '0', LOG_LEVEL: 'silent', ...env })
  if ('missing' in settings) throw new Error(settings.missing.join('\n'))
  return settings
}

const TOKEN = 'an-assistant-shows-this-0123'

const beside = (data: string, SLACK_API_URL: string) =>
  settingsOf({
    HANSA_DATA: data,
    HANSA_MCP: '1',
    HANSA_MCP_TOKEN: TOKEN,
    HANSA_PLAYGROUND: 'beside',
    SLACK_BOT_TOKEN: 'xoxb-pretend',
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL,
  })

test('Slack, Teams, the page and assistants are served by one process, with one store, one address and one health', async (t) => {
  const slack = await pretendSlack(t)
  const teams = await pretendTeams(t)
  globalThis.pretendTeams = {
    cloud: { tokenIssuer: ISSUER, openIdMetadataUrl: `${teams.url}/v1/.well-known/openidconfiguration` },
    token: async () => teams.token(),
  }
  const data = folder(t)
  const teamsToo = { clientId: CLIENT, tenantId: TENANT, clientSecret: 'nobodys-secret' }
  const address = { url: 'https://hansa.example.org', secret: 'a secret that an operator made up, 32' }
  const serving = await serve({ ...beside(data, slack.url), ...address, teams: teamsToo })
  t.after(() => serving.stop())
  const answer = await signed(serving.url, form({ ...commandFields('Leeds'), team_id: 'T1' }))
  assert.match(await answer.text(), /Dortmund, Germany/)
  assert.equal((await deliver(serving.url, typed(teams, 'twins Leeds'), teams.token())).status, 200)
  await until(() => teams.posted.length === 1)
  assert.match(JSON.stringify(cardIn(teams.posted[0])), /Dortmund, Germany/)
  // The map stands at the address of HANSA_URL, which leads to this process.
  const map = actionsOf(cardIn(teams.posted[0])).find(({ title }) => title === 'Map')
  const { body } = await deliver(serving.url, pressOf(teams, map ?? {}), teams.token())
  const [shown] = /https:\/\/hansa\.example\.org\/shown\?of=[\w.-]+/.exec(JSON.stringify(body)) ?? []
  assert.ok(shown, JSON.stringify(body).slice(0, 300))
  const drawn = await fetch(shown.replace(address.url, serving.url))
  assert.deepEqual([drawn.status, drawn.headers.get('content-type')], [200, 'image/png'])
  const me = visitor(serving.url)
  await me.get('/policy')
  await me.post('/policy/say', { text: '/twins Leeds' })
  assert.match(await me.read('/policy'), /Dortmund/)
  const client = new Client({ name: 'an assistant', version: '1' })
  const authProvider = { token: async () => TOKEN }
  await client.connect(new StreamableHTTPClientTransport(new URL(`${serving.url}/mcp`), { authProvider }))
  const { structuredContent } = await client.callTool({ name: 'twins', arguments: { place: 'Leeds' } })
  await client.close()
  assert.match(JSON.stringify(structuredContent), /Dortmund/)
  const health = await fetch(`${serving.url}/health`)
  assert.deepEqual(
    [health.status, await health.json()],
    [200, { ok: true, mode: 'http+teams+mcp+playground', running: 0 }],
  )
  // One opened the store, and lets commands of the terminal ask it: each edge wrote to it.
  await me.post('/policy/say', { text: '/digest on' })
  await deliver(serving.url, typed(teams, 'digest on'), teams.token())
  await until(() => teams.posted.length === 2)
  const shared = await runningStore(data)
  assert.deepEqual((await shared?.subscriptions())?.map(({ workspace }) => workspace).sort(), [
    TENANT,
    'T0PRETEND',
  ])
  // And a delivery with another's token gets nowhere, whoever else is served on this address.
  const foreign = typed(teams, 'twins Leeds', { ...PERSONAL, tenantId: CLIENT })
  assert.equal((await deliver(serving.url, foreign, teams.token())).status, 403)
  assert.equal(
    (await deliver(serving.url, typed(teams, 'twins Leeds'), teams.token({ aud: 'x' }))).status,
    401,
  )
})

test('what is not signed gets nowhere, though the page is served on the same address', async (t) => {
  const slack = await pretendSlack(t)
  const serving = await serve(beside(folder(t), slack.url))
  t.after(() => serving.stop())
  const body = form({ ...commandFields('Leeds'), team_id: 'T1' })
  assert.equal((await signed(serving.url, body, { secret: 'another-secret' })).status, 401)
  assert.equal((await fetch(`${serving.url}/slack/events`)).status, 404)
})

test('with several workspaces a report reaches the curators of its own, and nobody else’s', async (t) => {
  const slack = await pretendSlack(t)
  const data = folder(t)
  const secret = 'a secret that an operator made up, 32'
  const store = openStore({ data })
  for (const workspace of ['T1', 'T2', 'T3']) {
    const token = {
      botToken: `xoxb-${workspace}`,
      botId: 'B1',
      botUserId: 'U0HANSA',
      enterpriseId: '',
      scopes: [],
    }
    const sealed = sealingWith(secret).seal(JSON.stringify(token), workspace)
    await store.install({ workspace, platform: 'slack', sealed, since: '2026-11-01T00:00:00Z' })
  }
  await store.close()
  const serving = await serve(
    settingsOf({
      HANSA_DATA: data,
      HANSA_URL: 'https://hansa.example.org',
      HANSA_SECRET: secret,
      HANSA_CURATORS: 'T1/C1ONE, T2/C2ONE, T2/U2TWO',
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'client-secret',
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: slack.url,
    }),
  )
  t.after(() => serving.stop())
  for (const team of ['T1', 'T2', 'T3']) {
    const body = { ...submitBody(), user: { id: 'U1', team_id: team }, team: { id: team } }
    const thanks = await signed(serving.url, form({ payload: JSON.stringify(body) }))
    assert.match(await thanks.text(), /Your report is with the people who look after this knowledge/)
  }
  await until(() => slack.posted.length >= 3)
  // All that is under way ends before a stop does, so nothing comes after.
  await serving.stop()
  assert.deepEqual(new Set(slack.posted), new Set(['xoxb-T1 C1ONE', 'xoxb-T2 C2ONE', 'xoxb-T2 U2TWO']))
})

test('a stop lets the answers of both finish, ends open pages, and closes the store', async (t) => {
  const slack = await pretendSlack(t)
  const data = folder(t)
  const serving = await serve(beside(data, slack.url))
  const page = await fetch(`${serving.url}/changes`)
  slack.held = 'chat.postEphemeral'
  const mention = {
    type: 'app_mention',
    user: 'U1',
    channel: 'C1',
    text: '<@U0HANSA> twins Leeds',
    ts: '1.1',
  }
  const event = { type: 'event_callback', event_id: 'Ev1', team_id: 'T1', event: mention }
  await signed(serving.url, JSON.stringify(event), { type: 'application/json' })
  while (!slack.calls.includes('chat.postEphemeral')) await new Promise((resolve) => setTimeout(resolve, 5))
  let stopped = false
  const stopping = serving.stop().then(() => {
    stopped = true
  })
  // Who is quick enough is still answered.
  await until(async () =>
    fetch(`${serving.url}/health`).then(
      () => false,
      () => true,
    ),
  )
  assert.equal(stopped, false)
  slack.release()
  await stopping
  await page.text()
  assert.equal(await runningStore(data), undefined)
})

test('beside Slack the page is not opened to other machines unasked, and then nothing keeps running', async (t) => {
  const slack = await pretendSlack(t)
  const data = folder(t)
  const open = { ...beside(data, slack.url), host: '0.0.0.0' }
  await assert.rejects(serve(open), (error) => {
    assert.ok(error instanceof Refusal)
    assert.match(error.message, /^HANSA_PLAYGROUND is beside, and .* who can reach 0\.0\.0\.0: set HOST to/)
    return true
  })
  assert.equal(await runningStore(data), undefined)
})

test('each edge is on only where the settings say so, and one is always on', () => {
  const on = (env: Record<string, string>) =>
    EDGES.filter(({ isOn }) => isOn(settingsOf(env))).map(({ name }) => name)
  const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }
  assert.deepEqual(on({}), ['playground'])
  assert.deepEqual(on({ HANSA_PLAYGROUND: 'open' }), ['playground'])
  assert.deepEqual(on(slack), ['slack'])
  assert.deepEqual(on({ ...slack, HANSA_PLAYGROUND: 'open' }), ['slack'])
  assert.deepEqual(on({ ...slack, HANSA_PLAYGROUND: 'beside, open' }), ['slack', 'playground'])
  const mcp = { HANSA_MCP: '1', HANSA_MCP_TOKEN: TOKEN }
  assert.deepEqual(on(mcp), ['mcp'])
  assert.deepEqual(on({ ...mcp, HANSA_PLAYGROUND: 'beside' }), ['mcp', 'playground'])
  assert.deepEqual(on({ ...mcp, HANSA_MCP: '0' }), ['playground'])
})
