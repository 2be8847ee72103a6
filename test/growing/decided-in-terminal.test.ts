import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openStore } from '../../src/store/open.ts'
import { FIXTURE } from './folders.ts'

const BIN = fileURLToPath(new URL('../../src/bin.js', import.meta.url))

test('a decision in the terminal is in the record of changes, without what was proposed', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'hansa-decided-'))
  t.after(() => rmSync(home, { recursive: true, force: true }))
  const [data, knowledge] = [join(home, 'data'), join(home, 'knowledge')]
  cpSync(FIXTURE, knowledge, { recursive: true })
  const store = openStore({ data })
  const link = { place: 'Leeds', partner: 'Rouen', status: 'active' }
  await store.propose({ workspace: 'T1', platform: 'slack', user: 'U1' }, link, '2026-11-30T09:00:00Z')
  await store.close()
  const env = { ...process.env, HANSA_DATA: data, HANSA_KNOWLEDGE: knowledge }
  const hansa = (...args: string[]) => spawnSync(process.execPath, [BIN, ...args], { env, encoding: 'utf8' })
  assert.equal(hansa('reject', '1', '--why', 'My secret reason.').status, 0)
  const { stdout } = hansa('audit')
  assert.match(stdout, /Z {2}the operator decided a proposal in the terminal: rejected proposal 1\n/)
  assert.doesNotMatch(stdout, /Rouen|secret|U1/)
})
