import type { Message } from '../blocks/message.ts'
import { channelName, richText, words } from '../blocks/text.ts'

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

export const INVITE = 'I am not a member of this channel. Type /invite @hansa in it.'

export const NOT_IN_DIRECT =
  'This is a direct message between people, to which I cannot be invited. Type /hansa digest on in a channel, or write “digest on” to me directly.'
