/** What a check of the source's page found about a quotation: where it stands, and what surrounds it. */
export type Spot = {
  /** The words just before and after, kept when the quotation occurs more than once on the page. */
  before?: string
  after?: string
  /** The page's own words, where a browser would not know the quotation in them. */
  printed?: string
  /** Of a PDF, counted from 1. */
  page?: number
}

/**
 * A link that opens `url` at the quoted words: a text fragment (`#:~:text=`), or `#page=` in a PDF.
 * `undefined` when there is nothing to jump to, or `url` is not http or https.
 *
 * Syntax of text fragments: https://wicg.github.io/scroll-to-text-fragment/; of `#page=`: RFC 8118, section 3.
 */
export function jumpTo(url: string, quote?: string, locator?: string, spot: Spot = {}): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, pathname } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') return undefined
  if (spot.page !== undefined || /\.pdf$/i.test(pathname)) {
    const page = spot.page ?? pageOf(locator)
    return page === undefined ? undefined : `${withoutFragment(url)}#page=${page}`
  }
  const text = quote && directive(spot.printed ?? quote, spot)
  return text ? `${withoutDirective(url)}:~:text=${text}` : undefined
}

function pageOf(locator: string | undefined): number | undefined {
  const [, page] = /^(?:p|pp|page|pages)\.?\s*(\d+)/i.exec(locator ?? '') ?? []
  return page === undefined ? undefined : Number(page)
}

/** `[before-,]start[,end][,-after]`. A quotation with words left out (`…`) is a range from its first part to its last. */
function directive(quote: string, { before, after }: Spot): string {
  const parts = quote
    .split(/\[?(?:…|\.\.\.)\]?/)
    .map((part) => part.trim())
    .filter(Boolean)
  const [start, end] = [parts[0], parts.length > 1 ? parts.at(-1) : undefined]
  if (!start) return ''
  return [before && `${encoded(before)}-`, encoded(start), end && encoded(end), after && `-${encoded(after)}`]
    .filter(Boolean)
    .join(',')
}

/** Commas, ampersands and hyphens are syntax in a text fragment; brackets and quotes would end a link in chat. */
function encoded(words: string): string {
  const spaced = words.toWellFormed().trim().replace(/\s+/g, ' ')
  return encodeURIComponent(spaced).replace(
    /[-!'()*_~]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function withoutFragment(url: string): string {
  return url.split('#')[0] ?? url
}

/** Keeps a page's own `#section`, drops a text fragment that is already there. */
function withoutDirective(url: string): string {
  const plain = url.split(':~:')[0] ?? url
  return plain.includes('#') ? plain : `${plain}#`
}
