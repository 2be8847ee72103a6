import assert from 'node:assert/strict'
import type { Run } from '../../src/digest/schedule/run.ts'
import type { Store } from '../../src/store/store.ts'
import { ALSO, EDITION, filled, ME, onBoth, POLICY, RUN, YOU } from './samples.ts'

onBoth('a channel has one subscription, kept as it was given', async (store) => {
  await store.subscribe({ ...POLICY, about: '' })
  await store.subscribe(POLICY)
  await store.subscribe({ ...POLICY, channel: 'C2' })
  assert.deepEqual(await store.subscriptions(), [POLICY, { ...POLICY, channel: 'C2' }])
  await store.changeSubscription({ ...POLICY, channel: 'C2' }, undefined)
  assert.deepEqual(await store.subscriptions(), [POLICY])
})

onBoth(
  'a digest that stopped says why, until it is subscribed again; one that is off stays off',
  async (store) => {
    await store.subscribe(POLICY)
    const stopped = { at: '2026-11-30T09:00:00Z', why: 'is_archived', told: false }
    await store.stop(POLICY, stopped)
    await store.stop({ workspace: 'T1', channel: 'C9' }, stopped)
    assert.deepEqual(await store.subscriptions(), [{ ...POLICY, stopped }])
    await store.subscribe(POLICY)
    assert.deepEqual(await store.subscriptions(), [POLICY])
  },
)

onBoth('who was told of a stop is noted for that stop, and for no other', async (store) => {
  const stopped = { at: '2026-11-30T09:00:00Z', why: 'is_archived', told: false }
  await store.subscribe({ ...POLICY, stopped })
  await store.stopTold(POLICY, stopped)
  assert.deepEqual(await store.subscriptions(), [{ ...POLICY, stopped: { ...stopped, told: true } }])
  await store.subscribe(POLICY)
  await store.stopTold(POLICY, stopped)
  assert.deepEqual(await store.subscriptions(), [POLICY])
  await store.stop(POLICY, { ...stopped, at: '2026-12-07T09:00:00Z' })
  await store.stopTold(POLICY, stopped)
  assert.equal((await store.subscriptions())[0]?.stopped?.told, false)
})

onBoth('a week is claimed once, and the weeks missed before it are recorded', async (store) => {
  await store.subscribe(POLICY)
  assert.equal(await store.claim(RUN, ALSO), true)
  assert.equal(await store.claim(RUN, { ...ALSO, holder: YOU }), false)
  const light = { ...RUN, content: undefined }
  const skipped = { state: 'skipped', week: '2026-W48', due: '2026-11-23T09:00:00Z' }
  const found = (await store.runs('2026-11-01T00:00:00Z')).map((run) => ({ ...run, content: undefined }))
  assert.deepEqual(found, [
    { workspace: 'T1', channel: 'C1', tries: 0, content: undefined, ...skipped },
    light,
  ])
  assert.deepEqual(await store.runs('2026-12-01T00:00:00Z'), [])
})

onBoth('a digest nobody wants any more is not claimed', async (store) => {
  assert.equal(await store.claim(RUN, ALSO), false)
  await store.subscribe({ ...POLICY, stopped: { at: ME.now, why: 'is_archived', told: true } })
  assert.equal(await store.claim(RUN, ALSO), false)
  assert.deepEqual(await store.runs(''), [])
})

onBoth(
  'only who holds a run records how it stands, and others take it when the time is over',
  async (store) => {
    await store.subscribe(POLICY)
    await store.claim(RUN, ALSO)
    assert.equal(await store.hold(RUN, YOU), undefined)
    const trying: Run = { ...RUN, state: 'trying', tries: 1 }
    assert.equal(await store.record(trying, ME), true)
    assert.deepEqual(await store.hold(RUN, { ...YOU, now: '2026-11-30T08:56:01Z' }), trying)
    const handed: Run = { ...trying, state: 'handed', message: 'Q1' }
    assert.equal(await store.record({ ...handed, message: 'Q0' }, ME), false)
    assert.equal(await store.record(handed, YOU), true)
    assert.equal(await store.hold(RUN, { ...ME, now: '2026-12-01T00:00:00Z' }), undefined)
    assert.deepEqual(await store.run(RUN), handed)
  },
)

onBoth(
  'what a channel was told is what it saw or may have seen, with knowledge of that time',
  async (store) => {
    await store.subscribe(POLICY)
    await store.claim(RUN, ALSO)
    assert.deepEqual(await store.told(POLICY), { runs: [], edition: undefined })
    const handed: Run = { ...RUN, state: 'handed', tries: 1, message: 'Q1' }
    await store.record(handed, ME)
    assert.deepEqual(await store.told(POLICY), { runs: [handed], edition: EDITION })
    assert.deepEqual(await store.told({ workspace: 'T1', channel: 'C2' }), { runs: [], edition: undefined })
  },
)

