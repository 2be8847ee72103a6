import type { Source } from '../reference/source.ts'
import { allUnread, type Comparison } from './compare.ts'
import type { Comparer } from './comparer.ts'
import { copyOf } from './copies.ts'
import { fetchPage, type Going, type Visit } from './fetch/fetch-page.ts'
import type { Quoted } from './quotations.ts'

/** What became of one source: its quotations, and its address where that was asked for. */
export type Verified = {
  source: Source
  /** `copy`, or the address. */
  from: string
  comparison: Comparison
  visit?: Visit
}

export type Verifying = {
  /** Saved copies are read instead of the web. */
  copies?: string
  /** Also sources that nobody quotes, and the state of every address. */
  links: boolean
  going: Going
  comparer: Comparer
  /** Pressing Ctrl-C: what is not done then is left out. */
  stop?: AbortSignal
  done(source: Source): void
}

/** Looks at the sources, a few hosts at a time; the results are in the order of `quoted`. */
export async function verify(quoted: readonly Quoted[], verifying: Verifying): Promise<readonly Verified[]> {
  const wanted = quoted.filter(({ quotations }) => verifying.links || quotations.length > 0)
  const results = new Map<Quoted, Verified>()
  const waiting = [...wanted]
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const looked = await look(next, verifying)
      if (verifying.stop?.aborted) return
      results.set(next, looked)
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
  if (quotations.length === 0)
    return { source, from, comparison: { why: 'nothing is quoted', compared: [] }, visit }
  const page = verifying.copies ? await copyOf(source.id, verifying.copies) : pageOf(visit)
  const comparison =
    'why' in page
      ? { ...page, compared: allUnread(quotations, page.why) }
      : await verifying.comparer.compare(page, quotations)
  return { source, from, comparison, visit }
}

function pageOf(visit: Visit | undefined) {
  if (!visit) return { why: 'the source has no address' }
  if (visit.is === 'works' && 'page' in visit) return visit.page
  return { why: visit.is === 'gone' ? `its page is gone (${visit.why})` : visit.why }
}
