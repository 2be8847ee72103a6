import { createDesk } from '../../../../src/answers/desk.ts'
import { installationsIn, sealingWith } from '../../../../src/chat/core/installations.ts'
import { tend } from '../../../../src/chat/slack/digest/digest-client.ts'
import { manyHomes, postIn, type SlackHome, voiceIn } from '../../../../src/chat/slack/install/homes.ts'
import { slackApp } from '../../../../src/chat/slack/transport/slack-app.ts'
import { API } from '../../../../src/chat/web/workspace/web-api.ts'
import { createWorkspace, type Workspace } from '../../../../src/chat/web/workspace/workspace.ts'
import { createDigestDesk } from '../../../../src/delivery/digest-desk.ts'
import { digestLoop } from '../../../../src/delivery/loop.ts'
import { buildLibrary } from '../../../../src/library/library.ts'
import { proposalDesk } from '../../../../src/serve/proposals.ts'
import type { Store } from '../../../../src/store/store.ts'
import { pretendDeps } from '../../../delivery/pretend-deps.ts'
import { pretendClock } from '../../../delivery/pretend-platform.ts'
import { WORLD } from './digest-pretend.ts'
import { keepLog, type Line } from './pretend.ts'

/** One of several workspaces that installed the same Hansa; people and channels have the same ids in each. */
export type Side = {
  workspace: Workspace
  team: string
  policy: string
  curators: string
  /** What Slack refuses here next: method → code. */
  refuse: Map<string, string>
  install(): Promise<void>
  leave(): Promise<void>
  /** A delivery that the pretend workspace has no hand for. */
  deliver(body: object): Promise<unknown>
}

/** Hansa as it serves several workspaces from one store, in as many instances as there are stores. */
export type SharedHansa = {
  sides: readonly Side[]
  clock: ReturnType<typeof pretendClock>
  lines: Line[]
  /** Which instance hears what comes next. */
  through(instance: number): void
  /** What was gathered is written. */
  flushed(): Promise<void>
  /** Delivers what is due, and tells what came of proposals, in every workspace. */
  tick(): Promise<void>
}

export const LIBRARY = buildLibrary(WORLD)
const SEALING = sealingWith('a secret of thirty-two characters')

export async function sharedHansa(teams: readonly string[], stores: readonly Store[]): Promise<SharedHansa> {
  const clock = pretendClock('2026-11-24T10:00:00Z')
  const { log, lines } = keepLog()
  const seconds = () => Math.floor(clock.now().epochMilliseconds / 1000)
  const moment = () => `${clock.now().toString().slice(0, 19)}Z`
  const worlds = teams.map((team) => {
    const refuse = new Map<string, string>()
    const workspace = createWorkspace({
      now: () => clock.now().epochMilliseconds,
      inspect: (method) => refuse.get(method),
    })
    const { state } = workspace
    Object.assign(state.bot, { teamId: team, token: `xoxb-${team}` })
    const policy = workspace.addChannel('policy', { people: ['U1', 'U2', 'U3'] }).id
    const curators = workspace.addChannel('curators', { people: ['U1', 'U2'] }).id
    workspace.addOutsider('U9')
    // Of deliveries and addresses Slack never gives two the same id; of channels and people it may.
    const nextId = state.nextId
    state.nextId = (letter) => nextId(letter) + (/^(t|Ev|r|F)$/.test(letter) ? team : '')
    return { workspace, team, policy, curators, refuse }
  })

  const call: typeof fetch = async (url, init) => {
    const address = String(url)
    const token = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '')
    const to = worlds.find(({ team, workspace: { state } }) =>
      address.startsWith(API) ? state.bot.token === token : address.endsWith(team),
    )
    const answer = to?.workspace.clientOptions.fetch
    return answer ? ((await answer(address, init as never)) as Response) : new Response('', { status: 404 })
  }
  const clientOptions = { slackApiUrl: API, fetch: call, retryConfig: { retries: 0 } }

  const instances = stores.map((store, at) => {
    const installed = installationsIn<SlackHome>({ rows: store, sealing: SEALING, platform: 'slack', log })
    const homes = manyHomes(installed, clientOptions)
    const parts = {
      ...pretendDeps(clock, {
        store,
        post: postIn(homes.client),
        name: `instance ${at}`,
        log,
        served: homes.served,
        library: () => LIBRARY,
      }),
      record: store.recordChange,
      timezone: 'Europe/London',
      editors: [],
      keepWords: true,
    }
    // People are not kept waiting, and what was gathered is written when it is asked for.
    const sleep = (one: number) => (one < 1 ? Promise.resolve() : new Promise<void>(() => {}))
    const desk = createDigestDesk({ ...parts, sleep })
    const [{ curators = '' } = {}] = worlds
    const proposals = proposalDesk('', store, () => LIBRARY.knowledge, {
      record: store.recordChange,
      now: clock.now,
    })
    const tends = () => tend({ ...homes, proposals, curators: () => [curators], desk, log })
    const app = slackApp({
      desk: createDesk(LIBRARY, () => '2026-11-24'),
      log,
      receiver: { init() {}, start: async () => undefined, stop: async () => undefined },
      authorize: homes.authorize,
      clientOptions,
      ...(homes.left && { onLeft: homes.left }),
      record: async (change) => store.recordChange({ ...change, at: moment() }),
      digest: { desk, voice: voiceIn(homes.client), curators: () => [curators] },
      proposals,
      takeAlong: async ({ heading, ask }) => `${heading} ${ask}`,
      pictureOf: async ({ heading }) => ({
        name: 'map.png',
        title: `Map of ${heading}`,
        alt: heading,
        bytes: async () => new TextEncoder().encode(heading),
      }),
      reference: () => 'R1',
      now: () => 0,
    })
    return { app, desk, loop: digestLoop(parts), tends, installed }
  })
  let hears = instances[0]
  const processEvent: NonNullable<typeof hears>['app']['processEvent'] = async (event) =>
    hears?.app.processEvent(event)
  // A pretend workspace hands over to whichever instance hears.
  for (const { workspace } of worlds) workspace.receiver.init({ processEvent } as never)

  let count = 0
  const sides = worlds.map((world): Side => {
    const { team, workspace } = world
    const { token: botToken, botId, userId: botUserId } = workspace.state.bot
    return {
      ...world,
      install: async () => {
        await hears?.installed.put(
          team,
          { botToken, botId, botUserId, enterpriseId: '', scopes: [] },
          moment(),
        )
      },
      leave: async () => {
        const event = { type: 'app_uninstalled' }
        const at = { event_id: `E${++count} ${team}`, event_time: seconds() }
        const body = { type: 'event_callback', team_id: team, ...at, event }
        await processEvent({ body, ack: async () => undefined })
      },
      deliver: async (body) => {
        let said: unknown
        await processEvent({
          body: { ...body, team: { id: team }, trigger_id: workspace.state.nextId('t') },
          ack: async (response) => {
            said = response
          },
        })
        return said
      },
    }
  })
  for (const side of sides) await side.install()
  return {
    sides,
    clock,
    lines,
    through: (instance) => {
      hears = instances[instance % instances.length]
    },
    flushed: async () => {
      for (const { desk } of instances) await desk.flushed()
    },
    async tick() {
      for (const { loop } of instances) await loop.tick()
      for (const { workspace } of sides) workspace.passTime(seconds() + 600)
      for (const { loop } of instances) await loop.tick()
      for (const { tends } of instances) await tends()
    },
  }
}
