import bolt from '@slack/bolt'
import type { Handle } from '../../core/http-server.ts'
import type { Shared } from '../../core/serve-edges.ts'
import { guard } from './guard.ts'
import { boltLog } from './slack-log.ts'

/** Slack comes to `/slack/events`, and must get past the guard. */
export function overHttp(signingSecret: string, { log, routes, running, drain }: Shared) {
  const receiver = new bolt.HTTPReceiver({
    signingSecret,
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
  return {
    mode: 'http',
    receiver,
    parts: [],
    begin: async () => undefined,
    stop: async () => void (await running.drained(drain)),
  }
}
