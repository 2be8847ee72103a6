import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from '../../../src/answer/answer.ts'
import { type Edge, serveEdges } from '../../../src/chat/core/serve-edges.ts'
import { endpoint } from '../../../src/chat/teams/transport/endpoint.ts'
import { TEAMS_PATH } from '../../../src/chat/teams/transport/serve-teams.ts'
import { realFolder } from '../../real-folder.ts'
import { until } from '../../until.ts'
import { actionsOf, textsOf } from './card-rules.ts'
import {
  CHANNEL,
  cardIn,
  deliver,
  delivery,
  GROUP,
  ISSUER,
  PERSONAL,
  pressOf,
  pretendTeams,
  searched,
  servedIn,
  TENANT,
  typed,
} from './pretend-teams.ts'

const said = (card: unknown) => textsOf(card).join(' ')
const button = (card: unknown, title: string) => {
  const found = actionsOf(card).find((one) => one.title === title)
  assert.ok(found, `there is a button ${title}`)
  return found
}

test('a question in a personal chat is answered there, and its buttons change the card in its place', async (t) => {
  const teams = await pretendTeams(t)
  const { url } = await servedIn(t, teams, { takeAlong: async ({ heading }, form) => `${form}: ${heading}` })
  const press = async (action: Parameters<typeof pressOf>[1]) =>
    deliver(url, pressOf(teams, action), teams.token())

  assert.deepEqual(await deliver(url, typed(teams, '<p>twins&nbsp;Leeds</p>'), teams.token()), {
    status: 200,
    body: {},
  })
  await until(() => teams.posted.length === 1)
  const [answer] = teams.posted
  assert.equal(answer?.conversation, PERSONAL.id)
  assert.equal(answer?.targeted, false)
  const overview = cardIn(answer)
  assert.match(said(overview), /Leeds.*Dortmund, Germany/)
  assert.match(String(answer?.activity.summary), /^Leeds/)

  const evidence = await press(button(overview, 'Sources and words'))
  assert.equal(evidence.body.type, 'application/vnd.microsoft.card.adaptive')
  assert.match(said(cardIn(evidence)), /Sources and words – Leeds.*“/)
  const back = await press(button(cardIn(evidence), 'Back'))
  assert.equal(said(cardIn(back)), said(overview))

  const link = await press({ ...button(overview, 'Open'), link: 'E08000035 2935517' })
  assert.match(said(cardIn(link)), /Partner: {2}Dortmund, Germany/)
  assert.equal(
    (await press(button(overview, 'Open'))).body.value,
    'Choose one from the list first, then press the button.',
  )
  const copied = await press(button(overview, 'Copy or save'))
  assert.match(JSON.stringify(copied.body.value), /Ctrl\+A.*md: Leeds/)
  const reference = await press(button(cardIn(link), 'Reference'))
  assert.ok(reference.body.value)
  const report = await press(button(overview, 'Report a mistake'))
  assert.match(JSON.stringify(report.body.value), /Which statement\?.*Something is missing/)
  assert.equal(
    (await press({ verb: 'nothing', data: {} })).body.value,
    'There is nothing behind this button any more. Please ask again.',
  )
  assert.equal(teams.posted.length, 1)
})

test('a near name is a choice, and a press answers it', async (t) => {
  const teams = await pretendTeams(t)
  const { url } = await servedIn(t, teams)
  await deliver(url, typed(teams, 'twins Newcastle'), teams.token())
  await until(() => teams.posted.length === 1)
  const [choice] = actionsOf(cardIn(teams.posted[0])).filter(({ verb }) => verb === 'ask')
  assert.ok(choice)
  const { body } = await deliver(url, pressOf(teams, choice), teams.token())
  assert.match(said(body.value), /Newcastle/)
})

for (const [where, conversation] of Object.entries({ 'a group': GROUP, 'a channel’s thread': CHANNEL })) {
  test(`in ${where} a mention is answered for the asker alone, and shared with one press`, async (t) => {
    const teams = await pretendTeams(t)
    const { url } = await servedIn(t, teams)
    await deliver(url, typed(teams, '<at>Hansa</at> twins Leeds', conversation), teams.token())
    await until(() => teams.posted.length === 1)
    const [answer] = teams.posted
    assert.equal(answer?.targeted, true)
    assert.equal(answer?.conversation, conversation.id)
    assert.deepEqual(answer?.activity.recipient, { id: '29:robin', name: '', role: 'user', isTargeted: true })
    const share = button(cardIn(answer), 'Share')
    const [one, other] = await Promise.all([
      deliver(url, pressOf(teams, share, conversation), teams.token()),
      deliver(url, pressOf(teams, share, conversation), teams.token()),
    ])
    assert.equal(teams.posted.length, 2)
    assert.match(JSON.stringify([one.body, other.body]), /posted for all to read.*|already/)
    const shared = teams.posted[1]
    assert.equal(shared?.targeted, false)
    assert.match(said(cardIn(shared)), /Leeds.*asked by a colleague/)
    assert.ok(!actionsOf(cardIn(shared)).some(({ title }) => title === 'Share'))
  })
}

