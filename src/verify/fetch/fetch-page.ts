import { STATUS_CODES } from 'node:http'
import { kindOf, type Page } from '../read/page-texts.ts'
import { type Asking, type Got, get, Unusable } from './get.ts'
import type { Limits } from './limits.ts'
import { Forbidden } from './public-address.ts'
import type { Robots } from './robots.ts'
import type { Turns } from './turns.ts'

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
  let [url, moved, waited] = [start, false, false]
  while (true) {
    seen.add(url.href)
    const got = await ask(url, going)
    const next = redirectOf(got, url)
    if (next) {
      if (seen.has(next.href)) return { is: 'unreachable', why: 'it redirects in a circle' }
      if (seen.size > going.limits.redirects)
        return { is: 'unreachable', why: `it redirects more than ${going.limits.redirects} times` }
      if (got.status === 301 || got.status === 308) moved = true
      url = next
    } else if (busy(got) && !waited && wait(got) <= going.limits.patience) {
      waited = true
      await going.sleep(wait(got))
    } else {
      return visitOf(got, moved ? url.href : undefined)
    }
  }
}

/** The clock starts when it is our turn, and not while we wait for the host's other pages. */
async function ask(url: URL, { asking, limits, inTurn, robots }: Going): Promise<Got> {
  const rule = await robots(url)
  if (rule.why) throw new Unusable(rule.why)
  const work = () => get(url, asking, AbortSignal.timeout(limits.seconds * 1000), isReadable)
  return inTurn(url.host, work, Math.min(rule.delay ?? 0, limits.patience))
}

function isReadable({ status, headers }: Got): boolean {
  return (
    status === 200 && (headers['content-type'] === undefined || kindOf(headers['content-type']) !== undefined)
  )
}

function redirectOf({ status, headers }: Got, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || !headers.location) return undefined
  if (!URL.canParse(headers.location, from.href)) throw new Unusable('it redirects to what is no address')
  return new URL(headers.location, from)
}

function busy({ status, headers }: Got): boolean {
  return (status === 429 || status === 503) && headers['retry-after'] !== undefined
}

/** `Retry-After` in seconds; a date is further away than we wait. */
function wait({ headers }: Got): number {
  const seconds = Number(headers['retry-after'])
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : Number.POSITIVE_INFINITY
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

function clause(error: unknown, { seconds }: Limits): string {
  if (error instanceof Unusable || error instanceof Forbidden) return error.message
  const { name, code, message, cause } = error as NodeJS.ErrnoException & { cause?: Error }
  if (name === 'TimeoutError' || cause?.name === 'TimeoutError') return `it took longer than ${seconds} s`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no such host, or no network'
  if (code === 'ECONNREFUSED') return 'its host refuses the connection'
  if (code === 'ECONNRESET') return 'its host hung up'
  if (code && /^Z_|^ERR__ERROR/.test(code)) return 'it is packed wrongly'
  return `the connection failed (${code ?? message})`
}
