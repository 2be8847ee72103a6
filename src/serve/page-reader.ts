import { setTimeout } from 'node:timers/promises'
import type { ReadPage } from '../growing/records/source.ts'
import { fetchPage } from '../verify/fetch/fetch-page.ts'
import { LIMITS, takeTurns } from '../verify/fetch/limits.ts'
import { systemResolve } from '../verify/fetch/public-address.ts'
import { readRobots } from '../verify/fetch/robots.ts'
import { decode } from '../verify/read/decode.ts'

/** By the same polite way as `verify`: robots.txt, time limits, public addresses only. */
export function pageReader(allowLoopback: boolean): ReadPage {
  const limits = { ...LIMITS, seconds: 15 }
  const sleep = (seconds: number) => setTimeout(seconds * 1000)
  const userAgent = 'Hansa-add/1.0 (reads the title of a page that somebody cites)'
  const asking = { userAgent, allowLoopback, resolve: systemResolve, bytes: 2_000_000, cut: true }
  const inTurn = takeTurns(sleep, limits.pause)
  const going = { asking, limits, inTurn, sleep, robots: readRobots(asking, limits, inTurn) }
  return async (url) => {
    const visit = await fetchPage(url, going)
    if (visit.is !== 'works') return { why: visit.why }
    if ('why' in visit) return { why: visit.why }
    if (visit.page.kind !== 'html') return { why: 'it is no web page' }
    // Reads HTML: loaded when there is some.
    const { pageFacts } = await import('../growing/records/page-facts.ts')
    return pageFacts(decode(visit.page.bytes, visit.page.contentType).text)
  }
}
