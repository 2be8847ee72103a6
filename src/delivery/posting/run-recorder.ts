import { later } from '../../digest/schedule/moment.ts'
import type { Run } from '../../digest/schedule/run.ts'
import { channelKey } from '../../digest/schedule/subscription.ts'
import type { Holder } from '../../store/store.ts'
import type { DeliveryDeps } from '../delivery-deps.ts'
import type { Clock } from './timing.ts'

/** Keeps in the store how a run stands. Undefined when another process has taken it over. */
export type RunRecorder = {
  record(run: Run): Promise<Run | undefined>
  /** The same for what the platform has taken: not forgotten while the store is in trouble. */
  recordTaken(run: Run): Promise<Run | undefined>
  /** The run, with what the store could not be told of it. */
  latest(held: Run): Promise<Run | undefined>
}

export function createRunRecorder(deps: DeliveryDeps, clock: Clock): RunRecorder {
  const untold = new Map<string, Run>()

  async function record(run: Run): Promise<Run | undefined> {
    return (await deps.store.record(run, holderOf(clock, deps))) ? run : undefined
  }

  async function recordTaken(run: Run): Promise<Run | undefined> {
    untold.set(tryOf(run), run)
    const found = await record(run)
    untold.delete(tryOf(run))
    return found
  }

  return {
    record,
    recordTaken,
    async latest(held) {
      const known = held.state === 'trying' ? untold.get(tryOf(held)) : undefined
      return known ? recordTaken(known) : held
    },
  }
}

/** This process, for as long as one lease from now. */
export function holderOf(clock: Clock, { name, pace }: DeliveryDeps): Holder {
  const now = clock.ours()
  return { name, now, until: later(now, pace.lease) }
}

/** A channel that two organisations share has the same id in both of their workspaces. */
function tryOf(run: Run): string {
  return `${channelKey(run)} ${run.week} ${run.tries}`
}
