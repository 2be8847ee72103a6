import type { Reach } from '../../../digest/desk.ts'
import type { SlackAsker } from '../listeners/asker.ts'
import { soon } from '../listeners/soon.ts'
import { faultOf } from '../transport/platform-fault.ts'
import type { DigestClient } from './digest-client.ts'
import { INVITE, NOT_IN_DIRECT, reasonFor } from './digest-words.ts'

const NO_MEMBER = ['not_in_channel', 'channel_not_found']

/** Shown to the asker, and only where it is true. */
const CAN = 'I can post in this channel, which is what a digest needs.'

/** Finds out whether we may post where somebody asks by writing to them alone: it needs no scope to read channels. */
export function reaching({ chat }: DigestClient, patience?: number): (asker: SlackAsker) => Promise<Reach> {
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
