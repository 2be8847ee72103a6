import type { ServerResponse } from 'node:http'
import { type HTTPReceiverOptions, type Installation, webApi } from '@slack/bolt'
import type { RecordChange } from '../../../answer/change.ts'
import type { Log } from '../../../answer/log.ts'
import { type Installations, keyFrom } from '../../core/installations.ts'
import type { InstallSettings } from '../transport/settings.ts'
import { REDIRECT, scopesFor } from './app.ts'
import type { SlackHome } from './homes.ts'

/** Where a person begins to install Hansa in their workspace. */
export const INSTALL = '/slack/install'

export type OAuth = Pick<
  HTTPReceiverOptions,
  | 'clientId'
  | 'clientSecret'
  | 'stateSecret'
  | 'scopes'
  | 'redirectUri'
  | 'installationStore'
  | 'installerOptions'
>

type Deps = {
  settings: InstallSettings
  installed: Installations<SlackHome>
  record: RecordChange
  clientOptions: webApi.WebClientOptions
  log: Log
  now: () => Date
}

/** An installation that we do not take. The message is a sentence for whoever installs. */
class NotTaken extends Error {}

/** Bolt's installer, over our store. One state secret for all instances: no table is needed for states. */
export function oauthWith({ settings, installed, record, clientOptions, log, now }: Deps): OAuth {
  const { clientId, clientSecret, url, secret } = settings
  const asked = scopesFor(settings)
  const missingFrom = (scopes: readonly string[]) => asked.filter((scope) => !scopes.includes(scope))
  const { slackApiUrl } = clientOptions
  async function storeInstallation(installation: Installation): Promise<void> {
    const { team, enterprise, bot, user, isEnterpriseInstall } = installation
    if (isEnterpriseInstall || !team)
      throw new NotTaken('Choose one workspace, not the whole organisation: Hansa keeps workspaces apart.')
    if (!bot)
      throw new NotTaken(
        'Slack gave no bot with it. Ask whoever looks after this app to paste its manifest again.',
      )
    const at = `${now().toISOString().slice(0, 19)}Z`
    const { token: botToken, id: botId, userId: botUserId, scopes } = bot
    await installed.put(
      team.id,
      { botToken, botId, botUserId, enterpriseId: enterprise?.id ?? '', scopes },
      at,
    )
    await record({ workspace: team.id, at, who: user.id, did: 'installed', what: scopes.join(', ') })
    const missing = missingFrom(scopes)
    if (missing.length > 0) log.warn({ missing }, 'a workspace installed Hansa without all that it needs')
    else log.info({}, 'a workspace installed Hansa')
  }
  return {
    clientId,
    clientSecret,
    stateSecret: keyFrom(secret, 'state').toString('base64url'),
    scopes: asked,
    redirectUri: url + REDIRECT,
    installationStore: {
      storeInstallation,
      // Who writes where is decided by `authorize` of our own: see homes.ts.
      fetchInstallation: () => Promise.reject(new Error('nothing is read through the installer')),
    },
    installerOptions: {
      directInstall: true,
      installPath: INSTALL,
      redirectUriPath: REDIRECT,
      clientOptions: { ...clientOptions, retryConfig: { retries: 0 } },
      ...(slackApiUrl && { authorizationUrl: new URL('/oauth/v2/authorize', slackApiUrl).href }),
      callbackOptions: {
        success: ({ team, bot }, _options, _request, response) =>
          page(response, 200, `Hansa is installed in ${team?.name ?? 'your workspace'}.`, [
            ...lacking(missingFrom(bot?.scopes ?? [])),
            'Open Slack and type /hansa help. In a channel, type /invite @hansa first.',
          ]),
        failure: (error, _options, _request, response) => {
          const { status, says } = failureOf(error)
          page(response, status, 'Hansa was not installed.', [says])
        },
      },
    },
  }
}

function lacking(missing: readonly string[]): readonly string[] {
  if (missing.length === 0) return []
  return [
    `Slack granted less than Hansa asks for (${missing.join(', ')} is missing), so a part of it will not work: install it again.`,
  ]
}

const AGAIN = `Begin again at ${INSTALL}, in one window of one browser.`

const BY_CODE: Readonly<Record<string, string>> = {
  slack_oauth_installer_authorization_error: `It was cancelled in Slack. ${AGAIN}`,
  slack_oauth_invalid_state: `The way back from Slack did not fit the way there: it took more than ten minutes, or another browser. ${AGAIN}`,
  slack_oauth_missing_state: `The way back from Slack was not whole. ${AGAIN}`,
  slack_oauth_missing_code: `The way back from Slack was not whole. ${AGAIN}`,
  invalid_code: `This link was used before, or is too old. ${AGAIN}`,
  code_already_used: `This link was used before. ${AGAIN}`,
  bad_client_secret: 'Slack does not know this Hansa: whoever looks after it sets SLACK_CLIENT_SECRET anew.',
  invalid_client_id: 'Slack does not know this Hansa: whoever looks after it sets SLACK_CLIENT_ID anew.',
  bad_redirect_uri: `Slack is not to send people here: whoever looks after Hansa adds HANSA_URL${REDIRECT} to the app’s redirect URLs.`,
}

function failureOf(error: Error & { code?: string }): { status: number; says: string } {
  const { cause = error } = error
  if (error instanceof NotTaken || cause instanceof NotTaken)
    return { status: 400, says: (cause instanceof NotTaken ? cause : error).message }
  const code = error instanceof webApi.WebAPIPlatformError ? error.data.error : (error.code ?? '')
  const says = BY_CODE[code]
  if (says) return { status: 400, says }
  // A signed state that nobody can read: made up, or of another secret.
  if (error.name === 'JsonWebTokenError' || error.name === 'TokenExpiredError')
    return { status: 400, says: BY_CODE.slack_oauth_invalid_state ?? AGAIN }
  return { status: 503, says: `It is not your fault: try again in a few minutes. ${AGAIN}` }
}

/** Nothing but text, which nobody's name can turn into markup. */
function page(response: ServerResponse, status: number, heading: string, says: readonly string[]): void {
  const safe = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  })
  response.end(
    `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Hansa</title>` +
      `<h1>${safe(heading)}</h1>${says.map((line) => `<p>${safe(line)}</p>`).join('')}</html>`,
  )
}
