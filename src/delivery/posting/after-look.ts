import type { Waiting } from '../../digest/post.ts'
import { later, type Moment } from '../../digest/schedule/moment.ts'
import type { Run } from '../../digest/schedule/run.ts'
import { firstLine } from './message.ts'
import type { Pace } from './pace.ts'
import { backoff, roomToRepeat, waitUntil } from './step.ts'

/**
 * How a run stands after a look at what waits on the platform; `send` when it is to be handed over now.
 *
 * One that was tried may still arrive at any moment, so its time to post is never changed: the platform itself refuses
 * a call whose time is past, and until then whatever waits twice can be taken back. `now` is the platform's time.
 */
export function afterLook(run: Run, found: Waiting, now: Moment, chance: number, pace: Pace): Run | 'send' {
  if (found.how === 'seen') {
    const mine = found.messages.find(({ first }) => first === firstLine(run))
    if (mine) {
      return {
        ...run,
        state: 'handed',
        message: mine.id,
        postAt: mine.postAt,
        retryAt: undefined,
        why: undefined,
      }
    }
  }
  return run.state === 'claimed' ? beforeTry(run, found, now, chance, pace) : afterTry(run, found, now, pace)
}

/** Nothing was sent: as long as the platform cannot be asked, nothing will be. */
function beforeTry(run: Run, found: Waiting, now: Moment, chance: number, pace: Pace): Run | 'send' {
  // Who slept for days leaves it out, as whoever was down for days does: its items go into the next.
  if (now > later(run.due, pace.stale)) return { ...run, state: 'skipped', retryAt: undefined }
  if (found.how !== 'unknown') return 'send'
  const tries = run.tries + 1
  const { why, after = backoff(tries, chance, pace) } = found
  return { ...run, tries, why, retryAt: waitUntil(now, after) }
}

function afterTry(run: Run, found: Waiting, now: Moment, pace: Pace): Run | 'send' {
  const { postAt = run.due } = run
  const why = found.how === 'seen' ? run.why : found.why
  if (now > later(postAt, pace.guard)) return { ...run, state: 'doubtful', retryAt: undefined, why }
  if (found.how === 'seen' && roomToRepeat(run, now, pace)) return 'send'
  // A time to post comes nearer: whoever can be asked is asked again at once, unless it wants patience.
  if (found.how === 'unknown' && found.after === undefined) return { ...run, why, retryAt: undefined }
  const { after = pace.tick / 2 } = found.how === 'unknown' ? found : {}
  return { ...run, why, retryAt: waitUntil(now, after) }
}
