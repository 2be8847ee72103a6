import { webApi } from '@slack/bolt'
import {
  type Message,
  type Post,
  type Sent,
  type Typed,
  type Waiting,
  withSlash,
} from '../../../digest/post.ts'
import type { Channel } from '../../../digest/schedule/subscription.ts'
import { toBlocks } from '../blocks/to-blocks.ts'
import { OWN_COMMAND } from '../install/app.ts'
import { type Absent, absentAtLast, type Call, faultOf, NOT_SLACK } from '../transport/platform-fault.ts'
import type { DigestClient, Heard } from './digest-client.ts'
import { reasonFor, stoppedIn } from './digest-voice.ts'

/** Refusals that are about the person who should be told. Any other may be over one day. */
const ABOUT_THEM = new Set(
  'user_not_found channel_not_found cannot_dm_bot messages_tab_disabled user_disabled'.split(' '),
)

/** The one command that has no prefix anywhere: `/digest` may be another app's, where Hansa has `/leeds-digest`. */
export const slackTyped: Typed = (command, channel) => withSlash(`${OWN_COMMAND} ${command}`, channel)

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
    typed: slackTyped,
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

/** How many pages of waiting messages are read; a channel has one or two. */
const PAGES = 20

type Found = { id: string; first: string; postAt: string }

/** One page of the list, and where the next begins; a reply of any other shape is none. */
function pageIn(reply: object): { found: readonly Found[]; next: string | undefined } | undefined {
  const { scheduled_messages: all, response_metadata: more } = reply as Page
  const next = more?.next_cursor
  if (!Array.isArray(all) || !(next === undefined || typeof next === 'string')) return undefined
  const found = all.flatMap((one: unknown) => foundIn(one) ?? [])
  return found.length === all.length ? { found, next } : undefined
}

type Page = { scheduled_messages?: unknown; response_metadata?: { next_cursor?: unknown } | null }

function foundIn(message: unknown): Found | undefined {
  const { id, text, post_at } = (message ?? {}) as Readonly<Record<string, unknown>>
  const seconds = Number(post_at)
  const isNamed = typeof id === 'number' || (typeof id === 'string' && id !== '')
  if (!isNamed || typeof text !== 'string' || !Number.isSafeInteger(seconds) || seconds <= 0) return undefined
  return { id: String(id), first: text.split('\n')[0] ?? '', postAt: secondsToMoment(seconds) }
}

/**
 * The messages that wait in a channel, or why that cannot be told. Nothing is ever concluded from an error, nor from a
 * reply that is not a whole list: “nothing there” is what makes us call once more.
 */
async function waitingIn(
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
      const read = pageIn(reply)
      if (!read) return { how: 'unknown', why: NOT_SLACK }
      messages.push(...read.found)
      cursor = read.next
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

function secondsToMoment(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
}
