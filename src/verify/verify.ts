import type { Source } from '../knowledge/entries.ts'
import { type Compared, compare } from './compare.ts'
import { copyOf } from './copies.ts'
import { fetchPage, type Going, type Visit } from './fetch/fetch-page.ts'
import type { Quoted } from './quotations.ts'
import type { Reading } from './read/page-texts.ts'
import type { Reader } from './read/reader.ts'

/** What became of one source: its quotations, and its address where that was asked for. */
export type Verified = {
  source: Source
  /** `copy`, or the address. */
  from: string
  reading: Reading
  compared: readonly Compared[]
  visit?: Visit
}

export type Verifying = {
  /** Saved copies are read instead of the web. */
  copies?: string
  /** Also sources that nobody quotes, and the state of every address. */
  links: boolean
  going: Going
  reader: Reader
  done(source: Source): void
}

/** Looks at the sources, a few hosts at a time; the results are in the order of `quoted`. */
export async function verify(quoted: readonly Quoted[], verifying: Verifying): Promise<readonly Verified[]> {
  const wanted = quoted.filter(({ quotations }) => verifying.links || quotations.length > 0)
  const results = new Map<Quoted, Verified>()
  const waiting = [...wanted]
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      results.set(next, await look(next, verifying))
      verifying.done(next.source)
    }
  }
  await Promise.all(Array.from({ length: verifying.going.limits.hosts }, lane))
  return wanted.flatMap((one) => results.get(one) ?? [])
}

async function look({ source, quotations }: Quoted, verifying: Verifying): Promise<Verified> {
  const address = source.url ?? (source.doi && `https://doi.org/${source.doi}`)
  const needsWeb = verifying.links || (!verifying.copies && quotations.length > 0)
  const visit = address && needsWeb ? await fetchPage(address, verifying.going) : undefined
  const from = verifying.copies ? 'copy' : (address ?? 'nowhere')
  if (quotations.length === 0) return { source, from, reading: { texts: [] }, compared: [], visit }
  const page = verifying.copies ? await copyOf(source.id, verifying.copies) : pageOf(visit)
  const reading = 'why' in page ? page : await verifying.reader.read(page)
  return { source, from, reading, compared: compare(quotations, reading), visit }
}

function pageOf(visit: Visit | undefined) {
  if (!visit) return { why: 'the source has no address' }
  if (visit.is === 'works' && 'page' in visit) return visit.page
  return { why: visit.is === 'gone' ? `its page is gone (${visit.why})` : visit.why }
}
