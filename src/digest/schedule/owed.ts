import { Temporal } from 'temporal-polyfill'
import { instantOf, momentOf } from './moment.ts'
import type { Due, RunHead } from './run.ts'
import { zoneExists } from './schedule-words.ts'
import { channelKey, type Slot, type Subscription, slotNear } from './subscription.ts'

/** A digest to be made now. */
export type Owed = Due & {
  subscription: Subscription
  /** Weeks before it that nobody posted. They are recorded, and not posted any more. */
  missed: readonly Due[]
}

/** How long before its time a digest is made and handed over: room for trouble, and a message that survives us. */
const AHEAD = Temporal.Duration.from({ minutes: 5 })

/** A digest posted later than this says that it is late. */
const LATE = Temporal.Duration.from({ minutes: 15 })

/** A missed digest is left out when the next is due sooner than this. */
const SOON = Temporal.Duration.from({ hours: 24 })

/** Weeks looked back for missed digests; what is older is forgotten. */
export const LOOK_BACK = 12

/**
 * What has to be posted at `now`, at most one digest a channel. `journal` holds the runs of at least the last
 * `LOOK_BACK` weeks, whatever their state. A week that has a run is never owed again, except one withdrawn before it
 * was shown; nor is a week older than one that has a run.
 */
export function owed(
  now: Temporal.Instant,
  subscriptions: readonly Subscription[],
  journal: readonly RunHead[],
): readonly Owed[] {
  const runs = Map.groupBy(journal, channelKey)
  return subscriptions
    .filter(({ stopped, weekly }) => !stopped && zoneExists(weekly.zone))
    .map((subscription) => owedTo(subscription, runs.get(channelKey(subscription)) ?? [], now))
    .filter((found) => found !== undefined)
}

export function isLate(due: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, due.add(LATE)) > 0
}

function owedTo(
  subscription: Subscription,
  runs: readonly RunHead[],
  now: Temporal.Instant,
): Owed | undefined {
  const horizon = now.add(AHEAD)
  const open = openSlots(subscription, runs, horizon)
  const [newest, ...older] = open
  if (!newest) return undefined
  if (isLate(newest.due, now) && nextIsSoon(subscription, now)) return undefined
  return {
    subscription,
    week: newest.week,
    due: momentOf(newest.due),
    missed: older.map(({ week, due }) => ({ week, due: momentOf(due) })),
  }
}

/** Slots that have come and have no run, newest first. */
function openSlots(
  subscription: Subscription,
  runs: readonly RunHead[],
  horizon: Temporal.Instant,
): readonly Slot[] {
  const settled = runs.filter(({ state }) => state !== 'withdrawn')
  const taken = new Set(settled.map(({ week }) => week))
  // A run of the future is left over from a clock that was wrong: it keeps its own week, and no other.
  const lastDue = settled
    .map(({ due }) => due)
    .filter((due) => due <= momentOf(horizon))
    .sort()
    .at(-1)
  const slots: Slot[] = []
  for (let back = 0; back <= LOOK_BACK; back++) {
    const slot = slotNear(subscription.weekly, horizon, -back)
    if (Temporal.Instant.compare(slot.due, horizon) > 0) continue
    if (Temporal.Instant.compare(slot.due, instantOf(subscription.since)) <= 0) break
    if (lastDue !== undefined && momentOf(slot.due) <= lastDue) break
    if (!taken.has(slot.week)) slots.push(slot)
  }
  return slots
}

function nextIsSoon({ weekly }: Subscription, now: Temporal.Instant): boolean {
  const next = [0, 1].map((weeks) => slotNear(weekly, now, weeks)).find(({ due }) => due.since(now).sign > 0)
  return next !== undefined && Temporal.Duration.compare(next.due.since(now), SOON) < 0
}
