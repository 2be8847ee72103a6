import { setTimeout as wait } from 'node:timers/promises'

/** A clock that runs `speed` times as fast as the real one, the same in every process that is given the same start. */
export type FastClock = {
  /** Seconds since 1970, with fractions. */
  seconds(): number
  /** Fulfils after so many of its seconds. */
  sleep(seconds: number): Promise<void>
}

/** `from`: seconds since 1970 that it showed at the real time `started`, in milliseconds. */
export function fastClock(from: number, started: number, speed: number): FastClock {
  return {
    seconds: () => from + ((Date.now() - started) / 1000) * speed,
    sleep: (seconds) => wait((seconds * 1000) / speed),
  }
}
