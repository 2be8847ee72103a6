import { Temporal } from 'temporal-polyfill'
import type { Answer } from '../answer/answer.ts'
import { doubtfulAmong, recentRuns, stateInWords } from '../delivery/digest-state.ts'
import { compose, weeksBefore } from '../digest/compose.ts'
import { withSlash } from '../digest/post.ts'
import { momentOf } from '../digest/schedule/moment.ts'
import { shownOf } from '../digest/schedule/run.ts'
import { channelKey, type Subscription, type Weekday, weekOf } from '../digest/schedule/subscription.ts'
import { buildLibrary } from '../library/library.ts'
import { parseArguments, Refusal, settingsOrRefuse, Usage } from '../serve/arguments.ts'
import { openKnowledge } from '../serve/folder/folder.ts'
import { type Show, showAs } from '../serve/show-as.ts'
import type { SharedStore } from '../store/shared.ts'

export const help = `npx hansa digest            this week's digest, as a channel would get it
npx hansa digest --status   how the digests of all channels stand
npx hansa digest --status post|posted CHANNEL WEEK   settles one in doubt: it is to be posted, or it was

  --at 2026-11-30T09:00   of that time, in the time zone of HANSA_TIMEZONE
  --about TOPICS          looks first for these: "yorkshire, universities"
  --all                   with the rest that a channel opens by a button
  --format FORMAT         as another surface shows it; --json the same for programs`

/**
 * Prints the digest that a channel would get at a time, had it one since the folder began; or how the digests of all
 * channels stand.
 */
export async function run(args: readonly string[]): Promise<number> {
  const options = await optionsOf(args)
  if ('status' in options) return digestStatus(options.status)
  const { at, about, all, show } = options
  const settings = settingsOrRefuse()
  const local = localTime(at, settings.timezone)
  const subscription = subscriptionAt(local, about)
  const library = buildLibrary(await openKnowledge(settings, { asNeeded: true }))
  const due = { week: weekOf(local.toPlainDate()), due: momentOf(local.toInstant()) }
  const content = compose(library, subscription, weeksBefore(library, subscription, due.due), due)
  if (!content) {
    process.stdout.write('There is nothing to say in that week.\n')
    return 1
  }
  const answer = printed(shownOf(content), all)
  process.stdout.write(all && content.rest ? show(answer) + show(content.rest) : show(answer))
  return 0
}

/** There is nothing to press in a terminal. */
function printed(answer: Answer, all: boolean): Answer {
  const { more, ...shown } = answer
  return more && !all ? { ...shown, note: `${more.label}: --all. ${answer.note ?? ''}` } : shown
}

function subscriptionAt(local: Temporal.ZonedDateTime, about: string): Subscription {
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  return {
    workspace: '',
    channel: '',
    weekly: { weekday: local.dayOfWeek as Weekday, time, zone: local.timeZoneId },
    about,
    by: '',
    since: momentOf(local.toInstant()),
  }
}

/** `2026-11-30T09:00`, `2026-11-30`, or now. */
function localTime(at: string | undefined, zone: string): Temporal.ZonedDateTime {
  if (at === undefined) return Temporal.Now.zonedDateTimeISO(zone)
  if (/T.*([+-]\d\d:?\d\d|\[.*)$/.test(at)) {
    throw new Usage(
      `digest: leave what follows the time out of "${at}": it is a time in ${zone} (HANSA_TIMEZONE).`,
    )
  }
  try {
    const time = /^\d{4}-\d\d-\d\d$/.test(at) ? `${at}T09:00` : at
    return Temporal.PlainDateTime.from(time).toZonedDateTime(zone)
  } catch {
    throw new Usage(`digest: "${at}" is no time; write it like 2026-11-30T09:00.`)
  }
}

type Options = { at: string | undefined; about: string; all: boolean; show: Show } | { status: string[] }

async function optionsOf(args: readonly string[]): Promise<Options> {
  const { values, positionals } = parseArguments('digest', args, {
    at: { type: 'string' },
    about: { type: 'string', default: '' },
    all: { type: 'boolean', default: false },
    json: { type: 'boolean' },
    format: { type: 'string' },
    status: { type: 'boolean' },
  })
  if (values.status) return { status: positionals }
  if (positionals.length > 0) throw new Usage(`digest: "${positionals[0]}" is one word too many.`)
  const format = values.json ? 'json' : (values.format ?? 'terminal')
  const { at, about, all } = values
  return { at, about, all, show: await showAs(format, 'digest') }
}

const ACTS = { post: 'claimed', posted: 'handed' } as const

/**
 * How the digests of all channels stand. `post CHANNEL WEEK` has one in doubt posted by the running process;
 * `posted CHANNEL WEEK` says that somebody saw it.
 */
async function digestStatus(words: readonly string[]): Promise<number> {
  const [act, channel, week, ...more] = words
  // Most who ask for a digest need no store.
  const { withStore } = await import('../serve/with-store.ts')
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
      ...stateInWords(subscription, here, now(), withSlash),
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
