import { type Authorize, webApi } from '@slack/bolt'
import type { Desk } from '../../../answer/answer.ts'
import type { StartDigest } from '../../../digest/desk.ts'
import type { Log } from '../../core/log.ts'
import type { Seen } from '../../core/once.ts'
import { redacting } from '../../core/redact.ts'
import { trackRunning } from '../../core/running.ts'
import { SetupError } from '../../core/setup-error.ts'
import { digestClient } from '../digest/digest-client.ts'
import { slackPost } from '../digest/digest-post.ts'
import type { DigestSide } from '../digest/digest-side.ts'
import { slackVoice } from '../digest/digest-voice.ts'
import { SCOPES } from '../install/manifest.ts'
import type { PictureOf } from '../listeners/picture.ts'
import { boltLog } from './bolt-log.ts'
import { type Identity, identify } from './identity.ts'
import { serveHttp } from './serve-http.ts'
import { serveSocket } from './serve-socket.ts'
import type { Parts, Served, Times } from './serving.ts'
import type { SlackSettings } from './settings.ts'
import { hearingOfToken } from './token-word.ts'

export type ServeOptions = {
  settings: SlackSettings
  desk: Desk
  log: Log
  /** Slack was out of reach for a minute, in Socket Mode: better to be started anew. Nothing by default. */
  onDeaf?: () => void
  /** Pictures of answers, for a workspace that has granted `files:write`. */
  pictureOf?: PictureOf
  /** Begins to deliver digests. */
  startDigest?: StartDigest
  /** The id of the channel that is told of errors people report. */
  curators?: string
  /** What is wrong with the store at the moment, in a sentence. */
  storeTrouble?: () => string | undefined
  /** A memory of deliveries that several instances share. */
  seen?: Seen
  fetch?: webApi.FetchFunction
  /** Milliseconds; for tests. */
  times?: Partial<Times>
}

const TIMES: Times = { drain: 10_000, deafAfter: 60_000, retryAfter: 1000 }

/** After this a call to Slack counts as lost. Milliseconds. */
const CALL_TIMEOUT = 10_000

/**
 * Serves Slack: through Socket Mode when there is an app token, else over HTTP at `/slack/events`. In both modes
 * `/health` can be asked. Throws a SetupError, one sentence, when a token, a setting or the port is not right.
 */
export async function serveSlack(options: ServeOptions): Promise<Served> {
  const { settings } = options
  const log = redacting(options.log)
  if (!settings.appToken && !settings.signingSecret)
    throw new SetupError(
      'Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP: Slack needs one of them.',
    )
  const shared = {
    ...(settings.apiUrl && { slackApiUrl: settings.apiUrl }),
    logger: boltLog(log),
    timeout: CALL_TIMEOUT,
  }
  const token = hearingOfToken(
    inTime(options.fetch ?? fetch),
    settings.botToken,
    (fetch) =>
      new webApi.WebClient(settings.botToken, { ...shared, fetch, retryConfig: { retries: 0 } }).auth.test(),
    () => performance.now(),
  )
  const clientOptions = { ...shared, fetch: token.fetch }
  const identity = await identify(settings, clientOptions)
  warnOfMissingScopes(identity, log)
  const digest = digestSide(options, identity, clientOptions)
  const { pictureOf, storeTrouble = () => undefined } = options
  const parts: Parts = {
    settings,
    desk: options.desk,
    log,
    onDeaf: options.onDeaf ?? (() => undefined),
    times: { ...TIMES, ...options.times },
    clientOptions,
    running: trackRunning(),
    parts: [
      { part: 'slack', trouble: token.trouble },
      { part: 'store', trouble: storeTrouble },
    ],
    authorize: authorizeAs(identity, settings),
    ...(options.seen && { seen: options.seen }),
    ...(digest && { digest }),
    ...(pictureOf && mayUpload(identity) && { pictureOf }),
  }
  return settings.appToken
    ? serveSocket(parts, settings.appToken)
    : serveHttp(parts, settings.signingSecret ?? '')
}

function digestSide(
  { settings, startDigest, curators }: ServeOptions,
  { teamId }: Identity,
  clientOptions: webApi.WebClientOptions,
): DigestSide | undefined {
  if (!startDigest) return undefined
  const client = digestClient(settings.botToken, clientOptions)
  const desk = startDigest(slackPost(client), teamId)
  return { desk, voice: slackVoice(client), ...(curators && { curators }) }
}

/** Not every Slack-compatible API says what is granted: then we find out by trying. */
function mayUpload({ scopes }: Identity): boolean {
  return scopes?.includes('files:write') ?? true
}

/** Also for answers to a response address, for which Bolt sets no limit. */
function inTime(call: webApi.FetchFunction): webApi.FetchFunction {
  return (url, init) => call(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(CALL_TIMEOUT) })
}

/** Where we are installed is what the token says, never what a delivery does: that tells who is from elsewhere. */
function authorizeAs(
  { botId, userId, teamId, enterpriseId }: Identity,
  { botToken }: SlackSettings,
): Authorize<boolean> {
  return async () => ({ botToken, botId, botUserId: userId, enterpriseId, ...(teamId && { teamId }) })
}

function warnOfMissingScopes({ scopes }: Identity, log: Log): void {
  const missing = scopes ? SCOPES.filter((scope) => !scopes.includes(scope)) : []
  if (missing.length > 0)
    log.warn({ missing }, 'the app lacks scopes: paste manifest.yml again and reinstall it')
}
