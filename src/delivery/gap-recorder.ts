import type { Answer, Day } from '../answer/answer.ts'
import type { Asker } from '../answer/rights.ts'
import { gapIn } from '../digest/items/gap.ts'
import { questionWords } from '../digest/post.ts'
import type { Miss } from '../store/store.ts'
import type { DeliveryDeps } from './delivery-deps.ts'

/** How long misses are gathered before they are written, in seconds: an answer does not wait for the disk. */
const GATHER = 0.2

/** In seconds, from one try to the next while the store is in trouble. */
const PATIENCE = 5

/** So many are told apart while the store is in trouble; more are counted without what they were about. */
const MOST = 1000

export type GapRecorder = {
  recordGap(answer: Answer, asker: Asker): void
  /** Fulfils when all that was gathered is written, or cannot be. */
  flushed(): Promise<void>
}

type Given = Pick<DeliveryDeps, 'store' | 'served' | 'now' | 'sleep' | 'stopping' | 'keepWords' | 'log'>
type Gathered = Miss & { workspace: string }

/** Gathers what nothing was found on, and writes it a little later; after an outage of the store, when it is over. */
export function createGapRecorder({
  store,
  served,
  now,
  sleep,
  stopping,
  keepWords,
  log,
}: Given): GapRecorder {
  const gathered = new Map<string, Gathered>()
  let writing: Promise<boolean> | undefined
  let isWaiting = false

  function add(miss: Gathered): void {
    const key = JSON.stringify([miss.workspace, miss.day, miss.about?.is, miss.about?.id, miss.words])
    const known = gathered.get(key)
    gathered.set(key, known ? { ...known, count: known.count + miss.count } : miss)
  }

  /** True when all that was gathered is written. */
  async function write(): Promise<boolean> {
    const left = Map.groupBy(gathered.values(), ({ workspace }) => workspace)
    gathered.clear()
    try {
      const still = left.size > 0 ? await served() : new Set()
      for (const [workspace, misses] of left) {
        // A workspace that left meanwhile leaves nothing behind.
        if (still.has(workspace)) await store.recordGaps(workspace, misses)
        left.delete(workspace)
      }
      return true
    } catch (err) {
      for (const miss of [...left.values()].flat()) add(miss)
      // The store tells its own troubles.
      if (!store.trouble()) log.error({ err }, 'questions could not be counted')
      return false
    }
  }

  /** True when it is written. */
  function begin(after: number): Promise<boolean> {
    writing ??= (after > 0 ? sleep(after) : Promise.resolve()).then(write).then((written) => {
      writing = undefined
      // Somebody may have asked while the disk was at work.
      if (written && gathered.size > 0) void begin(GATHER)
      if (!written) void again()
      return written
    })
    return writing
  }

  async function again(): Promise<void> {
    if (isWaiting || stopping.aborted) return
    isWaiting = true
    await sleep(PATIENCE)
    isWaiting = false
    if (!stopping.aborted && gathered.size > 0) void begin(0)
  }

  return {
    recordGap(answer, asker) {
      const found = gapIn(answer)
      if (!found) return
      const miss = missOf(found, answer, asker, { day: now().toString().slice(0, 10), keepWords })
      add(gathered.size < MOST ? miss : { workspace: miss.workspace, day: miss.day, count: miss.count })
      void begin(GATHER)
    },
    async flushed() {
      // While the last of it is written, more may come.
      let written = true
      while (written && (writing || gathered.size > 0)) written = await begin(0)
    },
  }
}

/** What was asked in private, or by somebody of another organisation, is a number and nothing else. */
function missOf(
  { about }: NonNullable<ReturnType<typeof gapIn>>,
  answer: Answer,
  { workspace, private: inPrivate, outside }: Asker,
  { day, keepWords }: { day: Day; keepWords: boolean },
): Gathered {
  const miss = { workspace, day, count: 1 }
  if (inPrivate || outside) return miss
  const words = keepWords ? questionWords(answer.ask) : undefined
  return { ...miss, ...(about && { about }), ...(words && { words }) }
}
