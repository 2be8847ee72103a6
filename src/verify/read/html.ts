import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { PageText } from '../match/result.ts'
import { blockText, type DomNode, sizeOf } from './block-text.ts'
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

/**
 * Some pages come in place of the one that was asked for, and answer 200: an error, a login, an empty shell for scripts.
 * Each is known by a sign of its own and by having few words; a longer page is taken for what it is.
 */
function doubtOf(html: string, title: string, text: string): Readable['doubt'] {
  const words = text.split(/\s+/).filter(Boolean).length
  const heading = text.slice(0, 200).split('\n')[0] ?? ''
  if (words < FEW && [title, heading].some((line) => NOT_FOUND.test(line)))
    return { why: 'its address gives a page that says “not found”', certain: true }
  if (words < FEW && /<input[^>]{1,500}type\s*=\s*["']?password/i.test(html))
    return { why: 'it is behind a wall (the page asks for a password)', certain: true }
  if (words < FEWEST && /<script/i.test(html))
    return { why: `there are only ${words} words on the page without a browser`, certain: false }
  return undefined
}

/** `404`, `Page not found | Aire Council`, and not an article with such a title as "Roman road not found at Aire". */
const NOT_FOUND =
  /^\W*(?:error\s+)?404\b|\b(?:page|document|file)\s+(?:could\s+not\s+be|cannot\s+be|not)\s+found\b|^\W*not\s+found\W*$/i

const FEW = 250

/** A page of scripts with fewer says that scripts are needed, cookies are to be accepted, or that one is to sign in. */
const FEWEST = 40
