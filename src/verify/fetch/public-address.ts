import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

export class Forbidden extends Error {}

/** Resolves like `dns.lookup` with `all`. An argument, so that a test can answer for a name server. */
export type Resolve = (
  host: string,
  answer: (error: Error | null, addresses: readonly { address: string; family: number }[]) => void,
) => void

export const systemResolve: Resolve = (host, answer) => lookup(host, { all: true, verbatim: true }, answer)

/** Private networks, link-local (cloud metadata), multicast, documentation and the like are no place for a source. */
export function isAllowed(address: string, allowLoopback: boolean): boolean {
  if (!ipaddr.isValid(address)) return false
  const judged = ipaddr.process(address)
  if (judged instanceof ipaddr.IPv6 && isOldV4(judged)) return false
  const range = judged.range()
  return range === 'unicast' || (allowLoopback && range === 'loopback')
}

/** `::127.0.0.1`: an address of IPv4 as IPv6 once wrote it. The system may take it for the one inside. */
function isOldV4({ parts }: ipaddr.IPv6): boolean {
  return parts.slice(0, 6).every((part) => part === 0) && !(parts[6] === 0 && (parts[7] ?? 0) < 2)
}

/**
 * For `http.request`: the socket connects to the very address that was looked at, so a name cannot mean another one a
 * moment later. One forbidden address among several is enough to refuse the name.
 */
export function guardedLookup(allowLoopback: boolean, resolve: Resolve): LookupFunction {
  return (host, options, answer) => {
    resolve(host, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) return answer(error ?? new Error(`no address for ${host}`), '', 0)
      const bad = addresses.find(({ address }) => !isAllowed(address, allowLoopback))
      if (bad)
        return answer(
          new Forbidden(`${host} leads to ${bad.address}, which is not on the public internet`),
          '',
          0,
        )
      if (options.all) return answer(null, [first])
      return answer(null, first.address, first.family)
    })
  }
}

/** A host that is written as an address is never looked up, so it is checked here. */
export function assertAllowedHost(url: URL, allowLoopback: boolean): void {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Forbidden(`${url.protocol} is neither http nor https`)
  if (url.username || url.password) throw new Forbidden('the address carries a name or a password')
  if (ipaddr.isValid(host) && !isAllowed(host, allowLoopback)) {
    throw new Forbidden(`${host} is not on the public internet`)
  }
}
