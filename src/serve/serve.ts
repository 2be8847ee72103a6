import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { pino } from 'pino'
import type { RecordChange } from '../answer/change.ts'
import { type Log, redacting } from '../answer/log.ts'
import { type Edge, type ServedEdges, serveEdges } from '../chat/core/serve-edges.ts'
import { SLACK_SECRETS } from '../chat/slack/transport/settings.ts'
import { TEAMS_SECRETS } from '../chat/teams/transport/settings.ts'
import { openStore } from '../store/open.ts'
import { type SharedStore, shareStore } from '../store/shared.ts'
import type { Store } from '../store/store.ts'
import { Refusal } from './arguments.ts'
import { digestsOf, withDigest } from './digests.ts'
import { mcp } from './edges/mcp.ts'
import { playground } from './edges/playground.ts'
import { slack } from './edges/slack.ts'
import { teams } from './edges/teams.ts'
import type { EdgeOfSettings, Wired } from './edges/wired.ts'
import { knowledgeFolder, openKnowledge, today } from './folder/folder.ts'
import { liveDesk } from './live-desk.ts'
import { mapsOf } from './maps/picture-of.ts'
import { approvedOverlay, proposalDesk } from './proposals.ts'
import { readWithApprovedAside, whyNotAside } from './proposals-aside.ts'
import type { Settings } from './settings.ts'
import { takingAlong } from './take-along.ts'

/** All that runs in one process; `deaf` fulfils when only a new process can help. */
export type Serving = Pick<ServedEdges, 'url' | 'health' | 'leave'> & {
  deaf: Promise<void>
  stop(): Promise<void>
}

/**
 * Serves every edge that the settings turn on, around one desk, one store and one delivery of digests. Throws a Refusal
 * when something is not as it must be; nothing is left running then.
 */
export async function serve(settings: Settings): Promise<Serving> {
  const quiet = redacting(createLog(settings.logLevel), [...SLACK_SECRETS, ...TEAMS_SECRETS])
  const figures = settings.metricsPort === undefined ? undefined : await import('./metrics.ts')
  const metrics = figures?.createMetrics()
  const log = metrics?.counting(quiet) ?? quiet
  const first = await openKnowledge(settings, { aside: true })
  const { host, port, databaseUrl, data } = settings
  // Only who has the embedded store open can share it.
  const sharing = databaseUrl ? undefined : sharingOf(data, log)
  const store = openStore(settings, (trouble) => {
    if (trouble) return log.warn({}, trouble)
    log.info({}, 'The store works again.')
    sharing?.share(store)
  })
  store.ready().then(
    () => sharing?.share(store),
    () => {},
  )
  const folder = knowledgeFolder(settings)
  const overlay = approvedOverlay(
    folder,
    store,
    (sentence) => log.warn({}, sentence),
    undefined,
    readWithApprovedAside,
  )
  const live = liveDesk(folder, first, today, log, overlay)
  const maps = mapsOf(live.knowledge, log)
  const record = recordingIn(store, log)
  const digests = digestsOf(settings, store, live.library, record, log)
  const takeAlong = takingAlong(live.knowledge, today)
  const { promise: deaf, resolve: onDeaf } = Promise.withResolvers<void>()

  const closing: (() => void | Promise<void>)[] = [
    live.close,
    maps.stop,
    digests.stop,
    () => sharing?.close(),
    store.close,
  ]
  /** In that order, and each whatever became of the one before. */
  async function closeAll(): Promise<void> {
    const [next] = closing.splice(0, 1)
    if (next) await Promise.resolve(next()).finally(closeAll)
  }

  try {
    const startDigest = digests.start
    const desk = withDigest(live.desk)
    const { library } = live
    const proposals = proposalDesk(folder, store, () => library().knowledge, {
      ...settings,
      record,
      onApproved: overlay.look,
      tried: whyNotAside,
    })
    const wired = {
      settings,
      desk,
      live,
      log,
      maps,
      takeAlong,
      startDigest,
      store,
      proposals,
      record,
      onDeaf,
    }
    const edges = await edgesOf(wired)
    giveBackMemory()
    const served = await serveEdges(edges, {
      log,
      host,
      port,
      storeTrouble: store.trouble,
      folderWaits: live.waits,
    })
    closing.unshift(served.stop)
    if (figures && metrics) {
      const measured = { knowledge: () => live.library().knowledge, store, health: served.health }
      const told = await figures.serveMetrics(metrics, measured, {
        host,
        port: settings.metricsPort ?? 0,
        log,
      })
      closing.unshift(told.stop)
      log.info({ port: told.port }, 'Figures are told at /metrics on a port of their own.')
    }
    return { ...served, deaf, stop: closeAll }
  } catch (error) {
    await closeAll()
    throw error instanceof Error && error.name === 'SetupError' ? new Refusal(error.message) : error
  }
}

/**
 * Gives back to the system what reading a folder and building its indexes left behind, which the collector would keep for
 * later. It stops the process for some tenths of a second: for before anybody is served.
 */
export function giveBackMemory(): void {
  setFlagsFromString('--expose-gc')
  const collect: NodeJS.GCFunction = runInNewContext('gc')
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}

/** What was done is done, whether or not it can be written down: then the log says so, without who it was. */
export function recordingIn(store: Pick<Store, 'recordChange'>, log: Pick<Log, 'warn'>): RecordChange {
  return (change) =>
    store.recordChange(change).catch((err: unknown) => {
      log.warn({ err, did: change.did }, 'a change could not be written down')
    })
}

/** JSON lines on standard error: standard output belongs to answers. */
export function createLog(level: Settings['logLevel']): Log {
  return pino(
    { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  )
}

type Sharing = {
  /** To be called whenever the store is open. */
  share(store: SharedStore): void
  close(): void
}

/** Lets commands in the terminal ask this process, from when it first has the embedded store open. */
export function sharingOf(folder: string, log: Pick<Log, 'warn'>): Sharing {
  let shared: { close(): void } | undefined
  return {
    share(store) {
      // Where the folder was away, the socket in it is gone as well.
      shared?.close()
      shared = shareStore(store, folder, (trouble) => log.warn({}, trouble))
    },
    close: () => shared?.close(),
  }
}

/** Every place where people can talk to Hansa. A new one is a file here and its name in this list. */
export const EDGES: readonly EdgeOfSettings[] = [slack, teams, mcp, playground]

/** The edges that the settings turn on, one at least. */
async function edgesOf(wired: Wired): Promise<readonly Edge[]> {
  return Promise.all(EDGES.filter(({ isOn }) => isOn(wired.settings)).map(({ load }) => load(wired)))
}
