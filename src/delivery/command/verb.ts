import type { Answer } from '../../answer/answer.ts'
import {
  type Channel,
  channelKey,
  type Subscription,
  type Weekly,
} from '../../digest/schedule/subscription.ts'
import type { DeskParts } from '../parts.ts'

/** What was said after `/digest` and its first word, where, and by whom. */
export type Said = { rest: string; where: Channel; by: string }

/** Rejects with StoreTrouble while the store is in trouble. */
export type Verb = (said: Said, parts: DeskParts) => Promise<Answer>

export async function subscriptionOf(
  where: Channel,
  { store }: Pick<DeskParts, 'store'>,
): Promise<Subscription | undefined> {
  return (await store.subscriptions()).find((one) => channelKey(one) === channelKey(where))
}

/** The weekly time of those who name none. */
export function usual({ timezone }: Pick<DeskParts, 'timezone'>): Weekly {
  return { weekday: 1, time: '09:00', zone: timezone }
}
