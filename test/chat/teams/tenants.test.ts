import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { teamsDoctor } from '../../../src/chat/teams/install/doctor.ts'
import { watchToken } from '../../../src/chat/teams/transport/token.ts'
import { until } from '../../until.ts'
import { CLIENT, deliver, delivery, PERSONAL, pretendTeams, servedIn, TENANT } from './pretend-teams.ts'

const OTHER = '77777777-8888-7777-6666-555555555555'
const THIRD = '66666666-8888-7777-6666-555555555555'

test('several tenants are workspaces, and every other one is refused', async (t) => {
  const teams = await pretendTeams(t)
  const noted: string[] = []
  const { url } = await servedIn(t, teams, {
    settings: { clientId: CLIENT, tenantId: TENANT, otherTenants: [OTHER] },
    addresses: {
      note: async (workspace, channel) => void noted.push(`${workspace} ${channel}`),
      of: async () => undefined,
      forget: async () => undefined,
    },
  })
  const from = (tenantId: string, said = tenantId) =>
    delivery(teams, {
      text: 'help',
      conversation: { ...PERSONAL, id: `a:${tenantId}`, tenantId },
      channelData: { tenant: { id: said } },
    })
  const status = async (body: object) => (await deliver(url, body, teams.token())).status
  assert.equal(await status(from(TENANT)), 200)
  assert.equal(await status(from(OTHER.toUpperCase())), 200)
  await until(() => teams.posted.length === 2)
  for (const foreign of [from(THIRD), from(OTHER, THIRD), from(THIRD, OTHER), from(TENANT, OTHER)])
    assert.equal(await status(foreign), 403)
  assert.deepEqual(noted.sort(), [`${OTHER} a:${OTHER.toUpperCase()}`, `${TENANT} a:${TENANT}`])
  assert.equal(teams.posted.length, 2)
})

/** Entra's token endpoint on loopback; `says` is its reply. */
async function entra(t: TestContext) {
  const asked: { path: string; body: URLSearchParams }[] = []
  const state = { says: { status: 200, body: { access_token: 'x' } as object } }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    asked.push({ path: request.url ?? '', body: new URLSearchParams(body) })
    response.writeHead(state.says.status).end(JSON.stringify(state.says.body))
  }).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  t.after(() => server.close())
  return { login: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, state }
}

const SETTINGS = { clientId: CLIENT, tenantId: TENANT, clientSecret: 'a secret' }

test('doctor tries the secret at Entra, and says when it expires', async (t) => {
  const { login, asked, state } = await entra(t)
  const doctor = async (more: object = {}, own = false) => {
    const settings = { ...SETTINGS, ...more }
    return teamsDoctor(settings, { own, today: '2026-11-30', login })
  }
  const says = async (more: object = {}, own = false) =>
    (await doctor(more, own)).map(({ ok, says }) => `${ok ? '✓' : '✗'} ${says}`).join('\n')
  assert.match(await says(), /✓ Entra gives a token.*\n✓ When the secret expires.*TEAMS_SECRET_EXPIRES/)
  assert.equal(asked[0]?.path, `/${TENANT}/oauth2/v2.0/token`)
  assert.deepEqual(Object.fromEntries(asked[0]?.body ?? []), {
    grant_type: 'client_credentials',
    client_id: CLIENT,
    client_secret: 'a secret',
    scope: 'https://api.botframework.com/.default',
  })
  assert.match(await says({ secretExpires: '2027-05-30' }), /✓ .* expires on 30 May 2027, in 181 days\./)
  assert.match(
    await says({ secretExpires: '2026-12-10' }),
    /✗ .* expires on 10 December 2026, in 10 days: make/,
  )
  assert.match(await says({ secretExpires: '2026-11-29' }), /✗ .* expired on 29 November 2026: make a new/)
  assert.match(await says({}, true), /fetched from HANSA_URL/)
  assert.match(await says({}), /left out in Teams/)
  await doctor({ otherTenants: [OTHER] })
  assert.equal(asked.at(-1)?.path, '/botframework.com/oauth2/v2.0/token')

  const refused = async (code: string) => {
    state.says = { status: 401, body: { error: 'invalid_client', error_description: `${code}: no.` } }
    return says()
  }
  assert.match(await refused('AADSTS7000222'), /✗ TEAMS_CLIENT_SECRET has expired/)
  assert.match(await refused('AADSTS7000215'), /✗ TEAMS_CLIENT_SECRET is not right/)
  assert.match(await refused('AADSTS700016'), /✗ TEAMS_CLIENT_ID names no app/)
  assert.match(await refused('AADSTS90002'), /✗ TEAMS_TENANT_ID names no tenant/)
  assert.match(await refused('AADSTS1'), /✗ Entra gave no token \(AADSTS1\)/)
  const nobody = await teamsDoctor(SETTINGS, { own: false, today: '2026-11-30', login: 'http://127.0.0.1:1' })
  assert.match(nobody[0]?.says ?? '', /^Entra could not be asked/)
})

test('while it runs, Hansa says once a day that the secret expires soon', async (t) => {
  const said: string[] = []
  let today = '2026-11-01'
  const watch = watchToken(
    async () => 'token',
    { warn: (_, what) => void said.push(String(what)) },
    {
      every: 1,
      expires: '2026-12-10',
      today: () => today,
    },
  )
  t.after(() => watch.stop())
  await watch.begin()
  assert.deepEqual(said, [])
  today = '2026-11-30'
  await until(() => said.length === 1)
  today = '2026-12-01'
  await until(() => said.length === 2)
  assert.match(said[1] ?? '', /in 9 days/)
  assert.equal(watch.trouble(), undefined)
})
