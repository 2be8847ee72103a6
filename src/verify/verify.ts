import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Knowledge } from '../knowledge/records.ts'
import { doiLink, type Source } from '../reference/source.ts'
import { allUnread, type Comparison, type Quotation } from './compare.ts'
import type { Comparer } from './comparer.ts'
import { fetchPage, type Going, type Visit } from './fetch/fetch-page.ts'
import type { Kind, Page } from './read/page-texts.ts'

/** A document and all that is quoted from it. */
export type Quoted = { source: Source; quotations: readonly Quotation[] }

/** Every source of the folder, in its order; one that nobody quotes has an empty list. */
export function quotedSources(knowledge: Knowledge): readonly Quoted[] {
  const statements = [...knowledge.statements.values()]
  return [...knowledge.sources.values()].map((source) => ({
    source,
    quotations: statements.flatMap(({ id, quote, at, source: cited }) =>
      quote !== undefined && cited === source.id ? [{ id, quote, at }] : [],
    ),
  }))
}

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
  const address = source.url ?? (source.doi && doiLink(source.doi))
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

const KINDS: readonly (readonly [extension: string, kind: Kind])[] = [
  ['html', 'html'],
  ['htm', 'html'],
  ['pdf', 'pdf'],
  ['md', 'text'],
  ['txt', 'text'],
]

/** Bytes. A saved page or PDF that a person can read is smaller. */
const LARGEST = 100_000_000

/** The saved copy of a source: `DIR/<source-id>.html`, `.pdf`, `.md` or `.txt`. */
async function copyOf(source: string, folder: string): Promise<Page | { why: string; absent?: boolean }> {
  const name = source.replace(/[/:\\]/g, '-')
  const there = KINDS.filter(([extension]) => existsSync(join(folder, `${name}.${extension}`)))
  const [found, other] = there
  if (!found) return { why: `there is no copy ${name}.html, .txt, .md or .pdf`, absent: true }
  if (other) return { why: `there are two copies, .${found[0]} and .${other[0]}: keep one` }
  const path = join(folder, `${name}.${found[0]}`)
  const { size } = statSync(path)
  if (size > LARGEST) return { why: `its copy is larger than ${LARGEST / 1e6} MB` }
  try {
    return { kind: found[1], bytes: await readFile(path) }
  } catch (error) {
    return { why: `its copy cannot be opened (${(error as NodeJS.ErrnoException).code})` }
  }
}
