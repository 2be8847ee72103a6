/** How a page is asked for. Times in seconds. */
export type Limits = {
  /** For one request, from looking up its host to the last byte. A page takes at most one for each redirect. */
  seconds: number
  /** Of a page, unpacked. */
  bytes: number
  redirects: number
  /** Between two requests to one host. */
  pause: number
  /** The longest `Retry-After` and `Crawl-delay` that we sit out. */
  patience: number
  /** Hosts asked at the same time, one request each. */
  hosts: number
}

export const LIMITS: Limits = {
  seconds: 30,
  bytes: 10_000_000,
  redirects: 5,
  pause: 1,
  patience: 30,
  hosts: 4,
}

/** Runs work for one host after the other piece, with a pause in between; hosts do not wait for each other. */
export type Turns = <T>(host: string, work: () => Promise<T>, pause?: number) => Promise<T>

/** `sleep` and `pause` in seconds. A longer pause can be asked for with a piece of work, as by `Crawl-delay`. */
export function takeTurns(sleep: (seconds: number) => Promise<void>, pause: number): Turns {
  const lines = new Map<string, Promise<unknown>>()
  return (host, work, longer = 0) => {
    const before = lines.get(host)
    const turn = before ? before.then(() => sleep(Math.max(pause, longer))).then(work) : work()
    const settled = turn.catch(() => undefined)
    lines.set(host, settled)
    return turn
  }
}
