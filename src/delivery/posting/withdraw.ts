import { firstLine } from '../../digest/post.ts'
import { secondsBetween } from '../../digest/schedule/moment.ts'
import type { RunHead } from '../../digest/schedule/run.ts'
import type { DeliveryDeps } from '../delivery-deps.ts'
import type { Clock } from './timing.ts'

/** Takes back a digest that was not shown yet. False when it may be shown all the same. */
export async function withdraw(
  run: RunHead,
  clock: Clock,
  { store, post, pace }: Pick<DeliveryDeps, 'store' | 'post' | 'pace'>,
): Promise<boolean> {
  if (run.state === 'claimed') return (await store.turn(run, ['claimed'], 'withdrawn')) !== undefined
  const { state, message } = run
  if (state !== 'handed' || !message) return false
  if (await post.withdraw(run, message)) return (await store.turn(run, ['handed'], 'withdrawn')) !== undefined
  // Refused, or the reply was lost: what waits there tells.
  const waiting = await post.scheduled(run)
  if (waiting.how === 'seen' && waiting.messages.some(({ id }) => id === message)) return false
  const certain = waiting.how === 'seen' && isWaiting(run, clock, pace.guard)
  const turned = await store.turn(run, ['handed'], certain ? 'withdrawn' : 'trying')
  return certain && turned !== undefined
}

/**
 * Takes back what waits twice. It can happen when a process slept between its last look at the clock and its call and
 * another one took over meanwhile, or when a request arrived long after it was given up: there is time left until both
 * are shown.
 */
export async function withdrawExtra(
  run: RunHead,
  clock: Clock,
  { store, post, pace, log }: DeliveryDeps,
): Promise<void> {
  if (run.tries < 2 || !isWaiting(run, clock, 2 * pace.guard)) return
  const full = await store.run(run)
  const waiting = await post.scheduled(run)
  if (!full || waiting.how !== 'seen') return
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
