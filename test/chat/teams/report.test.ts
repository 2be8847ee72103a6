import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from '../../../src/answer/answer.ts'
import { createDesk } from '../../../src/answers/desk.ts'
import { buildLibrary } from '../../../src/library/library.ts'
import { realFolder } from '../../real-folder.ts'
import { DORTMUND, LEEDS, smallKnowledge } from '../../small-knowledge.ts'
import { until } from '../../until.ts'
import { button, said } from './card-rules.ts'
import { CHANNEL, cardIn, deliver, pressOf, pretendTeams, servedIn, TENANT, typed } from './pretend-teams.ts'
import { CURATORS, world } from './with-store.ts'

test('a mistake is kept, told to curators, and answered to who reported it alone', async (t) => {
  const { store, teams, press, ask, atCurators } = await world(t)
  const answer = await ask('<at>Hansa</at> twins Leeds', CHANNEL)
  const form = await press(button(answer, 'Report a mistake'), CHANNEL)
  const before = teams.posted.length
  const send = button(form, 'Send')
  assert.equal(
    await press({ ...send, says: 'It was 1968' }, CHANNEL),
    'Choose the statement that is wrong, or “Something is missing”.',
  )
  assert.equal(
    await press({ ...send, record: 'leeds-dortmund', says: ' \u2800' }, CHANNEL),
    'Write a few words: what is wrong, or missing?',
  )
  assert.deepEqual(await store.reports(TENANT), [])
  const thanks = await press({ ...send, record: 'leeds-dortmund', says: 'It was 1968' }, CHANNEL)
  assert.match(said(thanks), /Your report is with .*Leeds/s)
  const [kept, ...others] = await store.reports(TENANT)
  assert.deepEqual([kept?.record, kept?.says, others], ['leeds-dortmund', 'It was 1968', []])
  const posted = teams.posted.slice(before)
  assert.deepEqual(
    posted.map(({ conversation }) => conversation),
    [CURATORS.id],
    'nobody else is told',
  )
  assert.match(said(atCurators()[0]), /leeds-dortmund.*It was 1968/)
})

test('under “we hold nothing” on some words, what is known can be told', async (t) => {
  const { store, press, ask } = await world(t)
  const form = await press(button(await ask('ask quantum gravity'), 'Tell us what you know'))
  await press({ ...button(form, 'Send'), record: 'something missing', says: 'A paper speaks to it.' })
  assert.deepEqual(
    (await store.reports(TENANT)).map(({ says }) => says),
    ['A paper speaks to it.'],
  )
})

test('of a link that was opened its statements are offered, and of the whole answer all', async (t) => {
  const teams = await pretendTeams(t)
  const { url } = await servedIn(t, teams)
  const press = async (action: Parameters<typeof pressOf>[1]) =>
    cardIn(await deliver(url, pressOf(teams, action), teams.token()))
  const offered = async (card: unknown) => {
    const form = JSON.stringify(await press(button(card, 'Report a mistake')))
    return [...form.matchAll(/"title":"(Leeds – [^"]*?|Something is missing)(?: – [^"]*)?","value"/g)].map(
      ([, one]) => one,
    )
  }
  await deliver(url, typed(teams, 'twins Leeds'), teams.token())
  await until(() => teams.posted.length === 1)
  const overview = cardIn(teams.posted[0])
  const statements = findingsOf(realFolder().desk.answer('twins Leeds')).map(({ title }) => title)
  assert.deepEqual(await offered(overview), [...statements, 'Something is missing'])
  const link = await press({ ...button(overview, 'Open'), link: 'E08000035 2935517' })
  const those = statements.filter((title) => title.includes('Dortmund'))
  assert.deepEqual(await offered(link), [...those, 'Something is missing'])
})

test('what one thought of an answer is taken back by the same press, and changed by the other', async (t) => {
  const { store, press, ask } = await world(t)
  const answer = await ask('twins Leeds')
  const counts = async () => {
    const all = await store.judgements(TENANT)
    return all.map(({ helpful, unhelpful }) => [helpful, unhelpful])
  }
  await press(button(answer, 'Helpful'))
  assert.deepEqual(await counts(), [[1, 0]])
  assert.match(String(await press(button(answer, 'Helpful'))), /taken back/i)
  assert.deepEqual(await counts(), [])
  await press(button(answer, 'Helpful'))
  await press(button(answer, 'Not helpful'))
  assert.deepEqual(await counts(), [[0, 1]])
})

test('a Reference of a record that is gone says that it was withdrawn', async (t) => {
  const teams = await pretendTeams(t)
  const desks = [true, false].map((isHeld) => {
    const link = { id: 'leeds-dortmund', place: LEEDS.id, twin: DORTMUND.id, since: '1969', on: '2021' }
    const knowledge = smallKnowledge({ places: [LEEDS, DORTMUND], links: isHeld ? [link] : [] })
    return createDesk(buildLibrary(knowledge), () => '2026-11-24')
  })
  let at = 0
  const now = () => desks[at] ?? assert.fail()
  const { url } = await servedIn(t, teams, {
    desk: { ...now(), answer: (words) => now().answer(words) },
  })
  await deliver(url, typed(teams, 'twins Leeds Dortmund'), teams.token())
  await until(() => teams.posted.length === 1)
  const reference = button(cardIn(teams.posted[0]), 'Reference')
  at = 1
  const { body } = await deliver(url, pressOf(teams, reference), teams.token())
  assert.match(String(body.value), /^This record was withdrawn/)
})
