import { openStore } from '../store/open.ts'
import { runningStore, type SharedStore } from '../store/shared.ts'
import { type Store, StoreTrouble } from '../store/store.ts'
import { Refusal, settingsOrRefuse } from './arguments.ts'

/** Works with the store of the settings; through a Hansa that runs on the embedded one, if there is one. */
export async function withStore<T>(work: (store: SharedStore) => Promise<T>): Promise<T> {
  const { data, databaseUrl } = settingsOrRefuse()
  const running = databaseUrl ? undefined : await runningStore(data)
  return running ? sentences(() => work(running)) : withOwnStore(work)
}

/** What `read` finds in each workspace of the store, a line each; under the workspace's id where there are several. */
export async function byWorkspace(
  read: (store: SharedStore, workspace: string) => Promise<readonly string[]>,
): Promise<string> {
  return withStore(async (store) => {
    const workspaces = await store.workspaces()
    const parts: string[] = []
    for (const workspace of workspaces) {
      const lines = await read(store, workspace)
      const heading = workspaces.length > 1 ? [`Workspace ${workspace || 'not known'}`] : []
      if (lines.length > 0) parts.push(...heading, ...lines)
    }
    return parts.map((line) => `${line}\n`).join('')
  })
}

/** Works with the store of the settings as its only user, where it is the embedded one. */
export async function withOwnStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = openStore(settingsOrRefuse())
  return sentences(() => work(store)).finally(store.close)
}

/** The store's troubles are refusals. */
async function sentences<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof StoreTrouble ? new Refusal(error.message) : error
  }
}
