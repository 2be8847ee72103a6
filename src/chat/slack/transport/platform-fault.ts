import { webApi } from '@slack/bolt'
import type { Sent } from '../../../digest/post.ts'

/** `astray`: something answered that knows no such address. That may be the platform, or a gateway on a bad day. */
export type Fault = Extract<Sent, { how: 'refused' | 'unknown' | 'cannot' }> | { how: 'astray'; why: string }

/** Trying again changes nothing: a person has to. */
const FOREVER = new Set(
  (
    'channel_not_found not_in_channel is_archived account_inactive token_revoked token_expired invalid_auth not_authed ' +
    'missing_scope no_permission restricted_action user_not_found cannot_dm_bot messages_tab_disabled org_login_required ' +
    'team_access_not_granted user_disabled method_not_supported_for_channel_type'
  ).split(' '),
)

/** Slack says itself that the call may have had an effect. */
const UNCLEAR = new Set(['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout'])

const NO_SUCH_METHOD = new Set(['unknown_method', 'not_implemented'])
const NO_SUCH_PATH = [404, 405, 501]

/** The request never left: nobody was there to take it. (A line that is open can still end in EHOSTUNREACH.) */
const NOBODY_THERE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

/** What an error of the Web API says of the call. What is not clearly refused may have had its effect. */
export function faultOf(error: unknown): Fault {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { how: 'refused', why: 'ratelimited', forever: false, after: error.retryAfter }
  }
  if (error instanceof webApi.WebAPIPlatformError) return ofCode(error.data.error)
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

function ofCode(code: string): Fault {
  if (NO_SUCH_METHOD.has(code)) return { how: 'cannot' }
  if (UNCLEAR.has(code)) return { how: 'unknown', why: code }
  return { how: 'refused', why: code, forever: FOREVER.has(code) }
}

function ofStatus(status: number): Fault {
  if (NO_SUCH_PATH.includes(status)) return { how: 'astray', why: `HTTP ${status}` }
  if (status >= 500) return { how: 'unknown', why: `HTTP ${status}` }
  return { how: 'refused', why: `HTTP ${status}`, forever: false }
}

/** The system's own code, from as deep as it was wrapped. */
function codeOf(error: unknown): string {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; depth++) {
    if ('code' in at && /^[A-Z_]+$/.test(String(at.code))) return String(at.code)
    at = at instanceof webApi.WebAPIRequestError ? at.original : at.cause
  }
  return ''
}
