import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fillUp, smallDisk } from '../../store/small-disk.ts'
import { POLICY } from '../pretend-deps.ts'
import { asker, pretendVoice } from '../pretend-voice.ts'
import { TOLD } from './harm.ts'
import { onDisk } from './on-disk.ts'

test('on a full disk nothing is acknowledged, and when there is room again it is', async (t) => {
  const disk = smallDisk(t)
  if (!disk) return t.skip('a small disk can only be mounted by root')
  const { store, desk } = await onDisk(t, disk)
  await store.subscribe(POLICY)
  fillUp(join(disk, 'filler'), 0)
  for (const words of ['on friday 10:00', 'off']) {
    const { lead } = await desk.answer(words, asker('U1'), pretendVoice())
    assert.equal(lead?.[0], TOLD)
    assert.equal(
      store.trouble(),
      `The disk under ${disk}/hansa.db is full. Free some space; Hansa tries again by itself.`,
    )
    assert.equal((await store.subscriptions())[0]?.weekly.weekday, 1)
  }
  // What is kept can still be read: Home shows it, and that something is wrong.
  const { trouble, channels } = await desk.ownDigests(asker('U1'))
  assert.equal(trouble, TOLD)
  assert.equal(channels.length, 1)
  rmSync(join(disk, 'filler'))
  assert.match(
    (await desk.answer('on friday 10:00', asker('U1'), pretendVoice())).heading,
    /comes on Fridays/,
  )
})

test('on a read-only disk, and while another process has the store, nothing is acknowledged', async (t) => {
  const disk = smallDisk(t)
  if (!disk) return t.skip('a small disk can only be mounted by root')
  const first = await onDisk(t, disk)
  await first.store.subscribe(POLICY)
  const second = await onDisk(t, disk)
  for (const words of ['on friday 10:00', 'off']) {
    assert.equal((await second.desk.answer(words, asker('U1'), pretendVoice())).lead?.[0], TOLD)
    assert.match(
      second.store.trouble() ?? '',
      /hansa\.db is in use by another process\. Stop that one, or set DATABASE_URL to run several\.$/,
    )
  }
  await first.store.close()
  await second.store.close()
  execFileSync('mount', ['-o', 'remount,ro', disk])
  const { desk, store } = await onDisk(t, disk)
  for (const words of ['on friday 10:00', 'off']) {
    assert.equal((await desk.answer(words, asker('U1'), pretendVoice())).lead?.[0], TOLD)
    assert.match(
      store.trouble() ?? '',
      /hansa\.db cannot be opened for writing\. Let Hansa write there, or set HANSA_DATA to another folder\.$/,
    )
  }
})
