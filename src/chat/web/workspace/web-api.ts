import type { webApi } from '@slack/bolt'
import { answerAddress, uploads } from './addresses.ts'
import { type Of, showView } from './windows.ts'
import {
  type Args,
  addPost,
  type Inspect,
  type Method,
  type Post,
  post,
  SlackRefusal,
  type View,
  type WorkspaceState,
  withBlockIds,
} from './workspace-state.ts'

export const API = 'https://slack.pretend.invalid/api/'

/** What Bolt calls instead of the network. Nothing leaves the process. */
export function pretendFetch(
  state: WorkspaceState,
  inspect: Inspect = () => undefined,
): webApi.FetchFunction {
  return async (url, init = {}) => {
    const address = String(url)
    if (!address.startsWith(API)) return answerAddress(state, address, init.body, inspect)
    const args = typeof init.body === 'string' ? Object.fromEntries(new URLSearchParams(init.body)) : {}
    return reply(call(state, address.slice(API.length), args, inspect))
  }
}

function call(state: WorkspaceState, name: string, args: Args, inspect: Inspect): object {
  try {
    const method = METHODS[name]
    if (!method) throw new SlackRefusal('unknown_method')
    const code = inspect(name, args)
    if (code !== undefined) throw new SlackRefusal(code)
    return { ok: true, ...method(args, state) }
  } catch (error) {
    if (error instanceof SlackRefusal) return { ok: false, error: error.message }
    throw error
  }
}

function reply(body: object): Response {
  const headers = {
    'content-type': 'application/json',
    'x-oauth-scopes': 'commands,chat:write,app_mentions:read,im:history',
  }
  return new Response(JSON.stringify(body), { headers })
}

/** Messages for later. Slack allows a time up to 120 days ahead; here only whole seconds are asked for. */
const scheduling: Readonly<Record<string, Method>> = {
  'chat.scheduleMessage': (args, state) => {
    const postAt = Number(args.post_at)
    if (!Number.isInteger(postAt)) throw new SlackRefusal('invalid_time')
    const scheduled = { id: state.nextId('Q'), postAt, post: post(args, state) }
    state.scheduled.push(scheduled)
    return { scheduled_message_id: scheduled.id, channel: scheduled.post.channel, post_at: postAt }
  },
  'chat.scheduledMessages.list': ({ channel }, state) => ({
    scheduled_messages: state.scheduled
      .filter(({ post }) => channel === undefined || post.channel === channel)
      .map(({ id, postAt, post }) => ({ id, channel_id: post.channel, post_at: postAt, text: post.text })),
    response_metadata: { next_cursor: '' },
  }),
  'chat.deleteScheduledMessage': ({ scheduled_message_id }, state) => {
    const at = state.scheduled.findIndex(({ id }) => id === scheduled_message_id)
    if (at < 0) throw new SlackRefusal('invalid_scheduled_message_id')
    state.scheduled.splice(at, 1)
    return {}
  },
}

const METHODS: Readonly<Record<string, Method>> = {
  'auth.test': (_, { bot }) => ({
    user_id: bot.userId,
    bot_id: bot.botId,
    user: bot.name,
    team_id: bot.teamId,
    team: 'Pretend',
  }),
  'chat.postMessage': (args, state) => posted(addPost(state, post(args, state))),
  'chat.postEphemeral': (args, state) => ({
    message_ts: addPost(state, { ...post(args, state), onlyFor: person(args, state) }).ts,
  }),
  'chat.update': update,
  'views.publish': (args, state) =>
    show(args, state, { id: `V-home-${args.user_id}`, user: args.user_id ?? '' }),
  'views.open': (args, state) => show(args, state, { id: state.nextId('V'), ...trigger(args) }),
  'views.push': (args, state) =>
    show(args, state, { id: state.nextId('V'), ...trigger(args), under: topView(args, state) }),
  'views.update': (args, state) => {
    const old = state.views.get(args.view_id ?? '')
    if (!old) throw new SlackRefusal('not_found')
    if (args.hash && args.hash !== hashOf(old)) throw new SlackRefusal('hash_conflict')
    return show(args, state, old)
  },
  ...scheduling,
  ...uploads,
}

function posted({ channel, ts, text, blocks }: Post): object {
  return { channel, ts, message: { ts, text, blocks } }
}

function person({ channel, user }: Args, state: WorkspaceState): string {
  if (!user || !state.channels.get(channel ?? '')?.members.has(user))
    throw new SlackRefusal('user_not_in_channel')
  return user
}

function update(args: Args, state: WorkspaceState): object {
  const old = state.posts.find(
    ({ channel, ts, onlyFor }) => channel === args.channel && ts === args.ts && !onlyFor,
  )
  if (!old) throw new SlackRefusal('message_not_found')
  old.text = args.text ?? old.text
  if (args.blocks) old.blocks = withBlockIds(state, JSON.parse(args.blocks))
  state.changed()
  return posted(old)
}

function show(args: Args, state: WorkspaceState, of: Of): object {
  const view = showView(JSON.parse(args.view ?? '{}'), of, state)
  return { view: { id: view.id, type: view.type, hash: hashOf(view) } }
}

/** Another one whenever the view changes. */
function hashOf({ blocks }: View): string {
  return blocks.map(({ block_id }) => block_id).join()
}

/** A trigger names who pressed, the window it was pressed in, and the page. */
function trigger({ trigger_id = '' }: Args): { user: string; page: string } {
  const [, user = '', , page = ''] = trigger_id.split(' ')
  return { user, page }
}

function topView({ trigger_id = '' }: Args, state: WorkspaceState): string {
  const under = state.views.get(trigger_id.split(' ')[2] ?? '')
  if (under?.type !== 'modal') throw new SlackRefusal('not_found')
  if (under.under && state.views.get(under.under)?.under) throw new SlackRefusal('push_limit_reached')
  return under.id
}

/** Posts what is due at `seconds` of the clock. */
export function postDue(state: WorkspaceState, seconds: number): void {
  const due = state.scheduled.filter(({ postAt }) => postAt <= seconds)
  for (const { post } of due) addPost(state, post)
  state.scheduled = state.scheduled.filter(({ postAt }) => postAt > seconds)
}
