import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Query } from '../../src/store/engine/database.ts'
import { openPostgres } from '../../src/store/engine/postgres.ts'
import { OF_A_WORKSPACE, OF_NO_WORKSPACE } from '../../src/store/engine/schema.ts'
import { sqliteIn } from '../../src/store/engine/sqlite.ts'
import { everythingIn } from './dump.ts'
import { ENGINES, type Place } from './engines.ts'
import { onBoth } from './samples.ts'

const LINK = { place: 'Leeds', partner: 'Rouen', status: 'active' }
const [GONE, STAYS] = ['T0GONE', 'T0STAYS']

for (const { name, skip, place } of ENGINES) {
  test(`${name}: after a workspace was deleted no row names it, and the others’ rows are the same`, {
    skip,
  }, async (t) => {
    const here = await place(t)
    const store = here.open()
    await store.ready()
    await store.close()
    const tables = await inDatabase(here, async (query) => {
      const found = await tablesIn(query, here.settings.databaseUrl !== undefined)
      for (const table of found.filter(({ columns }) => columns.has('workspace')))
        for (const workspace of [GONE, STAYS]) await putRow(table, workspace, query)
      return found
    })
    const names = tables.map(({ name }) => name).sort()
    assert.deepEqual(names, [...OF_A_WORKSPACE, ...OF_NO_WORKSPACE].sort(), 'a new table stands in no list')
    const before = await allRows(here)
    assert.match(before, new RegExp(GONE))
    const again = here.open()
    assert.equal(await again.deleteWorkspace(GONE), true)
    // Word of a goodbye comes twice, and in any order.
    assert.equal(await again.deleteWorkspace(GONE), true)
    assert.doesNotMatch(await everythingIn(here), new RegExp(GONE))
    await again.close()
    const after = await allRows(here)
    const staying = before.split('\n').filter((row) => !row.includes(GONE))
    assert.equal(after, staying.join('\n'))
    assert.ok(staying.length >= OF_A_WORKSPACE.length)
  })
}

onBoth('late word that a workspace left does not undo that it came back', async (store) => {
  const back = { workspace: 'T1', platform: 'slack', sealed: 'v1.x', since: '2026-11-30T09:00:00Z' }
  await store.install(back)
  assert.equal(await store.deleteWorkspace('T1', '2026-11-30T08:59:59Z'), false)
  assert.deepEqual(await store.installations(), [back])
  // That another one came since is another matter.
  await store.install({ ...back, workspace: 'T2', since: '2026-11-30T09:30:00Z' })
  assert.equal(await store.deleteWorkspace('T1', '2026-11-30T09:00:00Z'), true)
  assert.deepEqual(
    (await store.installations()).map(({ workspace }) => workspace),
    ['T2'],
  )
})

onBoth('of twenty installs at once one stands, whole', async (store) => {
  const one = (n: number) => ({ workspace: 'T1', platform: 'slack', sealed: `v1.${n}`, since: day(n) })
  await Promise.all(Array.from({ length: 20 }, (_, n) => store.install(one(n))))
  const [kept, ...others] = await store.installations()
  assert.deepEqual(others, [])
  assert.deepEqual(kept, one(Number(kept?.sealed.slice(3))))
})

onBoth('what was written down of changes is kept for as long as it may be', async (store) => {
  const change = { workspace: 'T1', who: 'U1', channel: 'C1', did: 'set a digest', what: 'Mondays' } as const
  await store.recordChange({ ...change, at: '2026-11-01T09:00:00Z' })
  await store.recordChange({ ...change, at: '2026-11-30T09:00:00Z' })
  await store.recordChange({ workspace: 'T2', at: '2026-11-02T09:00:00Z', did: 'installed', what: '' })
  await store.forgetChanges('2026-11-02')
  assert.deepEqual(await store.changes('T1'), [{ ...change, at: '2026-11-30T09:00:00Z' }])
  assert.deepEqual(await store.workspaces(), ['T1', 'T2'])
})

onBoth('changes of one second are told in the order in which they were made', async (store) => {
  const what = Array.from({ length: 20 }, (_, n) => `change ${n}`)
  for (const one of what)
    await store.recordChange({
      workspace: 'T1',
      at: '2026-11-30T09:00:00Z',
      did: 'changed settings',
      what: one,
    })
  assert.deepEqual(
    (await store.changes('T1')).map((change) => change.what),
    what,
  )
})

function day(n: number): string {
  return `2026-11-${String(n + 1).padStart(2, '0')}T09:00:00Z`
}

type Table = { name: string; columns: ReadonlyMap<string, string> }

/** As the database itself says it. */
async function tablesIn(query: Query, isPostgres: boolean): Promise<readonly Table[]> {
  const columns = await query(isPostgres ? OF_POSTGRES : OF_SQLITE)
  return [...Map.groupBy(columns, ({ tab }) => String(tab))].map(([name, all]) => ({
    name,
    columns: new Map(all.map(({ col, kind }) => [String(col), String(kind).toLowerCase()])),
  }))
}

const OF_SQLITE = `SELECT m.name AS tab, c.name AS col, c.type AS kind FROM sqlite_master m, pragma_table_info(m.name) c
  WHERE m.type = 'table'`
const OF_POSTGRES = `SELECT table_name AS tab, column_name AS col, data_type AS kind FROM information_schema.columns
  WHERE table_schema = current_schema()`

async function inDatabase<T>({ settings }: Place, work: (query: Query) => Promise<T>): Promise<T> {
  const { data, databaseUrl } = settings
  const database = databaseUrl ? await openPostgres(databaseUrl) : await sqliteIn(data)()
  return database.atomically(work).finally(() => database.close())
}

async function allRows(here: Place): Promise<string> {
  return inDatabase(here, async (query) => {
    const rows: string[] = []
    for (const { name } of await tablesIn(query, here.settings.databaseUrl !== undefined))
      for (const row of await query(`SELECT * FROM ${name}`)) rows.push(`${name} ${JSON.stringify(row)}`)
    return rows.sort().join('\n')
  })
}

/** A row of anything, which names the workspace in every column of text. */
async function putRow({ name, columns }: Table, workspace: string, query: Query): Promise<void> {
  const of = [...columns].filter(([column]) => column !== 'edition')
  const values = of.map(([column, kind]) =>
    kind === 'integer' ? 1 : column === 'workspace' ? workspace : `${column} of ${workspace}`,
  )
  const places = of.map((_, at) => `$${at + 1}`).join(', ')
  await query(`INSERT INTO ${name} (${of.map(([column]) => column).join(', ')}) VALUES (${places})`, values)
}

onBoth(
  'a proposal that is decided goes with its age, and one that waits or is served stays',
  async (store) => {
    const decided = ['waiting', 'approved', 'rejected', 'written'] as const
    for (const [at, state] of decided.entries()) {
      await store.propose({ workspace: GONE, platform: 'slack' }, LINK, '2026-11-29T10:00:00Z')
      if (state !== 'waiting')
        await store.decideProposal(at + 1, 'waiting', state, 'The page does not say so.')
    }
    const left = async () => (await store.proposals(decided)).map(({ state }) => state)
    assert.deepEqual(await store.workspaces(), [GONE])
    await store.forget(GONE, '2026-11-29')
    assert.deepEqual(await left(), decided)
    await store.forget(GONE, '2026-11-30')
    assert.deepEqual(await left(), ['waiting', 'approved'])
    assert.deepEqual(await store.workspaces(), [])
    assert.equal(await store.propose({ workspace: GONE, platform: 'slack' }, LINK, '2026-11-29T10:00:00Z'), 5)
  },
)
