import { secondsBetween } from '../digest/moment.ts'
import type { RunHead } from '../digest/run.ts'
import type { Clock } from './clock.ts'
import { firstLine } from './message.ts'
import type { Parts } from './parts.ts'

/** Takes back a digest that was not shown yet. False when it may be shown all the same. */
export async function withdraw(run: RunHead, { store, post }: Parts): Promise<boolean> {
  if (run.state === 'claimed') return (await store.turn(run, ['claimed'], 'withdrawn')) !== undefined
  if (run.state !== 'handed' || !run.message) return false
  if (!(await post.withdraw(run, run.message))) return false
  return (await store.turn(run, ['handed'], 'withdrawn')) !== undefined
}

/**
 * Takes back what waits twice. It can happen only when a process slept between its last look at the clock and its call,
 * and another one took over meanwhile: then there is time left until both are shown.
 */
export async function withdrawExtra(
  run: RunHead,
  clock: Clock,
  { store, post, pace, log }: Parts,
): Promise<void> {
  if (run.tries < 2 || !isWaiting(run, clock, 2 * pace.guard)) return
  const full = await store.run(run)
  const waiting = await post.scheduled(run)
  if (!full || waiting.how === 'unknown') return
  const same = waiting.messages.filter(({ first }) => first === firstLine(full))
  const kept = same.find(({ id }) => id === full.message) ?? same[0]
  for (const { id } of same) {
    if (id === kept?.id) continue
    const gone = await post.withdraw(run, id)
    log.warn({ week: run.week, gone }, 'a digest was waiting twice, and one was taken back')
  }
}

/** Handed over, and to be shown more than `seconds` from now. */
export function isWaiting({ state, postAt }: RunHead, clock: Clock, seconds = 0): boolean {
  return state === 'handed' && postAt !== undefined && secondsBetween(clock.platform(), postAt) > seconds
}
