import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type InstallationRows, installationsIn, sealingWith } from '../../../src/chat/core/installations.ts'

const AT = '2026-11-30T09:00:00Z'

test('while the store is away each workspace is known by its own token, and one that was never seen by none', async () => {
  const kept = new Map<string, Awaited<ReturnType<InstallationRows['installations']>>[number]>()
  let isAway = false
  const there = <T>(what: T) =>
    isAway ? Promise.reject(new Error('The store is away.')) : Promise.resolve(what)
  const installed = installationsIn<string>({
    rows: {
      install: async (row) => void kept.set(row.workspace, row),
      resealed: async () => {},
      installation: (workspace) => there(kept.get(workspace)),
      installations: () => there([...kept.values()]),
      deleteWorkspace: async (workspace) => kept.delete(workspace),
    },
    sealing: sealingWith('a secret of thirty-two characters'),
    platform: 'slack',
    log: { info() {}, warn() {} },
  })
  for (const workspace of ['T1', 'T2', 'T3']) await installed.put(workspace, `token of ${workspace}`, AT)
  for (const workspace of ['T1', 'T2']) await installed.get(workspace)
  isAway = true
  assert.equal(await installed.get('T1'), 'token of T1')
  assert.equal(await installed.get('T2'), 'token of T2')
  await assert.rejects(installed.get('T3'), /away/)
  isAway = false
  await installed.left('T1', AT)
  assert.equal(await installed.get('T1'), undefined)
  isAway = true
  await assert.rejects(installed.get('T1'), /away/)
  assert.equal(await installed.get('T2'), 'token of T2')
  installed.stop()
})
