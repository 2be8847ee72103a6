import type { Subscription } from '../digest/subscription.ts'
import type { Parts } from './parts.ts'

/** Tells whoever subscribed that a digest stopped, and why. Tried at each tick until it is taken, or never will be. */
export async function tellStopped(subscriptions: readonly Subscription[], parts: Parts): Promise<void> {
  const { store, post, log } = parts
  for (const subscription of subscriptions) {
    const { by, stopped } = subscription
    if (!stopped || stopped.told) continue
    const sent = await post.tellStopped(by, subscription, stopped.why)
    if (sent.how === 'unknown' || (sent.how === 'refused' && !sent.forever)) continue
    await store.stop(subscription, { ...stopped, told: true })
    log.warn({ why: stopped.why, told: sent.how === 'taken' }, 'a digest stopped')
  }
}
