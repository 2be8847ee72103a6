import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import { may } from '../../../answer/rights.ts'
import { done } from '../../core/handle-interaction.ts'
import { toBlocks } from '../blocks/to-blocks.ts'
import { faultOf } from '../transport/platform-fault.ts'
import { askerOfEvent, type SlackAsker } from './asker.ts'
import type { ListenerDeps, Reply } from './listener-deps.ts'
import { typedText } from './typed-text.ts'

type MentionArgs = SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs
type MessageArgs = SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs

/** `@hansa twins Leeds`, also in a thread: only the one who asked sees the answer. */
export function onMention(front: ListenerDeps) {
  return async ({ event, body, client, context }: MentionArgs): Promise<void> => {
    const { user, channel, thread_ts } = event
    if (!user || event.bot_id) return
    const reply: Reply = async (message) => {
      const to = { channel, user, ...(thread_ts && { thread_ts }) }
      // Slack shows nothing private to someone who just left the channel; a direct message still reaches them.
      await client.chat.postEphemeral({ ...to, ...message }).catch((error) => {
        // It may be there already.
        if (faultOf(error).how === 'unknown') throw error
        return client.chat.postMessage({ channel: user, ...message })
      })
    }
    const to = { client, team: context.teamId, send: reply, tell: reply }
    const asker = askerOfEvent(body, event, context)
    await answered(front, 'mention', typedText(event.text, context.botUserId), asker, reply, to)
  }
}

/** A direct message: no command is needed, and the answer stays in the conversation. */
export function onDirectMessage(front: ListenerDeps) {
  return async ({ event, body, client, context }: MessageArgs): Promise<void> => {
    if (event.channel_type !== 'im' || !isTyped(event)) return
    const { channel, thread_ts } = event
    const isLast = front.lastAsked(channel)
    let mine: string | undefined
    const reply: Reply = async (message) => {
      const { ts } = await client.chat.postMessage({ channel, ...(thread_ts && { thread_ts }), ...message })
      mine ??= ts
    }
    // What comes when something else was asked meanwhile would stand under that answer: it goes into a thread of its own.
    const send: Reply = (message) => {
      const below = thread_ts ?? (isLast() ? undefined : mine)
      return client.chat.postMessage({ channel, ...(below && { thread_ts: below }), ...message })
    }
    const to = { client, team: context.teamId, send, tell: send }
    const asker = askerOfEvent(body, event, context)
    await answered(front, 'message', typedText(event.text ?? '', context.botUserId), asker, reply, to)
  }
}

type To = Parameters<ListenerDeps['picture']>[1]

async function answered(
  { ask, turn, picture }: ListenerDeps,
  at: 'mention' | 'message',
  question: string,
  asker: SlackAsker,
  reply: Reply,
  to: To,
) {
  const act = async () => {
    const answer = await ask(question, asker)
    await reply(
      toBlocks(answer, { to: 'asker', share: at === 'mention' && may(asker, 'share'), asked: question })[0],
    )
    return done(answer)
  }
  await turn({ at, reply, act, after: (answer) => picture(answer, to) })
}

type Typed = Extract<MessageArgs['event'], { subtype: undefined } | { subtype: 'file_share' }>

/** Not an edit, a deletion, a join, nor what an app wrote. */
function isTyped(event: MessageArgs['event']): event is Typed {
  if (event.subtype !== undefined && event.subtype !== 'file_share') return false
  return Boolean(event.user) && !('bot_id' in event && event.bot_id)
}
