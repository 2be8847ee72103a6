import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Answer } from '../../src/answer.ts'
import type { Edition } from '../../src/digest/edition.ts'
import { UNANSWERED } from '../../src/digest/gap.ts'
import type { Content, Run } from '../../src/digest/run.ts'
import type { Subscription } from '../../src/digest/subscription.ts'
import { wrongWith } from '../../src/store/import-row.ts'
import { linesToText, textToLines } from '../../src/store/lines.ts'
import type { Claimed, Holder, Store } from '../../src/store/store.ts'
import { ENGINES, type Place } from './engines.ts'

const POLICY: Subscription = {
  workspace: 'T1',
  channel: 'C1',
  weekly: { weekday: 1, time: '09:00', zone: 'Europe/London' },
  about: 'yorkshire, “Łódź”',
  by: 'U1',
  since: '2026-11-02T10:00:00Z',
}
const EDITION: Edition = { id: 'e1', records: { a: { is: 'f', link: 'x y', status: 'active' } } }
const RUN: Run = {
  workspace: 'T1',
  channel: 'C1',
  week: '2026-W49',
  due: '2026-11-30T09:00:00Z',
  state: 'claimed',
  content: {
    answer: { outcome: 'found', ask: 'digest', heading: 'H', groups: [], suggestions: [], next: [] },
    ifLate: 'Late.',
    shown: ['link a'],
    edition: 'e1',
  },
  postAt: '2026-11-30T09:00:00Z',
  tries: 0,
}
const ME: Holder = { name: 'me', now: '2026-11-30T08:55:00Z', until: '2026-11-30T08:56:00Z' }
const YOU: Holder = { name: 'you', now: '2026-11-30T08:55:10Z', until: '2026-11-30T08:56:10Z' }
const ALSO: Claimed = {
  holder: ME,
  edition: EDITION,
  missed: [{ week: '2026-W48', due: '2026-11-23T09:00:00Z' }],
}

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

onBoth('questions are words and counts, most asked first, and can be forgotten', async (store) => {
  await store.missed(
    new Map([
      ['hydrogen', 2],
      ['twins winchester', 1],
    ]),
    '2026-11-20',
  )
  await store.missed(new Map([['hydrogen', 1]]), '2026-11-24')
  assert.deepEqual(await store.gaps('2026-11-01'), [
    { words: 'hydrogen', count: 3, last: '2026-11-24' },
    { words: 'twins winchester', count: 1, last: '2026-11-20' },
  ])
  assert.deepEqual(
    (await store.gaps('2026-11-21')).map(({ words }) => words),
    ['hydrogen'],
  )
  assert.equal(await store.forget('2026-11-21'), 1)
  assert.equal(await store.forget(), 1)
  assert.deepEqual(await store.gaps(''), [])
})

onBoth(
  'what is forgotten is nowhere in the store: not in a digest that showed it, nor in a judgement',
  async (store) => {
    const answer = RUN.content?.answer as Answer
    const groups = [
      { under: UNANSWERED, title: '“jane doe” (once)', findings: [] },
      { under: 'New', title: 'Leeds – Dortmund', findings: [] },
    ]
    const content = { ...(RUN.content as Content), answer: { ...answer, groups } }
    const held = async () => JSON.stringify(await store.export()).includes('jane doe')
    const fill = async (week: string) => {
      await store.missed(new Map([['jane doe', 1]]), '2026-11-29')
      await store.judged('ask jane doe', true, '2026-11-29')
      await store.claim({ ...RUN, week, content }, ALSO)
      await store.record({ ...RUN, week, content, state: 'handed', tries: 1 }, ME)
    }
    await store.subscribe(POLICY)
    await fill('2026-W49')
    await store.forget('2026-11-29')
    assert.equal(await held(), true)
    await store.forget('2026-11-30')
    assert.equal(await held(), false)
    await fill('2026-W50')
    await store.forget()
    assert.equal(await held(), false)
    assert.deepEqual((await store.run({ ...RUN, week: '2026-W50' }))?.content?.answer.groups, [groups[1]])
  },
)

onBoth('what was forgotten while a digest was under way does not come back with it', async (store) => {
  const groups = [{ under: UNANSWERED, title: '“jane doe” (once)', findings: [] }]
  const content = { ...(RUN.content as Content), answer: { ...(RUN.content as Content).answer, groups } }
  await store.subscribe(POLICY)
  await store.claim({ ...RUN, content }, ALSO)
  await store.forget()
  await store.record({ ...RUN, content, state: 'handed', tries: 1 }, ME)
  assert.deepEqual((await store.run(RUN))?.content?.answer.groups, [])
})

onBoth('judgements are counted', async (store) => {
  await store.judged('twins Leeds', true, '2026-11-20')
  await store.judged('twins Leeds', false, '2026-11-24')
  await store.judged('nesta partnerships', true, '2026-11-20')
  assert.deepEqual(await store.judgements(), [
    { ask: 'twins Leeds', helpful: 1, unhelpful: 1, last: '2026-11-24' },
    { ask: 'nesta partnerships', helpful: 1, unhelpful: 0, last: '2026-11-20' },
  ])
})

