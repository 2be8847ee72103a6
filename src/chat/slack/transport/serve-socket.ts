import bolt, { webApi } from '@slack/bolt'
import { type Health, healthOf, type Part } from '../../core/health.ts'
import { close, listen } from '../../core/http-server.ts'
import { paths } from '../../core/paths.ts'
import { SetupError } from '../../core/setup-error.ts'
import { boltLog } from './bolt-log.ts'
import { refusal } from './identity.ts'
import { drain, type Parts, type Served, startApp, urlOf } from './serving.ts'
import { keepLine, type Line } from './socket-connection.ts'

const CUT = 'The line to Slack is cut: nobody is answered until it is open again. Hansa calls by itself.'

/** We call Slack, so that no address of ours needs to be public. */
export async function serveSocket(parts: Parts, appToken: string): Promise<Served> {
  const { log, running, settings, clientOptions, times, onDeaf } = parts
  const receiver = new bolt.SocketModeReceiver({
    appToken,
    logger: boltLog(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { ...clientOptions, retryConfig: { retries: 0 } } },
  })
  startApp(parts, receiver)
  let line: Line | undefined
  const heard: Part = { part: 'slack', trouble: () => (line?.open() ? undefined : CUT) }
  const health = (): Health => healthOf('socket', running, [heard, ...parts.parts])
  const server = await listen(paths(health), settings)
  try {
    line = await keepLine(receiver.client, { log, onDeaf, ...times })
  } catch (error) {
    await close(server, 0)
    throw new SetupError(whyNoLine(error, settings.apiUrl), { cause: error })
  }
  log.info({ mode: 'socket', url: urlOf(server) }, 'serving Slack')
  return {
    health,
    url: urlOf(server),
    async stop() {
      await drain(parts)
      await line?.close()
      // What came in while we waited.
      await drain(parts)
      await close(server, times.drain)
    },
  }
}

/** The token is refused, or Slack has handed out an address that is not answered: the socket library may not say why. */
function whyNoLine(error: unknown, apiUrl: string | undefined): string {
  if (error instanceof webApi.SlackError) return refusal(error, 'SLACK_APP_TOKEN', apiUrl)
  const why = error instanceof Error ? ` (${error.message})` : ''
  return `Slack took SLACK_APP_TOKEN, but the WebSocket address (wss://…) that it gave cannot be reached${why}: check that the network lets WebSockets through.`
}
