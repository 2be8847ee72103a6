import { later } from '../../digest/schedule/moment.ts'
import type { Run } from '../../digest/schedule/run.ts'
import type { Holder } from '../../store/store.ts'
import type { Parts } from '../parts.ts'
import type { Clock } from './clock.ts'

/** Keeps in the store how a run stands. Undefined when another process has taken it over. */
export type Keep = {
  kept(run: Run): Promise<Run | undefined>
  /** The same for what the platform has taken: not forgotten while the store is in trouble. */
  taken(run: Run): Promise<Run | undefined>
  /** The run, with what the store could not be told of it. */
  remembered(held: Run): Promise<Run | undefined>
}

export function keeper(parts: Parts, clock: Clock): Keep {
  const untold = new Map<string, Run>()

  async function kept(run: Run): Promise<Run | undefined> {
    return (await parts.store.record(run, holderOf(clock, parts))) ? run : undefined
  }

  async function taken(run: Run): Promise<Run | undefined> {
    untold.set(tryOf(run), run)
    const found = await kept(run)
    untold.delete(tryOf(run))
    return found
  }

  return {
    kept,
    taken,
    async remembered(held) {
      const known = held.state === 'trying' ? untold.get(tryOf(held)) : undefined
      return known ? taken(known) : held
    },
  }
}

/** This process, for as long as one lease from now. */
export function holderOf(clock: Clock, { name, pace }: Parts): Holder {
  const now = clock.ours()
  return { name, now, until: later(now, pace.lease) }
}

function tryOf({ channel, week, tries }: Run): string {
  return `${channel} ${week} ${tries}`
}
