import { webApi } from '@slack/bolt'
import { close, listen, SetupError } from '../../core/http-server.ts'
import { sealingWith, shutInWords } from '../../core/installations.ts'
import type { InstallSettings, SlackSettings } from '../transport/settings.ts'
import { identify, refusal } from '../transport/token.ts'
import { FOR_MANAGERS, FOR_MAPS, REDIRECT, SCOPES, scopesFor } from './app.ts'
import type { SlackHome } from './homes.ts'
import { INSTALL } from './oauth.ts'

/** One thing that is needed: whether it is there, in a sentence, and what to do when it is not. */
export type Diagnosis = { ok: boolean; says: string; tip?: string }

/** Settings that are missing or wrong have been named already; the others are tried. */
type Some = Partial<SlackSettings> & { host: string; port?: number }

/**
 * Everything that must be in place before Slack can be served. Asks Slack, changes nothing. `installed`: the workspaces
 * that installed Hansa themselves.
 */
export async function slackDoctor(
  settings: Some,
  fetch: webApi.FetchFunction,
  installed: readonly Installed[] = [],
): Promise<readonly Diagnosis[]> {
  return [
    ...(await botToken(settings, fetch)),
    ...(await rightsOfEach(installed, settings, fetch)),
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
    const says = `SLACK_BOT_TOKEN is that of @${user} in ${team}.`
    const lacking = await rightsLacking(botToken, { apiUrl, fetch })
    const granted = scopes?.filter((scope) => !lacking.has(scope))
    return [{ ok: true, says }, ...scopesOf(granted, lacking), ...optional(granted, lacking)]
  } catch (error) {
    return [failed(error)]
  }
}

type Installed = { workspace: string; platform: string; sealed: string }

/** By their ids, as `npx hansa audit` names them. */
async function rightsOfEach(
  installed: readonly Installed[],
  { botToken, install, apiUrl }: Some,
  fetch: webApi.FetchFunction,
): Promise<readonly Diagnosis[]> {
  if (botToken || !install) return []
  const { open } = sealingWith(install.secret, install.secretBefore)
  const ours = installed.filter(({ platform }) => platform === 'slack')
  const found: Diagnosis[] = []
  let shut = 0
  for (const { workspace, sealed } of ours) {
    const home = open(sealed, workspace)
    if (!home) shut++
    else {
      const { botToken } = JSON.parse(home.what) as SlackHome
      found.push(await rightsIn(workspace, botToken, { apiUrl, fetch, install }))
    }
  }
  return [...found, ...(shut > 0 ? [{ ok: false, says: shutInWords(shut, ours.length) }] : [])]
}

async function rightsIn(
  workspace: string,
  botToken: string,
  { install, ...way }: { apiUrl: string | undefined; fetch: webApi.FetchFunction; install: InstallSettings },
): Promise<Diagnosis> {
  const tip = `Whoever manages that workspace installs Hansa again at ${install.url}${INSTALL}.`
  try {
    const { scopes } = await identify({ botToken, apiUrl: way.apiUrl }, { fetch: way.fetch, logger: SILENT })
    const lacking = await rightsLacking(botToken, way)
    const lacks = (scope: string) => lacking.has(scope) || (scopes !== undefined && !scopes.includes(scope))
    const missing = scopesFor(install).filter(lacks)
    if (missing.length > 0)
      return { ok: false, says: `In workspace ${workspace} the app lacks ${missing.join(', ')}.`, tip }
    const without = [FOR_MAPS, ...FOR_MANAGERS].filter(lacks)
    const also = without.length > 0 ? `; not asked for: ${without.join(', ')} (SLACK_ALSO)` : ''
    return { ok: true, says: `In workspace ${workspace} the app has every scope it needs${also}.` }
  } catch (error) {
    const { cause } = error as Error
    if (!(cause instanceof webApi.WebAPIPlatformError)) return failed(error)
    const says = `Slack does not accept the token of workspace ${workspace} (${cause.data.error}).`
    return { ok: false, says, tip }
  }
}

