import { secondsBetween } from '../digest/moment.ts'
import type { Run } from '../digest/run.ts'
import type { Clock } from './clock.ts'
import { type Keep, keeper } from './keep.ts'
import { firstLine } from './message.ts'
import type { Parts } from './parts.ts'
import { sender } from './send.ts'
import { nextStep, roomToLook } from './step.ts'

/** How many steps one run may take before the others have their turn. */
const STEPS = 8

/** Works on a run that this process holds. `wanted`: its channel still subscribes. */
export type Deliver = (held: Run, wanted: boolean) => Promise<void>

/**
 * Brings runs to the platform, as far as that is possible now. Each step is on disk before the next begins: whoever
 * finds a run later, after a crash at any point, knows enough to go on without posting twice.
 */
export function deliverer(parts: Parts, clock: Clock): Deliver {
  const keep = keeper(parts, clock)
  const send = sender(parts, clock, keep)
  return async (held, wanted) => {
    let run: Run | undefined = await keep.remembered(held)
    for (let steps = 0; run && steps < STEPS; steps++) {
      const step = nextStep(run, clock.platform())
      if (step === 'wait' || step === 'done') return
      if (step === 'look') run = await look(run, clock, parts, keep)
      else run = wanted ? await send(run) : await keep.kept({ ...run, state: 'withdrawn' })
    }
  }
}

/** Finds out whether the platform has a run that was tried. */
async function look(
  run: Run,
  clock: Clock,
  { sleep, post, pace }: Parts,
  keep: Keep,
): Promise<Run | undefined> {
  await sleep(pace.settle)
  const waiting = await post.scheduled(run)
  const now = clock.platform()
  if (waiting.how === 'unknown') {
    // Long after its time, whoever could tell would have told.
    const hopeless = secondsBetween(run.postAt ?? run.due, now) > pace.patience
    return keep.kept({ ...run, state: hopeless ? 'doubtful' : 'trying', why: waiting.why })
  }
  clock.heard(waiting.at)
  const mine = waiting.messages.find(({ first }) => first === firstLine(run))
  if (mine)
    return keep.kept({ ...run, state: 'handed', message: mine.id, postAt: mine.postAt, why: undefined })
  // Too near to its time, what is not waiting may have been shown.
  return keep.kept({ ...run, state: roomToLook(run, clock.platform(), pace) ? 'claimed' : 'doubtful' })
}
