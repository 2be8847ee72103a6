import assert from 'node:assert/strict'
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { checkedAnew } from '../../src/growing/records/look.ts'
import type { FileInput } from '../../src/knowledge/file/text.ts'
import { readKnowledge } from '../../src/knowledge/read.ts'
import { filesIn } from '../../src/serve/folder/folder-files.ts'
import { changedSince } from '../../src/serve/folder/since-commit.ts'
import { proposalDesk, readWithApproved, writeApproved } from '../../src/serve/proposals.ts'
import { openStore } from '../../src/store/open.ts'
import { allOf, emptyFolder, FIXTURE, underGit } from './folders.ts'

const TODAY = '2026-11-30'
const ANA = { on: TODAY, by: 'Ana: of the library' }

function fileOf(text: string, path = 'claims/a.yml'): FileInput {
  return { path, bytes: new TextEncoder().encode(text) }
}

test('of every record the check is noted in its own entry, and every other line stays', () => {
  const files = filesIn(FIXTURE)
  const { knowledge } = readKnowledge(files, TODAY)
  assert.ok(knowledge)
  const textOf = (path: string) => {
    const file = files.find((one) => one.path === path)
    return file && 'bytes' in file ? new TextDecoder().decode(file.bytes) : ''
  }
  const some = fc.constantFrom(...knowledge.statements.keys())
  for (const id of fc.sample(some, { seed: 7, numRuns: 4 })) {
    const change = checkedAnew(files, id, ANA)
    assert.ok(change, id)
    const after = files.map((file) => (file.path === change.path ? fileOf(change.text, file.path) : file))
    const read = readKnowledge(after, TODAY).knowledge
    for (const [other, { checked }] of read?.statements ?? [])
      assert.deepEqual(checked, other === id ? ANA : knowledge.statements.get(other)?.checked)
    const left = new Set(textOf(change.path).split('\n'))
    const added = change.text.split('\n').filter((line) => !left.has(line))
    assert.deepEqual(added, change.lines, id)
  }
})

const CLAIM = `checked: {on: 2026-11-24, by: Ana}
added: 2026-11-24
claims:
  - id: one
    says: Cities learn.
    about: [cities] # a remark
    source: S
    at: none
`

test('an entry keeps its own way: its remark, its own months, its line ends', () => {
  const own = '    checked: {on: 2025-01-01, by: Bo, every: 6} # the page is slow\n'
  const of = (text: string, by = 'Ana') => checkedAnew([fileOf(text)], 'one', { on: TODAY, by })?.text
  assert.equal(of(CLAIM), `${CLAIM}    checked: {on: 2026-11-30, by: Ana}\n`)
  assert.equal(of(CLAIM.trimEnd()), `${CLAIM}    checked: {on: 2026-11-30, by: Ana}\n`)
  assert.equal(
    of(CLAIM + own),
    `${CLAIM}    checked: {on: 2026-11-30, by: Ana, every: 6} # the page is slow\n`,
  )
  const dos = (text: string) => text.replaceAll('\n', '\r\n')
  assert.equal(of(dos(CLAIM)), dos(`${CLAIM}    checked: {on: 2026-11-30, by: Ana}\n`))
  assert.equal(of(`${CLAIM}    checked: {on: 2026-11-30, by: Bo}\n`, 'a colleague'), undefined)
  assert.throws(() => checkedAnew([fileOf(CLAIM)], 'two', ANA), /holds no “two” any more/)
  const block = `${CLAIM}    checked:\n      on: 2025-01-01\n      by: Bo\n`
  assert.throws(() => of(block), /over several lines/)
})

function world(t: TestContext) {
  const folder = emptyFolder(t)
  cpSync(FIXTURE, folder, { recursive: true })
  const store = openStore({ data: emptyFolder(t) })
  t.after(() => store.close())
  const { knowledge } = readKnowledge(filesIn(folder), TODAY)
  assert.ok(knowledge)
  let at = Temporal.Instant.from('2027-12-06T08:59:00Z')
  const desk = () => proposalDesk(folder, store, () => knowledge, { now: () => at })
  const goTo = (moment: string) => {
    at = Temporal.Instant.from(moment)
  }
  return { folder, store, desk, goTo }
}

