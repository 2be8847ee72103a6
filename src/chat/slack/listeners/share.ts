import { webApi } from '@slack/bolt'
import type { Desk } from '../../../answer/answer.ts'
import type { Done } from '../../core/handle-interaction.ts'
import { notice } from '../blocks/notice.ts'
import { type Message, toBlocks } from '../blocks/to-blocks.ts'
import type { Reply } from './listener-deps.ts'
import type { SendPicture } from './picture.ts'
import type { PressArgs, Pressed } from './press-reply.ts'

/** What Slack says when the bot may not post where the button was pressed because it is no member. */
const NOT_A_MEMBER = ['not_in_channel', 'channel_not_found']

/** When Slack does not say that it took the answer. */
export const NOT_KNOWN = 'I do not know whether the answer was posted: look before you press Share again.'

type Share = (pressed: Pressed, args: PressArgs, reply: Reply) => Promise<Done>

/** Posts the answer to the channel, or to the thread it was asked in: its first page, the others below it. */
export function sharing(desk: Desk, picture: SendPicture): Share {
  const underway = new Set<string>()
  return async (pressed, args, reply) => {
    const button = `${args.body.container.channel_id} ${args.body.container.message_ts}`
    // An impatient second press would post twice.
    if (underway.has(button)) return { command: 'share', outcome: 'not shared' }
    underway.add(button)
    try {
      return await shared(desk, picture, pressed, args, reply)
    } finally {
      underway.delete(button)
    }
  }
}

async function shared(
  desk: Desk,
  picture: SendPicture,
  { value, number }: Pressed,
  args: PressArgs,
  reply: Reply,
): Promise<Done> {
  const answer = desk.answer(value)
  const posted = await post(toBlocks(answer, { to: 'channel', askedBy: args.body.user.id }), args)
  if ('refusal' in posted) {
    await reply(notice(posted.refusal))
    return { command: 'share', outcome: 'not shared' }
  }
  const mine = toBlocks(answer, { to: 'asker', share: false })
  await args.respond({ ...(mine[number] ?? mine[0]), replace_original: true })
  const { client, context } = args
  const send = (message: Message) => client.chat.postMessage({ ...posted, ...message })
  await picture(answer, { client, team: context.teamId, send })
  return { command: 'share', outcome: 'shared' }
}

type Posted = { channel: string; thread_ts: string } | { refusal: string }

/** Where it stands, or a sentence that says why not and what to do. */
async function post(messages: readonly Message[], { body, client }: PressArgs): Promise<Posted> {
  const channel = body.channel?.id
  if (channel === undefined) return { refusal: 'There is no channel here to share with.' }
  let thread = body.container.thread_ts ?? body.message?.thread_ts
  try {
    for (const message of messages) {
      const below = thread && { thread_ts: thread }
      const { ts } = await client.chat.postMessage({
        channel,
        ...below,
        ...message,
        unfurl_links: false,
        unfurl_media: false,
      })
      thread ??= ts
    }
    return { channel, thread_ts: thread ?? '' }
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError) return { refusal: refusal(error.data.error) }
    throw error
  }
}

function refusal(code: string): string {
  if (NOT_A_MEMBER.includes(code))
    return 'I am not a member of this channel, so I cannot post here. Type /invite @hansa in the channel, then press Share again.'
  return `Slack did not let me post here (${code}). Someone who manages this channel may have limited who can post.`
}
