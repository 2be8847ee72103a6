import { AsyncLocalStorage } from 'node:async_hooks'
import type { types } from '@slack/bolt'

/** A channel, or a direct message between a person and the bot (`D…`). */
export type Channel = {
  id: string
  name: string
  members: Set<string>
  /** Also read by people of another organisation. */
  shared?: boolean
}

/** A message. `onlyFor` is who alone sees it; `thread` is the message it stands under. */
export type Post = {
  channel: string
  ts: string
  by: string
  text: string
  blocks: types.KnownBlock[]
  thread?: string
  onlyFor?: string
  /** What the app said in answer to one and the same thing that somebody did. */
  answers?: string
}

/** App Home, or a window. `under` is the window it was stacked on. */
/** What a person filled into a window: by block and action, a text, the value of an option, or ids with spaces between them. */
export type Filled = Readonly<Record<string, Readonly<Record<string, string>>>>

export type View = {
  id: string
  type: 'home' | 'modal'
  user: string
  title: string
  /** The label of the button that sends what was filled in, where there is something to fill in. */
  submit?: string
  close: string
  callbackId: string
  metadata: string
  blocks: types.KnownBlock[]
  /** What was sent and not taken: what was filled in, and what the app found wrong with it, by block. */
  refused?: { filled: Filled; wrong: Readonly<Record<string, string>> }
  under?: string
  /** The page it was opened from. */
  page?: string
}

export type UploadedFile = { id: string; name: string; title?: string; alt?: string; bytes: Uint8Array }

/** A message that is to be posted at a second of the clock. */
export type Scheduled = { id: string; postAt: number; post: Omit<Post, 'ts'> }

/** Where an answer to a command or a press may be sent afterwards, five times. */
export type ResponseAddress = { channel: string; user: string; original?: string; left: number }

/** All that a pretend workspace remembers. In memory; gone with the process. */
export type WorkspaceState = {
  bot: { userId: string; botId: string; token: string; name: string; teamId: string }
  channels: Map<string, Channel>
  /** The team of each person who is from another organisation. */
  outsiders: Map<string, string>
  posts: Post[]
  views: Map<string, View>
  files: Map<string, UploadedFile>
  scheduled: Scheduled[]
  addresses: Map<string, ResponseAddress>
  /** A timestamp as Slack writes them, never the same twice. */
  nextTs(): string
  nextId(letter: string): string
  changed(): void
}

export type Options = { now?: () => number; onChange?: () => void }

export function createState({ now = Date.now, onChange = () => undefined }: Options): WorkspaceState {
  let count = 0
  return {
    bot: { userId: 'U0HANSA', botId: 'B0HANSA', token: 'xoxb-pretend', name: 'hansa', teamId: 'T0PRETEND' },
    channels: new Map(),
    outsiders: new Map(),
    posts: [],
    views: new Map(),
    files: new Map(),
    scheduled: [],
    addresses: new Map(),
    nextTs: () => `${Math.floor(now() / 1000)}.${String(++count).padStart(6, '0')}`,
    nextId: (letter) => `${letter}${String(++count).padStart(8, '0')}`,
    changed: onChange,
  }
}

/** The direct message between a person and the bot; made when it is first needed. */
export function directMessage(state: WorkspaceState, user: string): Channel {
  const id = `D${user}`
  const channel = state.channels.get(id) ?? {
    id,
    name: 'directmessage',
    members: new Set([user, state.bot.userId]),
  }
  state.channels.set(id, channel)
  return channel
}

/** The team that Slack names for a person. */
export function teamOf({ outsiders, bot }: WorkspaceState, user: string): string {
  return outsiders.get(user) ?? bot.teamId
}

/** The delivery that the app is at work on. */
export const delivery = new AsyncLocalStorage<string>()

export function addPost(state: WorkspaceState, post: Omit<Post, 'ts'>): Post {
  const answers = delivery.getStore()
  const blocks = withBlockIds(state, post.blocks)
  const posted = { ...post, ts: state.nextTs(), blocks, ...(answers !== undefined && { answers }) }
  state.posts.push(posted)
  state.changed()
  return posted
}

/** Slack names each block that has no name yet. */
export function withBlockIds(
  state: WorkspaceState,
  blocks: readonly types.KnownBlock[] = [],
): types.KnownBlock[] {
  return blocks.map((block) => ({ block_id: state.nextId('b'), ...block }))
}

/** Arguments as a web client sends them: texts, with JSON for what is nested. */
export type Args = Readonly<Record<string, string>>
export type Method = (args: Args, state: WorkspaceState) => object

/** Refuses with a code of Slack's own. */
export class SlackRefusal extends Error {}

/** Looks at each call before it is carried out; a code that it returns is Slack's refusal. */
export type Inspect = (method: string, args: Args) => string | undefined

/** The message that the arguments describe, if the bot may post it there. */
export function post(args: Args, state: WorkspaceState): Omit<Post, 'ts'> {
  const to = args.channel ?? ''
  const channel = state.channels.get(to.startsWith('U') ? directMessage(state, to).id : to)
  if (!channel) throw new SlackRefusal('channel_not_found')
  if (!channel.members.has(state.bot.userId)) throw new SlackRefusal('not_in_channel')
  if (!args.text && !args.blocks) throw new SlackRefusal('no_text')
  return {
    channel: channel.id,
    by: state.bot.userId,
    text: args.text ?? '',
    blocks: args.blocks ? JSON.parse(args.blocks) : [],
    ...(args.thread_ts && { thread: args.thread_ts }),
  }
}
