import type { TestContext } from 'node:test'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { freshSchema } from './engines.ts'

/** What instances have opened, each time anew; in one process it may be one store for all. */
export type Stores<Opened extends readonly Store[] = readonly Store[]> = () => Promise<Opened>

/** Closed when the work is done. */
export async function inStores<Opened extends readonly Store[], T>(
  stores: Stores<Opened>,
  work: (stores: Opened) => Promise<T>,
): Promise<T> {
  const opened = await stores()
  try {
    return await work(opened)
  } finally {
    await Promise.all([...new Set(opened)].map((store) => store.close()))
  }
}

/** Two in one place, one history after the other: what a workspace left behind when it was deleted would show. */
export async function onePostgres(
  t: TestContext,
  workspaces: readonly string[],
): Promise<Stores<readonly [Store, Store]>> {
  const settings = { data: '', databaseUrl: await freshSchema(t) }
  return async () => {
    const opened = [openStore(settings), openStore(settings)] as const
    for (const workspace of workspaces) await opened[0].deleteWorkspace(workspace)
    return opened
  }
}
