/** One Hansa that delivers digests until it is killed; started by kill.ts. */
import { Temporal } from 'temporal-polyfill'
import { type DigestClient, digestClient } from '../../src/chat/slack/digest/digest-client.ts'
import { postIn } from '../../src/chat/slack/install/homes.ts'
import { digestLoop } from '../../src/delivery/loop.ts'
import { PACE } from '../../src/delivery/posting/timing.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { openStore } from '../../src/store/open.ts'
import { DORTMUND, LEEDS, LILLE, smallKnowledge } from '../../test/small-knowledge.ts'
import { fastClock } from './fast-clock.ts'

const { from, started, speed, url, store: settings, name, workspaces } = JSON.parse(process.argv[2] ?? '{}')
const clock = fastClock(from, started, speed)
const library = buildLibrary(
  smallKnowledge({
    places: [LEEDS, DORTMUND, LILLE],
    links: [
      { place: LEEDS.id, twin: DORTMUND.id },
      { place: LEEDS.id, twin: LILLE.id },
    ],
  }),
)
const store = openStore(settings, (trouble) => trouble && console.error(trouble))
/** Late digests (`L12X3`) are not heard of before their minute. */
const heardOf = (channel: string) => {
  const minute = /^L(\d+)X/.exec(channel)?.[1]
  return minute === undefined || clock.seconds() > from + (Number(minute) + 3) * 60
}
const say = (facts: object, message: string) => console.error(message, facts)
const quiet = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => 'error',
  setName() {},
}
const clients = new Map<string, DigestClient>(
  workspaces.map((workspace: string) => [
    workspace,
    digestClient(`xoxb-${workspace}`, {
      slackApiUrl: url,
      timeout: Math.round(10_000 / speed),
      logger: quiet as never,
    }),
  ]),
)

console.log('at work')
await digestLoop({
  store: {
    ...store,
    subscriptions: async () => (await store.subscriptions()).filter(({ channel }) => heardOf(channel)),
  },
  post: postIn(async (workspace) => clients.get(workspace)),
  served: async () => new Set<string>(workspaces),
  library: () => library,
  now: () => Temporal.Instant.fromEpochMilliseconds(Math.floor(clock.seconds() * 1000)),
  sleep: clock.sleep,
  stopping: new AbortController().signal,
  chance: Math.random,
  name,
  pace: PACE,
  keepQuestions: 90,
  keepChanges: 365,
  record: async () => undefined,
  keepWords: false,
  log: { info() {}, warn: () => {}, error: say },
}).run()
