import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stampOf } from '../../../../src/answer/stamp.ts'
import { StoreTrouble } from '../../../../src/store/store.ts'
import { SQLITE } from '../../../store/engines.ts'
import { type DigestPretend, digestPretend } from '../pretend/digest-pretend.ts'

const ID = /Receipt ([\da-z]{4}-[\da-z]{4}-[\da-z]{5})/

async function share({ workspace, policy }: DigestPretend): Promise<string> {
  await workspace.command('U1', policy, '/twins Leeds')
  const mine = workspace.seenBy('U1', policy).at(-1)
  assert.ok(mine)
  await workspace.press('U1', mine, 'Share')
  return JSON.stringify(workspace.seenBy('U2', policy))
}

test('a shared answer tells its receipt, which holds what was shown and nothing of who or where', async (t) => {
  const pretend = await digestPretend(t)
  const [, id = ''] = ID.exec(await share(pretend)) ?? []
  const receipt = await pretend.store.receipt(id)
  assert.ok(receipt)
  assert.equal(receipt.day, '2026-11-24')
  assert.match(receipt.shown.heading, /^Leeds: 2 links/)
  assert.match(stampOf(receipt.shown), /^[\da-f]{16}$/)
  assert.doesNotMatch(JSON.stringify(receipt), new RegExp(`U1|${pretend.policy}|"typed"`))
  // The same once more, another day: another receipt.
  pretend.clock.set('2026-11-25T10:00:00Z')
  const again = [...(await share(pretend)).matchAll(new RegExp(ID, 'g'))].map(([, one]) => one)
  assert.equal(new Set(again).size, 2)
  assert.deepEqual(pretend.faults, [])
})

test('a digest tells its receipt and those of its items', async (t) => {
  const { workspace, policy, clock, loop, store } = await digestPretend(t)
  await workspace.command('U1', policy, '/digest on')
  clock.set('2026-11-30T08:55:00Z')
  await loop.tick()
  workspace.passTime(Date.parse('2026-11-30T09:00:00Z') / 1000)
  await loop.tick()
  const posted = JSON.stringify(workspace.seenBy('U2', policy))
  const [, id = '', first, last = ''] =
    /Receipt ([\da-z-]+); its items are ([\da-z-]+\.1) to [\da-z-]+\.(\d+), in their order/.exec(posted) ?? []
  assert.equal(first, `${id}.1`)
  const receipt = await store.receipt(id)
  const groups = [...(receipt?.shown.groups ?? []), ...(receipt?.rest?.groups ?? [])]
  assert.equal(groups.length, Number(last))
  assert.equal(receipt?.became, 'handed')
})

test('while the store is in trouble an answer is shared all the same, and says that it has no receipt', async (t) => {
  const store = (await SQLITE.place(t)).open()
  const broken = async () => {
    throw new StoreTrouble('The disk is full.', { lost: false })
  }
  const shown = await share(await digestPretend(t, undefined, { store: { ...store, keepReceipt: broken } }))
  assert.match(shown, /No receipt of this could be kept\./)
  await store.close()
})