/**
 * A call for each right that a call can show, which does nothing: what is asked for is not there. Slack looks at the right
 * first, and says `missing_scope` where it lacks.
 */
const TRIALS: Readonly<Record<string, readonly [method: string, args: Record<string, unknown>]>> = {
  'chat:write': ['chat.postMessage', { channel: 'C0', text: 'Hansa tries whether it may post.' }],
  'im:history': ['conversations.history', { channel: 'D0', limit: 1 }],
  [FOR_MAPS]: ['files.getUploadURLExternal', { filename: 'map.png', length: 1 }],
  'users:read': ['users.info', { user: 'U0' }],
  'channels:read': ['conversations.info', { channel: 'C0' }],
}

async function rightsLacking(
  botToken: string,
  { apiUrl, fetch }: { apiUrl: string | undefined; fetch: webApi.FetchFunction },
): Promise<ReadonlySet<string>> {
  const client = clientFor(botToken, { apiUrl, fetch })
  const found = Object.entries(TRIALS).map(async ([scope, [method, args]]) => {
    const code = await client.apiCall(method, args).then(
      () => '',
      (error: unknown) => (error instanceof webApi.WebAPIPlatformError ? error.data.error : ''),
    )
    return code === 'missing_scope' ? [scope] : []
  })
  return new Set((await Promise.all(found)).flat())
}

/** What works all the same, and what it would take to work whole. */
function optional(scopes: readonly string[] | undefined, lacking: ReadonlySet<string>): readonly Diagnosis[] {
  const lacks = (scope: string) => lacking.has(scope) || (scopes !== undefined && !scopes.includes(scope))
  const maps = lacks(FOR_MAPS)
    ? [
        `Without ${FOR_MAPS} there are no maps, and answers are text to copy and no files: "npx hansa manifest --maps".`,
      ]
    : []
  const missing = FOR_MANAGERS.filter(lacks)
  const managers =
    missing.length > 0
      ? [
          `Without ${missing.join(' and ')} a channel’s managers may not change its digest: "npx hansa manifest --managers".`,
        ]
      : []
  return [...maps, ...managers].map((says) => ({ ok: true, says }))
}

function clientFor(
  token: string,
  { apiUrl, fetch }: { apiUrl: string | undefined; fetch: webApi.FetchFunction },
): webApi.WebClient {
  return new webApi.WebClient(token, {
    fetch,
    logger: SILENT,
    ...(apiUrl && { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    timeout: 10_000,
  })
}

function scopesOf(scopes: readonly string[] | undefined, lacking: ReadonlySet<string>): readonly Diagnosis[] {
  const missing = SCOPES.filter((scope) => lacking.has(scope) || (scopes && !scopes.includes(scope)))
  if (!scopes && missing.length === 0) return []
  if (missing.length === 0)
    return [{ ok: true, says: `The app has every scope it needs: ${SCOPES.join(', ')}.` }]
  const tip =
    'Paste manifest.yml at api.slack.com → your app → App Manifest, then reinstall the app to the workspace.'
  return [{ ok: false, says: `The app lacks ${missing.join(', ')}.`, tip }]
}

async function wayIn(
  { appToken, signingSecret, apiUrl, install }: Some,
  fetch: webApi.FetchFunction,
): Promise<readonly Diagnosis[]> {
  if (appToken) {
    return clientFor(appToken, { apiUrl, fetch })
      .apps.connections.open({})
      .then(() => [{ ok: true, says: 'SLACK_APP_TOKEN opens Socket Mode: no public address is needed.' }])
      .catch((error) => [{ ok: false, says: refusal(error, 'SLACK_APP_TOKEN', apiUrl) }])
  }
  if (!signingSecret) return []
  const says = 'SLACK_SIGNING_SECRET is set: Slack must reach this machine at https://…/slack/events.'
  if (!install) return [{ ok: true, says }]
  const pages = `Each workspace installs Hansa at ${install.url}${INSTALL}; ${install.url}${REDIRECT} must be a redirect URL of the app.`
  return [
    { ok: true, says },
    { ok: true, says: pages },
  ]
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
