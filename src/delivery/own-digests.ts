import type { Asker } from '../answer/asker.ts'
import type { Doubtful, OwnDigests } from '../digest/desk.ts'
import { later, momentOf } from '../digest/schedule/moment.ts'
import { LOOK_BACK } from '../digest/schedule/owed.ts'
import type { RunHead } from '../digest/schedule/run.ts'
import { channelKey } from '../digest/schedule/subscription.ts'
import type { Store } from '../store/store.ts'
import { stateInWords } from './channel-state.ts'
import type { Parts } from './parts.ts'
import { firstLine } from './posting/message.ts'

const WEEK = 7 * 24 * 3600

/** The digests somebody set, and how each stands. */
export async function ownDigests({ workspace, user, outside }: Asker, parts: Parts): Promise<OwnDigests> {
  const { store, now } = parts
  const runs = Map.groupBy(await recentRuns(parts), channelKey)
  const subscriptions = (await store.subscriptions()).filter(
    (one) => one.workspace === workspace && one.by === user && !outside,
  )
  const channels = subscriptions.map(async (subscription) => {
    const here = runs.get(channelKey(subscription)) ?? []
    return {
      channel: subscription.channel,
      lines: stateInWords(subscription, here, now()),
      doubtful: await doubtfulAmong(here, parts),
    }
  })
  return { trouble: store.trouble(), channels: await Promise.all(channels) }
}

export function recentRuns({
  store,
  now,
}: {
  store: Pick<Store, 'runs'>
  now: Parts['now']
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
