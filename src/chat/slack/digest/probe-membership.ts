import { faultOf } from '../transport/platform-fault.ts'
import type { DigestClient } from './digest-client.ts'
import type { DigestSide } from './digest-side.ts'

const NO_MEMBER = ['not_in_channel', 'channel_not_found']

/** Slack waits three seconds for us; so we do not wait long for it. Milliseconds. */
const PATIENCE = 1500

/** Finds out whether we may post in a channel by writing to one person there: it needs no scope to read channels. */
export function reaching({ chat }: DigestClient): DigestSide['reaches'] {
  return (channel, user) => {
    const text = 'The weekly digest will be posted here.'
    const asked = chat.postEphemeral({ channel, user, text }).then(
      () => true,
      (error) => {
        const fault = faultOf(error)
        return fault.how === 'refused' && NO_MEMBER.includes(fault.why) ? false : undefined
      },
    )
    return Promise.race([asked, new Promise<undefined>((done) => setTimeout(done, PATIENCE, undefined))])
  }
}
