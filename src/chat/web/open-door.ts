import type { IncomingMessage } from 'node:http'
import { isIPv4 } from 'node:net'

export type Door = {
  host: string
  /** Whether everybody who can reach the address may come in. */
  open?: boolean
  /** Whether it is served beside another way in. */
  beside?: boolean
}

/** Why the playground is not served there, in a sentence: it asks nobody who they are. */
export function whyNotServed({ host, open = false, beside = false }: Door): string | undefined {
  if (open || isLoopback(host)) return undefined
  if (beside)
    return (
      `HANSA_PLAYGROUND is beside, and the playground would let in everybody who can reach ${host}: set HOST to 127.0.0.1 to ` +
      'have it on this machine alone, HANSA_PLAYGROUND to “beside, open” if everybody may come in, or leave it out.'
    )
  return (
    `There is no setting for Slack, and the playground would let in everybody who can reach ${host}: set SLACK_… to serve ` +
    'Slack, HOST to 127.0.0.1 to try it on this machine alone, or HANSA_PLAYGROUND to open if everybody may come in.'
  )
}

/** Whether only this machine itself can reach an address to listen on. */
export function isLoopback(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
}

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

/** Whether what is looked at is asked for by our own page, or by somebody who typed the address; not by another page. */
export function isOpenedHere({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
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