onBoth('reports are kept, oldest first, whatever was typed', async (store) => {
  const one = {
    id: 'r1',
    record: 'leeds-dortmund',
    says: "It's 1969; DROP TABLE reports; --",
    at: '2026-11-20T10:00:00Z',
  }
  const two = { id: 'r2', record: 'leeds-lille', says: 'a\0b \ud800 e\u0301', at: '2026-11-19T10:00:00Z' }
  await store.report(one)
  await store.report(two)
  await store.report(two)
  assert.deepEqual(await store.reports(), [{ ...two, says: 'ab \ufffd é' }, one])
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

onBoth('an import that does not fit says where, and changes nothing', async (store) => {
  const gap = { table: 'gaps', row: { words: 'hydrogen', asked: 1, last_day: '2026-11-24' } }
  const problem = async (line: object) => {
    await assert.rejects(store.import([gap, line as typeof gap]), {
      name: 'Error',
      message: /Nothing was imported/,
    })
    return store.import([gap, line as typeof gap]).catch((error: Error) => error.message)
  }
  assert.equal(
    await problem({ table: 'users', row: {} }),
    'Line 2: there is no table “users”. Nothing was imported.',
  )
  assert.equal(
    await problem({ table: 'gaps', row: { 'words) --': 1 } }),
    'Line 2: gaps has no “words) --”. Nothing was imported.',
  )
  assert.match(
    (await problem(gap)) as string,
    /^Line 2 does not fit into gaps \(.*\)\. Nothing was imported\.$/s,
  )
  assert.deepEqual(await store.export(), [])
})

onBoth('an import takes no row that the digest would stumble over', async (store) => {
  await filled(store)
  const good = await store.export()
  await store.close()
  const fresh = { table: 'gaps', row: { words: 'hydrogen', asked: 1, last_day: '2026-11-24' } }
  for (const [table, column, value, says] of [
    ['subscriptions', 'weekday', 99, 'weekday of subscriptions should be a number from 1 to 7 (found 99)'],
    [
      'subscriptions',
      'at_time',
      '25:99',
      'at_time of subscriptions should be a time like 09:00 (found "25:99")',
    ],
    [
      'subscriptions',
      'zone',
      'Europe/Leeds',
      'zone of subscriptions should be a time zone like Europe/London (found "Europe/Leeds")',
    ],
    ['subscriptions', 'about', 7, 'about of subscriptions should be text (found 7)'],
    [
      'runs',
      'due',
      '2026-02-31T09:00:00Z',
      'due of runs should be a moment like 2026-11-30T09:00:00Z (found "2026-02-31T09:00:00Z")',
    ],
    [
      'runs',
      'state',
      'posted',
      'state of runs should be one of claimed, trying, handed, doubtful, skipped, silent, withdrawn, refused (found "posted")',
    ],
    [
      'runs',
      'content',
      '{"answer":{}}',
      'content of runs should be what an export has there (found "{\\"answer\\":{}}")',
    ],
    ['gaps', 'asked', 'many', 'asked of gaps should be a whole number (found "many")'],
    ['reports', 'at', null, 'at of reports should be a moment like 2026-11-30T09:00:00Z (found null)'],
  ] as const) {
    const line = good.find((one) => one.table === table && one.row[column] !== undefined)
    assert.ok(line)
    const problem = wrongWith(table, { ...line.row, [column]: value })
    assert.equal(problem, says)
  }
  assert.equal(wrongWith('gaps', fresh.row), undefined)
})

for (const [from, to] of [
  [0, 1],
  [1, 0],
] as const) {
  const [source, target] = [ENGINES[from], ENGINES[to]]
  if (!source || !target) continue
  const name = `everything moves from ${source.name} to ${target.name} as lines of text`
  test(name, { skip: source.skip ?? target.skip }, async (t) => {
    const old = (await source.place(t)).open()
    await filled(old)
    const text = linesToText(await old.export())
    const fresh = (await target.place(t)).open()
    assert.equal(await fresh.import(textToLines(text)), 8)
    assert.equal(linesToText(await fresh.export()), text)
    assert.deepEqual(await fresh.told(POLICY), await old.told(POLICY))
    await assert.rejects(fresh.import(textToLines(text)), {
      message: 'This store already holds 1 row of subscriptions. Import goes into an empty store.',
    })
  })
}

test('a line that is not one of an export is named', () => {
  assert.throws(() => textToLines('{"table":"gaps","row":{}}\nhello\n'), {
    message:
      'Line 2 is not a line of an export: it should look like {"table":"gaps","row":{…}}. Nothing was imported.',
  })
})

async function filled(store: Store): Promise<void> {
  await store.subscribe({ ...POLICY, stopped: { at: ME.now, why: 'no', told: false } })
  await store.subscribe(POLICY)
  await store.claim(RUN, ALSO)
  await store.record({ ...RUN, state: 'handed', tries: 1, message: 'Q1', why: '429' }, ME)
  await store.missed(
    new Map([
      ['hydrogen', 2],
      ['łódź', 1],
    ]),
    '2026-11-20',
  )
  await store.judged('twins Leeds', true, '2026-11-20')
  await store.report({ id: 'r1', record: 'a', says: 'Wrong.', at: '2026-11-20T10:00:00Z' })
}

/** The same sentence is true on both engines. */
function onBoth(
  sentence: string,
  check: (store: Store, place: Place) => Promise<void>,
  own?: 'own stores',
): void {
  for (const { name, skip, place } of ENGINES) {
    test(`${name}: ${sentence}`, { skip }, async (t: TestContext) => {
      const here = await place(t)
      await check(own ? ({} as Store) : here.open(), here)
    })
  }
}
