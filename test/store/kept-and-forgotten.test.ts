import assert from 'node:assert/strict'
import { UNANSWERED } from '../../src/digest/items/gap.ts'
import type { Content } from '../../src/digest/schedule/run.ts'
import { ALSO, filled, ME, NORWICH, onBoth, POLICY, RUN } from './samples.ts'

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
