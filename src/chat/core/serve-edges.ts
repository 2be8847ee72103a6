import type { Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../../answer/log.ts'
import { type Running, trackRunning } from './handle-interaction.ts'
import { close, type Handle, listen } from './http-server.ts'

/** A way in for people, such as one chat platform. It begins with what it is given, and throws a SetupError if it cannot. */
export type Edge = (shared: Shared) => Promise<Served>

/** What all edges of a process have together. */
export type Shared = {
  routes: Routes
  running: Running
  log: Log
  /** Milliseconds that a stop waits for what runs. */
  drain: number
}

export type Served = {
  /** How people are reached, for the health: `http`. */
  mode: string
  /** What the health tells of. */
  parts: readonly Part[]
  /** Does what can only be done when the server listens. */
  begin?(url: string): Promise<void>
  /** Ends what it holds open for as long as somebody looks. What comes in meanwhile is answered all the same. */
  hangUp?(): void
  /** Ends what the edge opened, once nothing can come in any more and what runs is done. */
  stop(): Promise<void>
}

/** The addresses of the one server that all edges share. */
export type Routes = {
  /** A path belongs to one edge. */
  on(method: string, path: string, handle: Handle): void
  /** What no other path answers; of one edge. */
  otherwise(handle: Handle): void
}

export type Serving = {
  log: Log
  host: string
  port: number
  /** What is wrong with the store at the moment, in a sentence. */
  storeTrouble?: () => string | undefined
  /** Why the folder as it is on disk is not what is served, in a sentence: no trouble, for people are answered. */
  folderWaits?: () => string | undefined
  drain?: number
}

/** What runs: it can be asked how it is, and be stopped once what runs is done. */
export type ServedEdges = {
  url: string
  health(): Health
  /** Goes on answering for `ms`, while the health says that it stops, so that who comes can go to another instance. */
  leave(ms: number): Promise<void>
  stop(): Promise<void>
}

const DRAIN = 10_000

/**
 * Serves several edges in one process, on one server with one `/health`. When one of them cannot begin, those before it
 * are stopped, and its error is thrown.
 */
export async function serveEdges(
  edges: readonly Edge[],
  { log, host, port, storeTrouble = () => undefined, folderWaits = () => undefined, drain = DRAIN }: Serving,
): Promise<ServedEdges> {
  const running = trackRunning()
  const routes = createRoutes()
  const served: Served[] = []
  const connections = lastingConnections()
  let server: Server | undefined
  const health = (): Health =>
    healthOf(
      served.map(({ mode }) => mode).join('+'),
      running,
      [
        ...served.flatMap(({ parts }) => parts),
        { part: 'store', trouble: storeTrouble },
        { part: 'process', trouble: () => (connections.areLast() ? STOPPING : undefined) },
      ],
      folderWaits(),
    )

  async function leave(ms: number): Promise<void> {
    connections.makeLast()
    await wait(ms)
  }

  async function stop(): Promise<void> {
    connections.makeLast()
    const closed = server && close(server, drain)
    for (const edge of served) edge.hangUp?.()
    // A request may still come over a connection that was taken in: until that is closed, no edge is stopped.
    await closed
    const all = await running.drained(drain)
    if (!all) log.warn({ running: running.count() }, 'stopped before every answer was out')
    await Promise.all(served.map((edge) => edge.stop()))
  }

  try {
    for (const edge of edges) served.push(await edge({ routes, running, log, drain }))
    server = await listen(connections.through(routes.handle(health)), { host, port })
    const url = urlOf(server, host)
    for (const edge of served) await edge.begin?.(url)
    return { url, health, leave, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const STOPPING = 'Hansa is stopping: another instance answers.'

/** Once they are to be the last, no connection is kept for a further request, which would come just when it is closed. */
function lastingConnections() {
  const open = new Set<ServerResponse>()
  let last = false
  return {
    areLast: () => last,
    makeLast() {
      last = true
      for (const response of open) response.shouldKeepAlive = false
    },
    through(handle: Handle): Handle {
      return (request, response) => {
        open.add(response)
        response.once('close', () => open.delete(response))
        if (last) response.shouldKeepAlive = false
        handle(request, response)
      }
    },
  }
}

function createRoutes(): Routes & { handle(health: () => Health): Handle } {
  const handles = new Map<string, Handle>()
  let rest: Handle | undefined
  return {
    on(method, path, handle) {
      if (handles.has(`${method} ${path}`)) throw new Error(`two edges want ${method} ${path}`)
      handles.set(`${method} ${path}`, handle)
    },
    otherwise(handle) {
      if (rest) throw new Error('two edges want every other path')
      rest = handle
    },
    handle: (health) => {
      const tellHealth = tellingHealth(health)
      for (const method of ['GET', 'HEAD']) handles.set(`${method} /health`, tellHealth)
      return (request, response) => {
        const [path] = (request.url ?? '').split('?', 1)
        const handle = handles.get(`${request.method} ${path}`) ?? rest ?? nowhere
        handle(request, response)
      }
    },
  }
}

const nowhere: Handle = (_request, response) => response.writeHead(404).end()

function tellingHealth(health: () => Health): Handle {
  return (request, response) => {
    const now = health()
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
    response.writeHead(now.ok ? 200 : 503, headers)
    response.end(request.method === 'GET' ? JSON.stringify(now) : undefined)
  }
}

/** By the name it was asked to listen on, as people know it; on every address, by the one that is always there. */
function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** A part that does not work, in a sentence for whoever looks after Hansa. */
export type Trouble = { part: string; says: string }

/**
 * What the app can say of itself: `ok` while there are no troubles. `mode` is how people are reached, `folder` why what is on disk
 * is not what is served.
 */
export type Health = {
  ok: boolean
  mode: string
  running: number
  troubles?: readonly Trouble[]
  folder?: string
}

/** Says what is wrong with a part; undefined while it works. */
export type Part = { part: string; trouble: () => string | undefined }

function healthOf(
  mode: string,
  running: Running,
  parts: readonly Part[],
  folder: string | undefined,
): Health {
  const troubles = parts.flatMap(({ part, trouble }) => {
    const says = trouble()
    return says === undefined ? [] : [{ part, says }]
  })
  const ok = troubles.length === 0
  return { ok, mode, running: running.count(), ...(ok ? {} : { troubles }), ...(folder && { folder }) }
}
