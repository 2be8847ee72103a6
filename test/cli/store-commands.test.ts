import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openStore } from '../../src/store/open.ts'
import { folder } from '../store/engines.ts'
import { hansa as asking } from './hansa.ts'

test('gaps, mistakes, export, import and forget work on the store, and one that is in use is a sentence', async (t) => {
  const [data, other] = [folder(t), folder(t)]
  const store = openStore({ data })
  const norwich = { is: 'place', id: '2641181' } as const
  await store.recordGaps('T1', [
    { about: norwich, day: '2026-11-23', count: 1 },
    { about: norwich, day: '2026-11-24', count: 3 },
    { day: '2026-11-24', count: 16, words: 'hydrogen' },
    { about: { is: 'place', id: '2655603' }, day: '2026-11-24', count: 1 },
  ])
  await store.report('T1', {
    id: 'r',
    record: 'leeds-dortmund',
    says: 'It was\n1968',
    at: '2026-11-24T09:00:00Z',
  })
  await store.recordJudgement('T1', {
    about: { is: 'place', id: 'E08000035' },
    helpful: true,
    day: '2026-11-24',
  })
  const inUse = await hansa(['gaps'], data)
  assert.equal(inUse.status, 1)
  assert.match(
    inUse.stderr,
    /is in use by another process\. Stop that one, or set DATABASE_URL to run several\.\n$/,
  )
  await store.close()
  const named = 'Asked for and not held: Norwich, 4 times.\n17 other questions found no answer.\n'
  assert.equal((await hansa(['gaps'], data)).stdout, named)
  assert.equal(
    (await hansa(['gaps'], data, undefined, { HANSA_KEEP_WORDS: '1' })).stdout,
    `${named}  “hydrogen” (16 times), last on 2026-11-24\n`,
  )
  assert.equal(
    (await hansa(['mistakes'], data)).stdout,
    '2026-11-24  leeds-dortmund: It was 1968\n1 helpful, 0 not helpful: Leeds\n',
  )
  const exported = (await hansa(['store', 'export'], data)).stdout
  assert.doesNotMatch(exported, /hydrogen/)
  assert.equal(exported.split('\n').length, 7)
  assert.equal((await hansa(['store', 'import'], other, exported)).stdout, 'Took in 6 rows.\n')
  assert.equal((await hansa(['store', 'export'], other)).stdout, exported)
  assert.match(
    (await hansa(['store', 'import'], other, exported)).stderr,
    /^This store already holds 4 rows of gaps\./,
  )
  const old = [
    { table: 'gaps', row: { words: 'hydrogen', asked: 1, last_day: '2026-11-24' } },
    { table: 'judgements', row: { ask: 'twins jane', helpful: 1, unhelpful: 0, last_day: '2026-11-24' } },
    { table: 'reports', row: { id: 'r', record: 'x', says: 'y', at: '2026-11-24T09:00:00Z' } },
  ]
  const third = folder(t)
  assert.equal(
    (await hansa(['store', 'import'], third, old.map((line) => JSON.stringify(line)).join('\n'))).stdout,
    'Took in 1 row. Left out 2 rows of questions in people’s words, which are not kept any more.\n',
  )
  assert.match((await hansa(['store', 'export'], third)).stdout, /^{"table":"reports","row":{"workspace":"",/)
  assert.equal((await hansa(['forget', 'llamas'], data)).status, 2)
  assert.match((await hansa(['forget', '--help'], data)).stdout, /^npx hansa forget /)
  assert.equal(
    (await hansa(['forget', '--dry-run'], data)).stdout,
    'This would forget 21 questions, 1 report of errors, decided proposals, and what people thought of answers. Nothing was forgotten.\n',
  )
  const unasked = await hansa(['forget'], data, '')
  assert.equal(unasked.status, 2)
  assert.match(unasked.stderr, /^forget asks before it forgets, and nobody can be asked here: add --yes, /)
  assert.equal((await hansa(['store', 'export'], data)).stdout, exported)
  assert.equal(
    (await hansa(['forget', '--yes'], data)).stdout,
    'Forgot 21 questions, 1 report of errors, decided proposals, and what people thought of answers.\n',
  )
  assert.match(
    (await hansa(['audit'], data)).stdout,
    /Z {2}the operator forgot questions in the terminal: 21 questions, 1 report of errors, decided proposals, /,
  )
  assert.equal((await hansa(['digest', '--status'], data)).stdout, 'No channel has a weekly digest.\n')
})

test('digest prints the week of any day, in every format, and the rest when asked', async (t) => {
  const data = folder(t)
  const plain = await hansa(['digest', '--at', '2026-11-30T09:00'], data)
  assert.equal(plain.status, 0)
  assert.match(plain.stdout, /^Weekly digest, Monday 30 November 2026\n/)
  assert.match(plain.stdout, /LINK OF THE WEEK/)
  assert.equal((await hansa(['digest', '--at', '2026-11-30T09:00'], data)).stdout, plain.stdout)
  const all = (await hansa(['digest', '--at', '2026-11-30T09:00', '--all'], data)).stdout
  assert.ok(all.length >= plain.stdout.length)
  const later = (await hansa(['digest', '--at', '2026-12-07T09:00', '--json'], data)).stdout
  const first = (text: string) =>
    JSON.parse(text)
      .findings.map(({ title }: { title: string }) => title)
      .join()
  assert.notEqual(first(later), first((await hansa(['digest', '--at', '2026-11-30', '--json'], data)).stdout))
  const offset = await hansa(['digest', '--at', '2026-11-30T09:00+01:00'], data)
  assert.match(
    offset.stderr,
    /leave what follows the time out of "2026-11-30T09:00\+01:00": it is a time in Europe\/London/,
  )
  const json = JSON.parse((await hansa(['digest', '--at', '2026-11-30', '--json'], data)).stdout)
  assert.equal(json.outcome, 'found')
  assert.ok(json.findings.every(({ cite }: { cite: { label: string } }) => cite.label))
  assert.equal((await hansa(['digest', '--at', 'soon'], data)).status, 2)
})

function hansa(args: readonly string[], data: string, input?: string, more: Record<string, string> = {}) {
  return asking(args, input, { HANSA_DATA: data, ...more })
}

test('the export of a store that holds nothing is said to hold nothing, and does no harm', async (t) => {
  const [data, other] = [folder(t), folder(t)]
  const file = `${other}/export.jsonl`
  assert.equal(
    (await hansa(['store', 'export', file], data)).stdout,
    `The store holds nothing yet: ${file} was written, without a row.\n`,
  )
  const { status, stdout } = await hansa(['store', 'import', file], other)
  assert.equal(status, 0)
  assert.match(stdout, /^Nothing was taken in: there is no row in it/)
})
