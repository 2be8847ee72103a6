import { parseHTML } from 'linkedom'
import { dateFromWords } from '../../knowledge/fields/date-words.ts'
import { doiIn } from '../../reference/source.ts'
import type { PageFacts } from './source.ts'

/** What a page says of itself in its head: to libraries first, then to who shares it. */
export function pageFacts(html: string): PageFacts {
  const { document } = parseHTML(html)
  const metas = [...document.querySelectorAll('meta')].map((meta) => ({
    name: (meta.getAttribute('name') ?? meta.getAttribute('property') ?? '').toLowerCase(),
    content: (meta.getAttribute('content') ?? '').trim().replace(/\s+/g, ' '),
  }))
  const all = (...names: string[]) =>
    names
      .map((name) =>
        metas.filter((meta) => meta.name === name && meta.content !== '').map(({ content }) => content),
      )
      .find(({ length }) => length > 0) ?? []
  const [heading] = [document.querySelector('title')?.textContent?.trim().replace(/\s+/g, ' ')]
  const [title = heading] = all('citation_title', 'dc.title', 'dcterms.title', 'og:title')
  const [published] = all(
    'citation_publication_date',
    'citation_date',
    'article:published_time',
    'dcterms.issued',
    'dc.date.issued',
    'dcterms.date',
    'dc.date',
  )
  const [doi] = all('citation_doi', 'dc.identifier')
    .map(doiIn)
    .filter((one) => one !== undefined)
  const [site] = all('citation_journal_title', 'og:site_name')
  const [publisher] = all('citation_publisher', 'dcterms.publisher', 'dc.publisher')
  const authors = all('citation_author', 'dc.creator', 'dcterms.creator', 'author')
  const issued = dateIn(published)
  return {
    ...(metas.some(({ name }) => name === 'citation_journal_title') ? { type: 'article-journal' } : {}),
    ...(title ? { title } : {}),
    ...(authors.length > 0 ? { authors } : {}),
    ...(issued ? { issued } : {}),
    ...(site ? { site } : {}),
    ...(publisher ? { publisher } : {}),
    ...(doi ? { doi } : {}),
  }
}

function dateIn(text: string | undefined): string | undefined {
  const [date] = (text && dateFromWords(text)?.['date-parts']) || []
  return date && [String(date[0]), ...date.slice(1).map((part) => String(part).padStart(2, '0'))].join('-')
}
