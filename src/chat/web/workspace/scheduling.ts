import { type Method, post, SlackRefusal } from '../method.ts'
import { addPost, type WorkspaceState } from './workspace-state.ts'

/** Messages for later. Slack allows a time up to 120 days ahead; here only whole seconds are asked for. */
export const scheduling: Readonly<Record<string, Method>> = {
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

/** Posts what is due at `seconds` of the clock. */
export function postDue(state: WorkspaceState, seconds: number): void {
  const due = state.scheduled.filter(({ postAt }) => postAt <= seconds)
  for (const { post } of due) addPost(state, post)
  state.scheduled = state.scheduled.filter(({ postAt }) => postAt > seconds)
}
