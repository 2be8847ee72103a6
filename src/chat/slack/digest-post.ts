import type { Message, Post, Sent, Waiting } from '../../digest/post.ts'
import type { Channel } from '../../digest/subscription.ts'
import type { DigestClient } from './digest-client.ts'
import { reasonFor, stoppedIn } from './digest-words.ts'
import { type Fault, faultOf } from './platform-fault.ts'
import { toBlocks } from './to-blocks.ts'

/** How many pages of waiting messages are read; a channel has one or two. */
const PAGES = 20

/** Digests in Slack. */
export function slackPost({ chat, heard }: DigestClient): Post {
  async function sent(call: () => Promise<{ id?: string }>): Promise<Sent> {
    try {
      return { how: 'taken', ...(await call()), at: heard() }
    } catch (error) {
      const fault = faultOf(error)
      if (fault.how !== 'refused') return fault
      return { ...fault, why: fault.forever ? reasonFor(fault.why) : fault.why, at: heard() }
    }
  }

  return {
    schedule: (message, postAt) =>
      sent(async () => {
        const post_at = Date.parse(postAt) / 1000
        // No metadata: a scheduled message that has some is never shown.
        const { scheduled_message_id: id } = await chat.scheduleMessage({ ...shown(message), post_at })
        return id === undefined ? {} : { id }
      }),
    scheduled: (channel) => waitingIn(channel, chat, heard),
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
      })
      return found.how === 'cannot' ? { how: 'refused', why: 'unknown_method', forever: false } : found
    },
    tellStopped: (person, { channel }, why) =>
      sent(async () => {
        await chat.postMessage({ channel: person, ...stoppedIn(channel, why) })
        return {}
      }),
  }
}

function shown({ channel, answer }: Message) {
  const [first] = toBlocks(answer, { to: 'asker', share: false })
  return { channel, ...first, unfurl_links: false, unfurl_media: false }
}

async function waitingIn(
  { channel }: Channel,
  chat: DigestClient['chat'],
  heard: () => string | undefined,
): Promise<Waiting> {
  const messages: { id: string; first: string; postAt: string }[] = []
  let cursor: string | undefined
  try {
    for (let page = 0; page < PAGES; page++) {
      const found = await chat.scheduledMessages.list({ channel, limit: 100, ...(cursor && { cursor }) })
      for (const { id = '', text = '', post_at = 0 } of found.scheduled_messages ?? []) {
        messages.push({ id, first: text.split('\n')[0] ?? '', postAt: secondsToMoment(post_at) })
      }
      cursor = found.response_metadata?.next_cursor
      if (!cursor) return { how: 'seen', messages, at: heard() }
    }
    return { how: 'unknown', why: 'the list of waiting messages has no end' }
  } catch (error) {
    const fault: Fault = faultOf(error)
    if (fault.how === 'cannot') return { how: 'seen', messages: [], at: heard() }
    return { how: 'unknown', why: fault.why }
  }
}

function secondsToMoment(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
}
