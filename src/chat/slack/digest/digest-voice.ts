import type { Naming } from '../../../answer/answer.ts'
import type { Told, Voice } from '../../../digest/desk.ts'
import { namingMessage } from '../blocks/naming.ts'
import type { SlackAsker } from '../listeners/asker.ts'
import { soon } from '../listeners/soon.ts'
import { faultOf } from '../transport/platform-fault.ts'
import type { DigestClient } from './digest-client.ts'
import { reaching } from './probe-membership.ts'

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
    // A direct message has nobody else in it.
    announce: async ({ channel }, says) => (channel.startsWith('D') ? 'told' : said(channel, says)),
    tell: said,
  })
}
