import type { TestContext } from 'node:test'
import { createDesk } from '../../../../src/answers/desk.ts'
import type { ProposalDesk } from '../../../../src/chat/core/proposals.ts'
import type { TakeAlong } from '../../../../src/chat/core/taking.ts'
import { digestClient } from '../../../../src/chat/slack/digest/digest-client.ts'
import { slackPost } from '../../../../src/chat/slack/digest/digest-post.ts'
import { slackVoice } from '../../../../src/chat/slack/digest/digest-voice.ts'
import { slackApp } from '../../../../src/chat/slack/transport/slack-app.ts'
import { createWorkspace, type Workspace } from '../../../../src/chat/web/workspace/workspace.ts'
import { createDigestDesk } from '../../../../src/delivery/digest-desk.ts'
import { type DigestLoop, digestLoop } from '../../../../src/delivery/loop.ts'
import { onlyIn } from '../../../../src/digest/desk.ts'
import type { Knowledge } from '../../../../src/knowledge/records.ts'
import { buildLibrary } from '../../../../src/library/library.ts'
import type { Store } from '../../../../src/store/store.ts'
import { pretendDeps } from '../../../delivery/pretend-deps.ts'
import { pretendClock } from '../../../delivery/pretend-platform.ts'
import { DORTMUND, LEEDS, LILLE, smallKnowledge } from '../../../small-knowledge.ts'
import { SQLITE } from '../../../store/engines.ts'
import { LIMIT, patientSleep } from '../../../until.ts'
import { callFaults } from './block-kit.ts'
import { keepLog, type Line } from './pretend.ts'
import { shortcutBody } from './signed.ts'

export type DigestPretend = {
  workspace: Workspace
  policy: string
  store: Store
  knowledge: Knowledge
  loop: DigestLoop
  clock: ReturnType<typeof pretendClock>
  lines: Line[]
  faults: string[]
  /** What Slack refuses next: method → code. */
  refuse: Map<string, string>
  flushed(): Promise<void>
  /** What was posted to a channel for all to see, first lines; without what was said of changes. */
  posted(channel: string): readonly string[]
  /** What was said of changes, for all to see. */
  announced(channel: string): readonly string[]
  submit(
    user: string,
    values: Record<string, Record<string, object>>,
    window?: string,
    metadata?: string,
  ): Promise<unknown>
  /** A shortcut on a message, by default “Keep this for Hansa”. */
  keep(user: string, text: string, shortcut?: string): Promise<void>
}

/** What a test has of its own. */
type Own = {
  store?: Store
  team?: string
  keepWords?: boolean
  editors?: readonly string[]
  curators?: readonly string[]
  proposals?: (store: Store, knowledge: Knowledge) => ProposalDesk
  completes?: boolean
  takeAlong?: TakeAlong
  /** What `users.info` says of people, and who made every channel, where the rights to ask are granted. */
  people?: Readonly<Record<string, object>>
  creator?: string
}

