import bolt, { type SocketModeReceiver, webApi } from '@slack/bolt'
import type { Log } from '../../../answer/log.ts'
import { SetupError } from '../../core/http-server.ts'
import type { Part, Shared } from '../../core/serve-edges.ts'
import { boltLog } from './slack-app.ts'
import { refusal } from './token.ts'

const CUT = 'The line to Slack is cut: nobody is answered until it is open again. Hansa calls by itself.'

type SocketOptions = Omit<LineOptions, 'log'> & {
  appToken: string
  clientOptions: webApi.WebClientOptions
}

/** We call Slack, so that no address of ours needs to be public. */
export function overSocket(
  { appToken, clientOptions, ...times }: SocketOptions,
  { log, running, drain }: Shared,
) {
  const receiver = new bolt.SocketModeReceiver({
    appToken,
    logger: boltLog(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { ...clientOptions, retryConfig: { retries: 0 } } },
  })
  let line: Line | undefined
  const heard: Part = { part: 'slack', trouble: () => (line?.open() ? undefined : CUT) }
  return {
    mode: 'socket',
    receiver,
    parts: [heard],
    async begin() {
      try {
        line = await keepLine(receiver.client, { log, ...times })
      } catch (error) {
        throw new SetupError(whyNoLine(error, clientOptions.slackApiUrl), { cause: error })
      }
    },
    async stop() {
      await running.drained(drain)
      await line?.close()
    },
  }
}

/** The token is refused, or Slack has handed out an address that is not answered: the socket library may not say why. */
function whyNoLine(error: unknown, apiUrl: string | undefined): string {
  if (error instanceof webApi.SlackError) return refusal(error, 'SLACK_APP_TOKEN', apiUrl)
  const why = error instanceof Error ? ` (${error.message})` : ''
  return `Slack took SLACK_APP_TOKEN, but the WebSocket address (wss://…) that it gave cannot be reached${why}: check that the network lets WebSockets through.`
}

type Client = Pick<SocketModeReceiver['client'], 'start' | 'on' | 'disconnect'>

type LineOptions = {
  log: Log
  /** Called once, when no line was open for `deafAfter` milliseconds. */
  onDeaf: () => void
  deafAfter: number
  /** Milliseconds before a second try; doubled for each further one. */
  retryAfter: number
}

/** Milliseconds. */
const GOODBYE = 2000

export type Line = { open(): boolean; close(): Promise<void> }

/**
 * Keeps a line to Slack open. Slack hangs up every few hours, and then we call again at once. A line that stays dead is
 * told to whoever can start the process anew: alive and deaf is the one thing it must not be.
 *
 * The client's own reconnecting is to be off: it waits five seconds first, and an error in it ends the process.
 * Throws what the first attempt threw.
 */
export async function keepLine(
  client: Client,
  { log, onDeaf, deafAfter, retryAfter }: LineOptions,
): Promise<Line> {
  let state: 'cut' | 'open' | 'closed' = 'cut'
  let alarm: NodeJS.Timeout | undefined
  let retry: NodeJS.Timeout | undefined

  function call(wait: number): void {
    if (state !== 'cut') return
    client.start().catch((err: unknown) => {
      log.warn({ err }, 'no line to Slack yet')
      retry = setTimeout(call, wait, wait * 2)
    })
  }
  function alarmed(): void {
    if (state !== 'cut') return
    log.error({ seconds: deafAfter / 1000 }, 'Slack has been out of reach for too long')
    onDeaf()
  }
  client.on('connected', () => {
    state = 'open'
    clearTimeout(alarm)
    log.info({}, 'the line to Slack is open')
  })
  client.on('disconnected', () => {
    if (state !== 'open') return
    state = 'cut'
    log.info({}, 'the line to Slack was cut')
    alarm = setTimeout(alarmed, deafAfter)
    call(retryAfter)
  })
  await inTime(client.start(), deafAfter)
  return {
    open: () => state === 'open',
    async close() {
      state = 'closed'
      clearTimeout(alarm)
      clearTimeout(retry)
      // A line that is dead already never says goodbye.
      await inTime(client.disconnect(), GOODBYE).catch(() => undefined)
    },
  }
}

async function inTime(work: Promise<unknown>, ms: number): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`no word from Slack within ${ms / 1000} seconds`)), ms)
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
