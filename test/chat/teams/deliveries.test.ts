import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Edge, serveEdges } from '../../../src/chat/core/serve-edges.ts'
import { endpoint } from '../../../src/chat/teams/transport/endpoint.ts'
import { TEAMS_PATH } from '../../../src/chat/teams/transport/serve-teams.ts'
import { until } from '../../until.ts'
import { button, said } from './card-rules.ts'
import {
  CHANNEL,
  cardIn,
  deliver,
  GROUP,
  ISSUER,
  PERSONAL,
  pressOf,
  pretendTeams,
  servedIn,
  TENANT,
  typed,
} from './pretend-teams.ts'

test('only what Teams signed for this app, and of this tenant, is heard, and once', async (t) => {
  const teams = await pretendTeams(t)
  const { url } = await servedIn(t, teams)
  const past = Math.floor(Date.now() / 1000) - 3600
  const status = async (body: unknown, token?: string) => (await deliver(url, body, token)).status
  const ask = () => typed(teams, 'twins Leeds')
  assert.equal(await status(ask()), 401)
  assert.equal(await status(ask(), 'x.y.z'), 401)
  assert.equal(await status(ask(), teams.token({ aud: 'another app' })), 401)
  assert.equal(await status(ask(), teams.token({ iss: 'https://evil.example' })), 401)
  assert.equal(
    await status(
      ask(),
      teams.token({ iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, tid: TENANT }),
    ),
    401,
  )
  assert.equal(await status(ask(), teams.token({}, 'another')), 401)
  assert.equal(await status(ask(), teams.token({ exp: past, nbf: past - 600 })), 401)
  assert.equal(await status(ask(), teams.token({ serviceurl: 'https://elsewhere.example' })), 401)
  assert.equal(await status({ ...ask(), serviceUrl: 'https://elsewhere.example' }, teams.token()), 401)
  assert.equal(await status({ ...ask(), serviceUrl: undefined }, teams.token()), 400)
  assert.equal(
    await status({ ...ask(), conversation: { ...PERSONAL, tenantId: CHANNEL.id } }, teams.token()),
    403,
  )
  assert.equal(await status({ ...ask(), channelData: { tenant: { id: 'another' } } }, teams.token()), 403)
  assert.equal(
    await status({ ...ask(), conversation: { id: PERSONAL.id }, channelData: {} }, teams.token()),
    403,
  )
  assert.equal(await status({ ...ask(), conversation: { ...PERSONAL, id: '../../x' } }, teams.token()), 400)
  assert.equal(await status('{', teams.token()), 400)
  assert.equal(await status(`"${'x'.repeat(300_000)}"`, teams.token()), 413)
  const again = ask()
  assert.equal(await status(again, teams.token()), 200)
  assert.equal(await status(again, teams.token()), 200)
  await until(() => teams.posted.length === 1)
  assert.equal(await status(typed(teams, 'help'), teams.token()), 200)
  await until(() => teams.posted.length === 2)
  assert.match(said(cardIn(teams.posted[0])), /Leeds/)
})

test('a token of another issuer is not even shown to the library, whose keys that one may have', async (t) => {
  const teams = await pretendTeams(t)
  let shown = 0
  const deliverTo = async () => {
    shown++
    return { status: 200 }
  }
  const silent = { debug() {}, info() {}, warn() {}, error() {} }
  const edge: Edge = async ({ routes }) => {
    routes.on('POST', TEAMS_PATH, endpoint(deliverTo, { issuer: ISSUER, log: silent }))
    return { mode: 'teams', parts: [], stop: async () => {} }
  }
  const { url, stop } = await serveEdges([edge], { log: silent, host: '127.0.0.1', port: 0 })
  t.after(stop)
  const status = async (token?: string) => (await deliver(url, typed(teams, 'help'), token)).status
  const entra = `https://login.microsoftonline.com/${TENANT}/v2.0`
  for (const token of [undefined, 'x.y.z', teams.token({ iss: entra }), teams.token({ iss: [ISSUER] })])
    assert.equal(await status(token), 401)
  assert.equal(shown, 0)
  assert.equal(await status(teams.token()), 200)
  assert.equal(shown, 1)
})

test('a delivery is known again by its conversation, its kind and its number, and a press that comes again acts once', async (t) => {
  const teams = await pretendTeams(t)
  const { url } = await servedIn(t, teams)
  const send = (body: object) => deliver(url, body, teams.token())
  const id = '1795983720001'
  await send({ ...typed(teams, 'twins Leeds'), id })
  await send({ ...typed(teams, 'twins Hull'), id })
  await send({ ...typed(teams, 'twins Hull', GROUP), id })
  await until(() => teams.posted.length === 2)
  assert.match(said(cardIn(teams.posted[0])), /^Leeds/)
  assert.match(said(cardIn(teams.posted[1])), /^Kingston upon Hull/)
  const share = { ...pressOf(teams, button(cardIn(teams.posted[1]), 'Share'), GROUP), id }
  assert.match(JSON.stringify((await send(share)).body), /posted for all to read/)
  assert.deepEqual((await send(share)).body, {})
  await send({ ...share, id: '1795983720002' })
  assert.equal(teams.posted.filter(({ targeted }) => !targeted).length, 3)
})
