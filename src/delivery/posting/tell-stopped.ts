import { later } from '../../digest/schedule/moment.ts'
import type { Subscription } from '../../digest/schedule/subscription.ts'
import type { Parts } from '../parts.ts'
import type { Clock } from './clock.ts'

/**
 * Tells whoever subscribed that a digest stopped, and why, until it is taken, or this person can never be told. What
 * is wrong with our access to the platform is wrong for all of them, and may take days to put right.
 */
export function stopTeller(
  { store, post, pace, log }: Parts,
  clock: Clock,
): (subscriptions: readonly Subscription[]) => Promise<void> {
  let notBefore = ''
  return async (subscriptions) => {
    for (const subscription of subscriptions) {
      const { by, stopped } = subscription
      if (!stopped || stopped.told || clock.ours() < notBefore) continue
      const sent = await post.tellStopped(by, subscription, stopped.why)
      if (sent.how === 'refused' && !sent.forever) {
        notBefore = later(clock.ours(), sent.after ?? pace.patience)
      }
      if (sent.how !== 'taken' && !(sent.how === 'refused' && sent.forever)) continue
      await store.stopTold(subscription, stopped)
      log.warn({ why: stopped.why, told: sent.how === 'taken' }, 'a digest stopped')
    }
  }
}
