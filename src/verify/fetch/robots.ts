import robotsParserModule from 'robots-parser'
import { type Asking, clause, get } from './get.ts'
import type { Limits, Turns } from './limits.ts'
import { Forbidden } from './public-address.ts'

/** `why` is there when we may not ask; `delay` is in seconds. */
export type Robots = (url: URL) => Promise<{ why?: string; delay?: number }>

type Parsed = {
  isDisallowed(url: string, agent: string): boolean | undefined
  getCrawlDelay(agent: string): number | undefined
}

/** CommonJS, whose types say otherwise. */
const robotsParser = robotsParserModule as unknown as (url: string, text: string) => Parsed

/** A host's robots.txt, asked for once (RFC 9309). A missing one allows everything, a broken server nothing. */
export function readRobots(asking: Asking, limits: Limits, inTurn: Turns): Robots {
  const files = new Map<string, Promise<Parsed | { why: string }>>()
  const agent = asking.userAgent.split('/')[0] ?? asking.userAgent
  return async (url) => {
    const file = files.get(url.origin) ?? loaded(new URL('/robots.txt', url), asking, limits, inTurn)
    files.set(url.origin, file)
    const robots = await file
    if ('why' in robots) return robots
    if (robots.isDisallowed(url.href, agent)) return { why: 'its robots.txt asks programs to stay away' }
    return { delay: robots.getCrawlDelay(agent) }
  }
}

/** A host that is not there, or not to be asked, is said of the page; whatever else fails is said to be robots.txt. */
async function loaded(
  url: URL,
  asking: Asking,
  limits: Limits,
  inTurn: Turns,
): Promise<Parsed | { why: string }> {
  try {
    return await load(url, asking, limits, inTurn)
  } catch (error) {
    const why = clause(error, limits)
    const { code } = error as NodeJS.ErrnoException
    const absent = ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED'].includes(code ?? '')
    const refused = error instanceof Forbidden && why.startsWith(`${url.hostname} leads`)
    return { why: absent || refused ? why : `its robots.txt could not be read: ${why}` }
  }
}

async function load(
  url: URL,
  asking: Asking,
  { seconds, redirects }: Limits,
  inTurn: Turns,
): Promise<Parsed | { why: string }> {
  let here = url
  for (let hops = 0; hops <= redirects; hops++) {
    const at = here
    const limited = { ...asking, bytes: LARGEST, cut: true }
    const got = await inTurn(at.host, () =>
      get(at, limited, AbortSignal.timeout(seconds * 1000), ({ status }) => status === 200),
    )
    const { location } = got.headers
    if (got.status >= 500) return { why: `its robots.txt answers ${got.status}` }
    if (got.status === 200) return robotsParser(url.href, new TextDecoder().decode(got.bytes))
    if (got.status < 300 || got.status >= 400 || !location || !URL.canParse(location, at.href)) break
    here = new URL(location, at)
  }
  return robotsParser(url.href, '')
}

/** RFC 9309 asks for at least 500 KiB to be read; the rest is left out. */
const LARGEST = 500 * 1024
