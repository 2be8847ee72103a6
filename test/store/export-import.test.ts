import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesToText, textToLines } from '../../src/store/export-import.ts'
import { wrongWith } from '../../src/store/import-row.ts'
import { ENGINES } from './engines.ts'
import { filled, onBoth, POLICY } from './samples.ts'

onBoth('an import that does not fit says where, and changes nothing', async (store) => {
  const gap = {
    table: 'gaps',
    row: { workspace: 'T1', kind: 'topic', id: 'schools', day: '2026-11-24', asked: 1 },
  }
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
  const fresh = {
    table: 'gaps',
    row: { workspace: 'T1', kind: 'topic', id: 'schools', day: '2026-11-24', asked: 1 },
  }
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
    assert.deepEqual(await fresh.import(textToLines(text)), { rows: 12, dropped: 0 })
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
