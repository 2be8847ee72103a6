import type { Answer } from '../../answer/answer.ts'
import type { Asker } from '../../answer/asker.ts'
import { type Keepers, mayChange } from '../../answer/rights.ts'
import type { Voice } from '../../digest/desk.ts'
import {
  type Channel,
  channelKey,
  type Subscription,
  type Weekly,
} from '../../digest/schedule/subscription.ts'
import type { DeskParts } from '../parts.ts'

/** What was said after `/digest` and its first word, of which channel, and by whom. */
export type Said = { rest: string; where: Channel; asker: Asker; voice: Voice }

/** Rejects with StoreTrouble while the store is in trouble. */
export type Verb = (said: Said, parts: DeskParts) => Promise<Answer>

export async function subscriptionOf(
  where: Channel,
  { store }: Pick<DeskParts, 'store'>,
): Promise<Subscription | undefined> {
  return (await store.subscriptions()).find((one) => channelKey(one) === channelKey(where))
}

/** Who looks after the digest of a channel. */
export function keepersOf(
  subscription: Subscription | undefined,
  { where, asker }: Pick<Said, 'where' | 'asker'>,
  { editors = [] }: Pick<DeskParts, 'editors'>,
): Keepers {
  return { by: subscription?.by ?? '', editors, elsewhere: where.channel !== asker.channel }
}

export function changeable(
  subscription: Subscription | undefined,
  said: Pick<Said, 'where' | 'asker'>,
  parts: Pick<DeskParts, 'editors'>,
): boolean {
  return mayChange(said.asker, keepersOf(subscription, said, parts))
}

/** The weekly time of those who name none. */
export function usual({ timezone }: Pick<DeskParts, 'timezone'>): Weekly {
  return { weekday: 1, time: '09:00', zone: timezone }
}
