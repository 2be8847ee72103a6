import { type Moment, secondsBetween } from '../digest/moment.ts'
import type { Run } from '../digest/run.ts'
import type { Pace } from './pace.ts'

/**
 * What to do with a run next. `send`: the platform does not have it. `look`: it may have it; what waits there tells.
 * `wait`: not now. `done`: nothing to do.
 */
export type Step = 'send' | 'look' | 'wait' | 'done'

/** `now` is the time by the platform's clock. */
export function nextStep({ state, retryAt }: Run, now: Moment): Step {
  if (state === 'trying') return 'look'
  if (state !== 'claimed') return 'done'
  return retryAt && retryAt > now ? 'wait' : 'send'
}

/** Whether a message that is not waiting at `now` was certainly not shown: there is still time until `postAt`. */
export function roomToLook({ postAt }: Run, now: Moment, { guard }: Pace): boolean {
  return postAt !== undefined && secondsBetween(now, postAt) > guard
}

/** Seconds until the next try after `tries` of them; `chance` from 0 to 1 keeps instances from trying in step. */
export function backoff(tries: number, chance: number, { retry, patience }: Pace): number {
  return Math.min(retry * 2 ** Math.max(0, tries - 1), patience) * (0.75 + chance / 2)
}
