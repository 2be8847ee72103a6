import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ProposalDesk } from '../../../src/chat/core/proposals.ts'
import { tend } from '../../../src/chat/core/tending.ts'
import { StoreTrouble } from '../../../src/store/store.ts'

test('while the store is away, nobody but the store tells of it', async () => {
  const said: string[] = []
  const look = (failure: Error) => {
    const proposals = new Proxy({} as ProposalDesk, {
      get: () => async () => {
        throw failure
      },
    })
    return tend({
      proposals,
      curators: () => ['C1'],
      served: async () => new Set(['T1']),
      speaks: async () => ({
        proposer: async () => {},
        thread: async () => {},
        curators: async () => {},
      }),
      log: { warn: (_, text) => said.push(text) },
    })
  }
  await look(new StoreTrouble('The store is away.', { lost: true }))
  assert.deepEqual(said, [])
  await look(new Error('ours'))
  assert.deepEqual(said, ['proposers or curators could not be told what there is for them'])
})