test('three records a week are due, from Monday nine o’clock, whichever instance asks first', async (t) => {
  const { desk, goTo } = world(t)
  const [one, other] = [desk(), desk()]
  assert.deepEqual(await one.due('T1'), [])
  goTo('2027-12-06T09:00:00Z')
  const both = (await Promise.all([one.due('T1'), other.due('T1')])).flat()
  assert.equal(both.length, 3)
  assert.match(both[0]?.finding.cite.overdue ?? '', /^last checked 12 months ago/)
  assert.deepEqual(await other.due('T1'), [])
  goTo('2027-12-13T09:00:00Z')
  const next = await other.due('T1')
  const ids = [...both, ...next].map(({ finding }) => finding.id)
  assert.equal(new Set(ids).size, 6)
  assert.ok(ids.every((id) => one.held(id)))
})

test('“Still so” is served at once and written with who agreed to be named; “Gone” waits for a curator', async (t) => {
  const { folder, store, desk } = world(t)
  const by = { workspace: 'T1', platform: 'slack' }
  const [so, gone] = ['leeds-lille-lcc20', 'leeds-siegen-lcc11']
  assert.match((await desk().looked(so, 'still so', by)).sentence, /checked today by a colleague/)
  assert.match((await desk().looked(so, 'still so', by)).sentence, /said so before you/)
  assert.match((await desk().looked(so, 'still so', { ...by, named: 'Ana' })).sentence, /today by Ana/)
  const { proposed } = await desk().looked(gone, 'gone', by)
  assert.equal(proposed?.number, 3)
  const served = async () => {
    const { knowledge } = await readWithApproved(folder, await store.proposals(['approved']), assert.fail)
    return [so, gone].map((id) => knowledge?.statements.get(id)?.checked)
  }
  assert.deepEqual((await served())[1], { on: '2026-11-24', by: 'Hansa maintainers' })
  await desk().decide(3, 'approved', { workspace: 'T1' })
  const [first, second] = await served()
  assert.match(first?.by ?? '', /^Ana; a look by a curator that is not yet written/)
  assert.equal(second?.gone, true)
  const done = await writeApproved(folder, store, { fetch: false })
  assert.deepEqual([done.held, done.faulty.size], [[1, 2, 3], 0])
  const leeds = allOf(folder).get('twinnings/leeds.yml') ?? ''
  assert.match(leeds, /became partner cities in 1968\n {4}checked: \{on: \d{4}-\d\d-\d\d, by: Ana\}\n/)
  assert.match(leeds, /\n {4}checked: \{on: \d{4}-\d\d-\d\d, by: a colleague, gone: yes\}\n/)
  assert.deepEqual((await writeApproved(folder, store, { fetch: false })).changes, [])
})

test('a value that changes under an unchanged source and check is warned of where it stands', (t) => {
  const folder = emptyFolder(t)
  cpSync(FIXTURE, folder, { recursive: true })
  const leeds = () => allOf(folder).get('twinnings/leeds.yml') ?? ''
  const edit = (from: string, to: string) =>
    writeFileSync(
      join(folder, 'twinnings/leeds.yml'),
      leeds().replace(from, () => to),
    )
  assert.deepEqual(changedSince(folder), [], 'no git work tree')
  underGit(folder)
  const before = leeds()
  edit('since: 1968', 'since: 1967')
  edit('note: Listed only as a friendship city.', 'note: Listed as a friendship city.')
  const line = leeds().split('\n').indexOf('    since: 1967') + 1
  const [problem, ...more] = changedSince(folder, 'HEAD')
  assert.deepEqual(
    [problem?.line, problem?.severity, problem?.says, more],
    [
      line,
      'warning',
      '“since” of leeds-lille-lcc20 was “1968” and is “1967”, from the same source and the same check',
      [],
    ],
  )
  edit(
    'became partner cities in 1968\n',
    `became partner cities in 1968\n    checked: {on: ${TODAY}, by: Ana}\n`,
  )
  assert.deepEqual(changedSince(folder), [])
  writeFileSync(join(folder, 'twinnings/leeds.yml'), before)
  assert.deepEqual(changedSince(folder), [])
  assert.throws(() => changedSince(folder, 'nowhere'), /“nowhere” is no commit/)
})
