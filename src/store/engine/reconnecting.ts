import { StoreTrouble } from '../store.ts'
import type { Database, Value } from './database.ts'

/** How long to wait between two tries to open a store, in milliseconds. */
const PAUSE = 1000

/** More than this need not have room before a trouble is over: about the longest digest. In characters. */
const MOST = 64_000

export type Reconnecting = Database & {
  /** What is wrong at the moment, in a sentence. */
  trouble(): string | undefined
  /** How much was to be written, at most, by what failed in it: as much has to be written before it is over. */
  room(): number
}

/** What a reconnecting database is made of. `told` hears each sentence once when a trouble begins, and undefined when it ends. */
type ReconnectingDeps = {
  open: () => Promise<Database>
  told: (trouble: string | undefined) => void
  /** Milliseconds that only ever grow. */
  clock: () => number
}

/**
 * A database that opens itself, fails with StoreTrouble while it cannot work, and comes back by itself. Nothing waits
 * for it longer than one try takes.
 */
export function reconnecting({ open, told, clock }: ReconnectingDeps): Reconnecting {
  let current: Promise<Database> | undefined
  let trouble: StoreTrouble | undefined
  let room = 0
  let triedAt = Number.NEGATIVE_INFINITY
  let closed = false

  function database(): Promise<Database> {
    if (closed) throw new StoreTrouble('The store is closed.', { lost: true })
    if (current) return current
    if (trouble && clock() - triedAt < PAUSE) throw trouble
    triedAt = clock()
    current = open()
    return current
  }

  function note(found: StoreTrouble | undefined): void {
    if (found?.message !== trouble?.message) told(found?.message)
    trouble = found
    if (!found) room = 0
  }

  async function lose(lost: Promise<Database> | undefined): Promise<void> {
    if (current === lost) current = undefined
    triedAt = clock()
    await lost?.then((database) => database.close()).catch(() => {})
  }

  return {
    async atomically(work, trace) {
      let used: Promise<Database> | undefined
      let wrote = 0
      try {
        used = database()
        const result = await (await used).atomically(
          (query) =>
            work((sql, values) => {
              if (!sql.startsWith('SELECT')) wrote += sizeOf(values)
              return query(sql, values)
            }),
          trace,
        )
        // A disk may be too full for one, and have room for another that is smaller.
        if (!trouble?.onlyWrites || (wrote > 0 && wrote >= room)) note(undefined)
        return result
      } catch (error) {
        if (!(error instanceof StoreTrouble) || closed) throw error
        // A try that was not made says nothing new.
        if (used) {
          note(error)
          room = Math.min(Math.max(room, wrote), MOST)
          const opened = await used.then(() => true).catch(() => false)
          if (error.lost || !opened) await lose(used)
        }
        throw error
      }
    },
    trouble: () => trouble?.message,
    room: () => room,
    async close() {
      closed = true
      await current?.then((database) => database.close()).catch(() => {})
    },
  }
}

/** About what a statement writes, in characters: never nothing. */
function sizeOf(values: readonly Value[] = []): number {
  return values.reduce((sum: number, value) => sum + String(value).length, 100)
}
