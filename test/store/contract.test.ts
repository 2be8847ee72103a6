import assert from 'node:assert/strict'
import { UNANSWERED } from '../../src/digest/items/gap.ts'
import type { Content, Run } from '../../src/digest/schedule/run.ts'
import type { Store } from '../../src/store/store.ts'
import { ALSO, EDITION, filled, ME, NORWICH, onBoth, POLICY, RUN, YOU } from './samples.ts'

onBoth('a channel has one subscription, kept as it was given', async (store) => {
  await store.subscribe({ ...POLICY, about: '' })
  await store.subscribe(POLICY)
  await store.subscribe({ ...POLICY, channel: 'C2' })
  assert.deepEqual(await store.subscriptions(), [POLICY, { ...POLICY, channel: 'C2' }])
  await store.unsubscribe({ workspace: 'T1', channel: 'C2' })
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

onBoth(
  'of questions ids and numbers are kept, day by day, most asked first, and can be forgotten',
  async (store) => {
    const schools = { is: 'topic', id: 'schools' } as const
    await store.recordGaps('T1', [
      { about: NORWICH, day: '2026-11-20', count: 2 },
      { about: schools, day: '2026-11-20', count: 1 },
      { day: '2026-11-20', count: 1 },
    ])
    await store.recordGaps('T1', [{ about: NORWICH, day: '2026-11-24', count: 1 }])
    assert.deepEqual(await store.gaps('T1', '2026-11-01'), [
      { about: NORWICH, count: 3, days: 2, last: '2026-11-24' },
      { count: 1, days: 1, last: '2026-11-20' },
      { about: schools, count: 1, days: 1, last: '2026-11-20' },
    ])
    assert.deepEqual(await store.gaps('T1', '2026-11-21'), [
      { about: NORWICH, count: 1, days: 1, last: '2026-11-24' },
    ])
    assert.deepEqual(await store.forget('T1', '2026-11-21'), { questions: 4, reports: 0 })
    assert.deepEqual(await store.forget('T1'), { questions: 1, reports: 0 })
    assert.deepEqual(await store.gaps('T1', ''), [])
  },
)

onBoth('words are kept where they are given, and are forgotten alone or with the rest', async (store) => {
  const miss = { day: '2026-11-20', count: 1, words: 'hydrogen buses' }
  await store.recordGaps('T1', [miss])
  await store.recordGaps('T1', [
    { ...miss, day: '2026-11-21' },
    { ...miss, words: 'trams' },
  ])
  assert.deepEqual(await store.keptWords('T1'), [
    { words: 'hydrogen buses', count: 2, last: '2026-11-21' },
    { words: 'trams', count: 1, last: '2026-11-20' },
  ])
  assert.deepEqual(await store.gaps('T1', ''), [{ count: 3, days: 2, last: '2026-11-21' }])
  await store.forget('T1', '2026-11-21')
  assert.equal((await store.keptWords('T1')).length, 1)
  await store.forgetWords('T1')
  assert.deepEqual(await store.keptWords('T1'), [])
  assert.deepEqual(await store.gaps('T1', ''), [{ count: 1, days: 1, last: '2026-11-21' }])
})

onBoth('what is forgotten is nowhere in the store: not in a digest that showed it either', async (store) => {
  const questions = { under: UNANSWERED, title: 'Asked for and not held: Norwich, twice.', findings: [] }
  const content = { ...(RUN.content as Content), questions }
  const held = async () => /Norwich|2641181/.test(JSON.stringify(await store.export()))
  const fill = async (week: string) => {
    await store.recordGaps('T1', [{ about: NORWICH, day: '2026-11-29', count: 2 }])
    await store.recordJudgement('T1', { about: NORWICH, helpful: true, day: '2026-11-29' })
    await store.claim({ ...RUN, week, content }, ALSO)
    await store.record({ ...RUN, week, content, state: 'handed', tries: 1 }, ME)
  }
  await store.subscribe(POLICY)
  await fill('2026-W49')
  assert.deepEqual((await store.run(RUN))?.content, content)
  await store.forget('T1', '2026-11-29')
  assert.equal(await held(), true)
  await store.forget('T1', '2026-11-30')
  assert.equal(await held(), false)
  await fill('2026-W50')
  assert.deepEqual(await store.workspaces(), ['T1'])
  await store.forget('T1')
  assert.equal(await held(), false)
  assert.deepEqual((await store.run({ ...RUN, week: '2026-W50' }))?.content, RUN.content)
  assert.deepEqual(await store.workspaces(), [])
})

onBoth('what was forgotten while a digest was under way does not come back with it', async (store) => {
  const questions = { under: UNANSWERED, title: 'Asked for and not held: Norwich, twice.', findings: [] }
  const content = { ...(RUN.content as Content), questions }
  await store.subscribe(POLICY)
  await store.claim({ ...RUN, content }, ALSO)
  await store.forget('T1', '2027-01-01')
  assert.deepEqual((await store.run(RUN))?.content, content)
  await store.forget('T1')
  await store.record({ ...RUN, content, state: 'handed', tries: 1 }, ME)
  assert.deepEqual((await store.run(RUN))?.content, RUN.content)
})

onBoth('judgements are counted by what the answers spoke of', async (store) => {
  await store.recordJudgement('T1', { about: NORWICH, helpful: true, day: '2026-11-20' })
  await store.recordJudgement('T1', { about: NORWICH, helpful: false, day: '2026-11-24' })
  await store.recordJudgement('T1', { helpful: true, day: '2026-11-20' })
  await store.recordJudgement('T1', { helpful: true, day: '2026-11-20' })
  await store.takeBackJudgement('T1', { helpful: true })
  // Never noted, or forgotten meanwhile.
  await store.takeBackJudgement('T1', { helpful: false })
  await store.takeBackJudgement('T2', { about: NORWICH, helpful: true })
  assert.deepEqual(await store.judgements('T1'), [
    { about: NORWICH, helpful: 1, unhelpful: 1, last: '2026-11-24' },
    { helpful: 1, unhelpful: 0, last: '2026-11-20' },
  ])
})

onBoth('reports are kept, oldest first, whatever was typed, until they are forgotten', async (store) => {
  const one = {
    id: 'r1',
    record: 'leeds-dortmund',
    says: "It's 1969; DROP TABLE reports; --",
    at: '2026-11-20T10:00:00Z',
  }
  const two = { id: 'r2', record: 'leeds-lille', says: 'a\0b \ud800 e\u0301', at: '2026-11-19T10:00:00Z' }
  await store.report('T1', one)
  await store.report('T1', two)
  await store.report('T1', two)
  assert.deepEqual(await store.reports('T1'), [{ ...two, says: 'ab \ufffd é' }, one])
  assert.deepEqual(await store.forget('T1', '2026-11-20'), { questions: 0, reports: 1 })
  assert.deepEqual(await store.reports('T1'), [one])
  assert.deepEqual(await store.forget('T1'), { questions: 0, reports: 1 })
})

onBoth('no verb gives one workspace what another left, nor forgets it', async (store) => {
  await filled(store)
  await store.recordGaps('T1', [{ day: '2026-11-20', count: 1, words: 'hydrogen' }])
  const left = async (workspace: string) => [
    await store.gaps(workspace, ''),
    await store.keptWords(workspace),
    await store.judgements(workspace),
    await store.reports(workspace),
  ]
  const before = await left('T1')
  assert.ok(before.every((found) => found.length > 0))
  assert.deepEqual(await left('T2'), [[], [], [], []])
  assert.deepEqual(await store.forget('T2'), { questions: 0, reports: 0 })
  await store.forgetWords('T2')
  await store.recordJudgement('T2', { about: NORWICH, helpful: false, day: '2026-11-25' })
  await store.recordGaps('T2', [{ about: NORWICH, day: '2026-11-25', count: 5, words: 'hydrogen' }])
  assert.deepEqual(await left('T1'), before)
  assert.deepEqual(await store.workspaces(), ['T1', 'T2'])
})

onBoth('the same event is seen for the first time once, until it is forgotten', async (store) => {
  const once = (id: string, now: string) => store.firstTime(id, now, '2026-11-24T10:10:00Z')
  assert.equal(await once('Ev1', '2026-11-24T10:00:00Z'), true)
  assert.equal(await once('Ev1', '2026-11-24T10:05:00Z'), false)
  assert.equal(await once('Ev2', '2026-11-24T10:05:00Z'), true)
  assert.equal(await once('Ev1', '2026-11-24T10:10:01Z'), true)
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
