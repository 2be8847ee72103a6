import { webApi } from '@slack/bolt'
import { close, listen, SetupError } from '../../core/http-server.ts'
import type { SlackSettings } from '../transport/settings.ts'
import { identify, refusal } from '../transport/token.ts'
import { SCOPES } from './manifest.ts'

/** One thing that is needed: whether it is there, in a sentence, and what to do when it is not. */
export type Diagnosis = { ok: boolean; says: string; tip?: string }

/** Settings that are missing or wrong have been named already; the others are tried. */
type Some = Partial<SlackSettings> & { host: string; port?: number }

/** Everything that must be in place before Slack can be served. Asks Slack, changes nothing. */
export async function slackDoctor(
  settings: Some,
  fetch: webApi.FetchFunction,
): Promise<readonly Diagnosis[]> {
  return [
    ...(await botToken(settings, fetch)),
    ...(await wayIn(settings, fetch)),
    ...(await portOn(settings)),
  ]
}

async function botToken(
  { botToken, apiUrl }: Some,
  fetch: webApi.FetchFunction,
): Promise<readonly Diagnosis[]> {
  if (!botToken) return []
  try {
    const { user, team, scopes } = await identify({ botToken, apiUrl }, { fetch, logger: SILENT })
    return [{ ok: true, says: `SLACK_BOT_TOKEN is that of @${user} in ${team}.` }, ...scopesOf(scopes)]
  } catch (error) {
    return [failed(error)]
  }
}

function scopesOf(scopes: readonly string[] | undefined): readonly Diagnosis[] {
  if (!scopes) return []
  const missing = SCOPES.filter((scope) => !scopes.includes(scope))
  if (missing.length === 0)
    return [{ ok: true, says: `The app has every scope it needs: ${SCOPES.join(', ')}.` }]
  const tip =
    'Paste manifest.yml at api.slack.com → your app → App Manifest, then reinstall the app to the workspace.'
  return [{ ok: false, says: `The app lacks ${missing.join(', ')}.`, tip }]
}

async function wayIn(
  { appToken, signingSecret, apiUrl }: Some,
  fetch: webApi.FetchFunction,
): Promise<readonly Diagnosis[]> {
  if (appToken) {
    const client = new webApi.WebClient(appToken, {
      fetch,
      logger: SILENT,
      ...(apiUrl && { slackApiUrl: apiUrl }),
      retryConfig: { retries: 0 },
      timeout: 10_000,
    })
    return client.apps.connections
      .open({})
      .then(() => [{ ok: true, says: 'SLACK_APP_TOKEN opens Socket Mode: no public address is needed.' }])
      .catch((error) => [{ ok: false, says: refusal(error, 'SLACK_APP_TOKEN', apiUrl) }])
  }
  if (!signingSecret) return []
  const says = 'SLACK_SIGNING_SECRET is set: Slack must reach this machine at https://…/slack/events.'
  return [{ ok: true, says }]
}

async function portOn({ host, port }: Some): Promise<readonly Diagnosis[]> {
  if (port === undefined) return []
  try {
    const server = await listen((_, response) => response.writeHead(404).end(), { host, port })
    await close(server, 0)
    return [{ ok: true, says: `Port ${port} on ${host} is free.` }]
  } catch (error) {
    return [failed(error)]
  }
}

function failed(error: unknown): Diagnosis {
  if (error instanceof SetupError) return { ok: false, says: error.message }
  throw error
}

const nothing = () => undefined
const SILENT = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => 'error' as never,
}
