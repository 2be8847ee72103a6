/** The part of the DOM that we walk; linkedom has no types of its own for it. */
export type DomNode = {
  nodeType: number
  nodeName: string
  textContent: string | null
  firstChild: DomNode | null
  nextSibling: DomNode | null
  parentNode: DomNode | null
  hasAttribute?(name: string): boolean
}

/** The words under `root` as a browser shows them: a line for each block, spaces as HTML has them, no-break spaces kept. */
export function blockText(root: DomNode): string {
  const parts: string[] = []
  for (const { node, entering } of walk(root)) {
    if (node.nodeType === TEXT && entering) parts.push((node.textContent ?? '').replace(/[ \t\n\f\r]+/g, ' '))
    else if (BLOCKS.has(node.nodeName.toUpperCase())) parts.push('\n')
  }
  const lines = parts.join('').split('\n')
  return lines
    .map((line) => line.replace(/^ +| +$/g, '').replace(/ {2,}/g, ' '))
    .filter(Boolean)
    .join('\n')
}

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

/** Without recursion: a page may be nested deeper than the stack. */
function* walk(root: DomNode): Generator<{ node: DomNode; entering: boolean }> {
  let node: DomNode | null = root
  while (node) {
    const shown: boolean = !UNSHOWN.has(node.nodeName.toUpperCase()) && !node.hasAttribute?.('hidden')
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