/** Hansa with its store and its digests in a pretend workspace; `faults` must stay empty. */
export async function digestPretend(
  t: TestContext,
  contributeUrl?: string,
  own: Own = {},
): Promise<DigestPretend> {
  const faults: string[] = []
  const refuse = new Map<string, string>()
  const clock = pretendClock('2026-11-24T10:00:00Z')
  const workspace = createWorkspace({
    now: () => clock.now().epochMilliseconds,
    inspect: (method, args) => {
      faults.push(...callFaults(args).map((fault) => `${method}: ${fault}`))
      return refuse.get(method)
    },
  })
  const { log, lines } = keepLog()
  if (own.team) workspace.state.bot.teamId = own.team
  const store = own.store ?? (await SQLITE.place(t)).open()
  const library = buildLibrary(WORLD)
  const client = digestClient(workspace.state.bot.token, workspace.clientOptions)
  const { people, creator } = own
  if (people) {
    client.users.info = async ({ user }) => ({ ok: true, user: people[user] ?? {} })
    client.conversations.info = async () => ({ ok: true, channel: { ...(creator && { creator }) } })
  }
  const parts = {
    ...pretendDeps(clock, {
      store,
      post: slackPost(client),
      name: 'test',
      log,
      served: onlyIn(workspace.state.bot.teamId),
      library: () => library,
    }),
    record: store.recordChange,
    timezone: 'Europe/London',
    editors: own.editors ?? [],
    keepWords: own.keepWords ?? false,
    ...(contributeUrl && { contributeUrl }),
  }
  const desk = createDigestDesk({ ...parts, sleep: patientSleep })
  const { receiver, authorize, clientOptions } = workspace
  const { id: curators } = workspace.addChannel('curators')
  const app = slackApp({
    desk: createDesk(library, () => '2026-11-24'),
    log,
    receiver,
    authorize,
    clientOptions,
    record: store.recordChange,
    digest: { desk, voice: slackVoice(client, LIMIT), curators: () => own.curators ?? [curators] },
    ...(own.proposals && { proposals: own.proposals(store, library.knowledge) }),
    completes: own.completes ?? false,
    ...(own.takeAlong && { takeAlong: own.takeAlong }),
  })
  const { id: policy } = workspace.addChannel('policy', { people: ['U1', 'U2'] })
  const bot = workspace.state.bot.userId
  const publicly = (channel: string) =>
    workspace.state.posts
      .filter((post) => post.channel === channel && post.by === bot && !post.onlyFor)
      .map(({ text }) => text.split('\n')[0] ?? '')
  return {
    workspace,
    policy,
    store,
    knowledge: library.knowledge,
    loop: digestLoop(parts),
    clock,
    lines,
    faults,
    refuse,
    flushed: desk.flushed,
    posted: (channel) => publicly(channel).filter((line) => !line.startsWith('<@')),
    announced: (channel) => publicly(channel).filter((line) => line.startsWith('<@')),
    async submit(user, values, window = 'report:0', metadata = '') {
      const shape = { id: 'V1', type: 'modal', callback_id: window, private_metadata: metadata }
      const view = { ...shape, state: { values }, blocks: [] }
      const team = { id: workspace.state.bot.teamId }
      let said: unknown
      const body = {
        type: 'view_submission',
        team,
        user: { id: user, team_id: workspace.state.outsiders.get(user) ?? team.id },
        view,
        // One that came before is left alone.
        trigger_id: workspace.state.nextId('t'),
      }
      await app.processEvent({
        body,
        ack: async (response) => {
          said = response
        },
      })
      return said
    },
    async keep(user, text, shortcut = 'keep_for_hansa') {
      const from = { ...shortcutBody(text, policy), team: { id: workspace.state.bot.teamId } }
      const body = { ...from, callback_id: shortcut, user: { id: user, team_id: workspace.state.bot.teamId } }
      await app.processEvent({ body, ack: async () => undefined })
    },
  }
}

const OLD = '2026-01-01'
/** Leeds and its links; Norwich and Ely exist, and nothing is held on them. */
export const WORLD = smallKnowledge({
  places: [LEEDS, DORTMUND, LILLE],
  links: [
    { id: 'leeds-dortmund', place: LEEDS.id, twin: DORTMUND.id, since: '1969', on: '2021', added: OLD },
    { id: 'leeds-lille', place: LEEDS.id, twin: LILLE.id, since: '1968', added: OLD },
  ],
  exists: [
    {
      id: '2641181',
      name: 'Norwich',
      country: 'GB',
      admin: 'Norfolk',
      population: 143_135,
      also: ['Norvich'],
    },
    { id: '2655603', name: 'Ely', country: 'GB', admin: 'Cambridgeshire', population: 20_000, also: [] },
  ],
  claims: [
    { id: 'old', says: 'Cities last.', added: OLD },
    ...Array.from({ length: 6 }, (_, at) => ({
      id: `claim-${at}`,
      says: `Cities learn, ${at}.`,
      added: '2026-11-24',
    })),
  ],
})
