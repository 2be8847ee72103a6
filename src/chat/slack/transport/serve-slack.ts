import { webApi } from '@slack/bolt'
import type { Desk } from '../../../answer/answer.ts'
import type { RecordChange } from '../../../answer/change.ts'
import type { Log } from '../../../answer/log.ts'
import type { StartDigest } from '../../../digest/desk.ts'
import type { Curators, DigestSide, Seen } from '../../core/handle-interaction.ts'
import { SetupError } from '../../core/http-server.ts'
import { type InstallationRows, installationsIn, sealingWith } from '../../core/installations.ts'
import type { Goodbyes } from '../../core/leaving.ts'
import type { PictureOf } from '../../core/own-addresses.ts'
import type { ProposalDesk } from '../../core/proposals.ts'
import type { Edge } from '../../core/serve-edges.ts'
import type { TakeAlong } from '../../core/taking.ts'
import { tending } from '../digest/digest-client.ts'
import { SCOPES } from '../install/app.ts'
import { type Homes, manyHomes, oneHome, postIn, type SlackHome, voiceIn } from '../install/homes.ts'
import { type OAuth, oauthWith } from '../install/oauth.ts'
import type { SlackAsker } from '../listeners/asker.ts'
import { ONE_MORE_TRY } from './platform-fault.ts'
import { overHttp } from './serve-http.ts'
import { overSocket } from './serve-socket.ts'
import type { SlackSettings } from './settings.ts'
import { boltLog, redactingSlack, slackApp } from './slack-app.ts'
import { hearingOfToken, type Identity, identify } from './token.ts'

export type SlackOptions = {
  settings: SlackSettings
  desk: Desk
  /** Slack was out of reach for a minute, in Socket Mode: better to be started anew. Nothing by default. */
  onDeaf?: () => void
  /** Pictures of answers, for a workspace that has granted `files:write`. */
  pictureOf?: PictureOf
  /** Answers as files. */
  takeAlong?: TakeAlong
  /** Begins to deliver digests. */
  startDigest?: StartDigest
  /** Who is told of errors people report, and decides on proposals. */
  curators?: Curators
  proposals?: ProposalDesk
  /** Where installations are kept, for several workspaces, and goodbyes while the store is away; how changes are written down. */
  rows?: InstallationRows
  goodbyes?: Goodbyes
  record?: RecordChange
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
  const { settings, desk, seen, pictureOf, takeAlong, onDeaf = () => undefined, times } = options
  return async (given) => {
    const log = redactingSlack(given.log)
    const shared = { ...given, log }
    const { appToken, signingSecret } = settings
    if (!appToken && !signingSecret)
      throw new SetupError(
        'Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP: Slack needs one of them.',
      )
    const { homes, clientOptions, oauth, canUpload } = await homesOf(options, log)
    const digest = digestSide(options, homes)
    const way =
      appToken && !oauth
        ? overSocket({ appToken, clientOptions, onDeaf, ...TIMES, ...times }, shared)
        : overHttp(signingSecret ?? '', shared, oauth)
    slackApp({
      desk,
      log,
      receiver: way.receiver,
      authorize: homes.authorize,
      ...(homes.left && { onLeft: homes.left }),
      ...(options.record && { record: options.record }),
      running: shared.running,
      clientOptions: { ...clientOptions, retryConfig: ONE_MORE_TRY },
      ...(seen && { seen }),
      ...(digest && { digest }),
      ...(options.proposals && { proposals: options.proposals, completes: true }),
      ...(pictureOf && canUpload && { pictureOf }),
      ...(takeAlong && { takeAlong, canUpload }),
    })
    const { proposals, curators = () => [] } = options
    let tended: { stop(): void } | undefined
    return {
      mode: way.mode,
      parts: [...way.parts, ...homes.parts],
      async begin(url) {
        await way.begin()
        if (proposals)
          tended = tending({ ...homes, proposals, curators, log, ...(digest && { desk: digest.desk }) })
        log.info({ mode: way.mode, url }, 'serving Slack')
        void homes.askWhoLeft?.()
      },
      async stop() {
        tended?.stop()
        await way.stop()
        homes.stop()
      },
    }
  }
}

