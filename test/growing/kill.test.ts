import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { alone, commit } from '../../src/growing/folder/commit.ts'
import { filesIn } from '../../src/serve/folder/folder-files.ts'
import { allOf, emptyFolder } from './folders.ts'

const COMMIT = fileURLToPath(new URL('../../src/growing/folder/commit.ts', import.meta.url))
const BEFORE = Object.fromEntries(
  Array.from({ length: 30 }, (_, n) => [`twinnings/${n}.yml`, 'place: before\n']),
)
const AFTER = Object.fromEntries(
  Array.from({ length: 60 }, (_, n) => [`twinnings/${n}.yml`, 'place: after\n']),
)

/** A process that changes all files at once, over and over, until it is killed. */
const WRITER = `
import { alone, commit } from ${JSON.stringify(COMMIT)}
const [folder] = process.argv.slice(1)
const change = (text, count) => Array.from({ length: count }, (_, n) => ({ path: \`twinnings/\${n}.yml\`, text }))
process.stdout.write('ready')
for (;;) {
  await alone(folder, () => commit(folder, change('place: after\\n', 60)))
  await alone(folder, () => commit(folder, change('place: before\\n', 60)))
}`

const KILLS = process.env.HANSA_EXHAUSTIVE ? 100 : 12

test(`killed at any of ${KILLS} moments, a folder reads as before or as after, and so it is once somebody writes again`, async (t) => {
  const folder = emptyFolder(t)
  for (let kill = 0; kill < KILLS; kill++) {
    const writer = spawn(process.execPath, ['--input-type=module', '-e', WRITER, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise((ready) => writer.stdout?.once('data', ready))
    await new Promise((later) => setTimeout(later, 3 + ((kill * 37) % 101)))
    const gone = new Promise((end) => writer.once('exit', end))
    writer.kill('SIGKILL')
    await gone
    assert.ok(isWhole(asRead(folder)), `kill ${kill}: what is read is neither the one nor the other`)
    const read = asRead(folder)
    await alone(folder, () => {})
    assert.deepEqual(allOf(folder), read)
    assert.ok(isWhole(allOf(folder)))
  }
})

test('a change that was decided when its process died is read as done, and finished by who writes next', async (t) => {
  const folder = emptyFolder(t)
  await alone(folder, () => commit(folder, changes(BEFORE)))
  // As a process leaves it that dies after three of its renames.
  await alone(folder, () => {
    const hidden = join(folder, '.hansa-change')
    for (const [n, [, text]] of Object.entries(AFTER).entries()) writeFileSync(join(hidden, String(n)), text)
    writeFileSync(join(hidden, 'decided.json'), JSON.stringify(Object.keys(AFTER)))
    for (const n of [0, 1, 2]) renameSync(join(hidden, String(n)), join(folder, `twinnings/${n}.yml`))
    assert.deepEqual(asRead(folder), new Map(Object.entries(AFTER).sort(([a], [b]) => (a < b ? -1 : 1))))
  })
  assert.deepEqual(allOf(folder), new Map(Object.entries(AFTER).sort(([a], [b]) => (a < b ? -1 : 1))))
})

test('a change that was not decided leaves nothing', async (t) => {
  const folder = emptyFolder(t)
  await alone(folder, () => commit(folder, changes(BEFORE)))
  const before = allOf(folder)
  mkdirSync(join(folder, '.hansa-change'))
  writeFileSync(
    join(folder, '.hansa-change/owner.json'),
    JSON.stringify({ pid: 999_999_999, host: 'elsewhere' }),
  )
  writeFileSync(join(folder, '.hansa-change/0'), 'place: after\n')
  assert.deepEqual(asRead(folder), before)
  await alone(folder, () => {}, 20_000)
  assert.deepEqual(allOf(folder), before)
})

test('two writers wait for each other, and neither loses what the other wrote', async (t) => {
  const folder = emptyFolder(t)
  const add = (n: number) =>
    alone(folder, () => commit(folder, [{ path: `twinnings/${n}.yml`, text: 'place: x\n' }]))
  await Promise.all([1, 2, 3, 4].map(add))
  assert.equal(allOf(folder).size, 4)
})

function changes(files: Readonly<Record<string, string>>) {
  return Object.entries(files).map(([path, text]) => ({ path, text }))
}

/** What Hansa reads of the folder. */
function asRead(folder: string): ReadonlyMap<string, string> {
  const files = filesIn(folder).filter(({ path }) => path.startsWith('twinnings/'))
  return new Map(
    files.map((file) => [file.path, 'bytes' in file ? new TextDecoder().decode(file.bytes) : file.problem]),
  )
}

function isWhole(files: ReadonlyMap<string, string>): boolean {
  return new Set(files.values()).size <= 1 && [0, 60].includes(files.size)
}
