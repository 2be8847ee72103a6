import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { Desk } from '../../../answer/answer.ts'
import { may } from '../../../answer/rights.ts'
import { done } from '../../core/handle-interaction.ts'
import { toBlocks } from '../blocks/to-blocks.ts'
import { OWN_COMMAND } from '../install/app.ts'
import { faultOf } from '../transport/platform-fault.ts'
import { askerOfCommand, askerOfEvent, type SlackAsker } from './asker.ts'
import type { ListenerDeps } from './listener-deps.ts'
import type { Reply } from './press-reply.ts'
import { openSettings } from './settings-window.ts'

type CommandArgs = SlackCommandMiddlewareArgs & AllMiddlewareArgs

/** `/twins Leeds`. The answer travels in the acknowledgement, so it is there at once and needs no further call. */
export function onCommand({ desk, ask, turn, pictures, saving, digest }: ListenerDeps) {
  return async ({ command, ack, respond, context, client }: CommandArgs): Promise<void> => {
    const reply = firstAcknowledging(ack, respond)
    await turn({
      at: 'command',
      reply,
      act: async () => {
        const asker = askerOfCommand(command, context)
        const asked = questionOf(command, desk)
        const answer = await ask(asked, asker)
        const share = command.channel_name !== 'directmessage' && may(asker, 'share')
        const map = pictures.offered(answer, context.teamId)
        const save = saving.offered(context.teamId)
        await reply(toBlocks(answer, { to: 'asker', share, asked, map, ...(save && { save }) })[0])
        const channel = answer.query?.channel
        // In words it is there already, should Slack open no window.
        if (digest && channel?.command === 'settings' && channel.words === '')
          await openSettings(asker, command.trigger_id, { digest, client }).catch(() => undefined)
        return done(answer)
      },
    })
  }
}

/** A command that we do not have keeps its slash, so as not to be taken for a question in words. */
function questionOf({ command, text }: { command: string; text?: string }, desk: Desk): string {
  const name = command.replace(/^\//, '')
  const words = withoutEntities(text ?? '')
  if (name === OWN_COMMAND) return words
  const known = new Set(desk.commands().map((one) => one.name))
  // `/leeds-twins`, where another app has `/twins`: its own name is what follows some dash.
  const parts = name.split('-')
  const names = parts.map((_, at) => parts.slice(at).join('-'))
  return `${names.find((one) => known.has(one)) ?? command} ${words}`.trim()
}

/** Slack takes one acknowledgement; what comes after it goes to the response address. */
function firstAcknowledging(ack: CommandArgs['ack'], respond: CommandArgs['respond']): Reply {
  let acknowledged = false
  return (message) => {
    const mine = { response_type: 'ephemeral', ...message } as const
    if (acknowledged) return respond(mine)
    acknowledged = true
    return ack(mine)
  }
}

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
    const asker = askerOfEvent(body, event, context)
    await answered(front, 'mention', typedText(event.text, context.botUserId), asker, reply)
  }
}

/** A direct message: no command is needed, and the answer stays in the conversation. */
export function onDirectMessage(front: ListenerDeps) {
  return async ({ event, body, client, context }: MessageArgs): Promise<void> => {
    if (event.channel_type !== 'im' || !isTyped(event)) return
    const { channel, thread_ts } = event
    const reply: Reply = (message) =>
      client.chat.postMessage({ channel, ...(thread_ts && { thread_ts }), ...message })
    const asker = askerOfEvent(body, event, context)
    await answered(front, 'message', typedText(event.text ?? '', context.botUserId), asker, reply)
  }
}

async function answered(
  { ask, turn, pictures, saving }: ListenerDeps,
  at: 'mention' | 'message',
  question: string,
  asker: SlackAsker,
  reply: Reply,
) {
  const act = async () => {
    const answer = await ask(question, asker)
    const share = at === 'mention' && may(asker, 'share')
    const map = pictures.offered(answer, asker.workspace)
    const save = saving.offered(asker.workspace)
    await reply(toBlocks(answer, { to: 'asker', share, asked: question, map, ...(save && { save }) })[0])
    return done(answer)
  }
  await turn({ at, reply, act })
}

type Typed = Extract<MessageArgs['event'], { subtype: undefined } | { subtype: 'file_share' }>

/** Not an edit, a deletion, a join, nor what an app wrote. */
function isTyped(event: MessageArgs['event']): event is Typed {
  if (event.subtype !== undefined && event.subtype !== 'file_share') return false
  return Boolean(event.user) && !('bot_id' in event && event.bot_id)
}

/** Longer messages are cut before they are read; a question has far fewer characters. */
const LONGEST = 2000

/**
 * What someone typed, from the text of a Slack event: without the bot's own mention in front, links and channels by
 * their names, and `&amp;`, `&lt;`, `&gt;` as typed.
 */
export function typedText(text: string, botUserId: string | undefined): string {
  const plain = text
    .slice(0, LONGEST)
    .replace(/<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g, (_, sign: string, id: string, name?: string) =>
      sign === '@' && id === botUserId ? ' ' : (name ?? (sign === '' ? id : ' ')),
    )
  return withoutEntities(plain)
}

/** Slack sends `&`, `<` and `>` as entities; a slash command's text has nothing else to undo. */
export function withoutEntities(text: string): string {
  return text
    .slice(0, LONGEST)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()
}
