import { webApi } from '@slack/bolt'
import { close, listen } from './http-server.ts'
import { identify, refusal } from './identity.ts'
import { SCOPES } from './manifest.ts'
import type { SlackSettings } from './settings.ts'
import { SetupError } from './setup-error.ts'

/** One thing that Slack needs: whether it is there, in a sentence, and what to do when it is not. */
export type Finding = { ok: boolean; says: string; tip?: string }

/** Everything that must be in place before Slack can be served. Asks Slack, changes nothing. */
export async function slackDoctor(
  settings: SlackSettings,
  fetch: webApi.FetchFunction,
): Promise<readonly Finding[]> {
  return [...(await botToken(settings, fetch)), await wayIn(settings, fetch), await port(settings)]
}

async function botToken(settings: SlackSettings, fetch: webApi.FetchFunction): Promise<readonly Finding[]> {
  try {
    const { user, team, scopes } = await identify(settings, { fetch, logger: SILENT })
    return [{ ok: true, says: `SLACK_BOT_TOKEN is that of @${user} in ${team}.` }, ...scopesOf(scopes)]
  } catch (error) {
    return [failed(error)]
  }
}

function scopesOf(scopes: readonly string[] | undefined): readonly Finding[] {
  if (!scopes) return []
  const missing = SCOPES.filter((scope) => !scopes.includes(scope))
  if (missing.length === 0)
    return [{ ok: true, says: `The app has every scope it needs: ${SCOPES.join(', ')}.` }]
  const tip =
    'Paste manifest.yml at api.slack.com → your app → App Manifest, then reinstall the app to the workspace.'
  return [{ ok: false, says: `The app lacks ${missing.join(', ')}.`, tip }]
}

async function wayIn(
  { appToken, signingSecret, apiUrl }: SlackSettings,
  fetch: webApi.FetchFunction,
): Promise<Finding> {
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
      .then(() => ({ ok: true, says: 'SLACK_APP_TOKEN opens Socket Mode: no public address is needed.' }))
      .catch((error) => ({ ok: false, says: refusal(error, 'SLACK_APP_TOKEN', apiUrl) }))
  }
  if (signingSecret)
    return {
      ok: true,
      says: 'SLACK_SIGNING_SECRET is set: Slack must reach this machine at https://…/slack/events.',
    }
  const tip = 'With SLACK_APP_TOKEN Slack needs no public address; see the README.'
  return { ok: false, says: 'Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set.', tip }
}

async function port({ host, port }: SlackSettings): Promise<Finding> {
  try {
    const server = await listen((_, response) => response.writeHead(404).end(), { host, port })
    await close(server, 0)
    return { ok: true, says: `Port ${port} on ${host} is free.` }
  } catch (error) {
    return failed(error)
  }
}

function failed(error: unknown): Finding {
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
