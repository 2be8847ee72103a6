import { type Authorize, webApi } from '@slack/bolt'
import type { Desk } from '../../../answer/answer.ts'
import type { Log } from '../../../answer/log.ts'
import type { StartDigest } from '../../../digest/desk.ts'
import type { DigestSide, Seen } from '../../core/handle-interaction.ts'
import { SetupError } from '../../core/http-server.ts'
import type { PictureOf } from '../../core/picture.ts'
import type { Edge } from '../../core/serve-edges.ts'
import { digestClient } from '../digest/digest-client.ts'
import { slackPost } from '../digest/digest-post.ts'
import { slackVoice } from '../digest/digest-voice.ts'
import { SCOPES } from '../install/manifest.ts'
import type { SlackAsker } from '../listeners/asker.ts'
import { ONE_MORE_TRY } from './platform-fault.ts'
import { overHttp } from './serve-http.ts'
import { overSocket } from './serve-socket.ts'
import type { SlackSettings } from './settings.ts'
import { slackApp } from './slack-app.ts'
import { boltLog, redactingSlack } from './slack-log.ts'
import { hearingOfToken, type Identity, identify } from './token.ts'

export type SlackOptions = {
  settings: SlackSettings
  desk: Desk
  /** Slack was out of reach for a minute, in Socket Mode: better to be started anew. Nothing by default. */
  onDeaf?: () => void
  /** Pictures of answers, for a workspace that has granted `files:write`. */
  pictureOf?: PictureOf
  /** Begins to deliver digests. */
  startDigest?: StartDigest
  /** The id of the channel that is told of errors people report. */
  curators?: string
  /** A memory of deliveries that several instances share. */
  seen?: Seen
  fetch?: webApi.FetchFunction
  /** Milliseconds, for tests: how long Slack may be out of reach; how soon to try again. */
  times?: { deafAfter?: number; retryAfter?: number }
}

const TIMES = { deafAfter: 60_000, retryAfter: 1000 }

/** After this a call to Slack counts as lost. Milliseconds. */
const CALL_TIMEOUT = 10_000

/**
 * Slack: through Socket Mode when there is an app token, else over HTTP at `/slack/events`. Throws a SetupError, one
 * sentence, when a token or a setting is not right.
 */
export function slackEdge(options: SlackOptions): Edge {
  const { settings, desk, seen, pictureOf, onDeaf = () => undefined, times } = options
  return async (given) => {
    const log = redactingSlack(given.log)
    const shared = { ...given, log }
    const { appToken, signingSecret } = settings
    if (!appToken && !signingSecret)
      throw new SetupError(
        'Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP: Slack needs one of them.',
      )
    const { token, clientOptions } = calling(options, log)
    const identity = await identify(settings, clientOptions)
    warnOfMissingScopes(identity, log)
    const digest = digestSide(options, identity, clientOptions)
    const way = appToken
      ? overSocket({ appToken, clientOptions, onDeaf, ...TIMES, ...times }, shared)
      : overHttp(signingSecret ?? '', shared)
    slackApp({
      desk,
      log,
      receiver: way.receiver,
      authorize: authorizeAs(identity, settings),
      running: shared.running,
      clientOptions: { ...clientOptions, retryConfig: ONE_MORE_TRY },
      ...(seen && { seen }),
      ...(digest && { digest }),
      ...(pictureOf && mayUpload(identity) && { pictureOf }),
    })
    return {
      mode: way.mode,
      parts: [...way.parts, { part: 'slack', trouble: token.trouble }],
      async begin(url) {
        await way.begin()
        log.info({ mode: way.mode, url }, 'serving Slack')
      },
      stop: way.stop,
    }
  }
}

/** How Slack is called, and what it says meanwhile of our token. */
function calling({ settings: { botToken, apiUrl }, fetch: call = fetch }: SlackOptions, log: Log) {
  const shared = { ...(apiUrl && { slackApiUrl: apiUrl }), logger: boltLog(log), timeout: CALL_TIMEOUT }
  const token = hearingOfToken(
    inTime(call),
    botToken,
    (fetch) => new webApi.WebClient(botToken, { ...shared, fetch, retryConfig: { retries: 0 } }).auth.test(),
    () => performance.now(),
  )
  return { token, clientOptions: { ...shared, fetch: token.fetch } }
}

function digestSide(
  { settings, startDigest, curators }: SlackOptions,
  { teamId }: Identity,
  clientOptions: webApi.WebClientOptions,
): DigestSide<SlackAsker> | undefined {
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
