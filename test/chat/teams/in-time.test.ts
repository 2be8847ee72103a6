import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { TIMES } from '../../../src/chat/teams/listeners/on-delivery.ts'
import { until } from '../../until.ts'
import { actionsOf, said } from './card-rules.ts'
import {
  cardIn,
  deliver,
  delivery,
  GROUP,
  PERSONAL,
  type Posted,
  pressOf,
  pretendTeams,
  searched,
  servedIn,
  typed,
} from './pretend-teams.ts'
import { FILLED } from './with-store.ts'

/** A press, a search and a dialog have so long, as Teams' manual has it; a message no less. Milliseconds. */
const TEAMS_WAITS = 5000

/** Teams and Hansa, of which something answers only once it is let go on. */
async function slowly(t: TestContext, slow: 'the store' | 'the connector' | 'what makes the answer') {
  const teams = await pretendTeams(t)
  const { promise: goneOn, resolve: goOn } = Promise.withResolvers<void>()
  t.after(() => goOn())
  const waits = async <T>(value: T): Promise<T> => goneOn.then(() => value)
  if (slow === 'the connector') teams.answering = () => waits(undefined)
  const proposed: unknown[] = []
  const { url, stop } = await servedIn(t, teams, {
    times: TIMES,
    ...(slow === 'the store' && {
      seen: { before: () => waits(false), answered: () => waits(undefined) },
      addresses: { note: () => waits(undefined), of: () => waits(undefined), forget: () => waits(undefined) },
    }),
    takeAlong: async ({ heading }) => (slow === 'what makes the answer' ? waits(heading) : heading),
    proposals: {
      propose: async (link: object) => {
        const number = proposed.push(link)
        if (slow === 'what makes the answer') await goneOn
        return { number, sentence: 'Thank you. It waits.' }
      },
      untold: async () => [],
      due: async () => [],
    } as never,
  })
  /** What Teams is replied, while what is slow is still on its way. */
  const replied = async (body: object) => {
    const { status, body: reply } = await deliver(url, body, teams.token())
    return { status, reply }
  }
  /** From now on Teams takes nothing, until it is released. */
  const hold = () => {
    const { promise, resolve } = Promise.withResolvers<undefined>()
    t.after(() => resolve(undefined))
    teams.answering = () => promise
    return () => resolve(undefined)
  }
  return { teams, replied, goOn, stop, proposed, hold }
}

const COPY = { verb: 'copy', data: { ask: 'twins Leeds', as: 'md' } }
const SEND = { verb: 'proposed', data: { ...FILLED, ask: 'twins Leeds' } }
const FOLLOWS = /follows as a message/

const to = (posted: readonly Posted[], id: string) =>
  posted.filter(({ conversation }) => conversation === id).map((one) => said(cardIn(one)))

const filledIn = (teams: Parameters<typeof delivery>[0]) =>
  delivery(teams, { type: 'invoke', name: 'composeExtension/submitAction', value: { data: FILLED } })

test('the times that Hansa gives itself leave Teams some of its own', () => {
  assert.ok(Math.max(...Object.values(TIMES)) < TEAMS_WAITS - 1000)
})

for (const slow of ['the store', 'the connector', 'what makes the answer'] as const)
  test(`while ${slow} is slow, Teams has its reply to each delivery in time, and the answer follows`, async (t) => {
    const { teams, replied, goOn, proposed } = await slowly(t, slow)
    const message = typed(teams, 'twins Leeds')
    const mention = typed(teams, '<at>Hansa</at> twins Leeds', GROUP)
    const [asked, mentioned, copied, search, form, dialog] = await Promise.all(
      [
        message,
        mention,
        pressOf(teams, COPY),
        searched(teams, 'Leeds Dortmund'),
        pressOf(teams, SEND),
        filledIn(teams),
      ].map(replied),
    )
    for (const one of [asked, mentioned, copied, search, form, dialog]) assert.equal(one?.status, 200)
    assert.deepEqual([asked?.reply, mentioned?.reply], [{}, {}])
    // A search waits for nothing that is slow.
    assert.match(JSON.stringify(search?.reply), /"type":"result".*Dortmund/)
    const late = [copied, form, dialog].filter((one) => FOLLOWS.test(JSON.stringify(one?.reply)))
    if (slow === 'the connector')
      assert.match(JSON.stringify(form?.reply), /I cannot see at the moment whether you are/)
    else assert.equal(late.length, 3)
    assert.ok(teams.posted.length <= (slow === 'what makes the answer' ? 2 : 0))
    goOn()
    await until(() => teams.posted.length === 2 + late.length)
    assert.match(to(teams.posted, GROUP.id).join('\n'), /Leeds.*Dortmund, Germany/)
    const mine = to(teams.posted, PERSONAL.id)
    assert.equal(mine.filter((one) => /Dortmund, Germany/.test(one)).length, slow === 'the connector' ? 1 : 2)
    if (slow !== 'the connector') {
      assert.equal(mine.filter((one) => /Thank you\. It waits\./.test(one)).length, 2)
      assert.equal(JSON.stringify(teams.posted).match(/Ctrl\+A/g)?.length, 1)
      assert.equal(proposed.length, 2)
    }
  })

test('what a press comes to late is waited for by a stop', async (t) => {
  const { teams, replied, goOn, stop } = await slowly(t, 'what makes the answer')
  const { reply } = await replied(pressOf(teams, COPY))
  assert.match(JSON.stringify(reply), FOLLOWS)
  const stopped = stop()
  goOn()
  await stopped
  assert.deepEqual(to(teams.posted, PERSONAL.id).length, 1)
})

test('a share that Teams is slow to take is told to who shared it once it is known, and posted once', async (t) => {
  const { teams, replied, goOn, hold } = await slowly(t, 'the connector')
  goOn()
  await replied(typed(teams, '<at>Hansa</at> twins Leeds', GROUP))
  await until(() => teams.posted.length === 1)
  const release = hold()
  const share = actionsOf(cardIn(teams.posted[0])).find(({ title }) => title === 'Share')
  const { reply } = await replied(pressOf(teams, share as never, GROUP))
  assert.match(JSON.stringify(reply), FOLLOWS)
  release()
  await until(() => teams.posted.length === 3)
  assert.deepEqual(
    teams.posted.map(({ targeted }) => targeted),
    [true, false, true],
  )
  assert.match(said(cardIn(teams.posted[2])), /^The answer is posted for all to read\./)
})
