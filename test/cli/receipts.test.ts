import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { receiptOf } from '../../src/answer/receipt.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { run } from '../../src/cli/receipt.ts'
import { editionOf } from '../../src/digest/edition.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { checkFolder } from '../../src/serve/folder/folder.ts'
import { showAs } from '../../src/serve/show-as.ts'
import { openStore } from '../../src/store/open.ts'
import { TODAY } from '../small-knowledge.ts'

/** 500 answers and 200 edits with HANSA_EXHAUSTIVE=1. */
const [SHARES, EDITS] = process.env.HANSA_EXHAUSTIVE ? [500, 200] : [24, 8]

const QUESTIONS =
  'twins Leeds,twins Dortmund,twins Hull,twins Germany,twins Yorkshire,twins Rotherham,twins Cologne,ask universities,ask trust,ask history'.split(
    ',',
  )
const SMALL = fileURLToPath(new URL('../fixtures/knowledge-small', import.meta.url))
const FILES = ['twinnings/leeds.yml', 'twinnings/hull.yml', 'claims/innovators.yml']

test('each receipt prints what was shown, from its state of the folder, whatever was edited since', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'hansa-receipts-'))
  t.after(() => rmSync(home, { recursive: true, force: true }))
  const folder = join(home, 'knowledge')
  cpSync(SMALL, folder, { recursive: true })
  Object.assign(process.env, { HANSA_KNOWLEDGE: folder, HANSA_DATA: join(home, 'data'), DATABASE_URL: '' })
  const store = openStore({ data: join(home, 'data') })
  const show = await showAs('terminal', 'receipt', { full: true })
  const kept: { id: string; printed: string; state: string }[] = []
  let asked = await served(folder)
  const states = new Set([asked.state])
  let edits = 0
  for (let share = 0; share < SHARES; share++) {
    if (share % Math.ceil(SHARES / EDITS) === 0) {
      edit(folder, edits++)
      asked = await served(folder)
      states.add(asked.state)
    }
    const answer = asked.desk.answer(QUESTIONS[share % QUESTIONS.length] ?? '')
    assert.ok(['found', 'nothing'].includes(answer.outcome), answer.heading)
    const receipt = receiptOf(answer, { day: TODAY, folder: asked.state })
    await store.keepReceipt('T1', receipt)
    kept.push({ id: receipt.id, printed: show(answer), state: asked.state })
  }
  await store.close()
  assert.ok(states.size > EDITS / 2)
  for (let more = 0; more < EDITS; more++) edit(folder, edits + more)
  for (const { id, printed, state } of kept) {
    const out = await printedBy(id)
    assert.ok(out.includes(printed), `${id}:\n${out}\nwas shown as\n${printed}`)
    assert.match(out, new RegExp(`from the folder in state ${state}`))
    assert.match(
      out,
      /Sources, and how they stood that day:\n1 .*\n {2}checked \d+ \w+ 2026 by \w+|It cites no source/,
    )
  }
  await assert.rejects(run(['0000-0000-00000']), /There is no receipt 0000-0000-00000 in this store/)
  await assert.rejects(run(['leeds']), /name one receipt/)
})

test('a receipt tells the day, the state of the folder then and now, each check of a source, and one item alone', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'hansa-receipts-'))
  t.after(() => rmSync(home, { recursive: true, force: true }))
  Object.assign(process.env, { HANSA_KNOWLEDGE: SMALL, HANSA_DATA: join(home, 'data'), DATABASE_URL: '' })
  const store = openStore({ data: join(home, 'data') })
  const { desk, state } = await served(SMALL)
  const answer = desk.answer('twins Leeds')
  const [group, other] = answer.groups
  const [one, another] = group?.findings ?? []
  assert.ok(group && other && one && another)
  const again = {
    ...another,
    cite: { ...one.cite, checkedOn: '2025-01-02', checkedBy: 'Bo', gone: true as const },
  }
  const late = {
    ...another,
    cite: { ...one.cite, checkedOn: '2024-01-02', overdue: 'due for a check' as const },
  }
  const shown = { ...answer, groups: [{ ...group, findings: [one, again, late] }, other] }
  const here = receiptOf(shown, { day: '2026-03-02', folder: state })
  const elsewhere = receiptOf(shown, { day: '2026-03-02', folder: 'f' })
  await store.keepReceipt('T1', here)
  await store.keepReceipt('T1', elsewhere)
  await store.close()
  const out = await printedBy(here.id)
  assert.match(out, /^Receipt \S+: shared with a channel, 2 March 2026\.\n/)
  assert.ok(out.includes(`Made from the folder in state ${state}, the same as here now.`))
  const sources = out.slice(out.indexOf('Sources, and how'))
  for (const check of [
    'checked 20 November 2026 by Ana\n',
    'checked 2 January 2025 by Bo; the source did not say so any more\n',
    'checked 2 January 2024 by Ana; check overdue: due for a check\n',
  ])
    assert.ok(sources.includes(`\n  ${check}`), sources)
  assert.ok((await printedBy(elsewhere.id)).includes(`state f, another than here now (${state}).`))
  const item = await printedBy(`${here.id}.2`)
  assert.ok(item.includes(`Item 2 of: ${answer.heading}`) && item.includes(other.title), item)
  assert.ok(!item.includes('Sources differ on the start') && !item.includes(group.title), item)
  const cited = new Set(other.findings.map(({ cite }) => cite.source))
  assert.ok(cited.size < (answer.table?.references.length ?? 0))
  assert.equal(item.match(/^\d+ .+/gm)?.length, cited.size, item)
  await assert.rejects(run([`${here.id}.3`]), /has no item 3/)
  const json = JSON.parse(await printedBy(here.id, '--json'))
  assert.deepEqual([json.id, json.day, json.folder, json.shown.length], [here.id, '2026-03-02', state, 1])
})

async function served(folder: string) {
  const { knowledge } = await checkFolder(folder, TODAY)
  assert.ok(knowledge)
  return { desk: createDesk(buildLibrary(knowledge), () => TODAY), state: editionOf(knowledge).id }
}

/** Another year, or another word: always a correct folder. */
function edit(folder: string, number: number): void {
  const file = join(folder, FILES[number % FILES.length] ?? '')
  const text = readFileSync(file, 'utf8')
  const edited = text
    .replace(/since: \d{4}(?=\n)/, `since: ${1900 + (number % 57)}`)
    .replace(/(says: .*?)( Edit \d+\.)?\n/, `$1 Edit ${number}.\n`)
  writeFileSync(file, edited)
}

async function printedBy(...args: readonly string[]): Promise<string> {
  const { write } = process.stdout
  let text = ''
  // What is no string is the runner's own word of how the tests went.
  process.stdout.write = ((chunk: string | Uint8Array) => {
    if (typeof chunk !== 'string') return write.call(process.stdout, chunk)
    text += chunk
    return true
  }) as typeof write
  try {
    assert.equal(await run(args), 0)
  } finally {
    process.stdout.write = write
  }
  return text
}
