import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { openTowns } from '../../src/growing/places/towns.ts'
import { applied } from '../../src/growing/proposals/apply.ts'
import { readKnowledge } from '../../src/knowledge/read.ts'
import { checkFolder, today } from '../../src/serve/folder/folder.ts'
import { filesIn } from '../../src/serve/folder/folder-files.ts'
import { liveDesk } from '../../src/serve/live-desk.ts'
import {
  approvedOverlay,
  proposalDesk,
  readWithApproved,
  whyNot,
  writeApproved,
} from '../../src/serve/proposals.ts'
import { createLog } from '../../src/serve/serve.ts'
import { LIMIT, until } from '../until.ts'
import { allOf, FIXTURE, underGit } from './folders.ts'
import { AT, aStore, BY, folderWithKnowledge, LINK, proposal, TODAY } from './proposed.ts'

test('an approved record is served at once, marked as such, and the folder is as it was', async (t) => {
  const folder = folderWithKnowledge(t)
  const before = allOf(folder)
  const { store } = aStore(t)
  const { knowledge } = await checkFolder(folder, TODAY)
  assert.ok(knowledge)
  const overlay = approvedOverlay(folder, store, assert.fail, 0.02)
  const live = liveDesk(folder, knowledge, () => TODAY, createLog('silent'), overlay)
  t.after(live.close)
  assert.notEqual(live.desk.answer('twins Rouen').outcome, 'found')
  const number = await store.propose(BY, LINK, AT)
  await store.decideProposal(number, 'waiting', 'approved')
  await until(() => live.desk.answer('twins Rouen').outcome === 'found')
  const [finding] = live.desk.answer('twins Rouen').groups.flatMap(({ findings }) => findings)
  assert.equal(finding?.since, '1951')
  assert.match(
    finding?.cite.checkedBy ?? '',
    /^a colleague; proposed, approved by a curator and not yet written/,
  )
  assert.deepEqual(allOf(folder), before)
})

test('what a curator approves is served by their own process at once, and not when it next looks', async (t) => {
  const folder = folderWithKnowledge(t)
  const { store } = aStore(t)
  const { knowledge } = await checkFolder(folder, TODAY)
  assert.ok(knowledge)
  const never = LIMIT / 1000 + 3600
  const overlay = approvedOverlay(folder, store, assert.fail, never)
  const live = liveDesk(folder, knowledge, () => TODAY, createLog('silent'), overlay)
  t.after(live.close)
  await overlay.look()
  const desk = proposalDesk(folder, store, () => live.library().knowledge, { onApproved: overlay.look })
  const { number } = (await desk.propose(LINK, BY)) as { number: number }
  await desk.decide(number, 'approved', BY)
  await until(() => live.desk.answer('twins Rouen').outcome === 'found')
  const [held] = live.library().knowledge.assertions
  await desk.looked(held?.id ?? '', 'still so', BY)
  await until(
    () =>
      !!live
        .library()
        .knowledge.statements.get(held?.id ?? '')
        ?.checked.by.includes('a look by'),
  )
})

test('what is approved is written as a commit of its own, with a name only where that was agreed', async (t) => {
  const folder = folderWithKnowledge(t)
  const git = underGit(folder)
  writeFileSync(join(folder, 'notes.md'), 'Half an edit.\n')
  const { store } = aStore(t)
  for (const [by, link] of [
    [{ ...BY, named: 'Ada Example' }, LINK],
    [BY, { ...LINK, partner: 'Lille' }],
  ] as const) {
    await store.decideProposal(await store.propose(by, link, AT), 'waiting', 'approved')
  }
  const done = await writeApproved(folder, store, { fetch: false })
  assert.deepEqual([done.held, done.faulty.size, done.committed], [[1, 2], 0, true])
  assert.match(
    allOf(folder).get('twinnings/leeds.yml') ?? '',
    /Rouen[\s\S]*by: Ada Example[\s\S]*by: a colleague/,
  )
  assert.equal(
    (await checkFolder(folder, today())).problems.filter(({ severity }) => severity === 'error').length,
    0,
  )
  assert.match(git('show', '--stat', '--format=%s'), /^Add 2 proposed links\n/)
  assert.equal(git('status', '--short').trim(), '?? notes.md')
  assert.deepEqual(await store.proposals(['approved']), [])
  assert.deepEqual((await writeApproved(folder, store, { fetch: false })).held, [])
})

