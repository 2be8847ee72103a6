import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  bearerAuthChallengeResponse,
  createMcpHandler,
  hostHeaderValidationResponse,
  OAuthError,
  OAuthErrorCode,
  originValidationResponse,
} from '@modelcontextprotocol/server'
import type { Edge } from '../core/serve-edges.ts'
import { type McpOptions, mcpServers } from './mcp-server.ts'

export type McpEdgeOptions = Omit<McpOptions, 'log' | 'now'> & {
  /** What every request must show. */
  token: string
  /** Names by which it may be asked for, and from whose pages, beside this machine's own. */
  hosts: readonly string[]
  /** Milliseconds, of any clock. */
  now?: () => number
}

const PATH = '/mcp'
const LOCAL = ['localhost', '127.0.0.1', '[::1]']
/** A question is small; the protocol around it, too. Bytes. */
const MOST_BYTES = 256 * 1024

/** Assistants come to `/mcp` over HTTP, with a token. Nothing that they ask is kept. */
export function mcpEdge({ token, hosts, now = () => performance.now(), ...rest }: McpEdgeOptions): Edge {
  return async ({ routes, running, log }) => {
    const handler = createMcpHandler(mcpServers({ ...rest, log, now }), {
      maxRequestBodySize: MOST_BYTES,
      maxSubscriptions: 1,
      // Its sentences repeat what came.
      onerror: ({ name }) => log.debug({ why: name }, 'a request of an assistant was refused'),
    })
    const names = [...LOCAL, ...hosts.map(inBrackets)]
    const mayAsk = rateLimit(now)
    const refusal = (request: Request, address: string) => {
      const isKnown = shows(token, request.headers.get('authorization'))
      return (
        hostHeaderValidationResponse(request, names) ??
        originValidationResponse(request, names) ??
        // Behind a proxy all come from one address: who has no token takes nothing away from who has it.
        (mayAsk(`${address} ${isKnown}`) ? undefined : TOO_MANY()) ??
        (isKnown ? undefined : unauthorized())
      )
    }
    const answered = async (incoming: IncomingMessage, response: ServerResponse) => {
      const request = requestOf(incoming)
      const refused = refusal(request, incoming.socket.remoteAddress ?? '')
      await send(refused ?? (await handler.fetch(request)), response)
    }
    for (const method of ['POST', 'GET', 'DELETE'])
      routes.on(method, PATH, (incoming, response) => {
        running.track(answered(incoming, response)).catch((err) => {
          if (!incoming.errored) log.error({ err }, 'a request of an assistant could not be answered')
          if (response.headersSent) response.destroy()
          else response.writeHead(400, { connection: 'close' }).end()
        })
      })
    return {
      mode: 'mcp',
      parts: [],
      begin: async (url) => log.info({}, `Assistants that show the token are answered at ${url}${PATH}`),
      stop: () => handler.close(),
    }
  }
}

function requestOf(incoming: IncomingMessage): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers))
    for (const one of [value ?? []].flat()) headers.append(name, one)
  const method = incoming.method ?? 'GET'
  const body =
    method === 'POST' ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' as const } : {}
  return new Request(`http://localhost${PATH}`, { method, headers, ...body })
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  // What was not read of a request would be taken for the next one.
  if (answer.status >= 400) response.setHeader('connection', 'close')
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  if (answer.body) await pipeline(Readable.fromWeb(answer.body as never), response)
  else response.end()
}

/** Compared by their hashes, in a time that tells nothing of the token. */
function shows(token: string, header: string | null): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(`Bearer ${token}`), hash((header ?? '').replace(/^bearer +/i, 'Bearer ')))
}

function unauthorized(): Response {
  const says = 'Show the token that whoever runs this Hansa set: Authorization: Bearer …'
  return bearerAuthChallengeResponse(new OAuthError(OAuthErrorCode.InvalidToken, says))
}

/** So many at once, and so many a minute after that, from one address; behind a proxy that is everybody who has the token. */
const BURST = 120
const A_MINUTE = 240
/** Askers that are remembered; then those that have all their requests again are forgotten. */
const REMEMBERED = 10_000

function rateLimit(now: () => number): (who: string) => boolean {
  const left = new Map<string, { requests: number; at: number }>()
  const refilled = ({ requests, at }: { requests: number; at: number }) =>
    Math.min(BURST, requests + ((now() - at) * A_MINUTE) / 60_000)
  return (who) => {
    if (left.size >= REMEMBERED)
      for (const [one, state] of left) if (refilled(state) >= BURST) left.delete(one)
    const requests = refilled(left.get(who) ?? { requests: BURST, at: now() })
    left.set(who, { requests: Math.max(0, requests - 1), at: now() })
    return requests >= 1
  }
}

function TOO_MANY(): Response {
  const says = 'Too many requests from this address; wait a few seconds.'
  return Response.json(
    { jsonrpc: '2.0', error: { code: -32_000, message: says }, id: null },
    { status: 429, headers: { 'retry-after': '5' } },
  )
}

function inBrackets(name: string): string {
  return name.includes(':') && !name.startsWith('[') ? `[${name}]` : name
}
