import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Day } from '../answer/answer.ts'
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
const TIMES = { page: 70, pause: 2, retry: 5, patience: 120 }
const TRIES = 4
const MOST_PAGES = 100
/** Bytes of a page, unpacked. */
const LARGEST = 20_000_000

/** Every row the service has, page by page. Throws Unusable with one clause, after some tries. */
export async function askService(service: Service): Promise<readonly Row[]> {
  mkdirSync(service.cache, { recursive: true })
  for (const name of readdirSync(service.cache))
    if (/^\d{4}-/.test(name) && !name.startsWith(`${service.today} `)) rmSync(join(service.cache, name))
  const all: Row[] = []
  for (let page = 0; page < MOST_PAGES; page++) {
    const rows = await pageOf(page, service)
    all.push(...rows)
    service.onPage(all.length)
    if (rows.length < PAGE_ROWS) return all
  }
  throw new Unusable(`it has no end after ${MOST_PAGES} pages`)
}

async function pageOf(page: number, service: Service): Promise<readonly Row[]> {
  const kept = join(service.cache, `${service.today} ${page}.json`)
  const known = keptRows(kept)
  if (known) return known
  const times = { ...TIMES, ...service.times }
  let why = ''
  for (let tries = 0; tries < TRIES; tries++) {
    // Also before the first: another page was asked for just before.
    if (tries > 0 || page > 0) await setTimeout(1000 * (tries === 0 ? times.pause : times.retry * tries))
    const got = await once(page, service, times)
    if ('rows' in got) {
      writeWhole(kept, got.text, 'leads')
      return got.rows
    }
    why = got.why
    if (!got.again) break
    if (got.wait) await setTimeout(1000 * got.wait)
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

async function once(page: number, service: Service, times: typeof TIMES): Promise<Got> {
  const { contact, allowLoopback } = service
  const asking: Asking = {
    userAgent: `Hansa-leads/1.0 (lists partner towns that nobody has read of yet${contact ? `; ${contact}` : ''})`,
    allowLoopback,
    resolve: systemResolve,
    bytes: LARGEST,
  }
  const url = new URL(service.url)
  url.searchParams.set('format', 'json')
  url.searchParams.set('query', queryFor(page * PAGE_ROWS))
  try {
    const got = await get(url, asking, AbortSignal.timeout(times.page * 1000), ({ status }) => status === 200)
    if (got.status === 200) {
      const text = new TextDecoder().decode(got.bytes)
      const rows = rowsIn(text)
      // All that is kept of all pages is bounded by that.
      if (rows.length > PAGE_ROWS) return { why: 'it gives more rows than it was asked for', again: false }
      return { rows, text }
    }
    const after = Number(got.headers['retry-after'] ?? 0)
    const busy = got.status === 429 || got.status >= 500
    if (after > times.patience) return { why: `it asks to wait ${after} seconds`, again: false }
    if (got.status >= 300 && got.status < 400)
      return { why: `it sends us to another address (${got.status}), where we do not go`, again: false }
    return { why: `it answers ${got.status}`, again: busy, ...(after > 0 && { wait: after }) }
  } catch (error) {
    const own = error instanceof Unusable
    return { why: own ? error.message : clause(error, { ...LIMITS, seconds: times.page }), again: true }
  }
}
