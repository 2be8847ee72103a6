import type { Message, Post, Sent } from '../../../digest/post.ts'
import { toBlocks } from '../blocks/to-blocks.ts'
import { type Absent, absentAtLast, faultOf, NOT_SLACK } from '../transport/platform-fault.ts'
import type { Call } from '../transport/refusals.ts'
import type { DigestClient } from './digest-client.ts'
import { waitingIn } from './digest-waiting.ts'
import { reasonFor, stoppedIn } from './digest-words.ts'

/** Refusals that are about the person who should be told. Any other may be over one day. */
const ABOUT_THEM = new Set(
  'user_not_found channel_not_found cannot_dm_bot messages_tab_disabled user_disabled'.split(' '),
)

/** Digests in Slack. */
export function slackPost({ chat, listening }: DigestClient): Post {
  const cannotSchedule = absentAtLast()
  const cannotPost = absentAtLast()
  const cannotList = absentAtLast()

  /** `make` gives the platform's name for what it took: a reply without one is no proof that it took anything. */
  function sent(
    call: Call,
    absent: Absent,
    make: () => Promise<string | undefined>,
    words = sentence,
  ): Promise<Sent> {
    return listening(async (heard) => {
      try {
        const id = await make()
        absent()
        if (typeof id !== 'string' || id === '') return { how: 'unknown', why: NOT_SLACK }
        return { how: 'taken', id, at: heard() }
      } catch (error) {
        const fault = absent(faultOf(error, call))
        return fault.how === 'refused' ? { ...words(fault), at: heard() } : fault
      }
    })
  }

  return {
    schedule: (message, postAt) =>
      sent('chat.scheduleMessage', cannotSchedule, async () => {
        const post_at = Date.parse(postAt) / 1000
        // No metadata: a scheduled message that has some is never shown.
        return (await chat.scheduleMessage({ ...shown(message), post_at })).scheduled_message_id
      }),
    scheduled: (channel) => listening((heard) => waitingIn(channel, chat, heard, cannotList)),
    async withdraw({ channel }, scheduled_message_id) {
      try {
        await chat.deleteScheduledMessage({ channel, scheduled_message_id })
        return true
      } catch {
        return false
      }
    },
    async post(message) {
      const found = await sent(
        'chat.postMessage',
        cannotPost,
        async () => (await chat.postMessage(shown(message))).ts,
      )
      if (found.how === 'cannot') return { how: 'refused', why: 'unknown_method', forever: false }
      return found.how === 'taken' ? { how: 'taken', at: found.at } : found
    },
    tellStopped: (person, { channel }, why) =>
      sent(
        'chat.postMessage',
        cannotPost,
        async () => (await chat.postMessage({ channel: person, ...stoppedIn(channel, why) })).ts,
        (refused) => ({ ...refused, forever: ABOUT_THEM.has(refused.why) }),
      ),
  }
}

type Refused = Extract<Sent, { how: 'refused' }>

function sentence(refused: Refused): Refused {
  return refused.forever ? { ...refused, why: reasonFor(refused.why) } : refused
}

function shown({ channel, answer }: Message) {
  const [first] = toBlocks(answer, { to: 'asker', share: false })
  return { channel, ...first, unfurl_links: false, unfurl_media: false }
}
