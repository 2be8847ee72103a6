import type { Database } from './database.ts'
import { StoreTrouble } from './trouble.ts'

/** How long to wait between two tries to open a store, in milliseconds. */
const PAUSE = 1000

export type Steady = Database & {
  /** What is wrong at the moment, in a sentence. */
  trouble(): string | undefined
}

/** What a steady database is made of. `told` hears each sentence once when a trouble begins, and undefined when it ends. */
export type SteadyParts = {
  open: () => Promise<Database>
  told: (trouble: string | undefined) => void
  /** Milliseconds that only ever grow. */
  clock: () => number
}

/**
 * A database that opens itself, fails with StoreTrouble while it cannot work, and comes back by itself. Nothing waits
 * for it longer than one try takes.
 */
export function steady({ open, told, clock }: SteadyParts): Steady {
  let current: Promise<Database> | undefined
  let trouble: StoreTrouble | undefined
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
  }

  async function lose(lost: Promise<Database> | undefined): Promise<void> {
    if (current === lost) current = undefined
    triedAt = clock()
    await lost?.then((database) => database.close()).catch(() => {})
  }

  return {
    async atomically(work) {
      let used: Promise<Database> | undefined
      try {
        used = database()
        let wrote = false
        const result = await (await used).atomically((query) =>
          work((sql, values) => {
            wrote ||= !sql.startsWith('SELECT')
            return query(sql, values)
          }),
        )
        if (wrote || !trouble?.onlyWrites) note(undefined)
        return result
      } catch (error) {
        if (!(error instanceof StoreTrouble) || closed) throw error
        // A try that was not made says nothing new.
        if (used) {
          note(error)
          const opened = await used.then(() => true).catch(() => false)
          if (error.lost || !opened) await lose(used)
        }
        throw error
      }
    },
    trouble: () => trouble?.message,
    async close() {
      closed = true
      await current?.then((database) => database.close()).catch(() => {})
    },
  }
}
