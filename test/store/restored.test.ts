import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { receiptOf } from '../../src/answer/receipt.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { editionOf } from '../../src/digest/edition.ts'
import { answerJson } from '../../src/formats/answer-json.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { readWithApproved } from '../../src/serve/proposals.ts'
import { linesToText, textToLines } from '../../src/store/export-import.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { TODAY } from '../small-knowledge.ts'
import { ENGINES, folder, freshDatabase, POSTGRES } from './engines.ts'
import { filled } from './samples.ts'

const KNOWLEDGE = fileURLToPath(new URL('../fixtures/knowledge-small', import.meta.url))
const QUESTIONS = 'twins Leeds,twins Rouen,twins Germany,twins Yorkshire,ask universities,coverage'.split(',')
const BY = { workspace: 'T1', platform: 'slack', user: 'U1' }
const LINK = {
  place: 'Leeds',
  partner: 'Rouen',
  status: 'active',
  since: '1951',
  source: 'https://example.org/rouen',
}

/** A folder of its own and a store with something in every table, an approved link among it, which no file has. */
async function lived(t: TestContext, store: Store): Promise<{ knowledge: string; before: string }> {
  const knowledge = join(folder(t), 'knowledge')
  cpSync(KNOWLEDGE, knowledge, { recursive: true })
  await filled(store)
  await store.decideProposal(await store.propose(BY, LINK, '2026-11-30T09:00:00Z'), 'waiting', 'approved')
  const { desk, state } = await deskOf(knowledge, store)
  for (const question of QUESTIONS)
    await store.keepReceipt('T1', receiptOf(desk.answer(question), { day: TODAY, folder: state }))
  const before = await saidBy(knowledge, store)
  // Else there would be nothing that only the store knows.
  assert.ok(before.includes('"heading":"Rouen, France: 1 link on record"'))
  assert.equal(before.match(/^\{"receipt":\{"id"/gm)?.length, QUESTIONS.length)
  return { knowledge, before }
}

async function deskOf(knowledge: string, store: Store) {
  const read = await readWithApproved(knowledge, await store.proposals(['approved']), assert.fail)
  assert.ok(read.knowledge)
  return {
    desk: createDesk(buildLibrary(read.knowledge), () => TODAY),
    state: editionOf(read.knowledge).id,
  }
}

/** Every answer, and every receipt, as JSON. */
async function saidBy(knowledge: string, store: Store): Promise<string> {
  const { desk, state } = await deskOf(knowledge, store)
  const said = QUESTIONS.map((question) => JSON.stringify(answerJson(desk.answer(question))))
  const kept: string[] = []
  for (const question of QUESTIONS) {
    const { id } = receiptOf(desk.answer(question), { day: TODAY, folder: state })
    kept.push(JSON.stringify({ receipt: await store.receipt(id) }))
  }
  return [...said, ...kept].join('\n')
}

function sameBytes(now: string, before: string): void {
  const lines = before.split('\n')
  assert.deepEqual(
    now.split('\n').flatMap((line, at) => (line === lines[at] ? [] : [line.slice(0, 200)])),
    [],
  )
  assert.ok(now === before)
}

/** The folder as it is in a backup, in another place. */
function copied(t: TestContext, from: string): string {
  const to = join(folder(t), 'restored')
  cpSync(from, to, { recursive: true })
  return to
}

for (const from of ENGINES)
  for (const to of ENGINES)
    test(`what was exported from ${from.name} and imported into ${to.name} answers in the same bytes`, {
      skip: from.skip ?? to.skip,
    }, async (t) => {
      const store = (await from.place(t)).open()
      const { knowledge, before } = await lived(t, store)
      const text = linesToText(await store.export())
      await store.close()
      const restored = (await to.place(t)).open()
      await restored.import(textToLines(text))
      sameBytes(await saidBy(copied(t, knowledge), restored), before)
      assert.equal(linesToText(await restored.export()), text)
    })

test('a copy of the folder of an embedded store that was stopped answers in the same bytes', async (t) => {
  const data = folder(t)
  const store = openStore({ data })
  const { knowledge, before } = await lived(t, store)
  await store.close()
  const restored = openStore({ data: copied(t, data) })
  t.after(() => restored.close())
  sameBytes(await saidBy(copied(t, knowledge), restored), before)
})

const tool = (name: string, ...args: string[]) => spawnSync(name, args, { encoding: 'utf8' })
const noTool = tool('pg_dump', '--version').error ? 'there is no pg_dump here' : undefined

test('a dump of PostgreSQL, taken while it runs and put into another database, answers in the same bytes', {
  skip: POSTGRES.skip ?? noTool,
}, async (t) => {
  const [one, other] = [await freshDatabase(t), await freshDatabase(t)]
  const store = openStore({ data: '', databaseUrl: one })
  t.after(() => store.close())
  const { knowledge, before } = await lived(t, store)
  const file = join(folder(t), 'hansa.dump')
  const dumped = tool('pg_dump', '--format=custom', `--file=${file}`, one)
  // A program that is older than the server does not do it, and says so.
  if (/server version mismatch/.test(dumped.stderr)) return t.skip(dumped.stderr)
  assert.equal(dumped.status, 0, dumped.stderr)
  const put = tool('pg_restore', '--clean', '--if-exists', '--no-owner', `--dbname=${other}`, file)
  assert.equal(put.status, 0, put.stderr)
  const restored = openStore({ data: '', databaseUrl: other })
  t.after(() => restored.close())
  sameBytes(await saidBy(copied(t, knowledge), restored), before)
})
