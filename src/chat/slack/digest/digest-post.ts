import type { Message, Post, Sent } from '../../../digest/post.ts'
import { toBlocks } from '../blocks/to-blocks.ts'
import { type Absent, absentAtLast, faultOf } from '../transport/platform-fault.ts'
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

  function sent(call: () => Promise<{ id?: string }>, absent: Absent, words = sentence): Promise<Sent> {
    return listening(async (heard) => {
      try {
        const taken = await call()
        absent()
        return { how: 'taken', ...taken, at: heard() }
      } catch (error) {
        const fault = absent(faultOf(error))
        return fault.how === 'refused' ? { ...words(fault), at: heard() } : fault
      }
    })
  }

  return {
    schedule: (message, postAt) =>
      sent(async () => {
        const post_at = Date.parse(postAt) / 1000
        // No metadata: a scheduled message that has some is never shown.
        const { scheduled_message_id: id } = await chat.scheduleMessage({ ...shown(message), post_at })
        return id === undefined ? {} : { id }
      }, cannotSchedule),
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
      const found = await sent(async () => {
        await chat.postMessage(shown(message))
        return {}
      }, cannotPost)
      return found.how === 'cannot' ? { how: 'refused', why: 'unknown_method', forever: false } : found
    },
    tellStopped: (person, { channel }, why) =>
      sent(
        async () => {
          await chat.postMessage({ channel: person, ...stoppedIn(channel, why) })
          return {}
        },
        cannotPost,
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
