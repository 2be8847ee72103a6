import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Limits } from './limits.ts'
import { assertAllowedHost, Forbidden, guardedLookup, type Resolve } from './public-address.ts'

export type Asking = {
  userAgent: string
  allowLoopback: boolean
  resolve: Resolve
  /** The most that is taken of a body, unpacked. */
  bytes: number
  /** A longer body is cut there, and not refused. */
  cut?: boolean
  stop?: AbortSignal
}

/** `bytes` is absent where the answer's headers say that we cannot use them. */
export type Got = { status: number; headers: IncomingMessage['headers']; bytes?: Uint8Array }

/** Something about this page that we do not take. The message is a clause for people. */
export class Unusable extends Error {}

/** One GET, without following redirects. Throws `Forbidden`, `Unusable`, or what the network throws. */
export async function get(
  url: URL,
  asking: Asking,
  limit: AbortSignal,
  wanted: (got: Got) => boolean,
): Promise<Got> {
  const signal = asking.stop ? AbortSignal.any([limit, asking.stop]) : limit
  assertAllowedHost(url, asking.allowLoopback)
  const response = await answerTo(url, asking, signal)
  try {
    const got: Got = { status: response.statusCode ?? 0, headers: response.headers }
    return wanted(got) ? { ...got, bytes: await bodyOf(response, asking) } : got
  } catch (error) {
    // Out of time shows as a connection that was cut.
    throw signal.aborted ? signal.reason : error
  } finally {
    response.destroy()
  }
}

function answerTo(
  url: URL,
  { userAgent, allowLoopback, resolve }: Asking,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const options: RequestOptions = {
    agent: false,
    signal,
    lookup: guardedLookup(allowLoopback, resolve),
    headers: {
      'user-agent': userAgent,
      accept: 'text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, */*;q=0.1',
      'accept-language': 'en-GB, en;q=0.9, *;q=0.5',
      'accept-encoding': 'gzip, deflate, br',
      connection: 'close',
    },
  }
  return new Promise((answer, fail) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    send(url, options, answer).on('error', fail).end()
  })
}

/** Unpacks as it comes in and stops at `most`: what would unpack to a gigabyte is never there as one. */
async function bodyOf(response: IncomingMessage, { bytes: most, cut }: Asking): Promise<Uint8Array> {
  const tooLarge = () => new Unusable(`it is larger than ${Math.round(most / 1e6)} MB`)
  if (!cut && Number(response.headers['content-length']) > most) throw tooLarge()
  const chunks: Buffer[] = []
  let length = 0
  const unpacked = unpack(response)
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > most && !cut) throw tooLarge()
      chunks.push(chunk)
      if (length > most) break
    }
  } finally {
    unpacked.destroy()
  }
  return Buffer.concat(chunks).subarray(0, most)
}

function unpack(response: IncomingMessage): Readable {
  const encoding = (response.headers['content-encoding'] ?? 'identity').toLowerCase()
  if (encoding === 'identity') return response
  const make = unpackers[encoding]
  if (!make) throw new Unusable(`it is packed as ${encoding.slice(0, 40)}, which we do not unpack`)
  const unpacker = make()
  response.on('error', (error) => unpacker.destroy(error))
  return response.pipe(unpacker)
}

const unpackers: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress as unknown as typeof createGunzip,
}

/** One clause for people on what the network threw. */
export function clause(error: unknown, { seconds }: Limits): string {
  if (error instanceof Unusable || error instanceof Forbidden) return error.message
  const { name, code, message, cause } = error as NodeJS.ErrnoException & { cause?: Error }
  if (name === 'TimeoutError' || cause?.name === 'TimeoutError') return `it took longer than ${seconds} s`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no such host, or no network'
  if (code === 'ECONNREFUSED') return 'its host refuses the connection'
  if (code === 'ECONNRESET') return 'its host hung up'
  if (code && /^Z_|^ERR__ERROR/.test(code)) return 'it is packed wrongly'
  return `the connection failed (${code ?? message})`
}
