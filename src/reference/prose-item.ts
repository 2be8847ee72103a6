import { type CslDate, evened } from './dates.ts'
import { pagesOf, pagesWith } from './locator.ts'
import { type CslItem, cslItem, doiLink, type Name, type Source } from './source.ts'

/** A style of prose references. */
export type Prose = 'harvard' | 'apa'

/**
 * The record as a processor of styles takes it without changing what it says. A note is left out: in the notes of other
 * programs `issued: 2019` is an order to it.
 */
export function proseItem(source: Source): CslItem {
  const { note: _, page, DOI, ...item } = cslItem(source)
  const dates = Object.entries(item).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && 'date-parts' in value
      ? [[name, evened(value as CslDate)]]
      : [],
  )
  return {
    ...item,
    ...Object.fromEntries(dates),
    // A hyphen of the page’s own number would be taken for a dash, and `12-5` for short for `12-15`.
    ...(source.page && { page: pagesWith(pagesOf(source.page), '–').replaceAll('-', '\\-') }),
    ...(source.doi && { DOI: doiLink(source.doi).replace('https://doi.org/', '') }),
  } as CslItem
}

/**
 * The record as prose wants it: a body that is author, publication and publisher at once is named once, as Cite Them
 * Right and APA have it. A publication keeps the capitals it was recorded with: `jcransom.com`.
 */
export function unrepeated(item: CslItem, style: Prose): CslItem {
  const body = item.author?.length === 1 ? bodyOf(item.author[0]) : undefined
  const {
    'container-title': container,
    publisher: recorded,
    'publisher-place': place,
    author,
    ...kept
  } = item as Published
  // APA puts the title of an unsigned article first; Cite Them Right has the newspaper where others have an author.
  const isUnsigned =
    style === 'apa' && item.type === 'article-newspaper' && body !== undefined && body === container
  const shownAuthor = isUnsigned ? undefined : body
  const publisher = withoutAuthor(recorded, shownAuthor)
  // Neither style has a publisher for a post of a blog.
  const isPublished = publisher !== container && !(item.type === 'post-weblog' && container)
  return {
    ...kept,
    ...(author && !isUnsigned && { author }),
    ...(style === 'apa' && { title: sentenceCase(item.title) }),
    ...(container &&
      container !== shownAuthor && { 'container-title': `<span class="nocase">${container}</span>` }),
    ...(publisher && isPublished && { publisher }),
    // A place alone would be read as the publisher.
    ...(place && (!recorded || (publisher && isPublished)) && { 'publisher-place': place }),
    // Cite Them Right names the kind of what is no text.
    ...(style === 'harvard' && item.type === 'dataset' && { medium: item.medium ?? 'Dataset' }),
  }
}

/**
 * APA’s small letters, where the record marks the names in its title (`<span class="nocase">Leeds</span>`). Without a mark
 * nobody knows which words are names, and a title keeps the letters it was recorded with. So do words with other
 * capitals or digits in them, and the first ones of a title and of its second part.
 */
function sentenceCase(title: string): string {
  if (!title.includes('class="nocase"')) return title
  const pieces = title.split(/(<span class="nocase">.*?<\/span>)/)
  let before = ''
  return pieces
    .map((piece) => {
      const shown = piece.startsWith('<span') ? piece : small(piece, before)
      before += piece
      return shown
    })
    .join('')
}

function small(piece: string, before: string): string {
  return piece.replace(/(?<![\p{L}\p{N}<&/])\p{Lu}\p{Ll}*(?![\p{L}\p{N}])/gu, (word, at: number) => {
    const earlier = (before + piece.slice(0, at)).replace(/<[^>]*>/g, '')
    return /(?:^|[:?!.—] ?)[\s“‘"'([]*$/.test(earlier) ? word : word.toLowerCase()
  })
}

type Published = CslItem & { 'container-title'?: string; publisher?: string; 'publisher-place'?: string }

/** `Leeds City Council, in the UK Government Web Archive` of that council is `In the UK Government Web Archive`. */
function withoutAuthor(publisher: string | undefined, author: string | undefined): string | undefined {
  if (!publisher || !author || publisher === author) return publisher === author ? undefined : publisher
  if (!publisher.startsWith(`${author}, `)) return publisher
  const rest = publisher.slice(author.length + 2)
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

function bodyOf(name: Name | undefined): string | undefined {
  return name?.family ? undefined : name?.literal
}
