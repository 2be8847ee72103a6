import assert from 'node:assert/strict'
import fs, { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import module, { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Reading } from '../../src/knowledge/read.ts'
import type { Knowledge } from '../../src/knowledge/records.ts'
import { builtSoFar, lasting, preparedInTurns } from '../../src/search/lazily.ts'
import { checkFolder, watchFolder } from '../../src/serve/folder/folder.ts'
import { lostSince, shrinking } from '../../src/serve/folder/shrinking.ts'
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
  const first = builtSoFar().indexes
  const live = liveDesk(REAL_FOLDER, knowledge, () => TODAY, createLog('silent'))
  t.after(live.close)
  const ready = builtSoFar().indexes
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
    assert.equal(builtSoFar().indexes, ready, question)
  }
  const { kept } = builtSoFar()
  for (const question of questions) {
    // Of other letters, so that it is read anew.
    live.desk.answer(`${question} `)
    live.desk.answer(`twins ${question} `)
    assert.equal(builtSoFar().kept, kept, question)
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
    assert.match(said.join(), /^The folder fell from \d+ statements to \d+\. .*restart Hansa/)
    if (stand === LIMIT) {
      assert.equal(live.knowledge(live.desk.answer('twins Leeds')), knowledge)
      assert.match(live.waits() ?? '', /^The folder fell from \d+ statements to \d+\. /)
    } else {
      await until(() => live.library().knowledge.statements.size < knowledge.statements.size)
      assert.equal(live.waits(), undefined)
      // Whoever starts the next one is told, too.
      const kept = mkdtempSync(join(tmpdir(), 'hansa-kept-'))
      t.after(() => rmSync(kept, { recursive: true }))
      assert.equal(lostSince(folder, knowledge, kept), undefined)
      const { statements } = live.library().knowledge
      const told = `The folder fell from ${knowledge.statements.size} statements to ${statements.size}.`
      assert.equal(lostSince(folder, live.library().knowledge, kept), told)
      assert.equal(lostSince(folder, live.library().knowledge, kept), undefined)
    }
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

/** `part` of the statements of a folder, and of the links of each place. */
function partOf(knowledge: Knowledge, part: number): Knowledge {
  const assertions = [...Map.groupBy(knowledge.assertions, ({ place }) => place).values()]
  const some = <T>(all: readonly T[]) => all.slice(0, Math.round(all.length * part))
  return {
    ...knowledge,
    statements: new Map(some([...knowledge.statements])),
    assertions: assertions.flatMap(some),
  }
}

test('what is lost in several small edits within a minute is lost', async () => {
  const { knowledge } = await checkFolder(REAL_FOLDER, TODAY)
  assert.ok(knowledge)
  let now = 0
  const folder = shrinking(knowledge, 60_000, () => now)
  const edited = (seconds: number, part: number) => {
    now = seconds * 1000
    const some = partOf(knowledge, part)
    const verdict = folder.judge(some)
    if (!verdict) folder.serves(some)
    return verdict && verdict.in / 1000
  }
  assert.equal(edited(0, 0.95), undefined)
  assert.equal(edited(10, 0.91), undefined)
  assert.equal(edited(20, 0.87), 60)
  // An edit that takes away no more does not begin the minute anew; one that does, does, and so do several small ones together.
  assert.equal(edited(50, 0.86), 30)
  assert.equal(edited(60, 0.5), 60)
  assert.equal(edited(70, 0.46), 50)
  assert.equal(edited(80, 0.42), 60)
  assert.equal(edited(139, 0.43), 1)
  folder.serves(partOf(knowledge, 0.43))
  // What stood is what the next edit is compared with; and what was put right is served at once.
  assert.equal(edited(141, 0.42), undefined)
  assert.equal(edited(150, 0.2), 60)
  assert.equal(edited(151, 0.42), undefined)
  // Slowly, each loss stood for a minute.
  assert.equal(edited(300, 0.39), undefined)
  assert.equal(edited(361, 0.36), undefined)
})

test('a folder that cannot be read for a while is read once it can, and neither kept nor served as it was not', {
  timeout: LIMIT,
}, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'hansa-short-'))
  cpSync(SMALL, folder, { recursive: true })
  const seen: Reading[] = []
  const failures: unknown[] = []
  const watch = watchFolder(
    folder,
    () => TODAY,
    (reading) => void seen.push(reading),
    {
      every: 20,
      onFailed: (error) => failures.push(error),
    },
  )
  t.after(() => {
    watch.close()
    rmSync(folder, { recursive: true })
  })
  // Nothing is read aside, nor kept: it is this process that is short.
  t.mock.method(module, 'getCompileCacheDir', () => undefined)
  const open = fs.openSync
  const isShort = t.mock.method(fs, 'openSync', (...args: Parameters<typeof open>) => {
    if (String(args[0]).endsWith('leeds.yml'))
      throw Object.assign(new Error('EMFILE: too many open files'), { code: 'EMFILE' })
    return open(...args)
  })
  syncBuiltinESMExports()
  appendFileSync(join(folder, 'twinnings/leeds.yml'), '\n# Read again.\n')
  await until(() => failures.length > 0)
  assert.deepEqual(seen, [])
  isShort.mock.restore()
  syncBuiltinESMExports()
  await until(() => seen.length > 0)
  assert.deepEqual(
    seen.map(({ problems }) => problems),
    [[]],
  )
  assert.equal(failures.length, 1)
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
