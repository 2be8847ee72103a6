import assert from 'node:assert/strict'
import { cpSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sharingOf } from '../../src/serve/serve.ts'
import { openStore } from '../../src/store/open.ts'
import { runningStore } from '../../src/store/shared.ts'
import { folder } from '../store/engines.ts'
import { until } from '../until.ts'

test('a store that could not be opened at the start is shared once it can', async (t) => {
  const data = join(folder(t), 'data')
  writeFileSync(data, 'in the way')
  const sharing = sharingOf(data, { warn: () => assert.fail('it can be shared') })
  const store = openStore({ data }, (trouble) => trouble ?? sharing.share(store))
  t.after(() => store.close())
  t.after(() => sharing.close())
  await assert.rejects(store.ready(), { name: 'StoreTrouble' })
  assert.equal(await runningStore(data), undefined)
  rmSync(data)
  const opens = () =>
    store.ready().then(
      () => true,
      () => false,
    )
  await until(opens)
  assert.deepEqual(await (await runningStore(data))?.gaps('T', ''), [])
})

test('a store whose folder was put back from elsewhere is shared again', async (t) => {
  const data = join(folder(t), 'data')
  const sharing = sharingOf(data, { warn: () => assert.fail('it can be shared') })
  const store = openStore({ data }, (trouble) => trouble ?? sharing.share(store))
  t.after(() => store.close())
  t.after(() => sharing.close())
  await store.recordGaps('T', [{ day: '2026-11-24', count: 1 }])
  sharing.share(store)
  await (await runningStore(data))?.gaps('T', '')
  renameSync(data, `${data}-moved`)
  await assert.rejects(store.gaps('T', ''), { message: /hansa\.db is gone/ })
  cpSync(`${data}-moved`, data, { recursive: true, filter: (name) => !name.endsWith('.sock') })
  await until(() =>
    store.ready().then(
      () => true,
      () => false,
    ),
  )
  assert.equal((await (await runningStore(data))?.gaps('T', ''))?.length, 1)
})
