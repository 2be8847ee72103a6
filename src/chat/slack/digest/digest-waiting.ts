import { webApi } from '@slack/bolt'
import { z } from 'zod'
import type { Waiting } from '../../../digest/post.ts'
import type { Channel } from '../../../digest/schedule/subscription.ts'
import type { Heard } from '../transport/date-header.ts'
import { type Absent, faultOf, NOT_SLACK } from '../transport/platform-fault.ts'
import type { DigestClient } from './digest-client.ts'

/** How many pages of waiting messages are read; a channel has one or two. */
const PAGES = 20

type Found = { id: string; first: string; postAt: string }

/** One page of the list; a reply of any other shape is none. */
const PAGE = z.object({
  scheduled_messages: z.array(
    z.object({
      id: z.union([z.string().min(1), z.number()]),
      text: z.string(),
      post_at: z.coerce.number().int().positive(),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})

/**
 * The messages that wait in a channel, or why that cannot be told. Nothing is ever concluded from an error, nor from a
 * reply that is not a whole list: “nothing there” is what makes us call once more.
 */
export async function waitingIn(
  { channel }: Channel,
  chat: DigestClient['chat'],
  heard: Heard,
  absent: Absent,
): Promise<Waiting> {
  const messages: Found[] = []
  let cursor: string | undefined
  try {
    for (let page = 0; page < PAGES; page++) {
      const reply = await chat.scheduledMessages.list({ channel, limit: 100, ...(cursor && { cursor }) })
      absent()
      const { data: read } = PAGE.safeParse(reply)
      if (!read) return { how: 'unknown', why: NOT_SLACK }
      messages.push(...read.scheduled_messages.map(foundIn))
      cursor = read.response_metadata?.next_cursor
      if (!cursor) return { how: 'seen', messages, at: heard() }
    }
    return { how: 'unknown', why: 'the list of waiting messages has no end' }
  } catch (error) {
    const fault = absent(faultOf(error, 'chat.scheduledMessages.list'))
    if (fault.how === 'cannot') return { how: 'cannot', why: 'there is no list', at: heard() }
    // What Slack itself refuses to list, it may take all the same: only the call can tell.
    const itself = error instanceof webApi.WebAPIPlatformError && !LATER.has(error.data.error)
    if (fault.how === 'refused' && itself) return { how: 'cannot', why: fault.why, at: heard() }
    return { how: 'unknown', why: fault.why, ...('after' in fault && { after: fault.after }) }
  }
}

/** Refusals of a list that are over after a while. */
const LATER = new Set('ratelimited rate_limited accesslimited team_added_to_org invalid_cursor'.split(' '))

function foundIn({ id, text, post_at }: z.infer<typeof PAGE>['scheduled_messages'][number]): Found {
  return { id: String(id), first: text.split('\n')[0] ?? '', postAt: secondsToMoment(post_at) }
}

function secondsToMoment(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
}
