import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DeskDeps } from '../../src/delivery/delivery-deps.ts'
import { createRunRecorder } from '../../src/delivery/posting/deliver.ts'
import { PACE } from '../../src/delivery/posting/timing.ts'
import type { Run } from '../../src/digest/schedule/run.ts'
import { openStore } from '../../src/store/open.ts'
import { type Store, StoreTrouble } from '../../src/store/store.ts'
import { folder, POSTGRES } from '../store/engines.ts'
import { RUN } from '../store/samples.ts'
import { inStores, onePostgres, type Stores } from '../store/several-stores.ts'
import { AT, alone, history, lived, type Step, WORKSPACES } from './apart.ts'

async function isApart(steps: readonly Step[], stores: Stores<readonly [Store, Store]>): Promise<void> {
  const together = await inStores(stores, (opened) => lived(steps, opened))
  for (const workspace of WORKSPACES) {
    const by = await inStores(stores, (opened) => lived(alone(steps, workspace), opened))
    assert.equal(together.get(workspace), by.get(workspace))
  }
}

test('what was handed over in a channel is not taken for what was in one of the same id elsewhere', async () => {
  const written: string[] = []
  const store = {
    async record({ workspace, message }: Run) {
      if (written.length === 0 && message) throw new StoreTrouble('The disk is full.', { lost: false })
      written.push(`${workspace} ${message}`)
      return true
    },
  }
  const clock = { ours: () => AT, platform: () => AT, heard() {} }
  const recorder = createRunRecorder({ store, pace: PACE, name: 'me' } as unknown as DeskDeps, clock)
  const trying = (workspace: string): Run => ({ ...RUN, workspace, state: 'trying', tries: 1 })
  const handed = (workspace: string): Run => ({
    ...trying(workspace),
    state: 'handed',
    message: `Q ${workspace}`,
  })
  await assert.rejects(recorder.recordTaken(handed('T1')), StoreTrouble)
  assert.deepEqual(await recorder.latest(trying('T2')), trying('T2'))
  written.push('the store is back')
  assert.deepEqual(await recorder.latest(trying('T1')), handed('T1'))
  assert.deepEqual(written.slice(1), ['T1 Q T1'])
})

const ALL = process.env.HANSA_EXHAUSTIVE === '1'
const WHAT = 'each workspace finds just what it would find, were it alone, whatever the other does'

test(`in one process: ${WHAT}`, async (t) => {
  const data = folder(t)
  let count = 0
  const stores = async () => {
    const store = openStore({ data: join(data, String(++count)) })
    return [store, store] as const
  }
  await fc.assert(
    fc.asyncProperty(history, (steps) => isApart(steps, stores)),
    { numRuns: ALL ? 500 : 4, ...(ALL ? {} : { seed: 1 }) },
  )
})

test(`two instances on one PostgreSQL: ${WHAT}`, { skip: POSTGRES.skip }, async (t) => {
  const stores = await onePostgres(t, WORKSPACES)
  await fc.assert(
    fc.asyncProperty(history, (steps) => isApart(steps, stores)),
    { numRuns: ALL ? 500 : 2, ...(ALL ? {} : { seed: 2 }) },
  )
})
