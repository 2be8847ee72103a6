import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { answerChanges } from '../../scripts/answer-changes.ts'
import { BOCHUM, DORTMUND, LEEDS, LILLE, smallKnowledge, TODAY } from '../small-knowledge.ts'

const SCRIPT = fileURLToPath(new URL('../../scripts/content.ts', import.meta.url))
const SMALL = fileURLToPath(new URL('../fixtures/knowledge-small', import.meta.url))

const LINK = { id: 'leeds-dortmund', place: LEEDS.id, twin: DORTMUND.id, since: '1968' }
const BEFORE = { places: [LEEDS, DORTMUND, LILLE, BOCHUM], links: [LINK] }
const NEW = { id: 'leeds-lille', place: LEEDS.id, twin: LILLE.id }

test('a reader sees which records came, went and changed, and in which answers', () => {
  const after = smallKnowledge({ ...BEFORE, links: [{ ...LINK, since: '1969' }, NEW] })
  const shown = answerChanges(['/twins Leeds', '/cite council'], smallKnowledge(BEFORE), after, TODAY)
  assert.match(shown, /^Added: leeds-lille\.\nRemoved: no record\.\nChanged: leeds-dortmund\.\n/)
  assert.match(shown, /\n\/twins Leeds\n=+\n/)
  assert.match(shown, /\n- .*1968/)
  assert.match(shown, /\n\+ .*1969/)
  assert.match(shown, /\n\+ Lille, France +twin, not known +no date/)
  assert.doesNotMatch(shown, /cite council/)
  assert.match(shown, /\n1 of 2 answers differ\.\n$/)
})

test('nothing is printed of what stays as it was', () => {
  const same = smallKnowledge(BEFORE)
  assert.equal(
    answerChanges(['/twins Leeds'], same, smallKnowledge(BEFORE), TODAY),
    'Added: no record.\nRemoved: no record.\nChanged: no record.\n\n0 of 1 answers differ.\n',
  )
})

test('the folder is compared with what is committed; a difference is no failure, a broken folder is', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'hansa-content-test-'))
  t.after(() => rmSync(root, { recursive: true }))
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', ...args], { cwd: root })
  const content = (...args: string[]) =>
    spawnSync(process.execPath, [SCRIPT, ...args], { cwd: root, encoding: 'utf8' })
  cpSync(SMALL, join(root, 'knowledge'), { recursive: true })
  git('init', '-q')
  git('add', '.')
  git('commit', '-q', '-m', 'A folder')
  const twinnings = join(root, 'knowledge/twinnings/leeds.yml')
  appendFileSync(twinnings, '  - {twin: "Dortmund, DE", kind: twin, status: ended, source: SEED}\n')
  const changed = content()
  assert.equal(changed.status, 0, changed.stderr)
  assert.match(changed.stdout, /^From HEAD to the folder as it is now\n\nAdded: leeds-dortmund-seed\.\n/)
  assert.match(content('nowhere').stdout, /^Git knows no knowledge folder at “nowhere”/)
  appendFileSync(twinnings, '  - nonsense\n')
  const broken = content()
  assert.deepEqual([broken.status, broken.stdout.slice(0, 35)], [1, 'The knowledge folder has mistakes: '])
})
