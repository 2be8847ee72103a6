import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { runCommand } from '../run-command.ts'

const SMALL = fileURLToPath(new URL('../fixtures/knowledge-small', import.meta.url))

/** A folder of knowledge that may be written to, one for copies, and the command that reads the one with the other. */
function aDesk(t: TestContext, copies: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'hansa-verify-'))
  t.after(() => rmSync(root, { recursive: true }))
  cpSync(SMALL, join(root, 'knowledge'), { recursive: true })
  mkdirSync(join(root, 'copies'))
  for (const [name, text] of Object.entries(copies)) writeFileSync(join(root, 'copies', name), text)
  const env = { HANSA_KNOWLEDGE: join(root, 'knowledge') }
  const hansa = (...args: string[]) => runCommand(args, { cwd: root, env })
  return { root, hansa }
}

test('verify compares saved copies, says in its exit code whether all was found, and an answer tells it', async (t) => {
  const { root, hansa } = aDesk(t, {
    'SEED.txt': 'It is said that cities and universities need one another.',
  })
  const changed = await hansa('verify', 'SEED', '--copies', 'copies')
  assert.match(changed.stdout, /changed: .*“Cities and universities need one another”/)
  assert.equal(changed.status, 1)
  writeFileSync(join(root, 'copies', 'SEED.txt'), 'Cities and universities need one another.')
  const { status, stderr } = await hansa('verify', 'SEED', '--copies', 'copies')
  assert.deepEqual([status, stderr], [0, ''])
  assert.equal((await hansa('check')).status, 0)
  assert.match(
    (await hansa('ask', '/ask universities', '--json')).stdout,
    /"compared": "matches our copy of /,
  )
})

test('what is asked for wrongly is one sentence, and nothing is written', async (t) => {
  const { root, hansa } = aDesk(t, {})
  assert.match(
    (await hansa('verify', '--copies', 'nowhere')).stderr,
    /^"nowhere" is no folder\. Name one that holds .+\n$/,
  )
  assert.equal((await hansa('verify', 'nobody')).stderr, 'No source has the id "nobody".\n')
  assert.equal((await hansa('verify', '--nonsense')).status, 2)
  assert.equal(existsSync(join(root, 'knowledge', 'checks.yml')), false)
})