onBoth(
  'a newer digest ends the tries of older ones: not sent is skipped, not known is doubtful',
  async (store) => {
    await store.subscribe(POLICY)
    await store.claim({ ...RUN, week: '2026-W47', due: '2026-11-16T09:00:00Z' }, { ...ALSO, missed: [] })
    await store.claim({ ...RUN, week: '2026-W48', due: '2026-11-23T09:00:00Z' }, { ...ALSO, missed: [] })
    await store.record({ ...RUN, week: '2026-W48', due: '2026-11-23T09:00:00Z', state: 'trying' }, ME)
    await store.claim(RUN, { ...ALSO, missed: [] })
    assert.deepEqual(
      (await store.runs('')).map(({ week, state }) => `${week} ${state}`),
      ['2026-W47 skipped', '2026-W48 doubtful', '2026-W49 claimed'],
    )
    assert.equal(await store.record({ ...RUN, week: '2026-W48', state: 'handed' }, ME), false)
  },
)

onBoth('a withdrawn digest can be claimed again, once', async (store) => {
  await store.subscribe(POLICY)
  await store.claim({ ...RUN, state: 'claimed' }, ALSO)
  assert.equal((await store.turn(RUN, ['handed', 'claimed'], 'withdrawn'))?.state, 'withdrawn')
  assert.equal(await store.turn(RUN, ['handed', 'claimed'], 'withdrawn'), undefined)
  assert.equal(await store.claim(RUN, { ...ALSO, holder: YOU }), true)
  assert.equal(await store.claim(RUN, ALSO), false)
})

onBoth(
  'of many claims of the same week at once, one holds',
  async (_store, place) => {
    const [one, two] = [place.open(), place.open()]
    const stores = place.settings.databaseUrl ? [one, two] : [one]
    await one.subscribe(POLICY)
    const claims = Array.from({ length: 12 }, (_, at) => {
      const holder = { ...ME, name: `instance ${at}` }
      return (stores[at % stores.length] as Store).claim(RUN, { ...ALSO, holder })
    })
    const won = await Promise.all(claims)
    assert.equal(won.filter(Boolean).length, 1)
  },
  'own stores',
)

onBoth('the same event is seen for the first time once, until it is forgotten', async (store) => {
  const once = (id: string, now: string) => store.firstTime(id, now, '2026-11-24T10:10:00Z')
  assert.equal(await once('Ev1', '2026-11-24T10:00:00Z'), true)
  assert.equal(await once('Ev1', '2026-11-24T10:05:00Z'), false)
  assert.equal(await once('Ev2', '2026-11-24T10:05:00Z'), true)
  assert.equal(await once('Ev1', '2026-11-24T10:10:01Z'), true)
  await store.seenUntil('Ev1', '2026-11-24T10:20:00Z')
  assert.equal(await once('Ev1', '2026-11-24T10:19:00Z'), false)
})

onBoth('everything is still there after the store was closed', async (store, place) => {
  await filled(store)
  const before = await store.export()
  await store.close()
  assert.deepEqual(await place.open().export(), before)
})

onBoth('a proposal waits under its number until one of two curators decides', async (store) => {
  const by = { workspace: 'T1', platform: 'slack', user: 'U1', named: 'Ada' }
  const link = { place: 'Leeds', partner: 'Łódź', status: 'active' }
  const numbers = await Promise.all([1, 2, 3].map(() => store.propose(by, link, ME.now)))
  assert.deepEqual(numbers.toSorted(), [1, 2, 3])
  assert.equal(await store.changeProposal(1, { ...link, since: '1950' }), true)
  const decided = await Promise.all([
    store.decideProposal(1, 'waiting', 'approved'),
    store.decideProposal(1, 'waiting', 'rejected', 'No.'),
  ])
  assert.deepEqual(decided.toSorted(), [false, true])
  assert.equal(await store.changeProposal(1, link), false)
  await store.decideProposal(2, 'waiting', 'rejected', 'The page does not say so.')
  await store.proposerTold(2)
  assert.deepEqual(await store.proposal(2), {
    ...{ number: 2, workspace: 'T1', platform: 'slack', named: 'Ada', at: ME.now, link },
    ...{ state: 'rejected', why: 'The page does not say so.', told: true },
  })
  assert.deepEqual(
    (await store.proposals(['waiting'])).map(({ number }) => number),
    [3],
  )
})
