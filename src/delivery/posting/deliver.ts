import type { Run } from '../../digest/schedule/run.ts'
import type { Parts } from '../parts.ts'
import { afterLook } from './after-look.ts'
import type { Clock } from './clock.ts'
import { keeper } from './keep.ts'
import { sender } from './send.ts'
import { isOpen } from './step.ts'

/** How many steps one run may take before the others have their turn. */
const STEPS = 8

/** Works on a run that this process holds. `wanted`: its channel still subscribes. */
export type Deliver = (held: Run, wanted: boolean) => Promise<void>

/**
 * Brings runs to the platform, as far as that is possible now. Each step is on disk before the next begins: whoever
 * finds a run later, after a crash at any point, knows enough to go on without posting twice.
 */
export function deliverer(parts: Parts, clock: Clock): Deliver {
  const { post, pace, sleep, stopping } = parts
  const keep = keeper(parts, clock)
  const send = sender(parts, clock, keep)

  return async (held, wanted) => {
    let run: Run | undefined = await keep.remembered(held)
    for (let steps = 0; run && isOpen(run, clock.platform()) && steps < STEPS; steps++) {
      run = await step(run, wanted)
    }
  }

  /** Undefined when it is another process's now, or this one stops. */
  async function step(run: Run, wanted: boolean): Promise<Run | undefined> {
    if (run.state === 'claimed' && !wanted) return keep.kept({ ...run, state: 'withdrawn' })
    if (run.state === 'trying') await sleep(pace.settle)
    if (stopping.aborted) return undefined
    const found = await post.scheduled(run)
    if (found.how !== 'unknown') clock.heard(found.at)
    const next = afterLook(run, found, clock.platform(), parts.chance(), pace)
    if (next !== 'send') return keep.kept(next)
    return wanted ? send(run) : keep.kept({ ...run, state: 'withdrawn' })
  }
}
