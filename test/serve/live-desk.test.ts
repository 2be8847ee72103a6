import assert from 'node:assert/strict'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { indexesBuilt, lasting, preparedInTurns } from '../../src/search/lazily.ts'
import { checkFolder } from '../../src/serve/folder/folder.ts'
import { liveDesk } from '../../src/serve/live-desk.ts'
import { createLog } from '../../src/serve/serve.ts'
import { REAL_FOLDER } from '../real-folder.ts'
import { TODAY } from '../small-knowledge.ts'
import { LIMIT, until } from '../until.ts'

const SMALL = fileURLToPath(new URL('../fixtures/knowledge-small', import.meta.url))

test('after an edit an answer still knows what it was made from, so that its map shows the same', {
  timeout: LIMIT,
}, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'hansa-live-'))
  cpSync(REAL_FOLDER, folder, { recursive: true })
  const { knowledge } = await checkFolder(folder, TODAY)
  assert.ok(knowledge)
  const live = liveDesk(folder, knowledge, () => TODAY, createLog('silent'))
  t.after(() => {
    live.close()
    rmSync(folder, { recursive: true })
  })
  const before = live.desk.answer('twins Leeds')
  const library = live.library()
  appendFileSync(join(folder, 'twinnings/leeds.yml'), '\n# Read again.\n')
  while (live.library() === library) await wait(50)
  const after = live.desk.answer('twins Leeds')
  assert.equal(live.knowledge(before), knowledge)
  assert.notEqual(live.knowledge(after), knowledge)
})

test('once it serves, no question waits for an index: not for a misspelt name, a text, a choice or a completion', async (t) => {
  const { knowledge } = await checkFolder(REAL_FOLDER, TODAY)
  assert.ok(knowledge)
  const first = indexesBuilt()
  const live = liveDesk(REAL_FOLDER, knowledge, () => TODAY, createLog('silent'))
  t.after(live.close)
  const ready = indexesBuilt()
  assert.ok(ready - first > 10)
  const questions = [
    ...[
      'Birmingam',
      'Bramingham Parva',
      'keynes',
      'Newcastle',
      'Leeds, Ontario',
      'Allemagne',
      'Glasgow Rostov',
    ],
    ...[
      'universities and citys',
      'qantum chromodynamics',
      'ask reprot on climat',
      'thanks',
      'nesta partnrships',
    ],
    ...[
      'Xyzzyville',
      'twins Leeds Germany since 1990',
      'ask',
      'twins',
      'which council has the most twin towns',
    ],
  ]
  for (const question of questions) {
    live.desk.answer(question)
    live.desk.answer(`twins ${question}`)
    live.desk.suggest(question.slice(0, 4), 5)
    live.desk.suggest(question, 5)
    assert.equal(indexesBuilt(), ready, question)
  }
})

test('a folder that loses much in one edit is served only once it stood, and that is said', {
  timeout: LIMIT,
}, async (t) => {
  for (const stand of [LIMIT, 0.1]) {
    const folder = mkdtempSync(join(tmpdir(), 'hansa-cut-'))
    cpSync(SMALL, folder, { recursive: true })
    const { knowledge } = await checkFolder(folder, TODAY)
    assert.ok(knowledge)
    const { said, log } = listeningLog()
    const live = liveDesk(folder, knowledge, () => TODAY, log, undefined, stand)
    t.after(() => {
      live.close()
      rmSync(folder, { recursive: true })
    })
    rmSync(join(folder, 'twinnings/leeds.yml'))
    await until(() => said.length > 0)
    assert.match(said.join(), /^The folder fell from \d+ statements to \d+ in one edit\. .*restart Hansa/)
    if (stand === LIMIT) assert.equal(live.knowledge(live.desk.answer('twins Leeds')), knowledge)
    else await until(() => live.library().knowledge.statements.size < knowledge.statements.size)
  }
})

test('what a place loses is noticed, too, where it is little of the whole', { timeout: LIMIT }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'hansa-cut-'))
  cpSync(REAL_FOLDER, folder, { recursive: true })
  const { knowledge } = await checkFolder(folder, TODAY)
  assert.ok(knowledge)
  const { said, log } = listeningLog()
  const live = liveDesk(folder, knowledge, () => TODAY, log)
  t.after(() => {
    live.close()
    rmSync(folder, { recursive: true })
  })
  const path = join(folder, 'twinnings/leeds.yml')
  const [head = '', first = ''] = readFileSync(path, 'utf8').split(/\n(?= {2}- twin:)/)
  writeFileSync(path, `${head}\n${first}\n`)
  await until(() => said.some((one) => one.startsWith('Leeds fell from ')))
  assert.equal(live.library().knowledge, knowledge)
})

test('others have their turn before each index of a library that is prepared', async () => {
  const done: string[] = []
  const inner = () => lasting(() => done.push('inner'))
  await preparedInTurns(
    () => [lasting(() => done.push('one')), lasting(() => inner())],
    async () => done.push('turn'),
  )
  assert.deepEqual(done, ['turn', 'one', 'turn', 'turn', 'inner'])
})

/** A log that keeps its warnings. */
function listeningLog() {
  const said: string[] = []
  const warn = (_: object, text: string) => said.push(text)
  return { said, log: { ...createLog('silent'), info: () => undefined, warn } }
}
