import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { pressable, visitor } from '../chat/web/served.ts'
import { until } from '../until.ts'
import { read } from './folders.ts'
import { aHouse } from './house.ts'

type Visitor = ReturnType<typeof visitor>

async function ask(me: Visitor, text: string): Promise<string> {
  await me.post('/policy/say', { text })
  return (await me.read('/policy')).split('<article').at(-1) ?? ''
}

/** Fills in the window that is open, and gives it as it is then. */
async function fill(me: Visitor, filled: Readonly<Record<string, string>>): Promise<string> {
  const where = /name="where" value="(V[^"]+)"/.exec(await me.read('/policy'))?.[1] ?? ''
  const fields = Object.entries(filled).map(([field, value]) => [JSON.stringify([field, field]), value])
  await me.post('/policy/press', { where, press: 'submit', ...Object.fromEntries(fields) })
  return /<dialog[\s\S]*<\/dialog>/.exec(await me.read('/policy'))?.[0] ?? ''
}

test('from a form on the page to a commit: approved, served through a death and a restart, refused by a check, written, corrected', async (t) => {
  const { folder, git, stop, run, atOnce, start } = aHouse(t)
  const me = visitor(await start())
  await ask(me, '/twins Norwich')
  const [, where = '', press = ''] = pressable(await me.read('/policy'), 'Tell us about Norwich')
  await me.post('/policy/press', { where, press })
  // Four questions are asked; what may stay empty is folded, and open where something was filled in.
  assert.match(await me.read('/policy'), /id="input-source"[\s\S]*<details class="more-asked"><summary>/)
  const offered = await me.get('/names/partner?typed=Rou')
  assert.ok((await offered.json()).includes('Rouen, France'))
  const typed = { place: 'Norwich', partner: 'Springfield', status: 'active', since: '1951' }
  const refused = await fill(me, {
    ...typed,
    since: 'long ago',
    source: 'https://example.org/rouen',
    kind: 'twin',
  })
  assert.match(refused, /<span id="input-partner-wrong" class="wrong">Several places are called so\. Write “/)
  assert.match(refused, /id="input-partner"[^>]* aria-invalid="true"[^>]* value="Springfield"/)
  assert.match(refused, /<span id="input-since-wrong" class="wrong">“long ago” is no date\./)
  assert.match(refused, /<details class="more-asked" open="">/)
  assert.match(refused, /value="active" selected=""/)
  assert.equal((await run('proposals')).stdout, 'Nothing is proposed.\n')
  const right = { ...typed, partner: 'Rouen', source: 'https://example.org/rouen', kind: 'twin' }
  assert.match(await fill(me, right), /It waits as proposal 1 /)

  await stop('SIGKILL')
  assert.match((await run('proposals')).stdout, /1 {2}Norwich – Rouen/)
  const again = visitor(await start())
  assert.match(await ask(again, '/twins Norwich'), /We hold no links of Norwich/)
  // Two curators press at once: one decides.
  const both = await Promise.all([1, 2].map(() => atOnce('approve', '1')))
  assert.deepEqual(both.toSorted(), [0, 1])
  await until(async () => (await ask(again, '/twins Norwich')).includes('1 link on record'))
  assert.match(await ask(again, '/twins Norwich'), /approved by a curator and not yet written/)
  assert.equal(git('status', '--short'), '')

  // The folder is edited meanwhile, and the edit is wrong: nothing is lost, and one sentence says why.
  const edit = join(folder, 'twinnings/half.yml')
  writeFileSync(edit, 'place: Nowhere at all\ntwinnings: 1\n')
  const early = await run('proposals', 'write', '--no-fetch')
  assert.equal(early.status, 1)
  assert.match(early.stdout + early.stderr, /1[^\n]*The folder has mistakes, and nothing is added before/)
  assert.match(await ask(again, '/twins Norwich'), /1 link on record/)
  rmSync(edit)
  const written = await run('proposals', 'write', '--no-fetch')
  assert.equal(written.status, 0, written.stderr)
  assert.equal((await run('check')).status, 0)
  assert.equal(git('log', '-1', '--format=%s'), 'Add a link of Norwich\n')
  assert.equal(git('status', '--short'), '')
  assert.match(read(folder, 'twinnings/norwich.yml'), /twin: Rouen, FR\n {4}kind: twin\n {4}since: 1951/)
  await until(async () => !(await ask(again, '/twins Norwich')).includes('not yet written'))
  assert.match(await ask(again, '/twins Norwich'), /1 link on record/)
  // Somebody reports a mistake in it, and whoever keeps the folder is told in which line to look.
  const [, at = '', report = ''] = pressable(await again.read('/policy'), 'Report a mistake')
  await again.post('/policy/press', { where: at, press: report })
  const told = await fill(again, { record: 'norwich-rouen-example', says: 'It was 1952.' })
  assert.match(told, /Thank you\./)
  const [, path = '', line = ''] =
    /norwich-rouen-example \((.+):(\d+)\): It was 1952\.\n$/.exec((await run('mistakes')).stdout) ?? []
  const lines = read(folder, path).split('\n')
  const wrong = lines.indexOf('    since: 1951', Number(line) - 1)
  writeFileSync(join(folder, path), lines.with(wrong, '    since: 1952').join('\n'))
  assert.equal((await run('check')).status, 0)
  await until(async () => (await ask(again, '/twins Norwich')).includes('1952'))
  assert.doesNotMatch(await ask(again, '/twins Norwich'), /1951/)
})
