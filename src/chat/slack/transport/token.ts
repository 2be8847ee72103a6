import { webApi } from '@slack/bolt'
import { SetupError } from '../../core/http-server.ts'
import type { SlackSettings } from './settings.ts'

/** Who the bot token makes us, as Slack says. */
export type Identity = {
  botId: string
  userId: string
  user: string
  team: string
  teamId: string
  /** Of the organisation that the workspace belongs to; empty where there is none. */
  enterpriseId: string
  scopes: readonly string[] | undefined
}

type Options = Pick<webApi.WebClientOptions, 'fetch' | 'logger'>

/** Asks Slack before anything else starts. Throws a SetupError when the token is refused or Slack is out of reach. */
export async function identify(
  { botToken, apiUrl }: { botToken: string } & Pick<SlackSettings, 'apiUrl'>,
  options: Options,
): Promise<Identity> {
  const client = new webApi.WebClient(botToken, {
    ...options,
    ...(apiUrl && { slackApiUrl: apiUrl }),
    retryConfig: { retries: 1 },
    timeout: 10_000,
  })
  const { bot_id, user_id, user, team, team_id, enterprise_id, response_metadata } = await client.auth
    .test()
    .catch((error) => {
      throw new SetupError(refusal(error, 'SLACK_BOT_TOKEN', apiUrl), { cause: error })
    })
  if (!bot_id || !user_id)
    throw new SetupError(
      'SLACK_BOT_TOKEN belongs to a person: copy the Bot User OAuth Token (xoxb-…) instead.',
    )
  return {
    botId: bot_id,
    userId: user_id,
    user: user ?? 'hansa',
    team: team ?? '',
    teamId: team_id ?? '',
    enterpriseId: enterprise_id ?? '',
    scopes: response_metadata?.scopes,
  }
}

/** One sentence for what Slack, or the way there, said to a token. */
export function refusal(
  error: unknown,
  setting: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN',
  apiUrl?: string,
): string {
  if (error instanceof webApi.WebAPIPlatformError) {
    const from =
      setting === 'SLACK_BOT_TOKEN'
        ? 'the Bot User OAuth Token (xoxb-…) from “OAuth & Permissions”'
        : 'an app-level token (xapp-…) with the scope connections:write from “Basic Information”'
    return `Slack does not accept ${setting} (${error.data.error}): copy ${from} of your app at api.slack.com.`
  }
  const address = apiUrl ?? 'https://slack.com/api/'
  const why = error instanceof webApi.WebAPIRequestError ? reason(error.original) : reason(error)
  return `Slack cannot be reached at ${address} (${why}): check the network${apiUrl ? ' and SLACK_API_URL' : ''}.`
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message
  return error.message
}

/** With these codes Slack says that the token itself is no good. */
const NO_GOOD = new Set(['account_inactive', 'invalid_auth', 'not_authed', 'token_expired', 'token_revoked'])

/** With these Slack says that the app was removed from the workspace, or the workspace itself. No other answer is certain. */
const REMOVED = new Set(['account_inactive', 'token_revoked'])

/** False as well where Slack gives no certain answer. */
export async function isRevoked(token: string, options: webApi.WebClientOptions): Promise<boolean> {
  const client = new webApi.WebClient(token, {
    ...options,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  })
  return client.auth.test().then(
    () => false,
    (error) => error instanceof webApi.WebAPIPlatformError && REMOVED.has(error.data.error),
  )
}

/** So long Slack's last word on the token is believed. Milliseconds. */
const BELIEVED = 60_000

/** What Slack said last of our token, in its reply to any call. */
export type TokenWord = {
  fetch: webApi.FetchFunction
  /** In a sentence, while Slack refuses the token. Asks Slack anew, for the next time, when its last word is old. */
  trouble(): string | undefined
}

/** `ask`: makes any call with the token, through `fetch`. `now`: milliseconds that only ever grow. */
export function hearingOfToken(
  inner: webApi.FetchFunction,
  token: string,
  ask: (fetch: webApi.FetchFunction) => Promise<unknown>,
  now: () => number,
): TokenWord {
  let refused: string | undefined
  let heardAt = Number.NEGATIVE_INFINITY
  let asking = false

  function hear(text: string): void {
    const { ok, error } = parsed(text)
    const no = ok === false && typeof error === 'string' && NO_GOOD.has(error)
    // Whatever stands between Slack and us says nothing of the token.
    if (ok !== true && !no) return
    refused = no ? error : undefined
    heardAt = now()
  }

  const call: webApi.FetchFunction = async (url, init) => {
    const reply = await inner(url, init)
    const ours = new Headers(init?.headers).get('authorization') === `Bearer ${token}`
    return ours && reply.status === 200 ? overheard(reply, hear) : reply
  }

  function askAnew(): void {
    if (asking || now() - heardAt < BELIEVED) return
    asking = true
    ask(call)
      .catch(() => {})
      .finally(() => {
        asking = false
        // Also when it said nothing: a Slack that is away is not asked more often.
        heardAt = now()
      })
  }

  return {
    fetch: call,
    trouble() {
      askAnew()
      if (!refused) return undefined
      return `Slack refuses SLACK_BOT_TOKEN (${refused}): install the app again at api.slack.com, and set its new token.`
    },
  }
}

type Reply = Awaited<ReturnType<webApi.FetchFunction>>

/** The client reads a reply as text, once. */
function overheard(reply: Reply, hear: (text: string) => void): Reply {
  const { ok, status, statusText, url, headers } = reply
  const text = async () => {
    const read = await reply.text()
    hear(read)
    return read
  }
  return {
    ok,
    status,
    statusText,
    url,
    headers,
    arrayBuffer: () => reply.arrayBuffer(),
    json: async () => JSON.parse(await text()),
    text,
  }
}

function parsed(text: string): { ok?: unknown; error?: unknown } {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? read : {}
  } catch {
    return {}
  }
}
