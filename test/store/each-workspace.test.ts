import assert from 'node:assert/strict'
import { AS_IT_COMES } from '../../src/digest/channel-settings.ts'
import { UNANSWERED } from '../../src/digest/items/gap.ts'
import type { Content, Run } from '../../src/digest/schedule/run.ts'
import type { Store } from '../../src/store/store.ts'
import { EDITION, ME, NORWICH, onBoth, POLICY, RUN, SHARED, YOU } from './samples.ts'

const [OURS, THEIRS] = ['T1', 'T2']

/** What a workspace asks of the store, or does there. Its channels, people and weeks have the same ids as the other’s. */
type Act = (store: Store, workspace: string) => Promise<unknown>

const AT = ME.now
const STOPPED = { at: AT, why: 'is_archived', told: false }
const LINK = { place: 'Leeds', partner: 'Rouen' }
const ALSO = { holder: ME, edition: EDITION, missed: [] }

const channelOf = (workspace: string) => ({ workspace, channel: 'C1' })
const subscriptionOf = (workspace: string, says = '') => ({ ...POLICY, workspace, about: `about ${says}` })
const installationOf = (workspace: string, says = '') => ({
  ...{ workspace, platform: 'slack', sealed: `v1.${says}`, since: AT },
})
const settingsOf = (says = '') => ({ ...AS_IT_COMES, home: `home ${says}` })
const receiptOf = (says = '') => ({ id: `receipt ${says}`, day: '2026-11-30', folder: 'f', shown: SHARED })
const shareOf = (workspace: string, says = '') => ({
  ...{ workspace, channel: 'C1', thread: '1.2', receipt: 'r', at: AT },
  records: { a: `mark ${says}` },
})
const runOf = (workspace: string, says = ''): Run => ({
  ...{ ...RUN, workspace, why: `why ${says}` },
  content: {
    ...(RUN.content as Content),
    questions: { under: UNANSWERED, title: `asked ${says}`, findings: [] },
  },
})
const earlier = { week: '2026-W48', due: '2026-11-23T09:00:00Z' }
const later = { week: '2026-W50', due: '2026-12-07T09:00:00Z' }

/** A row or more of the workspace in every table, with keys like the other’s; `says` stands in all of them. */
async function filledFor(store: Store, workspace: string, says = ''): Promise<void> {
  const about = NORWICH
  await store.install(installationOf(workspace, says))
  await store.subscribe(subscriptionOf(workspace, says))
  await store.subscribe({ ...subscriptionOf(workspace, says), channel: 'C2', stopped: STOPPED })
  await store.keepSettings(channelOf(workspace), settingsOf(says))
  await store.noteAddress(workspace, 'C1', `https://example.org/${says}`)
  await store.claim({ ...runOf(workspace, says), ...earlier }, ALSO)
  await store.record({ ...runOf(workspace, says), ...earlier, state: 'handed' }, ME)
  await store.claim(runOf(workspace, says), ALSO)
  await store.recordGaps(workspace, [
    { about, day: '2026-11-20', count: 1 + says.length },
    { day: '2026-11-20', count: 1, words: `words ${says}` },
  ])
  await store.recordJudgement(workspace, { about, helpful: true, day: '2026-11-20' })
  await store.recordJudgement(workspace, { about, helpful: says === '', day: '2026-11-21' })
  await store.report(workspace, { id: `of ${workspace}`, record: 'a', says: `says ${says}`, at: AT })
  await store.keepReceipt(workspace, receiptOf(says))
  await store.rememberShare(shareOf(workspace, says))
  await store.recordChange({ ...channelOf(workspace), at: AT, who: 'U1', did: 'set a digest', what: says })
  const proposed = await store.propose({ workspace, platform: 'slack', user: 'U1' }, LINK, AT)
  await store.decideProposal(proposed, 'waiting', 'rejected', `why ${says}`)
}

/** Of all workspaces of a store, or of none; and what is asked by an id that is never given twice. */
const OF_ALL = [
  ...['workspaces', 'installations', 'forgetChanges', 'forgetShares'],
  ...['firstTime', 'seenUntil', 'receipt', 'proposals', 'proposal', 'changeProposal', 'decideProposal'],
  ...['proposerTold', 'export', 'import', 'trouble', 'ready', 'close'],
]

const LOOKS: Readonly<Record<string, Act>> = {
  settingsOf: (store, workspace) => store.settingsOf(channelOf(workspace)),
  addressOf: (store, workspace) => store.addressOf(workspace, 'C1'),
  told: (store, workspace) => store.told(channelOf(workspace)),
  run: (store, workspace) => store.run(runOf(workspace)),
  gaps: (store, workspace) => store.gaps(workspace, ''),
  keptWords: (store, workspace) => store.keptWords(workspace),
  judgements: (store, workspace) => store.judgements(workspace),
  reports: (store, workspace) => store.reports(workspace),
  installation: (store, workspace) => store.installation(workspace),
  changes: (store, workspace) => store.changes(workspace),
  shares: (store, workspace) => store.shares(workspace),
  // Told of all, each with what belongs to it.
  subscriptions: async (store, workspace) =>
    (await store.subscriptions()).filter((one) => one.workspace === workspace),
  runs: async (store, workspace) => (await store.runs('')).filter((one) => one.workspace === workspace),
}

