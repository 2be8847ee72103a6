import { UNSPACED } from '../match/letters.ts'

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

/** The words under `root` as a browser shows them: a line for each block, spaces as HTML has them, no-break spaces kept. */
export function blockText(root: DomNode): string {
  const parts: string[] = []
  for (const { node, entering } of walk(root)) {
    if (node.nodeType === TEXT && entering) parts.push(spaced(node.textContent ?? ''))
    else if (BLOCKS.has(node.nodeName.toUpperCase())) parts.push('\n')
  }
  const lines = parts.join('').split('\n')
  return lines
    .map((line) => line.replace(/^ +| +$/g, '').replace(/ {2,}/g, ' '))
    .filter(Boolean)
    .join('\n')
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
