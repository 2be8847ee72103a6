import type { Log } from '../answer/log.ts'
import { type SharedStore, shareStore } from '../store/shared.ts'

export type Sharing = {
  /** To be called whenever the store is open. */
  share(store: SharedStore): void
  close(): void
}

/** Lets commands in the terminal ask this process, from when it first has the embedded store open. */
export function sharingOf(folder: string, log: Pick<Log, 'warn'>): Sharing {
  let shared: { close(): void } | undefined
  return {
    share(store) {
      // Where the folder was away, the socket in it is gone as well.
      shared?.close()
      shared = shareStore(store, folder, (trouble) => log.warn({}, trouble))
    },
    close: () => shared?.close(),
  }
}
