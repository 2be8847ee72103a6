import { later, type Moment, secondsBetween } from '../digest/moment.ts'
import type { Sent } from '../digest/post.ts'
import type { Run } from '../digest/run.ts'
import type { Clock } from './clock.ts'
import { holderOf, type Keep } from './keep.ts'
import { messageOf } from './message.ts'
import type { Parts } from './parts.ts'
import { backoff } from './step.ts'

/** Tries once to hand a run over. The result says how it stands; undefined when it is another process's now. */
export type Send = (run: Run) => Promise<Run | undefined>

export function sender(parts: Parts, clock: Clock, keep: Keep): Send {
  const { store, post, pace } = parts
  let canSchedule = true

  return async (run) => {
    const postAt = canSchedule ? timeToPost(run) : clock.platform()
    const trying: Run = { ...run, state: 'trying', tries: run.tries + 1, postAt, retryAt: undefined }
    const { until } = holderOf(clock, parts)
    if (!(await keep.kept(trying))) return undefined
    // A process that slept past its lease is not the only one any more.
    return clock.ours() < until ? outcome(trying, await handOver(trying)) : undefined
  }

  async function handOver(run: Run): Promise<Sent> {
    if (canSchedule) {
      const sent = await post.schedule(messageOf(run), run.postAt ?? run.due)
      if (sent.how !== 'cannot') return sent
      canSchedule = false
      return { how: 'refused', why: 'the platform shows messages at once only', forever: false, after: 0 }
    }
    const early = secondsBetween(clock.platform(), run.due)
    if (early > 0) return { how: 'refused', why: 'it is not yet time', forever: false, after: early }
    return post.post(messageOf(run))
  }

  async function outcome(run: Run, sent: Sent): Promise<Run | undefined> {
    if (sent.how === 'cannot')
      throw new Error('a platform that cannot show messages later cannot show them now')
    if (sent.how === 'unknown') return keep.kept({ ...run, why: sent.why })
    clock.heard(sent.at)
    if (sent.how === 'taken') {
      return keep.taken({ ...run, state: 'handed', message: sent.id, why: undefined })
    }
    const { why, forever, after = backoff(run.tries, parts.chance(), pace) } = sent
    if (!forever) return keep.kept({ ...run, state: 'claimed', why, retryAt: later(clock.platform(), after) })
    await store.stop(run, { at: clock.ours(), why, told: false })
    return keep.kept({ ...run, state: 'refused', why })
  }

  /** The time that was fixed, while it leaves room to look; else the next that does. */
  function timeToPost({ due, postAt = due }: Run): Moment {
    const now = clock.platform()
    return secondsBetween(now, postAt) >= pace.margin / 2 ? postAt : later(now, pace.margin)
  }
}
