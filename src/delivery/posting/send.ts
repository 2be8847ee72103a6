import { messageOf, type Sent } from '../../digest/post.ts'
import { type Moment, secondsBetween } from '../../digest/schedule/moment.ts'
import type { Run } from '../../digest/schedule/run.ts'
import type { DeliveryDeps } from '../delivery-deps.ts'
import { holderOf, type RunRecorder } from './run-recorder.ts'
import { backoff, type Clock, timeToPost, waitUntil } from './timing.ts'

/** Tries once to hand a run over. The result says how it stands; undefined when it is another process's now. */
type Send = (run: Run) => Promise<Run | undefined>

export function sender(deps: DeliveryDeps, clock: Clock, recorder: RunRecorder): Send {
  const { store, post, pace, stopping } = deps
  let canSchedule = true

  return async (run) => {
    // What may wait on the platform already is never shown at once as well.
    const later = canSchedule || run.state === 'trying'
    const early = secondsBetween(clock.platform(), run.due)
    if (!later && early > 0) return recorder.record({ ...run, retryAt: waitUntil(clock.platform(), early) })
    const trying: Run = {
      ...run,
      state: 'trying',
      tries: run.tries + 1,
      postAt: later ? fixedTime(run) : clock.platform(),
      retryAt: undefined,
    }
    const { until } = holderOf(clock, deps)
    if (!(await recorder.record(trying))) return undefined
    if (stopping.aborted) return recorder.record(run)
    // A process that slept past its lease is not the only one any more.
    if (clock.ours() >= until) return undefined
    const sent = later
      ? await post.schedule(messageOf(trying), trying.postAt ?? run.due)
      : await post.post(messageOf(trying))
    return outcome(run, trying, sent)
  }

  /** Moves only while the platform certainly has nothing: a call that may still arrive keeps its time. */
  function fixedTime({ state, due, postAt = due }: Run): Moment {
    return state === 'trying' ? postAt : timeToPost(due, clock.platform(), pace)
  }

  async function outcome(before: Run, trying: Run, sent: Sent): Promise<Run | undefined> {
    if (sent.how === 'unknown') return recorder.record({ ...trying, why: sent.why })
    if (sent.how === 'cannot') {
      canSchedule = false
      const why = 'the platform shows messages at once only'
      return refused(before, trying, {
        how: 'refused',
        why,
        forever: false,
        after: before.state === 'claimed' ? 0 : undefined,
      })
    }
    clock.heard(sent.at)
    if (sent.how === 'taken')
      return recorder.recordTaken({ ...trying, state: 'handed', message: sent.id, why: undefined })
    return refused(before, trying, sent)
  }

  /** The platform does not have this call's message. It may still have an earlier one's. */
  async function refused(
    before: Run,
    trying: Run,
    { why, forever, after }: Extract<Sent, { how: 'refused' }>,
  ): Promise<Run | undefined> {
    if (forever) {
      await store.stop(trying, { at: clock.ours(), why, told: false })
      return recorder.record({ ...trying, state: 'refused', why })
    }
    const patience = before.state === 'claimed' ? backoff(trying.tries, deps.chance(), pace) : pace.tick / 2
    const retryAt = waitUntil(clock.platform(), after ?? patience)
    return recorder.record({ ...trying, state: before.state, why, retryAt })
  }
}
