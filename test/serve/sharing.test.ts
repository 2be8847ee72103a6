import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sharingOf } from '../../src/serve/sharing.ts'
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
