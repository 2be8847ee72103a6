import { Temporal } from 'temporal-polyfill'
import { doubtfulAmong, recentRuns, stateInWords } from '../delivery/digest-state.ts'
import { channelKey } from '../digest/schedule/subscription.ts'
import { Refusal, Usage } from '../serve/refusal.ts'
import { withStore } from '../serve/with-store.ts'
import type { SharedStore } from '../store/shared.ts'

const ACTS = { post: 'claimed', posted: 'handed' } as const

/**
 * How the digests of all channels stand. `post CHANNEL WEEK` has one in doubt posted by the running process;
 * `posted CHANNEL WEEK` says that somebody saw it.
 */
export async function digestStatus(words: readonly string[]): Promise<number> {
  const [act, channel, week, ...more] = words
  const text = await withStore((store) => {
    if (act === undefined) return status(store)
    if (!Object.hasOwn(ACTS, act) || !channel || !week || more.length > 0) {
      throw new Usage('digest: after --status comes nothing, or: post CHANNEL WEEK, or: posted CHANNEL WEEK.')
    }
    return settle(store, act as keyof typeof ACTS, channel, week)
  })
  process.stdout.write(text)
  return 0
}

async function status(store: SharedStore): Promise<string> {
  const now = () => Temporal.Now.instant()
  const runs = Map.groupBy(await recentRuns({ store, now }), channelKey)
  const subscriptions = await store.subscriptions()
  const parts = subscriptions.map(async (subscription) => {
    const here = runs.get(channelKey(subscription)) ?? []
    const doubtful = await doubtfulAmong(here, { store })
    const lines = [
      ...stateInWords(subscription, here, now()),
      ...doubtful.map(
        ({ week, heading }) =>
          `In doubt: ${heading}. Look in the channel, then: npx hansa digest --status post|posted ${subscription.channel} ${week}`,
      ),
    ]
    return `${subscription.channel}\n${lines.map((line) => `  ${line}\n`).join('')}`
  })
  return (await Promise.all(parts)).join('') || 'No channel has a weekly digest.\n'
}

async function settle(
  store: SharedStore,
  act: keyof typeof ACTS,
  channel: string,
  week: string,
): Promise<string> {
  const subscription = (await store.subscriptions()).find((one) => one.channel === channel)
  const key = { workspace: subscription?.workspace ?? '', channel, week }
  if (!(await store.turn(key, ['doubtful'], ACTS[act]))) {
    throw new Refusal(`No digest of ${channel} in ${week} is in doubt.`)
  }
  return act === 'post' ? 'It will be posted as soon as Hansa runs.\n' : 'Noted: it was posted.\n'
}
