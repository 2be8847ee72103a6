import assert from 'node:assert/strict'
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { indexesBuilt } from '../../src/search/lazily.ts'
import { checkFolder } from '../../src/serve/folder/folder.ts'
import { liveDesk } from '../../src/serve/live-desk.ts'
import { createLog } from '../../src/serve/serve.ts'
import { REAL_FOLDER } from '../real-folder.ts'
import { TODAY } from '../small-knowledge.ts'
import { LIMIT } from '../until.ts'

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
