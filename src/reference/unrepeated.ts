import type { CslItem } from './csl-item.ts'
import type { Prose } from './formatted.ts'
import type { Name } from './source.ts'

/**
 * The record as prose wants it: a body that is author, publication and publisher at once is named once, as Cite Them
 * Right and APA have it. A publication keeps the capitals it was recorded with: `jcransom.com`.
 */
export function unrepeated(item: CslItem, style: Prose): CslItem {
  const body = item.author?.length === 1 ? bodyOf(item.author[0]) : undefined
  const { 'container-title': container, publisher: recorded, author, ...kept } = item as Published
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
    ...(container &&
      container !== shownAuthor && { 'container-title': `<span class="nocase">${container}</span>` }),
    ...(publisher && isPublished && { publisher }),
  }
}

type Published = CslItem & { 'container-title'?: string; publisher?: string }

/** `Leeds City Council, in the UK Government Web Archive` of that council is `In the UK Government Web Archive`. */
function withoutAuthor(publisher: string | undefined, author: string | undefined): string | undefined {
  if (!publisher || !author || publisher === author) return publisher === author ? undefined : publisher
  const rest = publisher.startsWith(`${author}, `) ? publisher.slice(author.length + 2) : publisher
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

function bodyOf(name: Name | undefined): string | undefined {
  return name?.family ? undefined : name?.literal
}
