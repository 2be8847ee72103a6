import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Answer, Desk } from '../../answer/answer.ts'
import type { StartDigest } from '../../digest/desk.ts'
import { listen } from '../core/http-server.ts'
import type { Log } from '../core/log.ts'
import { trackRunning } from '../core/running.ts'
import { SetupError } from '../core/setup-error.ts'
import { slackApp } from '../slack/transport/slack-app.ts'
import { readAssets } from './assets.ts'
import { type DrawnPicture, pictures } from './drawing/pictures.ts'
import { type Door, isLoopback, whyNotServed } from './open-door.ts'
import { answerRequest, type Playground } from './routes.ts'
import { changes } from './workspace/changes.ts'
import { digestsIn } from './workspace/digests.ts'
import { forgetOld } from './workspace/forget.ts'
import { people } from './workspace/people.ts'
import { rooms } from './workspace/rooms.ts'
import { createWorkspace } from './workspace/workspace.ts'

export type ServePlayground = {
  /** `hosts` are further names by which it may be asked for. */
  settings: Door & { port: number; hosts?: readonly string[] }
  desk: Desk
  log: Log
  /** The picture under an answer that has one. */
  pictureOf?: (answer: Answer) => Promise<DrawnPicture | undefined>
  /** Begins to deliver digests. */
  startDigest?: StartDigest
  /** What is wrong with the store at the moment, in a sentence. */
  storeTrouble?: () => string | undefined
}

const DRAIN = 5000
const SECOND = 1000
/** For what is on its way to a page. */
const LEAVE = 100

/**
 * A page where one types what one would type in a workspace, answered by the very app that serves one. Throws a
 * SetupError when the address is taken, forbidden, not ours or open to others unasked. `stop` lets running answers finish.
 */
export async function servePlayground(
  options: ServePlayground,
): Promise<{ url: string; stop(): Promise<void> }> {
  const { settings, log } = options
  const why = whyNotServed(settings)
  if (why) throw new SetupError(why)
  const running = trackRunning()
  const play = await playground(options, running)
  const server = await listen((request, response) => {
    answerRequest(play, request, response).catch((err) => {
      log.error({ err }, 'the playground could not answer a request')
      if (!response.headersSent) response.writeHead(500)
      response.end('Something went wrong here. The log says what.')
    })
  }, settings)
  const url = urlOf(server, settings.host)
  const clock = setInterval(() => play.workspace.passTime(Date.now() / 1000), SECOND)
  log.info({}, `The playground is open: ${url}`)
  if (!isLoopback(settings.host))
    log.warn({ host: settings.host }, 'The playground lets in everybody who can reach this address.')
  const stop = async () => {
    clearInterval(clock)
    await running.drained(DRAIN)
    play.changes.close()
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), LEAVE).unref()
    await closed
  }
  return { url, stop }
}

async function playground(
  { settings, desk, log, pictureOf = async () => undefined, startDigest, storeTrouble }: ServePlayground,
  running: ReturnType<typeof trackRunning>,
): Promise<Playground> {
  const told = changes()
  const workspace = createWorkspace({
    onChange: () => {
      forgetOld(workspace.state)
      told.happened()
    },
  })
  const drawn = pictures(pictureOf)
  const { receiver, authorize, clientOptions } = workspace
  const digest = startDigest && { digest: digestsIn(workspace, startDigest) }
  slackApp({ desk, log, receiver, authorize, clientOptions, running, pictureOf: drawn.of, ...digest })
  const policy = workspace.addChannel('policy')
  const everyone = people(({ id }) => {
    policy.members.add(id)
    workspace.directMessage(id)
  })
  return {
    host: settings.host,
    hosts: settings.hosts ?? [],
    storeTrouble: storeTrouble ?? (() => undefined),
    began: randomUUID(),
    workspace,
    desk,
    rooms: rooms(policy.id),
    people: everyone,
    pictures: drawn,
    changes: told,
    assets: await readAssets(),
    surroundings: {
      get people() {
        return everyone.all()
      },
      picture: (id) => drawn.element(workspace.state.files.get(id)?.name ?? ''),
    },
  }
}

/** By the name it was asked to listen on, as people know it; on every address, by the one that is always there. */
function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
