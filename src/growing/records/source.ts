import type { Day } from '../../answer/answer.ts'
import { nearest, shown } from '../../knowledge/file/nearest.ts'
import { packOf } from '../../knowledge/over-pack.ts'
import { doiIn } from '../../reference/source.ts'
import { fold } from '../../search/words/fold.ts'
import { type Asking, Unclear } from '../asking.ts'
import type { Addition } from '../folder/addition.ts'
import type { OpenFolder } from '../folder/open-folder.ts'

/** What a page says of itself to programs. */
export type PageFacts = {
  type?: string
  title?: string
  authors?: readonly string[]
  issued?: string
  site?: string
  publisher?: string
  doi?: string
}

/** Looks at a page, or says in a clause why it could not be read. */
export type ReadPage = (url: string) => Promise<PageFacts | { why: string }>

export type MadeSource = { id: string; additions: readonly Addition[]; said: readonly string[] }

/** A document by its id, its address or its DOI; one that the folder lacks is made, as `read` on a day. */
export type SourceMaker = (written: string | undefined, given?: PageFacts, read?: Day) => Promise<MadeSource>

export type SourceOptions = { readPage?: ReadPage; asking?: Asking; file?: string }

export function sourceMaker(folder: OpenFolder, { readPage, asking, file }: SourceOptions): SourceMaker {
  const { knowledge, packs, today } = folder
  const ids = new Set(knowledge.sources.keys())
  const byAddress = new Map(
    [...knowledge.sources.values()].flatMap(({ id, url, doi }) => [
      ...(url ? [[addressKey(url), id] as const] : []),
      ...(doi ? [[`doi:${doi.toLowerCase()}`, id] as const] : []),
    ]),
  )
  return async (written, given, day = today) => {
    const text = (
      written ??
      (await asking?.line('Where was it read (an address, or the id of a document in sources/)?')) ??
      ''
    ).trim()
    if (text === '')
      throw new Unclear(
        '--source is missing. Give the address of the page, its DOI, or the id of a document in sources/.',
        { isMissing: true, field: 'source', inForm: 'Give the address of the page, or its DOI.' },
      )
    const pack = packOf(text, packs)
    if (pack)
      throw new Unclear(
        `source: “${text}” is a document of “${pack.name}”, and what is added here has its documents in this folder. Give its address.`,
        { field: 'source' },
      )
    if (ids.has(text)) return { id: text, additions: [], said: [] }
    const doi = doiIn(text)
    const url = /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? text : undefined
    const key = doi && !url ? `doi:${doi.toLowerCase()}` : url ? addressKey(url) : undefined
    const there = key && byAddress.get(key)
    if (there) return { id: there, additions: [], said: [] }
    if (!key) {
      const near = nearest(text, ids)
      const hint = near ? `Did you mean ${near}?` : 'Write the address of the page from its https:// on.'
      throw new Unclear(
        `“${shown(text)}” is no address, no DOI, and the id of no document in sources/. ${hint}`,
        {
          field: 'source',
          inForm: `“${shown(text)}” is no address. Write the address of the page from its https:// on, or a DOI.`,
        },
      )
    }
    const address = url ?? `https://doi.org/${doi}`
    const read = given ?? (await readPage?.(address)) ?? { why: 'it was not looked at' }
    const facts = 'why' in read ? {} : read
    const entry = entryOf(address, facts, { doi: url ? facts.doi : doi, today: day, ids })
    ids.add(entry.id)
    byAddress.set(key, entry.id)
    const above = given ? [] : [toBeChecked(read)]
    const addition: Addition = { path: file ?? 'sources/added.yml', key: 'references', entry, above }
    const note = given ? [] : [`Document: ${entry.id}, new here; ${toBeChecked(read)}`]
    return { id: entry.id, additions: [addition], said: note }
  }
}

function toBeChecked(read: PageFacts | { why: string }): string {
  return 'why' in read
    ? `To be checked: the page was not read (${read.why}); add who wrote it, its title and its date.`
    : 'To be checked: read from the page by a program.'
}

/** The fields of a document in the order in which the folder writes them. */
export function entryOf(
  url: string,
  { type, title, authors = [], issued, site, publisher }: PageFacts,
  { doi, today, ids }: { doi?: string | undefined; today: Day; ids: ReadonlySet<string> },
) {
  const host = new URL(url).hostname.replace(/^www\./, '')
  const year = issued?.slice(0, 4)
  const who =
    authors[0]?.replace(/,.*/, '').split(' ').at(-1) ?? publisher ?? site ?? host.split('.')[0] ?? 'page'
  return {
    id: freeId([slug(who), year].filter(Boolean).join('-'), ids),
    type: type ?? (doi ? 'article' : 'webpage'),
    title: title ?? `[Page of ${host}]`,
    author: authors.length > 0 ? authors.map(personOf) : undefined,
    issued,
    'container-title': site,
    publisher: publisher ?? (authors.length === 0 ? (site ?? host) : undefined),
    DOI: doi,
    URL: url,
    accessed: today,
  }
}

/** `Ransom, James` is a person; of any other form nobody can say. */
function personOf(name: string) {
  const [, family, given] = /^([^,]+), ([^,]+)$/.exec(name) ?? []
  return family && given ? { family, given } : { literal: name }
}

/** `norwich-2024`, and where that is taken `norwich-2024-2`. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  const base = wanted || 'source'
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!taken.has(id)) return id
  }
}

/** `Schwäbisch Gmünd` → `schwabisch-gmund`. */
export function slug(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
}

/** The same page, however its address is written. */
export function addressKey(url: string): string {
  const { hostname, pathname, search } = new URL(url)
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`.toLowerCase()
}
