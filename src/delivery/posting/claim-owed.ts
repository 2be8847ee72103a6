import type { Temporal } from 'temporal-polyfill'
import { receiptId } from '../../answer/receipt.ts'
import { compose } from '../../digest/compose.ts'
import { asOf, editionOf } from '../../digest/edition.ts'
import { GAP_DAYS, type Gap } from '../../digest/items/gap.ts'
import { instantOf } from '../../digest/schedule/moment.ts'
import type { Owed } from '../../digest/schedule/owed.ts'
import type { Content, Due, Run } from '../../digest/schedule/run.ts'
import type { Subscription } from '../../digest/schedule/subscription.ts'
import type { DeliveryDeps } from '../delivery-deps.ts'
import { holderOf } from './deliver.ts'
import { type Clock, timeToPost } from './timing.ts'

/** Makes what is owed, and claims its week. Undefined when another process was faster or the channel was silent. */
export async function claimOwed(one: Owed, clock: Clock, deps: DeliveryDeps): Promise<Run | undefined> {
  const { subscription, week, due, missed } = one
  const { library, store, pace } = deps
  const now = library()
  const { workspace, channel } = subscription
  const composed = await contentFor(subscription, { week, due }, { ...deps, library: () => now })
  const content = composed && {
    ...composed,
    receipt: receiptId([workspace, channel, week, JSON.stringify(composed.answer)]),
  }
  const run: Run = {
    workspace,
    channel,
    week,
    due,
    tries: 0,
    ...(content
      ? { state: 'claimed', content, postAt: timeToPost(due, clock.platform(), pace) }
      : { state: 'silent' }),
  }
  const edition = content && editionOf(asOf(now.knowledge, subscription, due))
  const isOurs = await store.claim(run, { holder: holderOf(clock, deps), edition, missed })
  return isOurs && content ? run : undefined
}

/** What the channel's digest of that week says. */
export async function contentFor(
  subscription: Subscription,
  due: Due,
  { library, store, post }: Pick<DeliveryDeps, 'library' | 'store' | 'post'>,
): Promise<Content | undefined> {
  const { runs, edition } = await store.told(subscription)
  const gaps = await recentGaps(subscription.workspace, instantOf(due.due), store)
  return compose(library(), subscription, { runs, edition, gaps }, due, post.typed)
}

export async function recentGaps(
  workspace: string,
  now: Temporal.Instant,
  store: DeliveryDeps['store'],
): Promise<readonly Gap[]> {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate()
  return store.gaps(workspace, today.subtract({ days: GAP_DAYS }).toString())
}
