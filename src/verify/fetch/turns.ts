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
