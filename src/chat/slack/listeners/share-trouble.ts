import { webApi } from '@slack/bolt'
import { faultOf, isToWait } from '../transport/platform-fault.ts'

/** Why a message was not posted: `sure` only where Slack says so. `code` is for the log, `advice` for who pressed. */
export type Trouble = { sure: true; code: string; advice: string } | { sure: false; code: string }

/** When Slack does not say that it took the answer. */
export const NOT_KNOWN = 'I do not know whether the answer was posted: look before you press Share again.'

const INVITE = 'Type /invite @hansa in the channel, then press Share again.'
const OPERATOR = 'Ask whoever looks after this app'

const NO_TOKEN = (code: string) =>
  `Slack no longer accepts this app’s token (${code}). ${OPERATOR} to install it again and to set its new token.`
const LIMITED = (code: string) =>
  `The settings of this channel do not let me post here (${code}). Ask who manages the channel to allow it, then press Share again.`
const TOO_LONG = (code: string) =>
  `Slack finds this answer too long to post (${code}). Ask for a part of it, such as one place, and share that.`
const BUSY = 'Slack takes no more messages just now. Wait a minute, then press Share again.'
const NOT_ALLOWED = (code: string) =>
  `Slack does not allow this app to post here (${code}). Ask who manages the workspace to allow it.`

/** Every code with which Slack says for certain that it posted nothing: https://docs.slack.dev/reference/methods/chat.postMessage */
const REFUSALS: ReadonlyMap<string, string> = new Map([
  ['not_in_channel', `I am not a member of this channel, so I cannot post here. ${INVITE}`],
  ['channel_not_found', `I cannot see this channel: it is private, or in another workspace. ${INVITE}`],
  [
    'is_archived',
    'This channel is archived, so nobody can post in it. Bring it back, or ask in another channel and share it there.',
  ],
  [
    'missing_scope',
    `This app was not given the right to post (chat:write). ${OPERATOR} to paste manifest.yml into its settings and to install it again.`,
  ],
  ...said(NO_TOKEN, 'token_revoked token_expired invalid_auth not_authed account_inactive'),
  ...said(TOO_LONG, 'msg_too_long msg_blocks_too_long'),
  ...said(() => BUSY, 'ratelimited rate_limited message_limit_exceeded'),
  [
    'restricted_action_read_only_channel',
    'This channel is read-only for me. Ask who manages it to let me post, or share in another channel.',
  ],
  [
    'restricted_action_thread_only_channel',
    'In this channel I may only reply in threads. Ask me in a thread, and share it there.',
  ],
  [
    'restricted_action_non_threadable_channel',
    'This channel has no threads. Ask me in the channel itself, and share it there.',
  ],
  [
    'restricted_action_thread_locked',
    'This thread is locked. Ask me in the channel itself, and share it there.',
  ],
  [
    'cannot_reply_to_message',
    'Nobody can reply to the message over this thread. Ask me in the channel itself, and share it there.',
  ],
  ...said(LIMITED, 'restricted_action method_not_supported_for_channel_type'),
  ...said(
    NOT_ALLOWED,
    'no_permission access_denied ekm_access_denied enterprise_is_restricted org_login_required team_access_not_granted ' +
      'two_factor_setup_required accesslimited',
  ),
  ...said(
    (code) => `Slack could not read the answer (${code}). ${OPERATOR} to look into its log.`,
    'invalid_blocks invalid_blocks_format invalid_arguments no_text',
  ),
])

/**
 * What an error of the Web API says of a message: refused where the code is one of those above or nothing left this
 * machine, and else unknown. Throws what is no error of the Web API.
 */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof webApi.WebAPIRateLimitedError || isToWait(error)) return refused('ratelimited', BUSY)
  if (!(error instanceof webApi.SlackError)) throw error
  if (error instanceof webApi.WebAPIPlatformError) return ofCode(error.data.error)
  const fault = faultOf(error)
  const code = 'why' in fault ? fault.why : fault.how
  if (fault.how === 'refused' && /^E[A-Z_]+$|^UND_/.test(code))
    return refused(code, `Slack could not be reached (${code}). Wait a minute, then press Share again.`)
  return { sure: false, code }
}

/** A page from somewhere between us and Slack is wrapped as a code as well. */
function ofCode(code: string): Trouble {
  const advice = REFUSALS.get(code)
  if (advice !== undefined) return refused(code, advice)
  return { sure: false, code: /^[a-z_]{1,60}$/.test(code) ? code : 'no code' }
}

function refused(code: string, advice: string): Trouble {
  return { sure: true, code, advice }
}

function said(says: (code: string) => string, codes: string): (readonly [string, string])[] {
  return codes.split(' ').map((code) => [code, says(code)] as const)
}

/** What the one who pressed is told, when `done` of the `of` messages of an answer were posted before. */
export function troubleInWords(trouble: Trouble, done: number, of: number): string {
  if (done === 0) return trouble.sure ? `Nothing was posted. ${trouble.advice}` : NOT_KNOWN
  const posted = `Only ${done} of the ${of} parts of this answer ${done === 1 ? 'was' : 'were'} posted`
  const again = 'Share posts all parts anew: delete those first.'
  return trouble.sure
    ? `${posted}, and the next was refused. ${trouble.advice} ${again}`
    : `${posted} for certain; whether the next was, I do not know. Look before you press Share again. ${again}`
}
