import { Temporal } from 'temporal-polyfill'
import { instantOf, later, type Moment, momentOf, secondsBetween } from '../../digest/schedule/moment.ts'
import type { Run } from '../../digest/schedule/run.ts'

/** Our own clock, and the platform's as far as its replies tell it. Ours may be wrong, and may jump. */
export type Clock = {
  ours(): Moment
  platform(): Moment
  /** Takes in what the platform said its time was. */
  heard(at: Moment | undefined): void
}

export function createClock(now: () => Temporal.Instant): Clock {
  let ahead = Temporal.Duration.from({ seconds: 0 })
  return {
    ours: () => momentOf(now()),
    platform: () => momentOf(now().add(ahead)),
    heard(at) {
      if (at) ahead = now().until(instantOf(at))
    },
  }
}

/** The times of the protocol, in seconds. What was measured of it is told in docs/decisions. */
export type Pace = {
  /** From one look at what is owed to the next. */
  tick: number
  /** From fixing a time to post until that time, where it was not the time that is due. */
  lead: number
  /** The same, at the least. Shorter, and there is no room for a second try, or to take back what waits twice. */
  margin: number
  /** So long before the time to post, a second message that came in can still be taken back. */
  repair: number
  /** So long after its time, whatever waited has been shown. */
  guard: number
  /** So long a request that got lost may still arrive. */
  settle: number
  /** So long nobody else touches what one instance works on. */
  lease: number
  /** Before the second try; twice as long before the third, and so on, to `patience` at most. */
  retry: number
  patience: number
  /** So long after its time, a digest that was never sent gives way to the next one. */
  stale: number
}

export const PACE: Pace = {
  tick: 30,
  lead: 300,
  margin: 150,
  repair: 100,
  guard: 30,
  settle: 3.5,
  lease: 45,
  retry: 30,
  patience: 900,
  stale: 6 * 24 * 3600,
}

/** Nobody asks for more patience than this; a longer one was written by a clock that ran ahead. In seconds. */
const LONGEST_WAIT = 3600

/** Whether there is something to do with a run. `now` is the time by the platform's clock. */
export function isOpen({ state, retryAt = '' }: Run, now: Moment): boolean {
  if (state !== 'claimed' && state !== 'trying') return false
  return retryAt <= now || retryAt > later(now, LONGEST_WAIT)
}

export function waitUntil(now: Moment, seconds: number): Moment {
  return later(now, Math.min(seconds, LONGEST_WAIT))
}

/**
 * When a digest that the platform certainly does not have is to be shown: at the time wished, where that leaves room
 * for the protocol; else as soon as it does.
 */
export function timeToPost(wished: Moment, now: Moment, { margin, lead }: Pace): Moment {
  return secondsBetween(now, wished) >= margin ? wished : later(now, lead)
}

/** Whether it does no harm to call once more, when the first call may still arrive. */
export function roomToRepeat({ postAt }: Run, now: Moment, { repair }: Pace): boolean {
  return postAt !== undefined && secondsBetween(now, postAt) > repair
}

/** Seconds until the next try after `tries` of them; `chance` from 0 to 1 keeps instances from trying in step. */
export function backoff(tries: number, chance: number, { retry, patience }: Pace): number {
  return Math.min(retry * 2 ** Math.max(0, tries - 1), patience) * (0.75 + chance / 2)
}
