import { editorsOf, variable } from './csl-item.ts'
import type { Source } from './source.ts'

/**
 * What a reference to this kind of document should give and the record does not, in words: `author`, `page numbers`.
 * A missing date is not here: each style has its own words for it (`no date`, `n.d.`).
 */
export function missing(source: Source): readonly string[] {
  const kind = expected[source.type] ?? []
  const online = source.url && !source.doi ? [accessDay] : []
  return [author, ...kind, ...online].filter(({ given }) => !given(source)).map(({ name }) => name)
}

type Part = { name: string; given(source: Source): boolean }

const author: Part = {
  name: 'author',
  // A book may have editors in their place.
  given: (source) => source.author.length > 0 || (source.type === 'book' && editorsOf(source).length > 0),
}
const publisher: Part = { name: 'publisher', given: (source) => Boolean(source.publisher) }
const publication: Part = { name: 'publication', given: (source) => Boolean(source.containerTitle) }
const volume: Part = { name: 'volume', given: (source) => variable(source, 'volume') !== undefined }
const issue: Part = { name: 'issue', given: (source) => variable(source, 'issue') !== undefined }
const doi: Part = { name: 'DOI', given: (source) => Boolean(source.doi) }
/** A newspaper that is dated at all is dated to the day. */
const day: Part = { name: 'day', given: ({ issued }) => issued === undefined || issued.length === 10 }
const pages: Part = { name: 'page numbers', given: (source) => Boolean(source.page) }
const address: Part = { name: 'address', given: (source) => Boolean(source.url ?? source.doi) }
const accessDay: Part = { name: 'day of access', given: (source) => Boolean(source.accessed) }

const expected: Readonly<Record<string, readonly Part[]>> = {
  'article-journal': [publication, volume, issue, pages, doi],
  'article-magazine': [publication],
  'article-newspaper': [publication, day],
  book: [publisher],
  chapter: [publication, publisher, pages],
  report: [publisher],
  thesis: [publisher],
  webpage: [address],
  post: [address],
  'post-weblog': [publication, address],
}
