import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { ProposalDesk } from '../../../../src/chat/core/proposals.ts'
import { digestClient, tend } from '../../../../src/chat/slack/digest/digest-client.ts'
import { createDigestDesk } from '../../../../src/delivery/digest-desk.ts'
import type { Assertion } from '../../../../src/knowledge/records.ts'
import { buildLibrary } from '../../../../src/library/library.ts'
import { pretendDeps } from '../../../delivery/pretend-deps.ts'
import { pretendPlatform } from '../../../delivery/pretend-platform.ts'
import { DORTMUND, LEEDS, LILLE, smallKnowledge } from '../../../small-knowledge.ts'
import { patientSleep } from '../../../until.ts'
import { digestPretend } from '../pretend/digest-pretend.ts'

const OLD = '2026-01-01'
const DORTMUND_LINK = {
  id: 'leeds-dortmund',
  place: LEEDS.id,
  twin: DORTMUND.id,
  since: '1969',
  on: '2021',
  added: OLD,
}
const LILLE_LINK = { id: 'leeds-lille', place: LEEDS.id, twin: LILLE.id, since: '1968', added: OLD }

/** `/twins Leeds`, shared; and instances that serve another edition of the folder from then on. */
async function shared(t: TestContext) {
  const here = await digestPretend(t)
  const { workspace, policy, store, clock } = here
  await workspace.command('U1', policy, '/twins Leeds')
  const mine = workspace.seenBy('U1', policy).at(-1)
  assert.ok(mine)
  await workspace.press('U1', mine, 'Share')
  const [overview] = workspace.seenBy('U2', policy)
  assert.ok(overview)
  const before = workspace.seenBy('U2', policy).length
  const instance = () => {
    let library = folder([DORTMUND_LINK, LILLE_LINK])
    const deps = pretendDeps(clock, {
      store,
      ...{ post: pretendPlatform(clock.now).post, name: 'x', log: QUIET },
      library: () => library,
    })
    const desk = createDigestDesk({ ...deps, timezone: 'Europe/London', sleep: patientSleep })
    const client = digestClient(workspace.state.bot.token, workspace.clientOptions)
    return {
      serve: (links: Links) => {
        library = folder(links)
      },
      look: () =>
        tend({
          desk,
          proposals: NO_PROPOSALS,
          curators: () => [],
          // Another workspace, in which nothing was shared, is looked at first.
          served: async () => new Set(['T0ELSEWHERE', workspace.state.bot.teamId]),
          client: async () => client,
          log: QUIET,
        }),
    }
  }
  const told = () => workspace.seenBy('U2', policy).slice(before)
  return { ...here, overview, instance, told }
}

type Links = readonly (Partial<Assertion> & { place: string; twin: string })[]

function folder(links: Links) {
  return buildLibrary(smallKnowledge({ places: [LEEDS, DORTMUND, LILLE], links }))
}

const QUIET = { debug() {}, info() {}, warn() {}, error() {} }
const NO_PROPOSALS = {
  untold: async () => [],
  decided: async () => [],
  due: async () => [],
} as unknown as ProposalDesk

test('a thread is told once of what is corrected in an answer that was shared there, by one of two instances', async (t) => {
  const { instance, told, clock, overview, faults } = await shared(t)
  const [one, other] = [instance(), instance()]
  await one.look()
  const corrected = [{ ...DORTMUND_LINK, since: '1970-05' }, LILLE_LINK]
  for (const each of [one, other]) each.serve(corrected)
  await one.look()
  assert.deepEqual(told(), [], 'an edit has to stand for a while')
  clock.set('2026-11-24T11:01:00Z')
  await Promise.all([one.look(), other.look()])
  const [message, ...others] = told()
  assert.deepEqual(others, [])
  assert.equal(
    message?.text,
    'Corrected since this was shared. Leeds – Dortmund, Germany, as read in Leeds City Council (no date): the start is now May 1970 and was 1969.',
  )
  assert.equal(message?.thread, overview.ts)
  assert.equal(message?.onlyFor, undefined)
  for (const time of ['2026-11-24T13:00:00Z', '2026-11-30T13:00:00Z']) {
    clock.set(time)
    for (const each of [one, other]) await each.look()
  }
  assert.equal(told().length, 1)
  // A process that begins after that, on the folder as it is now, says it no more.
  const restarted = instance()
  restarted.serve(corrected)
  await restarted.look()
  clock.set('2026-11-30T14:00:00Z')
  await restarted.look()
  assert.equal(told().length, 1)
  // Another statement of the same answer is another correction.
  one.serve([
    { ...DORTMUND_LINK, since: '1971' },
    { ...LILLE_LINK, status: 'ended' },
  ])
  await one.look()
  clock.set('2026-11-30T15:00:00Z')
  await one.look()
  assert.deepEqual(
    told().map(({ text }) => text.split(': ')[1]),
    ['the start is now May 1970 and was 1969.', 'the state is now ended and was active.'],
  )
  assert.deepEqual(faults, [])
})

test('what is withdrawn and comes back is told to nobody; what stays away is said to be withdrawn', async (t) => {
  const { instance, told, clock } = await shared(t)
  const { serve, look } = instance()
  serve([LILLE_LINK])
  await look()
  clock.set('2026-11-24T10:30:00Z')
  serve([DORTMUND_LINK, LILLE_LINK])
  await look()
  clock.set('2026-11-24T12:00:00Z')
  await look()
  assert.deepEqual(told(), [])
  serve([LILLE_LINK])
  await look()
  clock.set('2026-11-24T13:30:00Z')
  await look()
  assert.match(told()[0]?.text ?? '', /Leeds – Dortmund, Germany, .*: this statement was withdrawn\./)
})

test('what is added, checked anew or never told apart by a reader is no correction', async (t) => {
  const { instance, told, clock, store, workspace } = await shared(t)
  const { serve, look } = instance()
  serve([
    { ...DORTMUND_LINK, checked: { on: '2026-11-24', by: 'another reader' } },
    LILLE_LINK,
    { ...LILLE_LINK, id: 'leeds-lille-2', since: '1999' },
  ])
  await look()
  clock.set('2026-11-26T10:00:00Z')
  await look()
  assert.deepEqual(told(), [])
  const [share] = await store.shares(workspace.state.bot.teamId)
  assert.doesNotMatch(JSON.stringify(share), /U1/)
  clock.set('2027-12-24T10:00:00Z')
  await look()
  assert.deepEqual(await store.shares(workspace.state.bot.teamId), [])
})
