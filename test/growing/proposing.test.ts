import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import type { ProposedLink } from '../../src/answer/proposal.ts'
import { openTowns } from '../../src/growing/places/towns.ts'
import { wrongWith } from '../../src/growing/proposals/apply.ts'
import { checkFolder } from '../../src/serve/folder/folder.ts'
import { filesIn } from '../../src/serve/folder/folder-files.ts'
import { hansa } from './folders.ts'
import { AT, aStore, BY, folderWithKnowledge, LINK, TODAY } from './proposed.ts'

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
      { partner: 'Rouen', country: 'Atlantis' },
      { since: 'long ago' },
      { status: 'fine' },
      { source: 'a page' },
    ].map(asked),
  )
  assert.deepEqual(
    fields.map((wrong) => typeof wrong === 'object' && wrong.map(({ field }) => field)),
    [['place'], ['partner'], ['partner'], ['since'], ['status'], ['source']],
  )
  // All of it is told at once, what a name or a date means as well as what only the check finds.
  const all = await asked({
    place: 'Nowhere at all',
    partner: 'Springfield',
    since: '30 February 1951',
    on: 'long ago',
    status: 'fine',
    source: 'a page',
    quote: 'word '.repeat(26),
  })
  assert.ok(typeof all === 'object')
  const told = all.map(({ field }) => field).toSorted()
  assert.deepEqual(told, ['on', 'partner', 'place', 'quote', 'since', 'source', 'status'])
  // What the check would find of it once a curator approves.
  const later = [
    ['since', '30 February 1951', /^There is no such day/],
    [
      'since',
      'c. 1950',
      /^“c\. 1950” is not exact\. Leave it out, and give the words of the source below\.$/,
    ],
    ['since', '2190', /^2190 is after today/],
    ['note', 'word '.repeat(8_000), /^A text has 2,000 characters at most/],
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
    const [{ why } = assert.fail(typed), ...others] = wrong.filter((one) => one.field === field)
    assert.deepEqual([wrong.length, others], [1, []], typed)
    assert.match(why, says)
    // It stands at its question, and not beside the key of a file.
    assert.doesNotMatch(why, new RegExp(`${field}:`))
  }
  // A document that the folder has is no address, and right.
  assert.equal(await asked({ source: 'GL' }), undefined)
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
  assert.match(
    (await run('approve', '1')).stdout,
    /^Approved proposal 1\. Every "npx hansa start" on this store serves it within seconds; "npx hansa ask" reads the folder alone\./,
  )
  const isAnswered = async () => /Rouen, France/.test((await run('ask', '/twins Leeds')).stdout)
  assert.equal(await isAnswered(), false)
  assert.match((await run('approve', '1')).stderr, /^Proposal 1 is approved already; nothing was changed\./)
  assert.equal((await run('reject', '2')).status, 2)
  assert.match((await run('reject', '2', '--why', 'No source')).stdout, /^Rejected proposal 2/)
  assert.match((await run('approve', '9')).stderr, /^There is no proposal 9\./)
  const patch = join(dirname(data), 'approved.patch')
  const patched = await run('proposals', 'write', '--no-fetch', '--patch', patch)
  assert.match(
    patched.stdout,
    /nothing to the folder\. Its paths are those inside the folder of knowledge: apply it there/,
  )
  execFileSync('git', ['apply', '--check', patch], {
    cwd: folder,
    env: { ...process.env, GIT_CEILING_DIRECTORIES: dirname(folder) },
  })
  assert.equal(await isAnswered(), false)
  assert.match((await run('proposals', 'write', '--no-fetch')).stdout, /^Wrote 1 proposal to /)
  assert.equal(await isAnswered(), true)
  assert.ok(filesIn(folder).some(({ path }) => path === 'sources/added.yml'))
})
