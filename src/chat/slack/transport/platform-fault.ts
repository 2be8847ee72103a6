import { webApi } from '@slack/bolt'
import type { Sent } from '../../../digest/post.ts'
import { type Call, refusalOf } from './refusals.ts'

/** `astray`: something answered that knows no such address. That may be the platform, or a gateway on a bad day. */
export type Fault = Extract<Sent, { how: 'refused' | 'unknown' | 'cannot' }> | { how: 'astray'; why: string }

const NO_SUCH_METHOD = new Set(['unknown_method', 'not_implemented'])
/** The only states of HTTP that say that nothing was done; a gateway's 403 may stand before a reply as well. */
const NO_SUCH_PATH = [404, 405, 501]

/** The request never left: nobody was there to take it. (A line that is open can still end in EHOSTUNREACH.) */
const NOBODY_THERE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

/** Said to people in place of what answered. */
export const NOT_SLACK = 'a reply that is not Slack’s'

/** What an error of the Web API says of the call. What is not clearly refused may have had its effect. */
export function faultOf(error: unknown, call?: Call): Fault {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { how: 'refused', why: 'ratelimited', forever: false, after: error.retryAfter }
  }
  if (error instanceof webApi.WebAPIPlatformError) return ofCode(error.data.error, call)
  if (error instanceof webApi.WebAPIHTTPError) return ofStatus(error.statusCode)
  const code = codeOf(error)
  if (NOBODY_THERE.has(code)) return { how: 'refused', why: code, forever: false }
  return { how: 'unknown', why: code || 'no reply' }
}

/** Of a fault, what it means for one method; called without one after a success. */
export type Absent = {
  (): void
  (fault: Fault): Exclude<Fault, { how: 'astray' }>
}

/** One method of the platform: it is absent when the platform says so, or when requests went astray twice in a row. */
export function absentAtLast(): Absent {
  let astray = 0
  return ((fault) => {
    if (fault?.how !== 'astray') {
      astray = 0
      return fault
    }
    return ++astray < 2 ? { how: 'refused', why: fault.why, forever: false } : { how: 'cannot' }
  }) as Absent
}

/** The client gives a body that it cannot read as the code: a page of HTML, half a reply, nothing. */
function ofCode(code: unknown, call: Call | undefined): Fault {
  if (typeof code !== 'string' || !/^[a-z_]{1,60}$/.test(code)) return { how: 'unknown', why: NOT_SLACK }
  if (NO_SUCH_METHOD.has(code)) return { how: 'cannot' }
  const refusal = refusalOf(code, call)
  return refusal ? { how: 'refused', why: code, ...refusal } : { how: 'unknown', why: code }
}

function ofStatus(status: number): Fault {
  return { how: NO_SUCH_PATH.includes(status) ? 'astray' : 'unknown', why: `HTTP ${status}` }
}

/** The system's own code, from as deep as it was wrapped. */
function codeOf(error: unknown): string {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; depth++) {
    if ('code' in at && /^[A-Z_]+$/.test(String(at.code))) return String(at.code)
    at = at instanceof webApi.WebAPIRequestError ? at.original : at.cause
  }
  return ''
}

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
