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
export function refusalOf(code: string, call?: Call): { forever: boolean } | undefined {
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
