import type { Temporal } from 'temporal-polyfill'
import { dateInWords } from '../answer/in-words.ts'
import type { Asker } from '../answer/rights.ts'
import type { Doubtful, OwnDigests } from '../digest/desk.ts'
import { firstLine, type Typed } from '../digest/post.ts'
import { instantOf, later, momentOf } from '../digest/schedule/moment.ts'
import { LOOK_BACK } from '../digest/schedule/owed.ts'
import type { RunHead } from '../digest/schedule/run.ts'
import { scheduleInWords, zoneExists } from '../digest/schedule/schedule-words.ts'
import {
  channelKey,
  dueInWords,
  movedInWords,
  nextSlot,
  type Subscription,
} from '../digest/schedule/subscription.ts'
import type { Store } from '../store/store.ts'
import type { DeliveryDeps } from './delivery-deps.ts'

/** What one types to say what a digest looks for first. */
export const ABOUT_EXAMPLE = 'digest about yorkshire, universities'

/** How the digest of a channel stands, a sentence each. `runs` are the channel's. */
export function stateInWords(
  subscription: Subscription,
  runs: readonly RunHead[],
  now: Temporal.Instant,
  typed: Typed,
): readonly string[] {
  const { weekly, about, stopped, channel } = subscription
  const last = runs.filter(({ state }) => LAST[state]).at(-1)
  return [
    stopped
      ? `Stopped on ${dateInWords(stopped.at.slice(0, 10))}: ${stopped.why} “${typed('digest on', channel)}” starts it again.`
      : `${scheduleInWords(weekly)}. ${nextInWords(subscription, runs, now)}`,
    about ? `It looks first for: ${about}.` : `It has no topics yet: ${typed(ABOUT_EXAMPLE, channel)}.`,
    ...(last ? [`${dueInWords(instantOf(last.due), weekly.zone)}: ${inWords(last, now)}.`] : []),
  ]
}

/** How each state is told; those that say nothing to people are left out. */
const LAST: Partial<Record<RunHead['state'], string>> = {
  claimed: 'not posted yet',
  trying: 'being posted',
  handed: 'posted',
  doubtful: 'it is not known whether it was posted',
  skipped: 'left out, for nobody could post it in time',
  silent: 'there was nothing to say',
  refused: 'refused',
}

function inWords({ state, postAt, why }: RunHead, now: Temporal.Instant): string {
  const waiting = state === 'handed' && postAt !== undefined && instantOf(postAt).since(now).sign > 0
  const trouble = why && state !== 'handed' ? ` (${why})` : ''
  return (waiting ? 'handed over, waiting for its time' : (LAST[state] ?? state)) + trouble
}

/** When the next one is due. */
export function nextInWords(
  { weekly }: Subscription,
  runs: readonly RunHead[],
  now: Temporal.Instant,
): string {
  if (!zoneExists(weekly.zone)) return `This machine does not know the time zone ${weekly.zone}.`
  const taken = new Set(runs.filter(({ state }) => state !== 'withdrawn').map(({ week }) => week))
  let slot = nextSlot(weekly, now)
  // After another weekday was chosen, this week may have had its digest already.
  while (taken.has(slot.week)) slot = nextSlot(weekly, slot.due)
  const moved = movedInWords(weekly, slot.due)
  return `The next is due on ${dueInWords(slot.due, weekly.zone)}.${moved ? ` ${moved}` : ''}`
}

const WEEK = 7 * 24 * 3600

/** The store's own sentence names files and servers: it is for whoever runs Hansa, who finds it in the log. */
export const STORE_TROUBLE = 'Hansa’s store is in trouble; whoever runs Hansa finds in its log what is wrong.'

/** The digests somebody set, and how each stands. */
export async function ownDigests(
  { workspace, user, outside }: Asker,
  deps: DeliveryDeps,
): Promise<OwnDigests> {
  const { store, now, post } = deps
  const runs = Map.groupBy(await recentRuns(deps), channelKey)
  const subscriptions = (await store.subscriptions()).filter(
    (one) => one.workspace === workspace && one.by === user && !outside,
  )
  const channels = subscriptions.map(async (subscription) => {
    const here = runs.get(channelKey(subscription)) ?? []
    return {
      channel: subscription.channel,
      weekly: subscription.weekly,
      lines: stateInWords(subscription, here, now(), post.typed),
      doubtful: await doubtfulAmong(here, deps),
    }
  })
  return { ...(store.trouble() && { trouble: STORE_TROUBLE }), channels: await Promise.all(channels) }
}

export function recentRuns({
  store,
  now,
}: {
  store: Pick<Store, 'runs'>
  now: DeliveryDeps['now']
}): Promise<readonly RunHead[]> {
  return store.runs(later(momentOf(now()), -LOOK_BACK * WEEK))
}

export async function doubtfulAmong(
  runs: readonly RunHead[],
  { store }: { store: Pick<Store, 'run'> },
): Promise<readonly Doubtful[]> {
  const doubtful = runs.filter(({ state }) => state === 'doubtful')
  return Promise.all(
    doubtful.map(async (run) => {
      const full = await store.run(run)
      return { week: run.week, heading: (full && firstLine(full)) ?? run.week }
    }),
  )
}
