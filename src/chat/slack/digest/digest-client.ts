import { webApi } from '@slack/bolt'
import { hearingTheTime, type TimeHeard } from '../transport/date-header.ts'

/** After this a call counts as lost. Milliseconds. */
const TIMEOUT = 10_000

/** Slack for the digest. No call is ever repeated by the library: only the store knows whether it may be. */
export type DigestClient = { chat: webApi.WebClient['chat'] } & Pick<TimeHeard, 'listening'>

export function digestClient(token: string, options: webApi.WebClientOptions): DigestClient {
  const { fetch: hearing, listening } = hearingTheTime(options.fetch ?? fetch)
  const { chat } = new webApi.WebClient(token, {
    timeout: TIMEOUT,
    ...options,
    fetch: hearing,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  })
  return { chat, listening }
}
