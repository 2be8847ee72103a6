/** Counts what is being worked on, so that a stop can wait for it. */
export type Running = {
  track<T>(work: Promise<T>): Promise<T>
  count(): number
  /** True when all that runs ended within `ms`. */
  drained(ms: number): Promise<boolean>
}

export function trackRunning(): Running {
  const all = new Set<Promise<unknown>>()
  return {
    track(work) {
      all.add(work)
      const forget = () => all.delete(work)
      work.then(forget, forget)
      return work
    },
    count: () => all.size,
    async drained(ms) {
      const { promise: late, resolve } = Promise.withResolvers<false>()
      const timer = setTimeout(resolve, ms, false)
      const done = Promise.allSettled(all).then(() => true)
      return Promise.race([done, late]).finally(() => clearTimeout(timer))
    },
  }
}