test('where nothing can be written to one person alone, the answer comes in their own chat, and that is said', async (t) => {
  const teams = await pretendTeams(t)
  const { url } = await servedIn(t, teams)
  teams.answering = ({ path }) => (path.includes('isTargetedActivity') ? 403 : undefined)
  await deliver(url, typed(teams, '<at>Hansa</at> twins Leeds', GROUP), teams.token())
  await until(() => teams.posted.length === 2)
  assert.equal(teams.posted[0]?.conversation, 'a:personal-29:robin')
  assert.match(said(cardIn(teams.posted[0])), /Leeds/)
  assert.match(said(cardIn(teams.posted[1])), /^I answered you in our own chat/)
})

test('a private answer of which nobody knows whether it came is not given once more elsewhere', async (t) => {
  const teams = await pretendTeams(t)
  const { url } = await servedIn(t, teams)
  let lost = true
  teams.answering = ({ path }) => {
    if (!path.includes('isTargetedActivity') || !lost) return undefined
    lost = false
    return 'lost'
  }
  await deliver(url, typed(teams, '<at>Hansa</at> twins Leeds', GROUP), teams.token())
  await until(() => teams.posted.length === 2)
  assert.deepEqual(
    teams.posted.map(({ conversation, targeted }) => [conversation, targeted]),
    [
      [GROUP.id, true],
      [GROUP.id, true],
    ],
  )
  assert.match(said(cardIn(teams.posted[1])), /went wrong on our side/)
})

test('a guest only asks', async (t) => {
  const teams = await pretendTeams(t)
  teams.guests.add('29:robin')
  const { url } = await servedIn(t, teams)
  await deliver(url, typed(teams, 'twins Leeds', GROUP), teams.token())
  await until(() => teams.posted.length === 1)
  assert.ok(!actionsOf(cardIn(teams.posted[0])).some(({ title }) => title === 'Share'))
  const { body } = await deliver(
    url,
    pressOf(teams, { verb: 'share', data: { ask: 'twins Leeds' } }, GROUP),
    teams.token(),
  )
  assert.match(String(body.value), /another organisation/)
  assert.equal(teams.posted.length, 1)
})

test('what has no button to share it is not shared by a press that somebody made up', async (t) => {
  const teams = await pretendTeams(t)
  const { url } = await servedIn(t, teams)
  for (const ask of ['help', 'twins Newcastle']) {
    const { body } = await deliver(
      url,
      pressOf(teams, { verb: 'share', data: { ask } }, GROUP),
      teams.token(),
    )
    assert.match(String(body.value), /^There is nothing behind this button/)
  }
  assert.equal(teams.posted.length, 0)
})

test('a search gives findings with their whole citation and no buttons, from wherever one writes', async (t) => {
  const teams = await pretendTeams(t)
  // Where Hansa is no member, nobody tells it who is.
  teams.answering = ({ path }) => (path.includes('/members/') ? 403 : undefined)
  const { url } = await servedIn(t, teams)
  const { body } = await deliver(url, searched(teams, 'Leeds Dortmund'), teams.token())
  const { type, attachments } = body.composeExtension as {
    type: string
    attachments: { content: object; preview: object }[]
  }
  assert.equal(type, 'result')
  const [finding] = attachments
  assert.match(said(finding?.content), /Dortmund.*checked/)
  assert.deepEqual(
    actionsOf(finding?.content).filter(({ type }) => type !== 'Action.OpenUrl'),
    [],
  )
  const empty = await deliver(url, searched(teams, ''), teams.token())
  assert.match(JSON.stringify(empty.body), /Type a place/)
  assert.equal(attachments.length, findingsOf(realFolder().desk.answer('Leeds Dortmund')).length)
  const nothing = await deliver(url, searched(teams, 'Xyzzyville'), teams.token())
  assert.equal((nothing.body.composeExtension as { type: string }).type, 'message')
})

test('where Hansa is added it says what can be asked, and where it is removed the address is forgotten', async (t) => {
  const teams = await pretendTeams(t)
  const { url, addresses } = await servedIn(t, teams)
  await deliver(url, delivery(teams, { type: 'installationUpdate', action: 'add' }), teams.token())
  await until(() => teams.posted.length === 1)
  assert.equal(addresses.get(PERSONAL.id), teams.url)
  await deliver(url, delivery(teams, { type: 'installationUpdate', action: 'remove' }), teams.token())
  assert.equal(addresses.size, 0)
})

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

test('a stop waits for the answer that is on its way', async (t) => {
  const teams = await pretendTeams(t)
  const { url, stop } = await servedIn(t, teams)
  await deliver(url, typed(teams, 'twins Leeds'), teams.token())
  await stop()
  assert.equal(teams.posted.length, 1)
})

test('what fails is apologised for, with a number, and the next question is answered', async (t) => {
  const teams = await pretendTeams(t)
  const { url } = await servedIn(t, teams)
  let fail = true
  teams.answering = ({ path }) => {
    if (!path.includes('/activities') || !fail) return undefined
    fail = false
    return 500
  }
  assert.equal((await deliver(url, typed(teams, 'twins Leeds'), teams.token())).status, 200)
  await until(() => teams.posted.length === 1)
  assert.match(said(cardIn(teams.posted[0])), /went wrong on our side.*reference [0-9a-f]{8}/)
})
