import type { TestContext } from 'node:test'
import { openStore, type StoreSettings } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { until } from '../until.ts'

export const DAY = '2026-11-24'
export const ABOUT = { is: 'topic', id: 'hydrogen' } as const
export const ONE = [{ about: ABOUT, day: DAY, count: 1 }]

/** A store, and the sentences it told. */
export function opened(
  t: TestContext,
  settings: StoreSettings,
): { store: Store; heard: (string | undefined)[] } {
  const heard: (string | undefined)[] = []
  const store = openStore(settings, (trouble) => heard.push(trouble))
  t.after(() => store.close())
  return { store, heard }
}

/** Waits for the store to come back by itself. */
export async function backAgain(store: Store): Promise<void> {
  const works = () =>
    store.ready().then(
      () => true,
      () => false,
    )
  await until(works)
}
