import { issuedOf, namesOf, type Source, variable } from './source.ts'

/**
 * What a reference to this kind of document should give and the record does not, in words: `author`, `page numbers`.
 * A missing date is not here: each style has its own words for it (`no date`, `n.d.`). APA wants the day of access of an
 * undated page only.
 */
export function missing(source: Source, style?: 'harvard' | 'apa'): readonly string[] {
  const kind = expected[source.type] ?? []
  const wantsDay = source.url && !source.doi && !(style === 'apa' && issuedOf(source))
  const who = AUTHORLESS.has(source.type) ? [] : [author]
  return [...who, ...kind, ...(wantsDay ? [accessDay] : [])]
    .filter(({ given }) => !given(source))
    .map(({ name }) => name)
}

type Part = { name: string; given(source: Source): boolean }

/** Laws, what is said before a committee, programmes and collections of many hands begin with their title. */
const AUTHORLESS: ReadonlySet<string> = new Set([
  ...['bill', 'hearing', 'legal_case', 'legislation', 'regulation', 'standard', 'treaty'],
  ...['broadcast', 'classic', 'collection', 'entry-dictionary', 'entry-encyclopedia', 'event', 'periodical'],
])

const author: Part = {
  name: 'author',
  // A book may have editors in their place, a film has a director. A chapter has an author beside its editors.
  given: (source) =>
    source.author.length > 0 ||
    (IN_PLACE[source.type] ?? []).some((role) => namesOf(source, role).length > 0),
}

const BOOK = [
  'editor',
  'translator',
  'compiler',
  'editor-translator',
  'editorial-director',
  'collection-editor',
]
const SHOWN = [
  'director',
  'producer',
  'executive-producer',
  'series-creator',
  'script-writer',
  'host',
  'narrator',
]
const PLAYED = ['composer', 'performer', 'organizer', 'curator', 'chair', 'director']
const IN_PLACE: Readonly<Record<string, readonly string[]>> = {
  book: BOOK,
  report: BOOK,
  motion_picture: SHOWN,
  song: PLAYED,
  musical_score: PLAYED,
  performance: PLAYED,
  graphic: ['illustrator'],
  interview: ['interviewer'],
}

const publisher: Part = { name: 'publisher', given: (source) => Boolean(source.publisher) }
const publication: Part = { name: 'publication', given: (source) => Boolean(source.containerTitle) }
const volume: Part = { name: 'volume', given: (source) => variable(source, 'volume') !== undefined }
const issue: Part = { name: 'issue', given: (source) => variable(source, 'issue') !== undefined }
const doi: Part = { name: 'DOI', given: (source) => Boolean(source.doi) }
/** A newspaper that is dated at all is dated to the day. */
const day: Part = { name: 'day', given: ({ issued }) => issued === undefined || issued.length === 10 }
const pages: Part = {
  name: 'page numbers',
  given: (source) => Boolean(source.page ?? variable(source, 'number')),
}
const address: Part = { name: 'address', given: (source) => Boolean(source.url ?? source.doi) }
const accessDay: Part = { name: 'day of access', given: (source) => Boolean(source.accessed) }

/** A law may have its year in its name; styles have no words for a law or a case without one. */
const year: Part = {
  name: 'date',
  given: (source) => issuedOf(source) !== undefined || /\d{4}$/.test(source.title),
}

const expected: Readonly<Record<string, readonly Part[]>> = {
  'article-journal': [publication, volume, issue, pages, doi],
  'article-magazine': [publication],
  'article-newspaper': [publication, day],
  book: [publisher],
  chapter: [publication, publisher, pages],
  legal_case: [year],
  legislation: [year],
  regulation: [year],
  report: [publisher],
  thesis: [publisher],
  webpage: [address],
  post: [address],
  'post-weblog': [publication, address],
}
