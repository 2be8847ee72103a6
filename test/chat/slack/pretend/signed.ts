import { createHmac } from 'node:crypto'

export const SECRET = 'a-signing-secret'

export type Signing = { secret?: string; at?: number; type?: string; headers?: Record<string, string> }

/** A request as Slack signs it. `at` is in seconds since 1970. */
export async function signed(url: string, body: string | Buffer, options: Signing = {}): Promise<Response> {
  const headers = signedHeaders(body, options)
  return fetch(`${url}/slack/events`, { method: 'POST', headers, body: new Uint8Array(Buffer.from(body)) })
}

export function signedHeaders(body: string | Buffer, options: Signing = {}): Record<string, string> {
  const {
    secret = SECRET,
    at = Math.floor(Date.now() / 1000),
    type = 'application/x-www-form-urlencoded',
  } = options
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${at}:`).update(body).digest('hex')}`
  return {
    'content-type': type,
    'x-slack-request-timestamp': String(at),
    'x-slack-signature': signature,
    ...options.headers,
  }
}

export const JSON_TYPE = { type: 'application/json' }

export function form(fields: Record<string, string>): string {
  return new URLSearchParams(fields).toString()
}

let count = 0
const unique = () => `${Date.now()}.${++count}`

export function commandFields(text: string, command = '/twins'): Record<string, string> {
  return {
    command,
    text,
    user_id: 'U1',
    channel_id: 'C1',
    channel_name: 'policy',
    team_id: 'T0PRETEND',
    trigger_id: unique(),
    response_url: 'https://slack.pretend.invalid/respond/none',
  }
}

export function mentionBody(text: string, channel: string): Record<string, unknown> {
  const event = { type: 'app_mention', user: 'U1', channel, text: `<@U0HANSA> ${text}`, ts: '1.1' }
  return { type: 'event_callback', event_id: unique(), team_id: 'T0PRETEND', event }
}

export function pressBody(value: string, channel: string, action_id = 'ask:0'): Record<string, unknown> {
  return {
    type: 'block_actions',
    user: { id: 'U1', team_id: 'T0PRETEND' },
    team: { id: 'T0PRETEND' },
    enterprise: null,
    channel: { id: channel, name: 'policy' },
    container: { type: 'message', message_ts: '1.1', channel_id: channel, is_ephemeral: true },
    trigger_id: unique(),
    response_url: 'https://slack.pretend.invalid/respond/none',
    actions: [{ type: 'button', action_id, block_id: 'b', value }],
  }
}

/** What a window sends when it is submitted. */
export function submitBody(): Record<string, unknown> {
  const option = { text: { type: 'plain_text', text: 'x' }, value: 'leeds-dortmund-lccnews' }
  const record = { record: { type: 'static_select', selected_option: option } }
  const says = { says: { type: 'plain_text_input', value: 'wrong year' } }
  return {
    type: 'view_submission',
    user: { id: 'U1', team_id: 'T0PRETEND' },
    team: { id: 'T0PRETEND' },
    trigger_id: unique(),
    view: { id: 'V1', type: 'modal', callback_id: 'report:0', state: { values: { record, says } } },
  }
}

/** “Keep this for Hansa”, chosen on a message. */
export function shortcutBody(text: string, channel: string): Record<string, unknown> {
  return {
    type: 'message_action',
    callback_id: 'keep_for_hansa',
    user: { id: 'U1', team_id: 'T0PRETEND' },
    team: { id: 'T0PRETEND' },
    enterprise: null,
    channel: { id: channel, name: 'policy' },
    message_ts: '1.1',
    message: { type: 'message', user: 'U2', ts: '1.1', text },
    trigger_id: unique(),
    response_url: 'https://slack.pretend.invalid/respond/none',
  }
}

export function suggestionBody(value: string): Record<string, unknown> {
  return {
    type: 'block_suggestion',
    user: { id: 'U1', team_id: 'T0PRETEND' },
    team: { id: 'T0PRETEND' },
    enterprise: null,
    container: { type: 'view', view_id: 'V1' },
    view: { id: 'V1' },
    block_id: 'partner',
    action_id: 'partner',
    value,
  }
}
