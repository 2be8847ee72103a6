import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import type { Proposal, ProposedLink } from '../../src/answer/proposal.ts'
import type { Asker } from '../../src/answer/rights.ts'
import { createDigestDesk } from '../../src/delivery/digest-desk.ts'
import { openTowns } from '../../src/growing/places/towns.ts'
import { applied, wrongWith } from '../../src/growing/proposals/apply.ts'
import { readKnowledge } from '../../src/knowledge/read.ts'
import { buildLibrary } from '../../src/library/library.ts'
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
import { openStore } from '../../src/store/open.ts'
import { pretendDeps } from '../delivery/pretend-deps.ts'
import { CLEAN } from '../knowledge/folder-of.ts'
import { LIMIT, until } from '../until.ts'
import { allOf, emptyFolder, FIXTURE, hansa } from './folders.ts'

const TODAY = '2026-11-30'
const AT = '2026-11-30T09:00:00Z'
const BY = { workspace: 'T1', platform: 'slack', user: 'U1' }
const LINK: ProposedLink = {
  place: 'Leeds',
  partner: 'Rouen',
  status: 'active',
  since: '1951',
  source: 'https://example.org/rouen',
}

function folderWithKnowledge(t: TestContext): string {
  const folder = emptyFolder(t)
  cpSync(FIXTURE, folder, { recursive: true })
  return folder
}

function aStore(t: TestContext) {
  const data = emptyFolder(t)
  const store = openStore({ data })
  t.after(() => store.close())
  return { data, store }
}

function proposal(some: Partial<Proposal>): Proposal {
  return { ...BY, number: 1, at: AT, link: LINK, state: 'approved', told: false, ...some }
}

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
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' })
  git('init', '--quiet')
  git('config', 'user.email', 'curator@example.org')
  git('config', 'user.name', 'A curator')
  git('add', '.')
  git('commit', '--quiet', '-m', 'Begin')
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

test('what cannot be decided on is told by its field, before anybody waits', async (t) => {
  const { knowledge } = await checkFolder(folderWithKnowledge(t), TODAY)
  assert.ok(knowledge)
  const towns = openTowns()
  const of = { knowledge, today: TODAY, towns: () => towns }
  const asked = (some: Partial<ProposedLink>) => wrongWith({ ...LINK, ...some }, of)
  assert.equal(await asked({}), undefined)
  const fields = await Promise.all(
    [
      { place: 'Nowhere at all' },
      { partner: 'Springfield' },
      { since: 'long ago' },
      { status: 'fine' },
      { source: 'a page' },
    ].map(asked),
  )
  assert.deepEqual(
    fields.map((wrong) => typeof wrong === 'object' && wrong.field),
    ['place', 'partner', 'since', 'status', 'source'],
  )
  // What the check would find of it once a curator approves.
  const later = [
    ['since', '30 February 1951', /there is no such day/],
    ['since', '2190', /is after today/],
    ['quote', 'word '.repeat(26), /26 words; 25 are the most/],
    ['source', 'https://user:secret@example.org/', /must not hold a name or a password/],
    ['source', 'https://example.org/a https://example.org/b', /is no address\. Write the address/],
    ['source', '', /^Give the address of the page, or its DOI\.$/],
    ['status', undefined, /^Choose what the source shows: active, /],
  ] as const
  for (const [field, typed, says] of later) {
    const { [field]: _, ...rest } = LINK
    const wrong = await wrongWith(
      { ...rest, ...(typed === undefined ? {} : { [field]: typed }) } as ProposedLink,
      of,
    )
    assert.ok(typeof wrong === 'object', typed)
    assert.equal(wrong.field, field, typed)
    assert.match(wrong.why, says)
  }
  // A document that the folder has is no address, and right.
  assert.equal(await asked({ source: 'GL' }), undefined)
})

/** A folder with a link of its own, over a pack with another. */
function overNorth(t: TestContext) {
  const home = emptyFolder(t)
  const [own, north] = [join(home, 'own'), join(home, 'north')]
  const pack =
    '{pack: north, folder: ../north, name: The north councils, licence: CC BY 4.0, attribution: "North, 2026"}'
  for (const [path, text] of Object.entries(CLEAN)) {
    for (const folder of [own, north]) mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(north, path), text)
    writeFileSync(join(own, path), text.replace('2935517', '2947416').replace('Dortmund', 'Bochum'))
  }
  writeFileSync(join(own, 'packs.yml'), `packs:\n  - ${pack}\n`)
  return { own, north, before: allOf(north) }
}

const OF_NORTH =
  'That is held in “The north councils” (../north), where nothing is written from here: tell whoever looks after that folder.'

