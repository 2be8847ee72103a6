import type { App, Authorize, Receiver, webApi } from '@slack/bolt'
import { respond } from './addresses.ts'
import {
  type Body,
  commandBody,
  eventBody,
  eventText,
  type Pressable,
  pressed,
  pressInPost,
  pressInView,
} from './deliveries.ts'
import { API, postDue, pretendFetch } from './web-api.ts'
import { afterSubmission, type SubmissionReply, submissionBody, suggestionBody } from './windows.ts'
import {
  addPost,
  type Channel,
  createState,
  delivery,
  directMessage,
  type Filled,
  type Inspect,
  type Options,
  type Post,
  type View,
  type WorkspaceState,
} from './workspace-state.ts'

/**
 * A workspace without Slack: people, channels, private messages, windows and files in memory. The real Bolt app runs in
 * it, given `receiver`, `authorize` and `clientOptions`; what people do is a call, which ends when the app is done.
 */
export type Workspace = {
  receiver: Receiver
  authorize: Authorize<boolean>
  clientOptions: webApi.WebClientOptions
  state: WorkspaceState
  addChannel(
    name: string,
    options?: { people?: readonly string[]; bot?: boolean; shared?: boolean; direct?: boolean },
  ): Channel
  /** Somebody from another organisation, who reads channels that are shared with it. */
  addOutsider(user: string, team?: string): void
  directMessage(user: string): Channel
  /** Types `/twins Leeds` in a channel. */
  /** `page` is where it was typed. */
  command(user: string, channel: string, line: string, page?: string): Promise<void>
  /** Writes a message; a direct message and one that mentions `@hansa` reach the app. */
  say(user: string, channel: string, text: string, thread?: string): Promise<Post>
  /** Says something to one person of a channel, as the app: what a workspace would show by itself. */
  whisper(user: string, channel: string, text: string): void
  /** Presses a button by its label, or chooses from a menu the option with that label; or by its ids. */
  press(user: string, where: Post | View, what: string | Pressable, page?: string): Promise<void>
  /** Sends what was filled into a window; gives what the app found wrong with it, by block. */
  submit(window: View, filled: Filled): Promise<Readonly<Record<string, string>>>
  /** Types into a list of a window that asks the app for what it offers. */
  offers(window: View, block: string, typed: string): Promise<readonly string[]>
  openHome(user: string): Promise<View | undefined>
  /** What a person sees of a channel, oldest first. */
  seenBy(user: string, channel: string): readonly Post[]
  /** The uppermost window a person has open in a page. */
  windowOf(user: string, page?: string): View | undefined
  closeWindow(user: string, page?: string): void
  /** Posts what was scheduled up to a second of the clock. */
  passTime(seconds: number): void
}

export function createWorkspace(options: Options & { inspect?: Inspect } = {}): Workspace {
  const state = createState(options)
  let app: App | undefined
  const receiver: Receiver = {
    init: (given) => {
      app = given
    },
    start: async () => undefined,
    stop: async () => undefined,
  }

  /** Whether the app acknowledged. What it said with that is shown at once, while the app may still be at work. */
  async function deliver(body: Body, show: (said: object) => void = () => undefined): Promise<boolean> {
    let acknowledged = false
    const ack = async (said?: object) => {
      if (acknowledged) throw new Error('acknowledged twice')
      acknowledged = true
      if (said) show(said)
    }
    await delivery.run(state.nextId('d'), async () => app?.processEvent({ body, ack }))
    return acknowledged
  }

  async function command(user: string, channel: string, line: string, page = ''): Promise<void> {
    const [, name = '/', text = ''] = /^(\/\S*)\s*(.*)$/s.exec(line) ?? []
    const show = (said: object) => respond(state, { channel, user, left: 5 }, said)
    const acknowledged = await deliver(commandBody(state, { user, channel, command: name, text, page }), show)
    if (!acknowledged) show({ text: `${name} failed: the app did not answer.` })
  }

  async function say(user: string, channel: string, text: string, thread?: string): Promise<Post> {
    const post = addPost(state, { channel, by: user, text, blocks: [], ...(thread && { thread }) })
    const typed = eventText(state, text)
    const event = { user, channel, text: typed, ts: post.ts, ...(thread && { thread_ts: thread }) }
    const mentioned =
      typed.includes(`<@${state.bot.userId}>`) && state.channels.get(channel)?.members.has(state.bot.userId)
    if (channel.startsWith('D'))
      await deliver(eventBody(state, { type: 'message', channel_type: 'im', ...event }))
    else if (mentioned) await deliver(eventBody(state, { type: 'app_mention', ...event }))
    return post
  }

  async function press(user: string, where: Post | View, what: string | Pressable, page = ''): Promise<void> {
    const choice = { ...pressed(where.blocks, what), page }
    await deliver(
      'ts' in where ? pressInPost(state, user, where, choice) : pressInView(state, user, where, choice),
    )
  }

  async function submit(window: View, filled: Filled): Promise<Readonly<Record<string, string>>> {
    let reply: SubmissionReply = {}
    await deliver(submissionBody(state, window, filled), (said) => {
      reply = said
    })
    return afterSubmission(state, window, filled, reply)
  }

  async function offers(window: View, block: string, typed: string): Promise<readonly string[]> {
    let options: readonly { value?: string }[] = []
    await deliver(suggestionBody(state, window, block, typed), (said) => {
      options = 'options' in said ? (said.options as typeof options) : []
    })
    return options.flatMap(({ value }) => value ?? [])
  }

  async function openHome(user: string): Promise<View | undefined> {
    const { id } = directMessage(state, user)
    await deliver(eventBody(state, { type: 'app_home_opened', tab: 'home', user, channel: id }))
    return state.views.get(`V-home-${user}`)
  }

  const topWindow = (user: string, page = '') =>
    [...state.views.values()].findLast(
      (view) => view.type === 'modal' && view.user === user && (view.page ?? '') === page,
    )

  return {
    receiver,
    authorize: async () => ({
      botToken: state.bot.token,
      botId: state.bot.botId,
      botUserId: state.bot.userId,
      teamId: state.bot.teamId,
    }),
    clientOptions: {
      fetch: pretendFetch(state, options.inspect),
      slackApiUrl: API,
      retryConfig: { retries: 0 },
    },
    state,
    addChannel: (name, { people = [], bot = true, shared = false, direct = false } = {}) => {
      const id = state.nextId(direct ? 'D' : 'C')
      const members = new Set([...people, ...(bot ? [state.bot.userId] : [])])
      const channel = { id, name, members, ...(shared && { shared }) }
      state.channels.set(id, channel)
      return channel
    },
    addOutsider: (user, team = 'T0ELSEWHERE') => {
      state.outsiders.set(user, team)
    },
    directMessage: (user) => directMessage(state, user),
    command,
    say,
    whisper: (user, channel, text) => {
      addPost(state, { channel, by: state.bot.userId, text, blocks: [], onlyFor: user })
    },
    press,
    submit,
    offers,
    openHome,
    seenBy: (user, channel) =>
      state.posts.filter((post) => post.channel === channel && (!post.onlyFor || post.onlyFor === user)),
    windowOf: topWindow,
    closeWindow: (user, page) => {
      const top = topWindow(user, page)
      if (top) state.views.delete(top.id)
      state.changed()
    },
    passTime: (seconds) => postDue(state, seconds),
  }
}
