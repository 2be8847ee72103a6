import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import type { Asker } from '../../src/answer/rights.ts'
import { createDigestDesk } from '../../src/delivery/digest-desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { checkFolder, today } from '../../src/serve/folder/folder.ts'
import { proposalDesk, writeApproved } from '../../src/serve/proposals.ts'
import { createLog } from '../../src/serve/serve.ts'
import { pretendDeps } from '../delivery/pretend-deps.ts'
import { CLEAN } from '../knowledge/folder-of.ts'
import { allOf, emptyFolder } from './folders.ts'
import { AT, aStore, BY, LINK, TODAY } from './proposed.ts'

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
  assert.deepEqual('wrong' in taken && taken.wrong, [
    {
      field: 'source',
      why: 'source: “north/A” is a document of “The north councils”, and what is added here has its documents in this folder. Give its address.',
    },
  ])
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
