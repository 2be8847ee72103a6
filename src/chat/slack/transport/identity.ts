import { webApi } from '@slack/bolt'
import { SetupError } from '../../core/setup-error.ts'
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
  { botToken, apiUrl }: Pick<SlackSettings, 'botToken' | 'apiUrl'>,
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
