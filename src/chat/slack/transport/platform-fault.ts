import { webApi } from '@slack/bolt'
import type { Sent } from '../../../digest/post.ts'

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

/** Slack asked the client to wait, and it has waited by then; or did not say how long. Nothing but the words tells. */
export function isToWait(error: unknown): boolean {
  const said = error instanceof webApi.WebAPIRequestError ? error.original : error
  return said instanceof Error && /^(A rate limit|Retry header did not)/.test(said.message)
}

/** The calls of the digest's protocol. */
export type Call =
  | 'chat.scheduleMessage'
  | 'chat.scheduledMessages.list'
  | 'chat.deleteScheduledMessage'
  | 'chat.postMessage'

/**
 * The codes with which Slack says that a call had no effect: a closed list, from docs.slack.dev/reference/methods.
 * `true`: trying again changes nothing, a person has to. What is not here may have had its effect: also the codes of
 * which Slack says so itself (`internal_error`, `fatal_error`, `service_unavailable`, `request_timeout`).
 */
type Refusals = Readonly<Record<string, boolean>>

/** Any method may answer these. */
const EVERYWHERE: Refusals = {
  ...passing(
    'access_denied accesslimited deprecated_endpoint ekm_access_denied enterprise_is_restricted invalid_arg_name ' +
      'invalid_arguments invalid_array_arg invalid_charset invalid_form_data invalid_json invalid_post_type json_not_object ' +
      'method_deprecated missing_post_type rate_limited ratelimited team_added_to_org two_factor_setup_required upgrade_required',
  ),
  ...forGood(
    'account_inactive invalid_auth invalid_token missing_scope no_permission not_allowed_token_type not_authed ' +
      'org_login_required team_access_not_granted token_expired token_revoked',
  ),
}

/** What writes a message may answer these. */
const WRITING: Refusals = {
  ...passing(
    'invalid_blocks invalid_blocks_format invalid_metadata_format invalid_metadata_schema markdown_text_conflict ' +
      'message_limit_exceeded metadata_must_be_sent_from_app metadata_too_large msg_blocks_too_long msg_too_long no_text ' +
      'restricted_action_non_threadable_channel restricted_action_read_only_channel restricted_action_thread_only_channel ' +
      'slack_connect_file_link_sharing_blocked too_many_attachments user_not_in_channel',
  ),
  ...forGood(
    'cannot_dm_bot channel_not_found is_archived messages_tab_disabled method_not_supported_for_channel_type not_in_channel ' +
      'restricted_action user_disabled user_not_found',
  ),
}

const OF_CALL: Readonly<Record<Call, Refusals>> = {
  'chat.scheduleMessage': {
    ...WRITING,
    ...passing('invalid_time restricted_too_many time_in_past time_too_far'),
  },
  'chat.scheduledMessages.list': {
    ...passing('invalid_cursor invalid_limit'),
    ...forGood(
      'channel_not_found invalid_channel is_archived method_not_supported_for_channel_type not_in_channel',
    ),
  },
  'chat.deleteScheduledMessage': {
    ...passing('invalid_scheduled_message_id'),
    ...forGood('bad_token channel_not_found is_archived not_in_channel'),
  },
  'chat.postMessage': WRITING,
}

/** Undefined when the code is no refusal of this call; without a call, of none. */
function refusalOf(code: string, call?: Call): { forever: boolean } | undefined {
  const lists = [EVERYWHERE, ...(call ? [OF_CALL[call]] : Object.values(OF_CALL))]
  const list = lists.find((one) => Object.hasOwn(one, code))
  return list && { forever: list[code] === true }
}

/** For tests over every code. */
export const KNOWN_REFUSALS: readonly string[] = [
  ...new Set([EVERYWHERE, ...Object.values(OF_CALL)].flatMap((one) => Object.keys(one))),
]

function passing(codes: string): Refusals {
  return Object.fromEntries(codes.split(' ').map((code) => [code, false]))
}

function forGood(codes: string): Refusals {
  return Object.fromEntries(codes.split(' ').map((code) => [code, true]))
}