test('a folder edited meanwhile, or one with mistakes, loses nothing: one sentence, and it is served and written later', async (t) => {
  const folder = folderWithKnowledge(t)
  const { store } = aStore(t)
  await store.decideProposal(await store.propose(BY, LINK, AT), 'waiting', 'approved')
  writeFileSync(join(folder, 'twinnings/broken.yml'), 'place: Nowhere at all\ntwinnings: 1\n')
  const told: string[] = []
  await readWithApproved(folder, await store.proposals(['approved']), (one) => told.push(one))
  assert.equal(told.length, 1)
  assert.match(told[0] ?? '', /^Proposal 1 is approved and cannot be served as the folder is: /)
  assert.deepEqual((await writeApproved(folder, store, { fetch: false })).changes, [])
  assert.equal((await store.proposals(['approved'])).length, 1)
  rmSync(join(folder, 'twinnings/broken.yml'))
  assert.deepEqual((await writeApproved(folder, store, { fetch: false })).held, [1])
})

test('of several proposals the one that the check refuses is named, and the others go in', async (t) => {
  const folder = folderWithKnowledge(t)
  const long = { ...LINK, partner: 'Lille', at: 'p. 1', quote: 'word '.repeat(40).trim() }
  const why = await whyNot(proposal({ number: 2, link: long }), [proposal({})], folder)
  assert.match(why ?? '', /^The check would find in twinnings\/leeds\.yml: .*25/)
  assert.equal(await whyNot(proposal({}), [], folder), undefined)
})

test('whatever was proposed is served and written as read on the day on which it was proposed, however long that takes', async () => {
  const files = filesIn(FIXTURE)
  const towns = openTowns()
  const [one] = (await checkFolder(FIXTURE, TODAY)).knowledge?.assertions ?? []
  const record = one?.id ?? ''
  const proposed = [
    proposal({ number: 1 }),
    proposal({ number: 2, link: { ...LINK, place: 'Ely' } }),
    proposal({ number: 3, link: { place: 'x', partner: '', record, found: 'still so' } }),
    proposal({ number: 4, link: { place: 'x', partner: '', record, found: 'gone' } }),
  ]
  const by = () => 'Ada Example'
  const on = (today: string) => applied(files, proposed, { today, towns: () => towns, by })
  const [then, later, muchLater] = await Promise.all([TODAY, '2026-12-01', '2027-01-05'].map(on))
  assert.deepEqual(then?.held, [3, 4, 1, 2])
  assert.deepEqual(later, then)
  assert.deepEqual(muchLater, then)
  const lines = then?.changes.flatMap(({ lines }) => lines) ?? []
  const days = lines.flatMap(
    (line) => /\b(?:checked: \{on|added|accessed): (\S+?)[,\s]?(?: |$)/.exec(line)?.[1] ?? [],
  )
  assert.ok(days.length >= 6, lines.join('\n'))
  assert.deepEqual([...new Set(days)], [TODAY])
})

test('of two who propose for a place without a file each is named at their own record, with their own day', async () => {
  const proposed = [
    proposal({ number: 1, link: { ...LINK, place: 'Ely' }, named: 'Ada Example' }),
    proposal({
      number: 2,
      at: '2026-11-28T09:00:00Z',
      link: { ...LINK, place: 'Ely', partner: 'Lille' },
      named: 'Bo Example',
    }),
  ]
  const towns = openTowns()
  const { files } = await applied(filesIn(FIXTURE), proposed, {
    today: TODAY,
    towns: () => towns,
    by: ({ named }) => named ?? '',
  })
  const { knowledge } = readKnowledge(files, TODAY)
  const checks = ['rouen', 'lille'].map((partner) =>
    knowledge?.assertions.find(({ id }) => id.startsWith(`ely-${partner}`)),
  )
  assert.deepEqual(
    checks.map((one) => [one?.checked.on, one?.checked.by, one?.added]),
    [
      ['2026-11-30', 'Ada Example', '2026-11-30'],
      ['2026-11-28', 'Bo Example', '2026-11-28'],
    ],
  )
})
