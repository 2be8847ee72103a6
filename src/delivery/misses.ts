import type { Answer } from '../answer/answer.ts'
import { gapOf } from '../digest/items/gap.ts'
import type { Parts } from './parts.ts'

/** How long misses are gathered before they are written, in seconds: an answer does not wait for the disk. */
const GATHER = 0.2

/** More than this many different questions are not kept while the store is in trouble. */
const MOST = 1000

export type Misses = {
  missed(answer: Answer): void
  /** Fulfils when all that was gathered is written, or cannot be. */
  flushed(): Promise<void>
}

/** Gathers questions nobody could answer, and writes them a little later. */
export function gatherMisses({
  store,
  now,
  sleep,
  log,
}: Pick<Parts, 'store' | 'now' | 'sleep' | 'log'>): Misses {
  let gathered = new Map<string, number>()
  let writing: Promise<void> | undefined

  async function write(): Promise<void> {
    await sleep(GATHER)
    const words = gathered
    gathered = new Map()
    try {
      await store.missed(words, now().toString().slice(0, 10))
    } catch (err) {
      // The store tells its own troubles; what was gathered waits for the next miss.
      for (const [one, count] of gathered) words.set(one, (words.get(one) ?? 0) + count)
      gathered = words
      if (!store.trouble()) log.error({ err }, 'questions could not be kept')
    }
  }

  return {
    missed(answer) {
      const words = gapOf(answer)
      if (words === undefined || (gathered.size >= MOST && !gathered.has(words))) return
      gathered.set(words, (gathered.get(words) ?? 0) + 1)
      writing ??= write().finally(() => {
        writing = undefined
      })
    },
    async flushed() {
      await writing
    },
  }
}
