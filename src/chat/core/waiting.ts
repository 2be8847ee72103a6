import { setImmediate, setTimeout } from 'node:timers/promises'

/** Lets `lanes` of them work at once and `waiting` more wait in their order. `undefined`, at once, for any beyond that. */
export type AtMost = <T>(work: () => Promise<T>) => Promise<T> | undefined

export function atMost(lanes: number, waiting: number): AtMost {
  let working = 0
  const line: (() => void)[] = []
  return (work) => {
    if (working >= lanes && line.length >= waiting) return undefined
    return inLane(work)
  }

  async function inLane<T>(work: () => Promise<T>): Promise<T> {
    // A lane that becomes free is handed on to who waits for it.
    if (working >= lanes) await new Promise<void>((resolve) => line.push(resolve))
    else working++
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next) next()
      else working--
    }
  }
}

/** Long enough for what came meanwhile to be answered; a hundred turns are over in a second. Milliseconds. */
const PAUSE = 10

/**
 * Of many that come at once, each begins in a turn of its own of the loop, with a pause before the next: whoever asks
 * meanwhile waits for one of them, and not for all.
 */
export function oneATurn(pause: () => Promise<unknown> = () => setTimeout(PAUSE)): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve()
  return () => {
    const mine = last.then(() => setImmediate())
    last = mine.then(pause)
    return mine
  }
}

/**
 * So long a delivery is held that is to be acknowledged once it is answered: should this process be killed meanwhile, a proxy
 * can hand it to another instance. A platform counts it as lost after three seconds. Milliseconds.
 */
export const HELD = 2500

/** People wait three seconds at most, in which a platform is asked twice at most and the store as well. Milliseconds. */
const PATIENCE = 800

/** What comes of it, or `otherwise` when that takes too long; it goes on by itself. */
export function soon<T>(asked: Promise<T>, otherwise: T, patience: number = PATIENCE): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>()
  const timer = globalThis.setTimeout(resolve, patience, otherwise)
  asked.then(resolve, () => resolve(otherwise)).finally(() => clearTimeout(timer))
  return promise
}
