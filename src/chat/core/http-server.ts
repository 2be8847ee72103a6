import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Server as TcpServer } from 'node:net'
import { setImmediate } from 'node:timers/promises'

/** Something whoever runs the app can put right: a setting, a token, a port. One sentence, to be shown without a stack. */
export class SetupError extends Error {
  override readonly name = 'SetupError'
}

/**
 * So long a connection may be kept for a further request; each reply says so. Who leaves answers on for that long: who has not used
 * theirs since then takes it for closed. Milliseconds.
 */
export const KEPT_OPEN = 2000

/** Nobody may hold a connection for long: platforms send small requests in one go. Milliseconds, bytes. */
const LIMITS = {
  headersTimeout: 5000,
  requestTimeout: 8000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: KEPT_OPEN,
  maxHeaderSize: 16 * 1024,
}
const CONNECTIONS = 1000

export type Handle = (request: IncomingMessage, response: ServerResponse) => void

/** A server that listens. Throws a SetupError when the address is taken, forbidden or not ours. */
export async function listen(
  handle: Handle,
  { host, port, setting = 'PORT' }: { host: string; port: number; setting?: string },
): Promise<Server> {
  const server = createServer(LIMITS, handle)
  server.maxConnections = CONNECTIONS
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', (error: NodeJS.ErrnoException) =>
    reject(new SetupError(why(error, host, port, setting), { cause: error })),
  )
  server.listen(port, host, resolve)
  await promise
  return server
}

/** Takes no new connection, lets requests that came in be answered, and closes what is left after `ms`. */
export async function close(server: Server, ms: number): Promise<void> {
  const lookAt = holdingRequests(server)
  await quietTurns(server)
  const { promise, resolve } = Promise.withResolvers<void>()
  const late = setTimeout(() => server.closeAllConnections(), ms)
  // The door first: an HTTP server's own `close` ends the idle connections before, and whoever loses one comes again at once.
  TcpServer.prototype.close.call(server, () => resolve())
  server.closeIdleConnections()
  lookAt()
  await promise
  clearTimeout(late)
}

/** Requests wait from now until what this gives is called: while each is answered as it comes, no turn is short. */
function holdingRequests(server: Server): () => void {
  const listeners = server.listeners('request') as Handle[]
  const held: Parameters<Handle>[] = []
  server.removeAllListeners('request').on('request', (...one: Parameters<Handle>) => held.push(one))
  return () => {
    server.removeAllListeners('request')
    for (const listener of listeners) server.on('request', listener)
    for (const one of held) server.emit('request', ...one)
  }
}

/**
 * Waits until no connection came in for a while, in turns of the event loop that did next to nothing. A turn takes in one of the
 * connections that wait, so that none waits after such turns, and who comes again once answered is held here; what still comes between
 * the last of them and the closing of the door is reset.
 */
async function quietTurns(server: Server): Promise<void> {
  let taken = 0
  const take = () => (taken += 1)
  server.on('connection', take)
  const began = performance.now()
  let quietSince = began
  for (let now = began; now - quietSince < QUIET && now - began < LONGEST_WAIT; ) {
    const before = taken
    await setImmediate()
    const after = performance.now()
    if (taken !== before || after - now > SHORT) quietSince = after
    now = after
  }
  server.off('connection', take)
}

/** Milliseconds: without a connection, at most in all, and that a turn takes in which nothing is done. */
const QUIET = 5
const LONGEST_WAIT = 500
const SHORT = 1

/** The body of a request. Nothing when it is over `most` bytes; then the rest is not read, but the client can still be told. */
export function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer | undefined>()
  const chunks: Buffer[] = []
  let bytes = 0
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes <= most) return chunks.push(chunk)
    request.removeAllListeners('data').pause()
    resolve(undefined)
  })
  request.on('end', () => resolve(Buffer.concat(chunks)))
  request.on('error', reject)
  return promise
}

/** What `text` says as JSON; nothing when it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function why({ code, message }: NodeJS.ErrnoException, host: string, port: number, setting: string): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is in use: stop the other program, or set ${setting} to another number.`
  if (code === 'EACCES')
    return `Port ${port} on ${host} needs more rights: set ${setting} to a number above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST ${host} is no address of this machine: set HOST to one that is, like 127.0.0.1.`
  return `Port ${port} on ${host} cannot be opened (${message}): check HOST and ${setting}.`
}
