import { later, type Moment, secondsBetween } from '../../digest/schedule/moment.ts'
import type { Run } from '../../digest/schedule/run.ts'
import type { Pace } from './pace.ts'

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
