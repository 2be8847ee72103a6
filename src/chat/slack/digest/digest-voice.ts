import type { Naming } from '../../../answer/answer.ts'
import type { Reach, Standing, Told, Voice } from '../../../digest/desk.ts'
import { soon } from '../../core/waiting.ts'
import { type Message, namingMessage } from '../blocks/message.ts'
import { channelName, richText, words } from '../blocks/text.ts'
import type { SlackAsker } from '../listeners/asker.ts'
import { faultOf } from '../transport/platform-fault.ts'
import type { DigestClient } from './digest-client.ts'

/** What is said of changes to digests in Slack; `patience` is for how many milliseconds its replies are waited for. */
export function slackVoice(client: DigestClient, patience?: number): (asker: SlackAsker) => Voice {
  const reach = reaching(client, patience)

  /** Once: the library does not repeat it, and nor do we. */
  function said(channel: string, says: Naming): Promise<Told> {
    const message = { channel, ...namingMessage(says), unfurl_links: false, unfurl_media: false }
    const sent = client.chat.postMessage(message).then(
      () => 'told' as const,
      (error: unknown) => (faultOf(error).how === 'unknown' ? ('unknown' as const) : ('not told' as const)),
    )
    return soon<Told>(sent, 'unknown', patience)
  }

  return (asker) => ({
    reach: () => reach(asker),
    standing: () => soon<Standing>(standingOf(client, asker), 'unknown', patience),
    // A direct message has nobody else in it.
    announce: async ({ channel }, says) => (channel.startsWith('D') ? 'told' : said(channel, says)),
    tell: said,
  })
}

/**
 * Known where `users:read` and `channels:read` are granted. Slack tells a bot of no role in a channel but who made it, and
 * makes that person its manager; admins and owners of the workspace manage every channel.
 */
async function standingOf(
  { users, conversations }: DigestClient,
  { user, channel }: SlackAsker,
): Promise<Standing> {
  if (!user || !channel) return 'unknown'
  const person = await users.info({ user }).then(
    (reply) => reply.user,
    () => undefined,
  )
  if (!person) return 'unknown'
  if (person.is_restricted || person.is_ultra_restricted || person.is_stranger) return 'guest'
  if (person.is_admin || person.is_owner) return 'manager'
  const creator = await conversations.info({ channel }).then(
    (reply) => reply.channel?.creator,
    () => undefined,
  )
  return creator === user ? 'manager' : 'member'
}

const NO_MEMBER = ['not_in_channel', 'channel_not_found']

/** Shown to the asker, and only where it is true. */
const CAN = 'I can post in this channel, which is what a digest needs.'

/** Finds out whether we may post where somebody asks by writing to them alone: it needs no scope to read channels. */
function reaching({ chat }: DigestClient, patience?: number): (asker: SlackAsker) => Promise<Reach> {
  return ({ channel, user, channelName }) => {
    if (!channel || !user) return Promise.resolve({ can: 'unknown' })
    // An event of a direct message tells no name: we have it because the conversation is with us.
    if (channel.startsWith('D') && !channelName) return Promise.resolve({ can: 'post' })
    const asked = chat.postEphemeral({ channel, user, text: CAN }).then(
      () => ({ can: 'post' as const }),
      (error: unknown) => reachAfter(error, channel, channelName),
    )
    return soon<Reach>(asked, { can: 'unknown' }, patience)
  }
}

function reachAfter(error: unknown, channel: string, channelName = ''): Reach {
  const fault = faultOf(error)
  if (fault.how !== 'refused') return { can: 'unknown' }
  if (NO_MEMBER.includes(fault.why)) {
    // Nobody can be invited to a direct message that began without them.
    const direct = channel.startsWith('D') || channelName.startsWith('mpdm-')
    return direct ? { can: 'never', why: NOT_IN_DIRECT } : { can: 'not yet', why: INVITE }
  }
  if (fault.why === 'is_archived') return { can: 'never', why: sentence(fault.why) }
  return fault.forever && fault.why !== 'user_not_found'
    ? { can: 'not yet', why: sentence(fault.why) }
    : { can: 'unknown' }
}

function sentence(code: string): string {
  const reason = reasonFor(code)
  return reason.charAt(0).toUpperCase() + reason.slice(1)
}

/** Slack's reasons, in words, and what to do. */
const REASONS: Readonly<Record<string, string>> = {
  channel_not_found: 'Slack does not find the channel, or I am no member of it. Type /invite @hansa there.',
  not_in_channel: 'I am no member of the channel. Type /invite @hansa there.',
  is_archived: 'the channel is archived.',
  token_revoked: 'my access to this workspace was taken back. Whoever manages the app can install it again.',
  invalid_auth:
    'my access to this workspace is not valid any more. Whoever manages the app can install it again.',
  account_inactive:
    'my account in this workspace was switched off. Whoever manages the app can install it again.',
  restricted_action: 'posting there is limited. Whoever manages the channel can allow me to post.',
  missing_scope: 'the app may not post. Whoever manages it can paste its manifest again and reinstall it.',
}

export function reasonFor(code: string): string {
  return REASONS[code] ?? `Slack refused it (${code}).`
}

/** To whoever subscribed: the digest of a channel has stopped. */
export function stoppedIn(channel: string, reason: string): Message {
  const end = `: ${reason} Then /hansa digest on in the channel starts it again.`
  const start = 'The weekly digest has stopped in '
  return {
    text: `${start}<#${channel}>${end}`,
    blocks: [...richText([{ line: [...words(start), channelName(channel), ...words(end)] }])],
  }
}

const INVITE = 'I am not a member of this channel. Type /invite @hansa in it.'

const NOT_IN_DIRECT =
  'This is a direct message between people, to which I cannot be invited. Type /hansa digest on in a channel, or write “digest on” to me directly.'
