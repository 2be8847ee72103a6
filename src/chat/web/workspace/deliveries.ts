import type { types } from '@slack/bolt'
import { escaped } from '../../slack/blocks/text.ts'
import { newAddress } from './addresses.ts'
import { type Post, teamOf, type View, type WorkspaceState } from './workspace-state.ts'

/** What Slack sends to an app; https://docs.slack.dev/interactivity and /apis/events-api. */
export type Body = Record<string, unknown>

export function commandBody(
  state: WorkspaceState,
  { user, channel, command, text, page }: Record<'user' | 'channel' | 'command' | 'text' | 'page', string>,
): Body {
  return {
    command,
    text: escaped(text),
    user_id: user,
    channel_id: channel,
    channel_name: state.channels.get(channel)?.name ?? '',
    team_id: teamOf(state, user),
    trigger_id: trigger(state, user, '', page),
    response_url: newAddress(state, channel, user),
    is_enterprise_install: 'false',
  }
}

/** A message, or an app home that `user` opened, in `channel`. */
export function eventBody(state: WorkspaceState, event: Body & { user: string; channel: string }): Body {
  const { user, channel } = event
  const outside = state.outsiders.has(user)
  return {
    type: 'event_callback',
    event_id: state.nextId('Ev'),
    team_id: state.bot.teamId,
    authorizations: [
      { team_id: state.bot.teamId, enterprise_id: null, user_id: state.bot.userId, is_bot: true },
    ],
    is_ext_shared_channel: outside || state.channels.get(channel)?.shared === true,
    event: {
      ...event,
      ...('text' in event && { team: teamOf(state, user) }),
      ...('text' in event && outside && { user_team: teamOf(state, user), source_team: teamOf(state, user) }),
    },
  }
}

/** The text of a message as events carry it: entities, and `@hansa` as a mention. */
export function eventText({ bot }: WorkspaceState, text: string): string {
  return escaped(text).replaceAll(`@${bot.name}`, `<@${bot.userId}>`)
}

/** What people can press or choose from. */
export type Control =
  | types.ActionsBlockElement
  | types.FeedbackButtons
  | types.IconButton
  | types.PlainTextInput

/** What was pressed; `page` is where. */
type Choice = { action: Control; blockId: string; value?: string; page?: string }

export function pressInPost(state: WorkspaceState, user: string, post: Post, choice: Choice): Body {
  const name = state.channels.get(post.channel)?.name ?? ''
  const { ts, thread, text, blocks, onlyFor } = post
  return {
    ...press(state, user, choice),
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: post.channel,
      is_ephemeral: onlyFor !== undefined,
      ...(thread && { thread_ts: thread }),
    },
    channel: { id: post.channel, name },
    ...(onlyFor === undefined && { message: { ts, text, blocks, ...(thread && { thread_ts: thread }) } }),
    response_url: newAddress(state, post.channel, user, ts),
  }
}

export function pressInView(state: WorkspaceState, user: string, view: View, choice: Choice): Body {
  return {
    ...press(state, user, choice, view.id),
    container: { type: 'view', view_id: view.id },
    view: {
      id: view.id,
      type: view.type,
      callback_id: view.callbackId,
      private_metadata: view.metadata,
      previous_view_id: view.under ?? null,
      blocks: view.blocks,
    },
  }
}

function press(state: WorkspaceState, user: string, choice: Choice, view = ''): Body {
  const { action, blockId, value, page } = choice
  const { type, action_id } = action
  const pressed =
    action.type === 'button' || action.type === 'icon_button'
      ? { value: action.value }
      : action.type === 'feedback_buttons' || action.type === 'plain_text_input'
        ? { value }
        : { selected_option: { text: { type: 'plain_text', text: '' }, value } }
  return {
    type: 'block_actions',
    user: { id: user, team_id: teamOf(state, user) },
    team: { id: state.bot.teamId, domain: 'pretend' },
    enterprise: null,
    trigger_id: trigger(state, user, view, page),
    actions: [{ type, action_id, block_id: blockId, ...pressed }],
  }
}

/** Remembers who pressed, and in which window and page: that is all a trigger is good for. */
export function trigger(state: WorkspaceState, user: string, view = '', page = ''): string {
  return `${state.nextId('t')} ${user} ${view} ${page}`
}

/** Something to press, by the ids its message gave it; `value` is which option of a menu, or which thumb, `typed` what stands in a field. */
export type Pressable = { block: string; action: string; value?: string; typed?: string }

/** Nothing of that name can be pressed there: perhaps no longer. */
export class NotThere extends Error {}

/** What is pressed: by its ids, or by the label that people see. Throws NotThere. */
export function pressed(blocks: readonly types.KnownBlock[], what: string | Pressable): Choice {
  const all = blocks.flatMap((block) =>
    elements(block).map((action) => ({ action, blockId: block.block_id ?? '' })),
  )
  const choices = all.flatMap(({ action, blockId }) =>
    values(action).map(({ label, value }) => ({
      label,
      choice: { action, blockId, ...(value && { value }) },
    })),
  )
  const found = choices.find(({ label, choice }) =>
    typeof what === 'string' ? label === what : isMeant(choice, what),
  )
  if (!found)
    throw new NotThere(`There is no “${typeof what === 'string' ? what : what.action}” to press here.`)
  const { typed } = typeof what === 'string' ? {} : what
  return { ...found.choice, ...(typed !== undefined && { value: typed }) }
}

/** What can be pressed in a block; also a field that sends what is typed by itself. */
export function elements(block: types.KnownBlock): readonly Control[] {
  if (block.type === 'actions' || block.type === 'context_actions') return block.elements as Control[]
  if (block.type === 'input') return block.dispatch_action ? [block.element as Control] : []
  const accessory = block.type === 'section' ? block.accessory : undefined
  return accessory && accessory.type !== 'image' ? [accessory as Control] : []
}

type Value = { label: string; value?: string }

function values(action: Control): readonly Value[] {
  if (action.type === 'button') return [{ label: action.text.text }]
  if (action.type === 'icon_button') return [{ label: action.text.text }]
  if (action.type === 'plain_text_input') return [{ label: action.placeholder?.text ?? '' }]
  if (action.type === 'feedback_buttons') return [action.positive_button, action.negative_button].map(thumb)
  const options = 'options' in action ? (action.options ?? []) : []
  return options.map(({ text, value }) => ({ label: text.text, value: value ?? '' }))
}

function thumb({ text, value }: { text: { text: string }; value: string }): Value {
  return { label: text.text, value }
}

function isMeant({ action, blockId, value }: Choice, what: Pressable): boolean {
  return (
    blockId === what.block &&
    action.action_id === what.action &&
    (value === undefined || value === what.value)
  )
}