type Found = {
  homes: Homes
  clientOptions: webApi.WebClientOptions & { fetch: webApi.FetchFunction }
  oauth?: OAuth
  /** As far as is known: where nobody can tell, we find out by trying. */
  canUpload: boolean
}

/** One workspace by its token; or each that has installed Hansa, which takes a store and a secret. */
async function homesOf(options: SlackOptions, log: Log): Promise<Found> {
  const { settings, rows, goodbyes, record = async () => undefined } = options
  const { install, botToken } = settings
  if (botToken) {
    const { token, clientOptions } = calling(options, botToken, log)
    const identity = await identify({ ...settings, botToken }, clientOptions)
    warnOfMissingScopes(identity, log)
    const home = oneHome(identity, botToken, clientOptions)
    const homes = { ...home, parts: [{ part: 'slack', trouble: token.trouble }] }
    return { homes, clientOptions, canUpload: mayUpload(identity) }
  }
  if (!install || !rows)
    throw new SetupError('SLACK_BOT_TOKEN is missing: copy the Bot User OAuth Token of the app’s OAuth page.')
  if (settings.appToken)
    throw new SetupError(
      'Several workspaces need HTTP: leave SLACK_APP_TOKEN out, and set SLACK_SIGNING_SECRET.',
    )
  const clientOptions = { ...clientBasics(options, log), fetch: inTime(options.fetch ?? fetch) }
  const sealing = sealingWith(install.secret, install.secretBefore)
  const installed = installationsIn<SlackHome>({
    rows,
    sealing,
    platform: 'slack',
    log,
    ...(goodbyes && { goodbyes }),
  })
  // The store may be away at the start: then nobody is told before the next one.
  const shut = await installed.ready().catch(() => undefined)
  if (shut) log.warn({}, shut)
  const homes = { ...manyHomes(installed, clientOptions), parts: [{ part: 'slack', trouble: () => shut }] }
  const now = () => new Date()
  return {
    homes,
    clientOptions,
    oauth: oauthWith({ settings: install, installed, record, clientOptions, log, now }),
    canUpload: true,
  }
}

function clientBasics({ settings: { apiUrl } }: SlackOptions, log: Log) {
  return { ...(apiUrl && { slackApiUrl: apiUrl }), logger: boltLog(log), timeout: CALL_TIMEOUT }
}

/** How Slack is called, and what it says meanwhile of our token. */
function calling(options: SlackOptions, botToken: string, log: Log) {
  const { fetch: call = fetch } = options
  const shared = clientBasics(options, log)
  const token = hearingOfToken(
    inTime(call),
    botToken,
    (fetch) => new webApi.WebClient(botToken, { ...shared, fetch, retryConfig: { retries: 0 } }).auth.test(),
    () => performance.now(),
  )
  return { token, clientOptions: { ...shared, fetch: token.fetch } }
}

function digestSide(
  { startDigest, curators }: SlackOptions,
  { client, served }: Homes,
): DigestSide<SlackAsker> | undefined {
  if (!startDigest) return undefined
  const desk = startDigest(postIn(client), served)
  return { desk, voice: voiceIn(client), ...(curators && { curators }) }
}

/** Not every Slack-compatible API says what is granted: then we find out by trying. */
function mayUpload({ scopes }: Identity): boolean {
  return scopes?.includes('files:write') ?? true
}

/** Also for answers to a response address, for which Bolt sets no limit. A reply that ends in its middle is no reply. */
function inTime(call: webApi.FetchFunction): webApi.FetchFunction {
  return async (url, init) => {
    const signal = init?.signal ?? AbortSignal.timeout(CALL_TIMEOUT)
    const reply = await call(url, { ...init, signal })
    const { ok, status, statusText, url: from, headers } = reply
    const bytes = await reply.arrayBuffer()
    const whole = new Response(bytes)
    return {
      ok,
      status,
      statusText,
      url: from,
      headers,
      arrayBuffer: async () => bytes,
      json: async () => whole.json(),
      text: async () => whole.text(),
    }
  }
}

function warnOfMissingScopes({ scopes }: Identity, log: Log): void {
  const missing = scopes ? SCOPES.filter((scope) => !scopes.includes(scope)) : []
  if (missing.length > 0)
    log.warn({ missing }, 'the app lacks scopes: paste manifest.yml again and reinstall it')
}
