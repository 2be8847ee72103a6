import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { KINDS } from '../../src/knowledge/kinds/all.ts'
import { readKnowledge } from '../../src/knowledge/read.ts'
import { THOROUGH } from '../../src/knowledge/rules/thorough/all.ts'
import { filesIn } from '../../src/serve/folder/folder-files.ts'
import { keptReading } from '../../src/serve/folder/kept-reading.ts'
import { TODAY } from '../small-knowledge.ts'

const SMALL = fileURLToPath(new URL('../fixtures/knowledge-small', import.meta.url))
const made = mkdtempSync(join(tmpdir(), 'hansa-kept-'))
after(() => rmSync(made, { recursive: true }))

let count = 0
function folderAndPlace() {
  count += 1
  const folder = join(made, `knowledge-${count}`)
  cpSync(SMALL, folder, { recursive: true })
  return { folder, kept: join(made, `kept-${count}`) }
}

/** What it was read as, and whether it was read for that. */
async function reading(
  { folder, kept }: { folder: string; kept: string },
  today = TODAY,
  how: { thorough?: boolean; onlyProblems?: boolean; asNeeded?: boolean } = {},
) {
  let isRead = false
  const read = async () => {
    isRead = true
    return readKnowledge(filesIn(folder), today, KINDS, { ...how, thorough: how.thorough ? THOROUGH : [] })
  }
  return { ...(await keptReading({ folder, today, ...how }, read, kept)), isRead }
}

test('what was read once is the same when it is kept', async () => {
  const here = folderAndPlace()
  const { isRead, ...first } = await reading(here)
  assert.ok(isRead)
  const { isRead: isReadAgain, ...second } = await reading(here)
  assert.ok(!isReadAgain)
  assert.ok(first.knowledge)
  assert.deepEqual(plain(second), plain(first))
  assert.ok(second.knowledge?.statements instanceof Map)
})

/** Without fields that hold nothing, and with maps as lists. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, one) => (one instanceof Map ? [...one] : one)))
}

test('the wide list of places outlives an edit, and the indexes over it with it', async () => {
  const here = folderAndPlace()
  const { knowledge: before } = await reading(here)
  writeFileSync(join(here.folder, 'claims/more.yml'), 'claims: []\n')
  await reading(here)
  const { isRead, knowledge: after } = await reading(here)
  assert.ok(!isRead)
  assert.notEqual(after?.statements, before?.statements)
  assert.equal((await reading(here)).knowledge?.exists, after?.exists)
})

test('a byte that is another is read, though size and time are the same', async () => {
  const here = folderAndPlace()
  const file = join(here.folder, 'twinnings/leeds.yml')
  await reading(here)
  const { size, atime, mtime } = statSync(file)
  execFileSync('sed', ['-i', 's/1969/1968/', file])
  utimesSync(file, atime, mtime)
  assert.equal(statSync(file).size, size)
  const { isRead, knowledge } = await reading(here)
  assert.ok(isRead)
  assert.ok(knowledge?.assertions.some(({ since }) => since === '1968'))
})

test('another day and a closer look are read for themselves; who looks less closely is content with a closer look', async () => {
  const here = folderAndPlace()
  await reading(here)
  assert.ok((await reading(here, '2027-03-01')).isRead)
  assert.ok((await reading(here, TODAY, { thorough: true })).isRead)
  assert.ok(!(await reading(here, TODAY, { thorough: true })).isRead)
  assert.ok(!(await reading(here)).isRead)
})

test('who asks for problems alone has no knowledge made; who asks a question reads for that, and what was read for more is enough', async () => {
  const problems = { thorough: true, onlyProblems: true }
  const here = folderAndPlace()
  const first = await reading(here, TODAY, problems)
  assert.equal(first.knowledge, undefined)
  assert.ok(!(await reading(here, TODAY, problems)).isRead)
  const asked = await reading(here)
  assert.ok(asked.isRead && asked.knowledge)
  const other = folderAndPlace()
  await reading(other, TODAY, { thorough: true })
  const { isRead, problems: found } = await reading(other, TODAY, problems)
  assert.ok(!isRead)
  assert.deepEqual(found, first.problems)
})

test('who needs few lists has each taken over when it is looked into, and all of them are the same', async () => {
  const here = folderAndPlace()
  const whole = await reading(here)
  const { isRead, knowledge } = await reading(here, TODAY, { asNeeded: true })
  assert.ok(!isRead && knowledge)
  assert.equal(knowledge.claims, knowledge.claims)
  assert.deepEqual(plain({ ...knowledge }), plain(whole.knowledge))
})

test('problems are kept with their spots', async () => {
  const here = folderAndPlace()
  writeFileSync(join(here.folder, 'claims/b.yml'), 'claims: [{}]\n')
  const { isRead: _, ...first } = await reading(here)
  const { isRead, ...second } = await reading(here)
  assert.ok(!isRead)
  assert.equal(second.knowledge, undefined)
  assert.deepEqual(second.problems, first.problems)
})

test('what is cut, no reading at all, or could have been written by others is not used', async () => {
  const here = folderAndPlace()
  await reading(here)
  const [name = ''] = readdirSync(here.kept)
  const file = join(here.kept, name)
  const whole = readFileSync(file, 'utf8')
  const lines = whole.split('\n')
  const cut = [lines.slice(0, -1), lines.slice(0, 1), lines.with(1, '["statements",true,[')]
  for (const bytes of ['', 'x', '\u00ff\u000f', ...cut.map((some) => some.join('\n'))]) {
    writeFileSync(file, bytes)
    assert.ok((await reading(here)).isRead)
  }
  chmodSync(file, 0o666)
  assert.ok((await reading(here)).isRead)
})

test('a folder with a link or a pipe in it is read each time, and waits for nobody', async () => {
  const here = folderAndPlace()
  execFileSync('mkfifo', [join(here.folder, 'claims/pipe.yml')])
  await reading(here)
  assert.ok((await reading(here)).isRead)
})

test('the readings of sixteen folders are kept, and no more', async () => {
  const here = folderAndPlace()
  for (let day = 1; day <= 20; day++) await reading(here, `2027-03-${String(day).padStart(2, '0')}`)
  assert.equal(readdirSync(here.kept).length, 16)
})

test('what was not read before can be read by somebody else, and is then taken over', async () => {
  const here = folderAndPlace()
  let isRead = false
  const read = async () => {
    isRead = true
    return readKnowledge(filesIn(here.folder), TODAY, KINDS)
  }
  const asked = { folder: here.folder, today: TODAY }
  const first = await keptReading(asked, read, here.kept, () => reading(here))
  assert.ok(first.knowledge && !isRead)
  const other = folderAndPlace()
  const second = await keptReading({ ...asked, folder: other.folder }, read, other.kept, async () => {})
  assert.ok(second.knowledge && isRead, 'where nobody did it is read here')
})
