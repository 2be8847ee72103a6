import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { runCommand } from '../run-command.ts'
import { SHIPPED } from './shipped.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const HEAD = 'checked: {on: 2026-11-24, by: Ana}\nadded: 2026-11-24\n'

const SOURCE = `# yaml-language-server: $schema=../schema/sources.schema.json
references:
  - {id: a-new-page, type: webpage, title: Friends of ours, URL: "https://example.org/", accessed: 2026-11-24}
`
const TWINNING = `# yaml-language-server: $schema=../schema/twinnings.schema.json
place: Exeter
${HEAD}twinnings:
  - {twin: "Dortmund, DE", kind: friendship, since: 1999, status: active, source: a-new-page, at: none}
`
const CLAIM = `# yaml-language-server: $schema=../schema/claims.schema.json
${HEAD}claims:
  - {id: choirs, title: Choirs keep links alive, says: Choirs keep links alive., source: a-new-page, about: [choirs]}
`

test('a link, its source and a claim can be added without touching any test, and a slip is found', async (t) => {
  const folder = join(mkdtempSync(join(tmpdir(), 'hansa-edit-')), 'knowledge')
  t.after(() => rmSync(join(folder, '..'), { recursive: true }))
  cpSync(SHIPPED, folder, { recursive: true })
  writeFileSync(join(folder, 'sources/a-new-page.yml'), SOURCE)
  writeFileSync(join(folder, 'twinnings/a-new-page.yml'), TWINNING)
  writeFileSync(join(folder, 'claims/a-new-page.yml'), CLAIM)
  const check = () => runCommand(['check'], { env: { HANSA_KNOWLEDGE: folder } })
  const checked = await check()
  assert.equal(checked.status, 0, checked.stdout)
  const others = globSync('*.test.ts', { cwd: HERE }).filter((file) => !import.meta.url.endsWith(file))
  assert.ok(others.length >= 4)
  // Of the places that exist it adds and takes away none.
  const options = ['--test', '--test-isolation=none', '--test-skip-pattern=exists.tsv']
  const tested = node([...options, ...others.map((file) => join(HERE, file))], folder)
  assert.equal(tested.status, 0, tested.stdout)
  appendFileSync(join(folder, 'twinnings/a-new-page.yml'), '  - {twin: "Dortmnd, DE", source: a-new-page}\n')
  assert.equal((await check()).status, 1)
})

/** `shipped`: the folder that takes the place of the one that comes with Hansa. */
function node(args: readonly string[], shipped = SHIPPED) {
  // With the first of these, a test run inside another one reports to that one and says nothing itself.
  const { NODE_TEST_CONTEXT: _outer, HANSA_KNOWLEDGE: _own, ...env } = process.env
  return spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...env, HANSA_SHIPPED: shipped } })
}
