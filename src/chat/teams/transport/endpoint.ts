import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Log } from '../../../answer/log.ts'
import { bodyOf, type Handle, jsonIn } from '../../core/http-server.ts'
import { activityIn } from './activity.ts'

/** What Teams delivers stays far below. */
const MOST_BYTES = 256 * 1024

type Answered = { status: number; body?: unknown }
export type HandleDelivery = (request: {
  body: unknown
  headers: Record<string, string | string[]>
}) => Promise<Answered>

/** Who may sign deliveries; absent where nobody has to, which is for the vendor's playground alone. */
export type Issuer = string | undefined

/**
 * Stands before the library's door: only what can be a delivery of Teams, with a token of its connector, goes through. The
 * rest is answered here, never with a 5xx, which would only be repeated.
 */
export function endpoint(deliver: HandleDelivery, { issuer, log }: { issuer: Issuer; log: Log }): Handle {
  return (request, response) => {
    answerTo(request, deliver, issuer)
      .then(({ status, body }) => {
        if (status >= 400) log.warn({ status }, 'refused a delivery of Teams')
        respond(response, { status: status >= 500 ? 400 : status, body: status >= 400 ? undefined : body })
      })
      .catch((err) => {
        if (request.errored) return response.destroy()
        log.error({ err }, 'could not read a delivery of Teams')
        if (response.headersSent) response.destroy()
        else respond(response, { status: 400 })
      })
  }
}

async function answerTo(
  request: IncomingMessage,
  deliver: HandleDelivery,
  issuer: Issuer,
): Promise<Answered> {
  if (issuer !== undefined && issuerIn(request.headers.authorization) !== issuer) return { status: 401 }
  const raw = await bodyOf(request, MOST_BYTES)
  if (!raw) return { status: 413 }
  const body = jsonIn(raw.toString())
  if (!activityIn(body)) return { status: 400 }
  return deliver({ body, headers: request.headers as Record<string, string | string[]> })
}

/**
 * The library also takes tokens that Entra issues, of any tenant, without looking whether they were given for the address we
 * would answer to. Nothing that Hansa serves comes with one. What is said here unsigned is checked by the library after it.
 */
function issuerIn(authorization = ''): string | undefined {
  const [, payload = ''] = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(authorization) ?? []
  const claims = jsonIn(Buffer.from(payload, 'base64url').toString())
  const { iss } = (claims ?? {}) as { iss?: unknown }
  return typeof iss === 'string' ? iss : undefined
}

function respond(response: ServerResponse, { status, body }: Answered): void {
  // What was not read of a request would be taken for the next one.
  if (status === 413 || status === 401) response.setHeader('connection', 'close')
  response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}
