import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { type TestContext, test } from 'node:test'
import { everythingIn } from './dump.ts'
import { ENGINES, type Place, SQLITE } from './engines.ts'
import { leaveVersionOne, ROWS, TYPED } from './version-one.ts'

const T1 = { workspace: 'T1', channel: 'C1' }

for (const { name, skip, place } of ENGINES) {
  test(`${name}: a store of the first version loses what people had typed, and nothing else`, {
    skip,
  }, async (t) => {
    const here = await place(t)
    await leaveVersionOne(here)
    const before = await everythingIn(here)
    assert.deepEqual(
      TYPED.filter((word) => !before.includes(word)),
      [],
    )
    const store = here.open()
    await store.ready()
    const open = await everythingIn(here)
    assert.deepEqual(
      TYPED.filter((word) => open.includes(word)),
      [],
    )
    const [subscription] = await store.subscriptions()
    assert.equal(subscription?.about, 'yorkshire')
    const run = await store.run({ ...T1, week: '2026-W48' })
    assert.deepEqual(run?.content?.answer.groups, [
      { under: 'New', title: 'Leeds – Dortmund, Germany', findings: [] },
    ])
    assert.deepEqual(run?.content?.answer.next, [])
    assert.equal(run?.content?.questions, undefined)
    assert.deepEqual(
      [run?.state, run?.message, run?.content?.shown],
      ['handed', 'Q1', ['new leeds-dortmund']],
    )
    assert.equal((await store.told(T1)).runs.length, 1)
    assert.equal((await store.runs('')).length, 2)
    assert.deepEqual(await store.workspaces(), [''])
    assert.deepEqual(await store.reports('T1'), [])
    assert.equal((await store.reports(''))[0]?.says, 'It was 1968.')
    for (const workspace of ['', 'T1']) {
      assert.deepEqual(await store.gaps(workspace, ''), [])
      assert.deepEqual(await store.judgements(workspace), [])
    }
    // A second start finds nothing left to do, and the first version's verbs still work.
    await store.close()
    const again = here.open()
    await again.recordGaps('T1', [{ day: '2026-11-24', count: 1 }])
    assert.equal((await again.gaps('T1', '')).length, 1)
  })

  test(`${name}: an export of the first version is taken in without what people had typed`, {
    skip,
  }, async (t) => {
    const here = await place(t)
    const store = here.open()
    const lines = ROWS.map(([table, row]) => ({ table, row }))
    assert.deepEqual(await store.import(lines), { rows: 5, dropped: 401 })
    const left = await everythingIn(here)
    assert.deepEqual(
      TYPED.filter((word) => left.includes(word)),
      [],
    )
    assert.equal((await store.run({ ...T1, week: '2026-W48' }))?.content?.answer.groups.length, 1)
    assert.equal((await store.reports('')).length, 1)
  })
}

test('SQLite: a process that died after the migration leaves the cleaning to the next', async (t: TestContext) => {
  const here: Place = await SQLITE.place(t)
  await leaveVersionOne(here)
  // What the migration itself does, without the cleaning after it.
  const file = `${here.settings.data}/hansa.db`
  const store = here.open()
  await store.ready()
  await store.close()
  const sqlite = new DatabaseSync(file)
  sqlite.exec(
    `PRAGMA secure_delete = OFF; CREATE TABLE old (words TEXT); INSERT INTO old VALUES ('${TYPED[0]}')`,
  )
  sqlite.exec('DROP TABLE old; PRAGMA user_version = 1')
  sqlite.close()
  assert.ok((await everythingIn(here)).includes(TYPED[0] as string))
  await here.open().ready()
  assert.ok(!(await everythingIn(here)).includes(TYPED[0] as string))
})

test('SQLite: what is forgotten is gone from the bytes at once, while the store stays open', async (t: TestContext) => {
  const here: Place = await SQLITE.place(t)
  const store = here.open()
  const says = (at: number) => `${TYPED[0]} ${at} `.repeat(30)
  for (let at = 0; at < 60; at++) {
    await store.report('T1', { id: `r${at}`, record: 'a', says: says(at), at: '2026-11-20T10:00:00Z' })
    await store.recordGaps('T1', [{ day: '2026-11-20', count: 1, words: `${TYPED[1]} ${at}` }])
  }
  const words = async () => {
    const bytes = await everythingIn(here)
    return TYPED.filter((word) => bytes.includes(word))
  }
  assert.deepEqual(await words(), TYPED.slice(0, 2))
  await store.forgetWords('T1')
  assert.deepEqual(await words(), TYPED.slice(0, 1))
  await store.forget('T1', '2026-11-21')
  assert.deepEqual(await words(), [])
})
