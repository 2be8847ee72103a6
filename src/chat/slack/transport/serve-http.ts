import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { parse } from 'node:querystring'
import type { Receiver, ReceiverEvent } from '@slack/bolt'
import bolt from '@slack/bolt'
import type { Log } from '../../../answer/log.ts'
import { bodyOf, type Handle, jsonIn } from '../../core/http-server.ts'
import type { Shared } from '../../core/serve-edges.ts'
import { HELD, soon } from '../../core/waiting.ts'
import { REDIRECT } from '../install/app.ts'
import { INSTALL, type OAuth } from '../install/oauth.ts'
import { boltLog } from './slack-app.ts'
import { kindOf } from './slack-body.ts'

/** Slack comes to `/slack/events`, and must get past the guard. */
export function overHttp(signingSecret: string, { log, routes }: Shared, oauth?: OAuth) {
  const receiver = new bolt.HTTPReceiver({
    signingSecret,
    // The guard has looked, just now and once for all.
    signatureVerification: false,
    logger: boltLog(log),
    // Slack repeats what got a 5xx; what cannot be handled now cannot be handled later.
    processEventErrorHandler: async ({ error, response }) => {
      log.error({ err: error }, 'a delivery could not be handled')
      if (!response.headersSent) response.writeHead(200).end()
      return true
    },
    unhandledRequestHandler: ({ response }) => {
      if (!response.headersSent) response.writeHead(200).end()
    },
  })
  const events = guard({ secret: signingSecret, log, now: Date.now }, receiver.requestListener as Handle)
  routes.on('POST', '/slack/events', events)
  if (oauth) {
    // One of its own, for Bolt takes no `authorize` of ours beside its installer.
    const installer = new bolt.HTTPReceiver({ ...oauth, signingSecret, logger: boltLog(log) })
    for (const path of [INSTALL, REDIRECT]) routes.on('GET', path, installer.requestListener as Handle)
  }
  return {
    mode: 'http',
    receiver: acknowledgingLate(receiver),
    parts: [],
    begin: async () => undefined,
    stop: async () => undefined,
  }
}

/** Bolt says at once that it has an event or a press, which needs no words in the reply: here that is said once it is answered. */
function acknowledgingLate(receiver: bolt.HTTPReceiver): Receiver {
  const held = async ({ ack, ...event }: ReceiverEvent, process: (event: ReceiverEvent) => Promise<void>) => {
    const { body } = event
    if (!('event' in body || 'actions' in body)) return process({ ...event, ack })
    const handled = process({ ...event, ack: async () => undefined })
    await soon(handled, undefined, HELD)
    await ack()
    await handled
  }
  return {
    init: (app) =>
      receiver.init(
        Object.assign(Object.create(app), {
          processEvent: (event: ReceiverEvent) => held(event, (one) => app.processEvent(one)),
        }),
      ),
    start: () => receiver.start(0),
    stop: () => receiver.stop(),
  }
}

/** Slack's own requests stay far below a megabyte. A signature is good for five minutes, before and after. */
const MOST_BYTES = 1024 * 1024
const FIVE_MINUTES = 300

type GuardOptions = {
  secret: string
  log: Log
  /** Milliseconds since 1970. */
  now: () => number
}

/**
 * Stands before Bolt's own door, which can be broken by what it takes for granted: only what Slack signed, just now, in
 * a shape that Bolt can read, goes through. The rest is answered here, never with a 5xx, which Slack would only repeat.
 */
export function guard({ secret, log, now }: GuardOptions, next: Handle): Handle {
  return (request, response) => {
    judged(request, secret, now)
      .then((verdict) => {
        if (typeof verdict === 'number') {
          if (verdict >= 400) log.warn({ status: verdict }, 'refused a request')
          respond(response, verdict)
        } else next(verdict, response)
      })
      .catch((err) => {
        // The client went away in the middle of its request: there is nobody left to answer.
        if (request.errored) return response.destroy()
        log.error({ err }, 'could not read a request')
        if (response.headersSent) response.destroy()
        else respond(response, 400)
      })
  }
}

/** The request, ready for Bolt; or the status to answer with. */
async function judged(
  request: IncomingMessage,
  secret: string,
  now: () => number,
): Promise<IncomingMessage | number> {
  const raw = await bodyOf(request, MOST_BYTES)
  if (!raw) return 413
  const form = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers['content-type'] ?? '')
  const fields = form ? parse(raw.toString()) : undefined
  // Slack looks at our certificate now and then, unsigned.
  if (fields?.ssl_check === '1') return 200
  if (!isSigned(request, raw, secret, now)) return 401
  const kind = kindOf(fields ? fromForm(fields) : jsonIn(raw.toString()))
  if (kind !== 'ours') return kind === 'other' ? 200 : 400
  request.headers['content-type'] = form ? 'application/x-www-form-urlencoded' : 'application/json'
  return Object.assign(request, { rawBody: raw })
}

/** https://docs.slack.dev/authentication/verifying-requests-from-slack */
function isSigned({ headers }: IncomingMessage, raw: Buffer, secret: string, now: () => number): boolean {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': seconds } = headers
  if (typeof signature !== 'string' || typeof seconds !== 'string' || !/^\d{1,12}$/.test(seconds))
    return false
  if (Math.abs(now() / 1000 - Number(seconds)) > FIVE_MINUTES) return false
  const hmac = createHmac('sha256', secret).update(`v0:${seconds}:`).update(raw)
  const expected = Buffer.from(`v0=${hmac.digest('hex')}`)
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function fromForm(fields: NodeJS.Dict<string | string[]>): unknown {
  return typeof fields.payload === 'string' ? jsonIn(fields.payload) : { ...fields }
}

function respond(response: ServerResponse, status: number): void {
  // What was not read of a request would be taken for the next one.
  if (status === 413) response.setHeader('connection', 'close')
  response.writeHead(status).end()
}
