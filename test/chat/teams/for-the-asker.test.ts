import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../../until.ts'
import { actionsOf, button, said } from './card-rules.ts'
import { CHANNEL, cardIn, deliver, GROUP, pressOf, pretendTeams, servedIn, typed } from './pretend-teams.ts'

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
