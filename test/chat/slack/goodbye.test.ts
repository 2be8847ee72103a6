import assert from 'node:assert/strict'
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { inspect } from 'node:util'
import { openStore, type StoreSettings } from '../../../src/store/open.ts'
import type { Store } from '../../../src/store/store.ts'
import { cable } from '../../store/cable.ts'
import { ENGINES, folder, type Place } from '../../store/engines.ts'
import { until } from '../../until.ts'
import { emulated, type Installing, install, serving, TEAM, told } from './installing.ts'

const UNINSTALLED = { type: 'app_uninstalled' }
const STAYS = { workspace: 'T0STAYS', platform: 'slack', sealed: 'v1.x', since: '2026-11-30T09:00:00Z' }

for (const { name, skip, place } of ENGINES) {
  const engine = { skip }

  test(
    `${name}: a workspace that left while the store was away is deleted as soon as it answers`,
    engine,
    async (t) => {
      const { hansa, out } = await installed(t, await place(t))
      await out.begins()
      await told(hansa, UNINSTALLED)
      await until(() => waitsIn(hansa) === 1)
      await out.ends()
      await until(() => isGoneFrom(out.store()))
      assert.deepEqual(await out.store().installations(), [STAYS])
      assert.doesNotMatch(inspect(hansa.lines), new RegExp(TEAM))
    },
  )

  test(`${name}: also by the next process, whether the store is back by then or not`, engine, async (t) => {
    const { slack, hansa, out, data } = await installed(t, await place(t))
    await out.begins()
    await told(hansa, UNINSTALLED)
    await until(() => waitsIn(hansa) === 1)
    await hansa.stop()
    const second = await serving(t, slack, out.reopened(), { data })
    await until(() => waitsIn(second) === 1)
    await second.stop()
    await out.ends()
    const third = await serving(t, slack, out.reopened(), { data })
    await until(() => isGoneFrom(out.store()))
    assert.deepEqual(await out.store().installations(), [STAYS])
    await third.stop()
    // What was followed is not followed again: whoever comes back stays.
    await out.store().install({ ...STAYS, workspace: TEAM })
    await serving(t, slack, out.store(), { data })
    assert.ok(await out.store().installation(TEAM))
  })
}

async function isGoneFrom(store: Store): Promise<boolean> {
  const found = await store.installation(TEAM).catch(() => 'away')
  return found === undefined
}

function waitsIn({ lines }: Installing): number {
  return lines.filter(({ message }) => message.startsWith('a workspace left, and the store is away')).length
}

async function installed(t: TestContext, { settings }: Place) {
  const out = await outage(t, settings)
  const slack = await emulated(t)
  const data = folder(t)
  const hansa = await serving(t, slack, out.store(), { data })
  await install(hansa)
  await out.store().install(STAYS)
  return { slack, hansa, out, data }
}

/** A store that can be away: its server is out of reach, or another file, which is none, lies in its place. */
async function outage(t: TestContext, { data, databaseUrl }: StoreSettings) {
  const line = databaseUrl === undefined ? undefined : await cable(t, databaseUrl)
  const file = join(data, 'hansa.db')
  const settings = line ? { data, databaseUrl: line.url } : { data }
  let store: Store = openStore(settings)
  t.after(() => store.close())
  return {
    store: () => store,
    reopened() {
      void store.close()
      store = openStore(settings)
      return store
    },
    async begins() {
      if (line) return line.cut()
      renameSync(file, `${file}-away`)
      writeFileSync(file, '')
    },
    ends: async () => (line ? line.mend() : renameSync(`${file}-away`, file)),
  }
}
