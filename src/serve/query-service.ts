import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Day } from '../answer/answer.ts'
import { count } from '../answer/in-words.ts'
import { PAGE_ROWS, queryFor, type Row, rowsIn, Unusable } from '../growing/leads/query-service.ts'
import { type Asking, clause, get } from '../verify/fetch/get.ts'
import { LIMITS } from '../verify/fetch/limits.ts'
import { systemResolve } from '../verify/fetch/public-address.ts'
import { writeWhole } from './write-file.ts'

export type Service = {
  url: string
  allowLoopback: boolean
  /** How whoever runs the service reaches us. */
  contact?: string
  /** Where pages are kept for the day, so that a run that broke off goes on where it was. */
  cache: string
  today: Day
  onPage(rows: number): void
  times?: Partial<typeof TIMES>
}

/**
 * Seconds. The service gives a query 60 of its own, and asks for one at a time and for pauses
 * (https://www.mediawiki.org/wiki/Wikidata_Query_Service/User_Manual#Query_limits).
 */
const TIMES = { page: 70, pause: 2, retry: 5, patience: 120, run: 900 }
const TRIES = 4
const MOST_PAGES = 100
/** Bytes of a page, unpacked: a few times what so many rows take, and little enough to be read whatever it holds. */
const LARGEST = 8_000_000

/** Every row the service has, page by page. Throws Unusable with one clause, after some tries. */
export async function askService(service: Service): Promise<readonly Row[]> {
  mkdirSync(service.cache, { recursive: true })
  for (const name of readdirSync(service.cache))
    if (/^\d{4}-/.test(name) && !name.startsWith(`${service.today} `)) rmSync(join(service.cache, name))
  const all: Row[] = []
  const { run } = { ...TIMES, ...service.times }
  const stop = AbortSignal.timeout(1000 * run)
  for (let page = 0; page < MOST_PAGES; page++) {
    const rows = await pageOf(page, service, stop).catch((error) => {
      throw stop.aborted ? new Unusable(tooLong(run, page)) : error
    })
    all.push(...rows)
    service.onPage(all.length)
    if (rows.length < PAGE_ROWS) return all
  }
  throw new Unusable(`it has no end after ${MOST_PAGES} pages`)
}

function tooLong(seconds: number, pages: number): string {
  const took = seconds < 60 ? `${seconds} s` : count(Math.round(seconds / 60), 'minute')
  return `it took longer than ${took} in all; ${count(pages, 'page')} that came before ${pages === 1 ? 'is' : 'are'} kept for today, and another run goes on from there`
}

async function pageOf(page: number, service: Service, stop: AbortSignal): Promise<readonly Row[]> {
  const kept = join(service.cache, `${service.today} ${page}.json`)
  const known = keptRows(kept)
  if (known) return known
  const times = { ...TIMES, ...service.times }
  let why = ''
  for (let tries = 0; tries < TRIES; tries++) {
    // Also before the first: another page was asked for just before.
    if (tries > 0 || page > 0)
      await setTimeout(1000 * (tries === 0 ? times.pause : times.retry * tries), undefined, { signal: stop })
    stop.throwIfAborted()
    const got = await once(page, service, times, stop)
    if ('rows' in got) {
      writeWhole(kept, got.text, 'leads')
      return got.rows
    }
    why = got.why
    if (!got.again) break
    if (got.wait) await setTimeout(1000 * got.wait, undefined, { signal: stop })
  }
  throw new Unusable(why)
}

function keptRows(path: string): readonly Row[] | undefined {
  try {
    return rowsIn(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

type Got = { rows: readonly Row[]; text: string } | { why: string; again: boolean; wait?: number }

async function once(page: number, service: Service, times: typeof TIMES, stop: AbortSignal): Promise<Got> {
  const { contact, allowLoopback } = service
  const asking: Asking = {
    userAgent: `Hansa-leads/1.0 (lists partner towns that nobody has read of yet${contact ? `; ${contact}` : ''})`,
    allowLoopback,
    resolve: systemResolve,
    bytes: LARGEST,
    stop,
  }
  const url = new URL(service.url)
  url.searchParams.set('format', 'json')
  url.searchParams.set('query', queryFor(page * PAGE_ROWS))
  try {
    const got = await get(url, asking, AbortSignal.timeout(times.page * 1000), ({ status }) => status === 200)
    if (got.status === 200) {
      const text = new TextDecoder().decode(got.bytes)
      // All that is kept of all pages is bounded by that.
      return { rows: rowsIn(text, PAGE_ROWS), text }
    }
    const after = Number(got.headers['retry-after'] ?? 0)
    const busy = got.status === 429 || got.status >= 500
    if (after > times.patience) return { why: `it asks to wait ${after} seconds`, again: false }
    if (got.status >= 300 && got.status < 400)
      return { why: `it sends us to another address (${got.status}), where we do not go`, again: false }
    return { why: `it answers ${got.status}`, again: busy, ...(after > 0 && { wait: after }) }
  } catch (error) {
    if (error instanceof Unusable) return { why: error.message, again: error.again }
    return { why: clause(error, { ...LIMITS, seconds: times.page }), again: true }
  }
}
