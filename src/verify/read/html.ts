import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { type Border, HEADING, isNoteMark, LIST_ITEM, NOTE, ROW, UNSPACED } from '../match/normalise.ts'
import type { PageText } from '../match/result.ts'

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

/** The part of the DOM that we walk; linkedom has no types of its own for it. */
export type DomNode = {
  nodeType: number
  nodeName: string
  textContent: string | null
  firstChild: DomNode | null
  nextSibling: DomNode | null
  parentNode: DomNode | null
  getAttribute?(name: string): string | null
}

/**
 * The words under `root` as a browser shows them: a line for each block, spaces as HTML has them, no-break spaces kept.
 * With our signs around the marks of notes, and where a list item, a row or a heading begins or ends.
 */
export function blockText(root: DomNode): string {
  const parts: string[] = []
  let note: DomNode | undefined
  for (const { node, entering } of walk(root)) {
    const name = node.nodeName.toUpperCase()
    if (node.nodeType === TEXT && entering) parts.push(spaced(node.textContent ?? ''))
    else if (BLOCKS.has(name)) parts.push('\n', BORDERED.get(name) ?? '')
    else if (entering ? !note && isNote(node, name, parts) : node === note) {
      parts.push(entering ? NOTE.from : NOTE.to)
      note = entering ? node : undefined
    }
  }
  return withBorders(parts.join('').split('\n'))
}

/** A border before nothing, or beside another, is the border of what comes next. */
export function withBorders(lines: readonly string[]): string {
  const shown: string[] = []
  let border = ''
  for (const line of lines) {
    const words = line
      .replace(SIGN, '')
      .replace(/^ +| +$/g, '')
      .replace(/ {2,}/g, ' ')
    border ||= SIGN.exec(line)?.[0] ?? ''
    if (words === '') continue
    shown.push(shown.length > 0 ? border + words : words)
    border = ''
  }
  return shown.join('\n')
}

const SIGN = new RegExp(`^[${LIST_ITEM}${ROW}${HEADING}]`)

const BORDERED: ReadonlyMap<string, Border> = new Map([
  ...['LI', 'DT', 'DD', 'OPTION'].map((name) => [name, LIST_ITEM] as const),
  ...['TR', 'CAPTION'].map((name) => [name, ROW] as const),
  ...['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'LEGEND', 'SUMMARY'].map((name) => [name, HEADING] as const),
])

/** `<sup>12</sup>` behind a year, `<sup><a>[a]</a></sup>`, `<a href="#n1">[1]</a>`: what leads to a note. */
function isNote(node: DomNode, name: string, before: readonly string[]): boolean {
  const text = (node.textContent ?? '').trim()
  if (
    !/^[[(]?(?:(?:note|nb|n) ?)?(?:\d{1,3}(?:[,–-] ?\d{1,3}){0,5}|[a-z]|[ivx]{1,5}|[*†‡§¶#]{1,3})[\])]?$/i.test(
      text,
    )
  )
    return false
  const isSet = /^[[(*†‡§¶#]/.test(text)
  const leadsTo = name === 'A' ? (node.getAttribute?.('href') ?? '') : ''
  if (name === 'A')
    return /^#_?(?:fn|ftn|note|endnote|cite|ref)/i.test(leadsTo) || (isSet && leadsTo.startsWith('#'))
  const called = `${node.getAttribute?.('class')} ${node.getAttribute?.('role')}`
  const isSetHigh = /vertical-align: *super/i.test(node.getAttribute?.('style') ?? '')
  const isHighSpan = name === 'SPAN' && (isSetHigh || /(?:foot|end)note|note-?ref|superscript/i.test(called))
  if (name !== 'SUP' && !isHighSpan) return false
  const isLinked =
    node.firstChild?.nodeName.toUpperCase() === 'A' || node.parentNode?.nodeName.toUpperCase() === 'A'
  const isNamed = /ref|note|cit/i.test(called)
  return isSet || isLinked || isNamed || isNoteMark(before.slice(-3).join(''), text)
}

/** A line may end anywhere in scripts without spaces, and is no space there. */
function spaced(text: string): string {
  return text.replace(BETWEEN, '').replace(/[ \t\n\f\r]+/g, ' ')
}

const BETWEEN = new RegExp(`(?<=[${UNSPACED}，。、])[ \\t]*\\r?\\n[ \\t\\r\\n]*(?=[${UNSPACED}，。、])`, 'gv')

/** How many elements the deepest one is in, and how many there are. */
export function sizeOf(root: DomNode): { depth: number; elements: number } {
  let [level, depth, elements] = [0, 0, 0]
  for (const { node, entering } of walk(root)) {
    if (entering) elements++
    if (!node.firstChild) continue
    level += entering ? 1 : -1
    depth = Math.max(depth, level)
  }
  return { depth, elements }
}

const TEXT = 3

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 ' +
    'H5 H6 HEADER HR LEGEND LI MAIN NAV OL OPTION P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
)

const UNSHOWN: ReadonlySet<string> = new Set(
  'HEAD IFRAME MATH NOSCRIPT OBJECT SCRIPT STYLE SVG TEMPLATE TEXTAREA TITLE'.split(' '),
)

/** What a page hides in its style sheets counts as shown: we do not read them. */
function isShown(node: DomNode): boolean {
  if (UNSHOWN.has(node.nodeName.toUpperCase())) return false
  if (!node.getAttribute) return true
  const style = node.getAttribute('style') ?? ''
  return (
    node.getAttribute('hidden') === null && !/(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
  )
}

/** Without recursion: a page may be nested deeper than the stack. */
function* walk(root: DomNode): Generator<{ node: DomNode; entering: boolean }> {
  let node: DomNode | null = root
  while (node) {
    const shown: boolean = isShown(node)
    if (shown) yield { node, entering: true }
    if (shown && node.firstChild) {
      node = node.firstChild
      continue
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      if (node) yield { node, entering: false }
    }
    if (!node || node === root) return
    node = node.nextSibling
  }
}

export type Kind = 'html' | 'text' | 'pdf'

/** A page as it came: its bytes and what they are. */
export type Page = { kind: Kind; bytes: Uint8Array; contentType?: string }

/** The readable texts of a page, the likeliest first. */
export type Readable = {
  texts: readonly PageText[]
  /** Something to say about how it was read. */
  note?: string
  /** Why what is not on the page may still be in the source; `certain` where nearly the same words do not count, either. */
  doubt?: { why: string; certain: boolean }
}

/** One clause where there is nothing to compare with. `absent`: there was nothing to read, so nothing was looked at. */
export type Reading = Readable | { why: string; absent?: boolean }
