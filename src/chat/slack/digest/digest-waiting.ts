import { webApi } from '@slack/bolt'
import type { Waiting } from '../../../digest/post.ts'
import type { Channel } from '../../../digest/schedule/subscription.ts'
import type { Heard } from '../transport/date-header.ts'
import { type Absent, faultOf } from '../transport/platform-fault.ts'
import type { DigestClient } from './digest-client.ts'

/** How many pages of waiting messages are read; a channel has one or two. */
const PAGES = 20

/** The messages that wait in a channel, or why that cannot be told. Nothing is ever concluded from an error. */
export async function waitingIn(
  { channel }: Channel,
  chat: DigestClient['chat'],
  heard: Heard,
  absent: Absent,
): Promise<Waiting> {
  const messages: { id: string; first: string; postAt: string }[] = []
  let cursor: string | undefined
  try {
    for (let page = 0; page < PAGES; page++) {
      const found = await chat.scheduledMessages.list({ channel, limit: 100, ...(cursor && { cursor }) })
      absent()
      for (const { id = '', text = '', post_at = 0 } of found.scheduled_messages ?? []) {
        messages.push({ id, first: text.split('\n')[0] ?? '', postAt: secondsToMoment(post_at) })
      }
      cursor = found.response_metadata?.next_cursor
      if (!cursor) return { how: 'seen', messages, at: heard() }
    }
    return { how: 'unknown', why: 'the list of waiting messages has no end' }
  } catch (error) {
    const fault = absent(faultOf(error))
    if (fault.how === 'cannot') return { how: 'cannot', why: 'there is no list', at: heard() }
    // What Slack itself refuses to list, it may take all the same: only the call can tell.
    const itself = error instanceof webApi.WebAPIPlatformError && error.data.error !== 'ratelimited'
    if (fault.how === 'refused' && itself) return { how: 'cannot', why: fault.why, at: heard() }
    return { how: 'unknown', why: fault.why, ...('after' in fault && { after: fault.after }) }
  }
}

function secondsToMoment(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
}
