import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { LIMIT } from '../until.ts'

const MAIN = fileURLToPath(new URL('../../src/bin.js', import.meta.url))
const SMALL = fileURLToPath(new URL('../fixtures/knowledge-small', import.meta.url))

/** A folder of knowledge that may be written to, one for copies, and the command that reads the one with the other. */
function aDesk(t: TestContext, copies: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'hansa-verify-'))
  t.after(() => rmSync(root, { recursive: true }))
  cpSync(SMALL, join(root, 'knowledge'), { recursive: true })
  mkdirSync(join(root, 'copies'))
  for (const [name, text] of Object.entries(copies)) writeFileSync(join(root, 'copies', name), text)
  const env = { ...process.env, HANSA_KNOWLEDGE: join(root, 'knowledge') }
  const hansa = (...args: string[]) => {
    return spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', cwd: root, env, timeout: LIMIT })
  }
  return { root, hansa }
}

test('verify compares saved copies, says in its exit code whether all was found, and an answer tells it', (t) => {
  const { root, hansa } = aDesk(t, {
    'SEED.txt': 'It is said that cities and universities need one another.',
  })
  const changed = hansa('verify', 'SEED', '--copies', 'copies')
  assert.match(changed.stdout, /changed: .*“Cities and universities need one another”/)
  assert.equal(changed.status, 1)
  writeFileSync(join(root, 'copies', 'SEED.txt'), 'Cities and universities need one another.')
  const { status, stderr } = hansa('verify', 'SEED', '--copies', 'copies')
  assert.deepEqual([status, stderr], [0, ''])
  assert.equal(hansa('check').status, 0)
  assert.match(hansa('ask', '/ask universities', '--json').stdout, /"compared": "matches our copy of /)
})

test('what is asked for wrongly is one sentence, and nothing is written', (t) => {
  const { root, hansa } = aDesk(t, {})
  assert.match(
    hansa('verify', '--copies', 'nowhere').stderr,
    /^"nowhere" is no folder\. Name one that holds .+\n$/,
  )
  assert.equal(hansa('verify', 'nobody').stderr, 'No source has the id "nobody".\n')
  assert.equal(hansa('verify', '--nonsense').status, 2)
  assert.equal(existsSync(join(root, 'knowledge', 'checks.yml')), false)
})