test('a proposal on a link that a pack holds becomes a statement of the folder’s own beside it, and the pack stays as it was', async (t) => {
  const { own, north, before } = overNorth(t)
  const { store } = aStore(t)
  const { knowledge } = await checkFolder(own, TODAY)
  assert.ok(knowledge)
  const desk = proposalDesk(own, store, () => knowledge)
  const link = { ...LINK, partner: 'Dortmund', since: '1949' }
  const taken = await desk.propose({ ...link, source: 'north/A' }, BY)
  assert.deepEqual('wrong' in taken && taken.wrong, {
    field: 'source',
    why: 'source: “north/A” is a document of “The north councils”, and what is added here has its documents in this folder. Give its address.',
  })
  const put = await desk.propose(link, BY)
  assert.ok('number' in put && put.number)
  await desk.decide(put.number, 'approved', BY)
  const { held, changes } = await writeApproved(own, store, { fetch: false })
  assert.deepEqual(held, [put.number])
  assert.deepEqual(changes.map(({ path }) => path).sort(), [
    'places/twins.yml',
    'sources/added.yml',
    'twinnings/leeds.yml',
  ])
  const { knowledge: after } = await checkFolder(own, today())
  assert.deepEqual(
    after?.assertions.map(({ id, since }) => [id, since]),
    [
      ['leeds-bochum-a', undefined],
      ['leeds-dortmund-example', '1949'],
      ['north/leeds-dortmund-a', undefined],
    ],
  )
  assert.deepEqual(allOf(north), before)
})

test('what was found at the source of a pack’s record, or is wrong in it, is told to whose folder it is and written nowhere', async (t) => {
  const { own, north, before } = overNorth(t)
  const mine = allOf(own)
  const { store } = aStore(t)
  const { knowledge } = await checkFolder(own, TODAY)
  assert.ok(knowledge)
  const desk = proposalDesk(own, store, () => knowledge)
  const record = 'north/leeds-dortmund-a'
  for (const found of ['still so', 'gone'] as const)
    assert.deepEqual(await desk.looked(record, found, BY), { sentence: OF_NORTH })
  assert.deepEqual(await store.proposals(['waiting', 'approved', 'rejected']), [])
  // From before the record was moved there.
  const look = { place: 'Leeds – Dortmund', partner: '', record, found: 'still so' } as const
  await store.decideProposal(await store.propose(BY, look, AT), 'waiting', 'approved')
  assert.deepEqual([...(await writeApproved(own, store, { fetch: false })).faulty.values()], [OF_NORTH])
  const now = () => Temporal.Instant.from(AT)
  const deps = pretendDeps(
    { now, sleep: () => new Promise(() => {}) },
    {
      store,
      post: { withdraw: false } as never,
      name: 'one',
      log: createLog('silent'),
      library: () => buildLibrary(knowledge),
    },
  )
  const asker: Asker = { ...BY, platform: 'slack', private: false, outside: false }
  const { report } = createDigestDesk({ ...deps, timezone: 'Europe/London' })
  assert.match(
    (await report(record, 'It began in 1949.', asker)).sentence,
    /^Thank you\..* The statement is of “The north councils”, and changed there\.$/,
  )
  assert.deepEqual([allOf(own), allOf(north)], [mine, before])
})

test('in the terminal: list, approve, reject with why, write; each decided once', async (t) => {
  const folder = folderWithKnowledge(t)
  const { data, store } = aStore(t)
  await store.propose(BY, LINK, AT)
  await store.propose(BY, { ...LINK, partner: 'Lille', quote: 'Twinned\u001b[31m\nsince 1951' }, AT)
  await store.close()
  const run = (...args: string[]) => hansa(folder, args, { HANSA_DATA: data })
  assert.match(
    (await run('proposals')).stdout,
    /^Waiting for [\s\S]*1 {2}Leeds – Rouen {2}\(2026-11-30, by a colleague\)/,
  )
  assert.match((await run('proposals')).stdout, /quote: Twinned \[31m since 1951/)
  assert.match((await run('approve', '1')).stdout, /^Approved proposal 1/)
  assert.match((await run('approve', '1')).stderr, /^Proposal 1 is approved already; nothing was changed\./)
  assert.equal((await run('reject', '2')).status, 2)
  assert.match((await run('reject', '2', '--why', 'No source')).stdout, /^Rejected proposal 2/)
  assert.match((await run('approve', '9')).stderr, /^There is no proposal 9\./)
  assert.match((await run('proposals', 'write', '--no-fetch')).stdout, /^Wrote 1 proposal to /)
  assert.ok(filesIn(folder).some(({ path }) => path === 'sources/added.yml'))
})
