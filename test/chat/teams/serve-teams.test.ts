import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from '../../../src/answer/answer.ts'
import { realFolder } from '../../real-folder.ts'
import { until } from '../../until.ts'
import { actionsOf, button, said } from './card-rules.ts'
import {
  cardIn,
  deliver,
  delivery,
  PERSONAL,
  pressOf,
  pretendTeams,
  searched,
  servedIn,
  typed,
} from './pretend-teams.ts'

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
