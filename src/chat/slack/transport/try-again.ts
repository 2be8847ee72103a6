import { webApi } from '@slack/bolt'
import { faultOf } from './platform-fault.ts'

/**
 * For calls to Slack: one more try, only where the first surely had no effect. A message that was perhaps posted is not
 * posted again. `onFailedAttempt` is p-retry's, to which the client hands all of this: what it throws is the end.
 */
export const ONE_MORE_TRY = {
  retries: 1,
  onFailedAttempt(error: unknown): void {
    if (mayHaveHadAnEffect(error)) throw error
  },
}

function mayHaveHadAnEffect(error: unknown): boolean {
  return !isToWait(error) && faultOf(error).how === 'unknown'
}

/** Slack asked the client to wait, and it has waited by then. Nothing but the words tells. */
export function isToWait(error: unknown): boolean {
  return error instanceof webApi.WebAPIRequestError && error.original.message.startsWith('A rate limit')
}
