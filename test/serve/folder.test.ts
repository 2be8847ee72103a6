import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Reading } from '../../src/knowledge/read.ts'
import { checkFolder, watchFolder } from '../../src/serve/folder/folder.ts'
import { LIMIT } from '../until.ts'

const TODAY = '2026-11-24'
const SMALL = fileURLToPath(new URL('../fixtures/knowledge-small', import.meta.url))
const made = mkdtempSync(join(tmpdir(), 'hansa-folder-'))
let count = 0
after(() => rmSync(made, { recursive: true }))

/** A clean folder to spoil. */
function copy(): string {
  count += 1
  const folder = join(made, `knowledge-${count}`)
  cpSync(SMALL, folder, { recursive: true })
  return folder
}

async function saysOf(folder: string): Promise<readonly string[]> {
  return (await checkFolder(folder, TODAY)).problems.map(
    // Named as one would type it from here, wherever that is.
    ({ file, says }) => `${resolve(file).replace(`${folder}/`, '')}: ${says}`,
  )
}

test('a problem names its file as one would type it from here', async () => {
  const [problem] = (await checkFolder('test/fixtures/knowledge-wrong', TODAY)).problems
  assert.equal(problem?.file, 'test/fixtures/knowledge-wrong/claim/typo.yml')
})

test('a folder that is not there, or is a file, is a problem in one sentence', async () => {
  assert.deepEqual(await saysOf(join(made, 'nowhere')), [
    `${join(made, 'nowhere')}: this folder cannot be read: it is not there`,
  ])
  assert.deepEqual(await saysOf('package.json'), [
    `${resolve('package.json')}: this folder cannot be read: it is not a folder`,
  ])
})

test('a link that leads out of the folder is not followed, one inside it is', async () => {
  const folder = copy()
  symlinkSync('/etc/hostname', join(folder, 'claims/host.yml'))
  symlinkSync('/etc', join(folder, 'claims/etc.yml'))
  symlinkSync(join(folder, 'nowhere'), join(folder, 'claims/lost.yml'))
  symlinkSync('round.yml', join(folder, 'claims/round.yml'))
  renameSync(join(folder, 'claims/innovators.yml'), join(folder, 'claims/.kept'))
  symlinkSync('.kept', join(folder, 'claims/inside.yml'))
  assert.deepEqual(await saysOf(folder), [
    'claims/etc.yml: this is a link that leads out of the folder',
    'claims/host.yml: this is a link that leads out of the folder',
    'claims/lost.yml: this file cannot be read: it is not there',
    'claims/round.yml: this file cannot be read: its links lead round in a circle',
  ])
})

test('a folder that begins with the same letters is outside', async () => {
  const folder = copy()
  mkdirSync(`${folder}-secret`)
  writeFileSync(`${folder}-secret/a.yml`, 'claims: []\n')
  symlinkSync(`${folder}-secret/a.yml`, join(folder, 'claims/a.yml'))
  assert.deepEqual(await saysOf(folder), ['claims/a.yml: this is a link that leads out of the folder'])
})

test('a pipe is not waited for, and a folder in a file’s place is no file', { timeout: LIMIT }, async () => {
  const folder = copy()
  execFileSync('mkfifo', [join(folder, 'claims/pipe.yml')])
  mkdirSync(join(folder, 'claims/folder.yml'))
  symlinkSync('folder.yml', join(folder, 'claims/link.yml'))
  assert.deepEqual(await saysOf(folder), [
    'claims/link.yml: this is a link to a folder, and those are not followed',
    'claims/pipe.yml: this is not a regular file',
  ])
})

test('a folder that is not looked into says why, and is not called a file', async () => {
  const folder = copy()
  renameSync(join(folder, 'claims'), join(folder, '.claims'))
  symlinkSync('.claims', join(folder, 'claims'))
  symlinkSync('/etc', join(folder, 'reports/etc'))
  mkdirSync(join(folder, 'places/a/b/c/d/e/f/g/h/i'), { recursive: true })
  assert.deepEqual(await saysOf(folder), [
    'claims: this is a link to a folder, and those are not followed',
    'places/a/b/c/d/e/f/g/h: these folders are nested too deep',
    'reports/etc: this is a link that leads out of the folder',
  ])
})

test('a folder without knowledge is a problem, whatever else is in it', async () => {
  const folder = join(made, 'empty')
  mkdirSync(join(folder, 'claims'), { recursive: true })
  assert.deepEqual(await saysOf(folder), [`${folder}: there is no knowledge in this folder`])
  writeFileSync(join(folder, 'README.md'), 'Later.\n')
  assert.deepEqual(await saysOf(folder), [`${folder}: there is no knowledge in this folder`])
})

test('a file of 10 MB is refused before it is read', async () => {
  const folder = copy()
  writeFileSync(join(folder, 'claims/big.yml'), '')
  truncateSync(join(folder, 'claims/big.yml'), 10_000_000)
  assert.deepEqual(await saysOf(folder), ['claims/big.yml: this file is 10.0 MB long; 1.0 MB is the most'])
})

test('folders in folders are read, and too many of them are named', async () => {
  const folder = copy()
  mkdirSync(join(folder, 'claims/2026/november'), { recursive: true })
  renameSync(join(folder, 'claims/innovators.yml'), join(folder, 'claims/2026/november/innovators.yml'))
  assert.equal((await checkFolder(folder, TODAY)).knowledge?.claims.length, 3)
  mkdirSync(join(folder, 'claims/1/2/3/4/5/6/7/8/9'), { recursive: true })
  assert.deepEqual(await saysOf(folder), ['claims/1/2/3/4/5/6/7/8: these folders are nested too deep'])
})

test('an edit is read once the folder is still, a bad one with its problems', {
  timeout: LIMIT,
}, async () => {
  const folder = copy()
  const seen: Reading[] = []
  let wake = () => {}
  const next = () =>
    new Promise<void>((resolve) => {
      wake = resolve
    })
  const watch = watchFolder(
    folder,
    () => TODAY,
    (reading) => {
      seen.push(reading)
      wake()
    },
    { every: 20 },
  )
  const ticking = setInterval(() => {}, 50)
  try {
    const bad = next()
    writeFileSync(join(folder, 'claims/b.yml'), 'claims: [{}]\n')
    await bad
    const good = next()
    rmSync(join(folder, 'claims/b.yml'))
    await good
  } finally {
    watch.close()
    clearInterval(ticking)
  }
  assert.deepEqual(
    seen.map(({ knowledge, problems }) => [
      knowledge !== undefined,
      problems.some(({ severity }) => severity === 'error'),
    ]),
    [
      [false, true],
      [true, false],
    ],
  )
})
