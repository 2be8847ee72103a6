import { randomUUID } from 'node:crypto'
import type { Answer, Desk } from '../../answer/answer.ts'
import type { Log } from '../../answer/log.ts'
import { type DigestDesk, onlyIn, type StartDigest } from '../../digest/desk.ts'
import type { DigestSide } from '../core/handle-interaction.ts'
import { SetupError } from '../core/http-server.ts'
import type { PictureOf } from '../core/own-addresses.ts'
import type { ProposalDesk } from '../core/proposals.ts'
import type { Edge, Shared } from '../core/serve-edges.ts'
import type { TakeAlong } from '../core/taking.ts'
import { digestClient, tending } from '../slack/digest/digest-client.ts'
import { slackPost } from '../slack/digest/digest-post.ts'
import { slackVoice } from '../slack/digest/digest-voice.ts'
import type { SlackAsker } from '../slack/listeners/asker.ts'
import { slackApp } from '../slack/transport/slack-app.ts'
import type { CoverageShown } from './answers/draw-coverage.ts'
import { type DrawnPicture, pictures } from './drawing/pictures.ts'
import { type Door, isLoopback, whyNotServed } from './open-door.ts'
import { readAssets } from './replies.ts'
import type { Playground } from './routes.ts'
import { changes } from './workspace/changes.ts'
import { people, rooms } from './workspace/rooms.ts'
import { createWorkspace, type Workspace } from './workspace/workspace.ts'
import type { UploadedFile, WorkspaceState } from './workspace/workspace-state.ts'

export type PlaygroundOptions = {
  /** `hosts` are further names by which it may be asked for. */
  settings: Door & { hosts?: readonly string[] }
  desk: Desk
  /** The picture under an answer that has one. */
  pictureOf?: (answer: Answer) => Promise<DrawnPicture | undefined>
  /** The same as a file. */
  mapFile?: PictureOf
  /** What is held and where nobody has looked, now. */
  coverage?: () => CoverageShown
  /** An answer as a file. */
  takeAlong?: TakeAlong
  /** Begins to deliver digests. */
  startDigest?: StartDigest
  /** Where links are proposed. */
  proposals?: ProposalDesk
}

const SECOND = 1000

/**
 * A page where one types what one would type in a workspace, answered by the very app that serves one. It answers every
 * request that no other edge does. Throws a SetupError when it would be open to others unasked.
 */
export function playgroundEdge(options: PlaygroundOptions): Edge {
  const { settings } = options
  return async (shared) => {
    const { routes, log } = shared
    const why = whyNotServed(settings)
    if (why) throw new SetupError(why)
    const { play, digest } = await playground(options, shared)
    routes.otherwise(async (request, response) => {
      try {
        // What draws pages is loaded when somebody looks at one.
        const { answerRequest } = await import('./routes.ts')
        await answerRequest(play, request, response)
      } catch (err) {
        log.error({ err }, 'the playground could not answer a request')
        if (!response.headersSent) response.writeHead(500)
        response.end('Something went wrong here. The log says what.')
      }
    })
    let clock: NodeJS.Timeout | undefined
    let tended: { stop(): void } | undefined
    return {
      mode: 'playground',
      parts: [],
      async begin(url) {
        clock = setInterval(() => play.workspace.passTime(Date.now() / 1000), SECOND)
        if (options.proposals) tended = telling(play.workspace, options.proposals, log, digest?.desk)
        log.info({}, `The playground is open: ${url}`)
        if (!isLoopback(settings.host))
          log.warn({ host: settings.host }, 'The playground lets in everybody who can reach this address.')
      },
      hangUp: () => play.changes.close(),
      async stop() {
        clearInterval(clock)
        tended?.stop()
      },
    }
  }
}

async function playground(
  {
    settings,
    desk,
    pictureOf = async () => undefined,
    mapFile,
    coverage,
    startDigest,
    takeAlong,
    proposals,
  }: PlaygroundOptions,
  { running, log }: Shared,
): Promise<{ play: Playground; digest: DigestSide<SlackAsker> | undefined }> {
  const told = changes()
  const workspace = createWorkspace({
    onChange: () => {
      forgetOld(workspace.state)
      told.happened()
    },
  })
  const drawn = pictures(pictureOf)
  const { receiver, authorize, clientOptions } = workspace
  const digest = startDigest && digestsIn(workspace, startDigest)
  slackApp({
    desk,
    log,
    receiver,
    authorize,
    clientOptions,
    running,
    pictureOf: drawn.of,
    ...(digest && { digest }),
    ...(proposals && { proposals }),
  })
  const policy = workspace.addChannel('policy')
  const everyone = people(({ id }) => {
    policy.members.add(id)
    workspace.directMessage(id)
  })
  const play: Playground = {
    host: settings.host,
    hosts: settings.hosts ?? [],
    began: randomUUID(),
    workspace,
    desk,
    rooms: rooms(policy.id),
    people: everyone,
    pictures: drawn,
    changes: told,
    assets: await readAssets(),
    hinted: new WeakSet(),
    canTake: takeAlong !== undefined,
    hasMaps: mapFile !== undefined,
    ...(mapFile && { mapFile }),
    ...(takeAlong && { takeAlong }),
    ...(proposals && { names: proposals.names }),
    ...(coverage && { coverage }),
    surroundings: {
      channels: () => workspace.state.channels.values(),
      get people() {
        return everyone.all()
      },
      picture: (id) => drawn.element(workspace.state.files.get(id)?.name ?? ''),
    },
  }
  return { play, digest }
}

/** What came of proposals, and what was corrected since it was shared, is told there as well. Nobody in it is a curator. */
function telling(
  { state, clientOptions }: Workspace,
  proposals: ProposalDesk,
  log: Log,
  desk: DigestDesk | undefined,
) {
  const client = digestClient(state.bot.token, clientOptions)
  const served = onlyIn(state.bot.teamId)
  const deps = { proposals, curators: () => [], served, client: async () => client, log }
  return tending({ ...deps, ...(desk && { desk }) })
}

/** Digests in the pretend workspace. What is scheduled there is shown when somebody looks at the clock. */
function digestsIn({ state, clientOptions }: Workspace, start: StartDigest): DigestSide<SlackAsker> {
  const client = digestClient(state.bot.token, clientOptions)
  return { desk: start(slackPost(client), onlyIn(state.bot.teamId)), voice: slackVoice(client) }
}

const POSTS = 2000
const ADDRESSES = 2000
const FILES = 200
/** Of uploaded files together. The page draws its pictures itself: nobody reads them again. */
const BYTES = 4_000_000
const VIEWS = 1000

/** Lets the oldest go, so that a playground may run for months. */
export function forgetOld({ posts, addresses, files, views }: WorkspaceState): void {
  if (posts.length > POSTS) posts.splice(0, posts.length - POSTS)
  forgetFirst(addresses, ADDRESSES)
  forgetFirst(files, FILES)
  forgetBytes([...files.values()])
  forgetFirst(views, VIEWS)
}

function forgetBytes(files: readonly UploadedFile[]): void {
  let bytes = 0
  for (const file of files.toReversed()) {
    bytes += file.bytes.length
    if (bytes > BYTES) file.bytes = new Uint8Array()
  }
}

function forgetFirst(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return
    map.delete(key)
  }
}
