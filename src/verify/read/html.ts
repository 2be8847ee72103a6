import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { PageText } from '../match/result.ts'
import { blockText, type DomNode, sizeOf } from './block-text.ts'
import { doubtOf } from './doubt.ts'
import type { Readable } from './readable.ts'

/** The article as a reader's view shows it, then the whole page: lists and leads are sometimes not taken for the article. */
export function htmlTexts(html: string): Readable {
  const { document } = parseHTML(wrapped(html))
  const root = document.documentElement as unknown as DomNode
  const whole = blockText(root)
  const { depth, elements } = sizeOf(root)
  const doubt = doubtOf(html, document.querySelector('title')?.textContent ?? '', whole)
  const article = depth > DEEPEST || elements > MOST ? '' : articleText(document)
  const texts: readonly PageText[] = [article, whole].filter(Boolean).map((text) => ({ text }))
  return { texts, ...(doubt && { doubt }) }
}

function articleText(document: ConstructorParameters<typeof Readability>[0]): string {
  try {
    const content = new Readability(document).parse()?.content
    return content
      ? blockText(parseHTML(wrapped(content)).document.documentElement as unknown as DomNode)
      : ''
  } catch {
    // Readability gives up on some pages by throwing. The whole page is still there.
    return ''
  }
}

/** linkedom takes the first element of a fragment for the root and loses the rest. */
function wrapped(html: string): string {
  return /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
}

/** Readability takes 16 s at a depth of 1,000, and its own limit of elements does not work with linkedom. */
const DEEPEST = 250
const MOST = 100_000
