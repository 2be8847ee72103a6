import bolt from '@slack/bolt'
import { type Health, healthOf } from '../../core/health.ts'
import { close, type Handle, listen } from '../../core/http-server.ts'
import { paths } from '../../core/paths.ts'
import { boltLog } from './bolt-log.ts'
import { guard } from './guard.ts'
import { drain, type Parts, type Served, startApp, urlOf } from './serving.ts'

/** Slack comes to `/slack/events`, and must get past the guard. */
export async function serveHttp(parts: Parts, signingSecret: string): Promise<Served> {
  const { log, running, settings, times } = parts
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
  startApp(parts, receiver)
  const health = (): Health => healthOf('http', running, parts.parts)
  const events = guard({ secret: signingSecret, log, now: Date.now }, receiver.requestListener as Handle)
  const server = await listen(paths(health, events), settings)
  log.info({ mode: 'http', url: urlOf(server) }, 'serving Slack')
  return {
    health,
    url: urlOf(server),
    async stop() {
      await close(server, times.drain)
      await drain(parts)
    },
  }
}
