import { STATUS_CODES } from 'node:http'
import { kindOf, type Page } from '../read/page-texts.ts'
import { type Asking, clause, type Got, get, Unusable } from './get.ts'
import type { Limits, Turns } from './limits.ts'
import { assertAllowedHost } from './public-address.ts'
import type { Robots } from './robots.ts'

/** What came of asking for a source's address. `moved` is where a permanent redirect led. */
export type Visit =
  | { is: 'works'; page: Page; moved?: string }
  /** It answers, with something that has no words to compare: `image/png`. */
  | { is: 'works'; why: string; moved?: string }
  | { is: 'gone'; why: string }
  | { is: 'unreachable'; why: string }

export type Going = {
  asking: Asking
  limits: Limits
  inTurn: Turns
  robots: Robots
  sleep(seconds: number): Promise<void>
}

/** Politely and safely; every ending is a value and one clause. */
export async function fetchPage(address: string, going: Going): Promise<Visit> {
  if (!URL.canParse(address)) return { is: 'unreachable', why: `"${address}" is no web address` }
  try {
    return await follow(new URL(address), going)
  } catch (error) {
    return { is: 'unreachable', why: clause(error, going.limits) }
  }
}

async function follow(start: URL, going: Going): Promise<Visit> {
  const seen = new Set<string>()
  const waits = { left: 1 }
  let [url, settled]: [URL, boolean] = [start, false]
  let moved: string | undefined
  while (true) {
    seen.add(url.href)
    const got = await ask(url, going, waits)
    const next = redirectOf(got, url)
    if (!next) return visitOf(got, moved)
    if (seen.has(next.href)) return { is: 'unreachable', why: 'it redirects in a circle' }
    if (seen.size > going.limits.redirects)
      return { is: 'unreachable', why: `it redirects more than ${going.limits.redirects} times` }
    // What follows a temporary redirect may be another page tomorrow: the address has moved as far as it is permanent.
    settled ||= got.status !== 301 && got.status !== 308
    if (!settled) moved = next.href
    url = next
  }
}

/**
 * The clock starts when it is our turn, and not while we wait for the host's other pages. A host that is too busy is
 * asked again in the same turn, after the pause it wants: its other pages wait as well.
 */
async function ask(url: URL, going: Going, waits: { left: number }): Promise<Got> {
  const { asking, limits, inTurn, robots, sleep } = going
  assertAllowedHost(url, asking.allowLoopback)
  const rule = await robots(url)
  if (rule.why) throw new Unusable(rule.why)
  const once = () => get(url, asking, AbortSignal.timeout(limits.seconds * 1000), isReadable)
  const work = async () => {
    const got = await once()
    if (!busy(got) || waits.left === 0 || wait(got) > limits.patience) return got
    waits.left--
    await sleep(wait(got))
    return once()
  }
  return inTurn(url.host, work, Math.min(rule.delay ?? 0, limits.patience))
}

/** Of what has no type, or only that of bytes, the first bytes tell. */
function isReadable({ status, headers }: Got): boolean {
  const type = headers['content-type']
  return status === 200 && (!type || /octet-stream/i.test(type) || kindOf(type) !== undefined)
}

function redirectOf({ status, headers }: Got, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || !headers.location) return undefined
  if (!URL.canParse(headers.location, from.href)) throw new Unusable('it redirects to what is no address')
  return new URL(headers.location, from)
}

function busy({ status, headers }: Got): boolean {
  return (status === 429 || status === 503) && headers['retry-after'] !== undefined
}

/** `Retry-After` in seconds: a number, or a moment by the host's own clock. */
function wait({ headers }: Got): number {
  const after = headers['retry-after'] ?? ''
  if (/^\d+$/.test(after.trim())) return Number(after)
  const seconds = Math.ceil((Date.parse(after) - Date.parse(headers.date ?? '')) / 1000)
  return Number.isNaN(seconds) ? Number.POSITIVE_INFINITY : Math.max(0, seconds)
}

function visitOf({ status, headers, bytes }: Got, moved: string | undefined): Visit {
  const named = `${status} ${STATUS_CODES[status] ?? ''}`.trim()
  if (status === 404 || status === 410) return { is: 'gone', why: named }
  if (WALLS.has(status)) return { is: 'unreachable', why: `it is behind a wall (${named})` }
  if (status === 429 || status === 503) {
    const later = headers['retry-after'] ? `, and asks to wait (${headers['retry-after'].slice(0, 40)})` : ''
    return { is: 'unreachable', why: `it is too busy for us (${named})${later}` }
  }
  if (status !== 200) return { is: 'unreachable', why: `it answers ${named}` }
  const type = headers['content-type']
  const kind = kindOf(type, bytes)
  if (!kind || !bytes) return { is: 'works', why: `it is not text (${type?.slice(0, 60)})`, moved }
  return { is: 'works', page: { kind, bytes, contentType: type }, moved }
}

const WALLS: ReadonlySet<number> = new Set([401, 402, 403, 407, 451])
