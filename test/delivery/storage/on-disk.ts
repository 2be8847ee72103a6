import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { createDigestDesk } from '../../../src/delivery/digest-desk.ts'
import { openStore } from '../../../src/store/open.ts'
import type { Store } from '../../../src/store/store.ts'
import { folder } from '../../store/engines.ts'
import { pretendDeps } from '../pretend-deps.ts'
import { pretendClock, pretendPlatform } from '../pretend-platform.ts'

/** A desk for digests whose store lies in a folder of its own. */
export type OnDisk = { data: string; store: Store }

export async function onDisk(t: TestContext, data = join(folder(t), 'data')) {
  const store = openStore({ data })
  t.after(() => store.close())
  const clock = pretendClock('2026-11-24T10:00:00Z')
  const log = { info() {}, warn() {}, error: (facts: object) => t.diagnostic(JSON.stringify(facts)) }
  const { post } = pretendPlatform(clock.now)
  const desk = createDigestDesk({
    ...pretendDeps(clock, { store, post, name: 'one', log }),
    sleep: (seconds) => sleep(seconds * 1000, undefined, { ref: false }),
    timezone: 'Europe/London',
  })
  return { data, store, desk }
}