const CHANGES: Readonly<Record<string, Act>> = {
  subscribe: (store, workspace) => store.subscribe(subscriptionOf(workspace, 'anew')),
  changeSubscription: (store, workspace) =>
    store.changeSubscription(subscriptionOf(workspace), subscriptionOf(workspace, 'anew')),
  stop: (store, workspace) => store.stop(channelOf(workspace), STOPPED),
  stopTold: (store, workspace) => store.stopTold({ workspace, channel: 'C2' }, STOPPED),
  keepSettings: (store, workspace) =>
    store.keepSettings(channelOf(workspace), settingsOf('anew'), settingsOf()),
  noteAddress: (store, workspace) => store.noteAddress(workspace, 'C1', 'https://example.org/anew'),
  forgetAddress: (store, workspace) => store.forgetAddress(workspace, 'C1'),
  claim: (store, workspace) => store.claim({ ...runOf(workspace), ...later }, ALSO),
  'hold, and record': async (store, workspace) => {
    const held = await store.hold(runOf(workspace), { ...YOU, now: later.due, until: later.due })
    return held && store.record({ ...held, state: 'handed', message: 'Q1' }, YOU)
  },
  record: (store, workspace) => store.record({ ...runOf(workspace), state: 'handed', message: 'Q1' }, ME),
  turn: (store, workspace) => store.turn(runOf(workspace), ['claimed'], 'withdrawn'),
  recordGaps: (store, workspace) =>
    store.recordGaps(workspace, [{ about: NORWICH, day: '2026-11-20', count: 3, words: 'words ' }]),
  recordJudgement: (store, workspace) =>
    store.recordJudgement(workspace, { about: NORWICH, helpful: true, day: '2026-11-24' }),
  takeBackJudgement: async (store, workspace) => {
    for (const _ of ['one', 'the other'])
      await store.takeBackJudgement(workspace, { about: NORWICH, helpful: true })
  },
  forget: (store, workspace) => store.forget(workspace),
  'forget, before a day': (store, workspace) => store.forget(workspace, '2026-12-01'),
  forgetWords: (store, workspace) => store.forgetWords(workspace),
  report: (store, workspace) =>
    store.report(workspace, { id: `another of ${workspace}`, record: 'a', says: 'Wrong.', at: AT }),
  install: (store, workspace) => store.install(installationOf(workspace, 'anew')),
  resealed: (store, workspace) => store.resealed(installationOf(workspace), 'v1.anew'),
  deleteWorkspace: (store, workspace) => store.deleteWorkspace(workspace),
  'deleteWorkspace, that left': (store, workspace) => store.deleteWorkspace(workspace, AT),
  recordChange: (store, workspace) => store.recordChange({ workspace, at: AT, did: 'installed', what: '' }),
  keepReceipt: (store, workspace) => store.keepReceipt(workspace, receiptOf('anew')),
  rememberShare: (store, workspace) => store.rememberShare({ ...shareOf(workspace), thread: '3.4' }),
  changeShare: (store, workspace) =>
    store.changeShare({ ...shareOf(workspace), told: [] }, { noticed: AT, told: ['a'] }),
  propose: (store, workspace) => store.propose({ workspace, platform: 'slack' }, LINK, AT),
}

const text = (what: unknown) => JSON.stringify(what, null, 1)

onBoth('every verb of the store names a workspace, or is known to be of none', async (store) => {
  const named = [...OF_ALL, ...Object.keys(LOOKS), ...Object.keys(CHANGES)].map((one) => one.split(',')[0])
  assert.deepEqual([...new Set(named)].sort(), Object.keys(store).sort())
})

for (const [first, second] of [
  [OURS, THEIRS],
  [THEIRS, OURS],
] as const) {
  onBoth(`what ${first} looks at is its own, and ${second} finds its own beside it`, async (store) => {
    const foundBy = (workspace: string) =>
      Promise.all(Object.entries(LOOKS).map(async ([name, look]) => [name, await look(store, workspace)]))
    const nothing = text(await foundBy(second))
    await filledFor(store, first, 'of the first')
    const alone = text(await foundBy(first))
    assert.equal(text(await foundBy(second)), nothing)
    await filledFor(store, second, 'of one that came later')
    assert.equal(text(await foundBy(first)), alone)
    for (const [name, found] of await foundBy(second)) {
      assert.notEqual(text(found), text([]), `${name}`)
      assert.doesNotMatch(text(found), /of the first/, `${name}`)
    }
  })
}

onBoth('whatever a workspace changes, the other’s rows stay the same bytes', async (store) => {
  // Kept words and tokens are in no export.
  const rowsOf = async (workspace: string) =>
    [
      ...(await store.export()).filter(({ row }) => row.workspace === workspace),
      await store.keptWords(workspace),
      await store.installation(workspace),
    ]
      .map((one) => text(one) ?? '')
      .sort()
  for (const [name, act] of Object.entries(CHANGES)) {
    const [ours, theirs] = [`${OURS} ${name}`, `${THEIRS} ${name}`]
    await filledFor(store, theirs)
    const before = await rowsOf(theirs)
    // By one that has nothing there, and by one that has the very same.
    const without = await act(store, `T0 ${name}`)
    assert.deepEqual(await rowsOf(theirs), before, name)
    if (name === 'claim') assert.equal(without, false)
    await filledFor(store, ours)
    const own = await rowsOf(ours)
    assert.notEqual((await act(store, ours)) ?? true, false, name)
    assert.notDeepEqual(await rowsOf(ours), own, name)
    assert.deepEqual(await rowsOf(theirs), before, name)
    // Who holds a run is in no export.
    assert.equal(await store.record(runOf(theirs), ME), true, name)
  }
})
