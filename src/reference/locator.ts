/** A place inside a source, as CSL names it: `{ label: 'paragraph', locator: '4' }`. */
export type CslLocator = { label: string; locator: string }

/** `p. 12`, `paragraphs 3–4`, `section 2.1`; `undefined` for `none` and for words that are no number, such as `opening`. */
export function cslLocator(at: string): CslLocator | undefined {
  const [, word, number] = /^([a-z]+)\.?\s+(\d\S*|[ivxlc]+)$/i.exec(at.trim()) ?? []
  const label = word && labels[word.toLowerCase()]
  return label && number ? { label, locator: number } : undefined
}

const labels: Readonly<Record<string, string>> = {
  p: 'page',
  pp: 'page',
  page: 'page',
  pages: 'page',
  para: 'paragraph',
  paras: 'paragraph',
  paragraph: 'paragraph',
  paragraphs: 'paragraph',
  section: 'section',
  sections: 'section',
  chapter: 'chapter',
  figure: 'figure',
  line: 'line',
}
