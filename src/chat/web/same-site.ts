import type { IncomingMessage } from 'node:http'
import { isLoopback } from './open-door.ts'

/** The names by which the playground may be asked for: what it listens on, and what the settings add. */
export type Names = { host: string; hosts: readonly string[] }

/**
 * Whether a request asks for one of our names. Another page open in the same browser may point a name of its own at this
 * address (DNS rebinding), and would then be asked for under that name: listening on every address makes no name ours.
 */
export function isForUs({ headers, socket }: IncomingMessage, { host, hosts }: Names): boolean {
  const asked = nameIn(headers.host ?? '')
  if (asked === undefined) return false
  const ours = [host, socket.localAddress ?? '', ...hosts].map(bare)
  return isLoopback(asked) || ours.includes(asked)
}

/** Whether what changes something comes from our own page, and not from a form of another that posts here. */
export function isFromUs({ method, headers }: IncomingMessage): boolean {
  if (method === 'GET' || method === 'HEAD') return true
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  return headers.origin === undefined || headers.origin === `http://${headers.host}`
}

/** `hansa.example.org:3000` is asked for as `hansa.example.org`, `[::1]:3000` as `::1`. */
function nameIn(header: string): string | undefined {
  const [, six, name] = /^(?:\[([\da-f:.]+)\]|([^\s:[\]/@]+))(?::\d+)?$/i.exec(header) ?? []
  return (six ?? name)?.toLowerCase()
}

/** An IPv4 connection to a server that listens on `::` has an address in IPv6's writing. */
function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/^::ffff:(?=\d+\.)/, '')
}
