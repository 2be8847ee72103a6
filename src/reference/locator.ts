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

/** `12-19` is a range; `12-1` in `12-1–12-5`, and `A-12`, are pages that are numbered so. */
type Pages = { first: string; last?: string }

/** What a record says of its pages, in parts: `pp. 1–9, 12; 14-16`. Nothing is added to them. */
export function pagesOf(written: string): readonly Pages[] {
  return written
    .replace(/^\s*pp?\.?\s*(?=[\dA-Z]*\d|[ivxlcdm]+\b)/, '')
    .split(/\s*[,;&]\s*|\s+and\s+/)
    .filter(Boolean)
    .map(rangeOf)
}

/** With this dash between first and last, and this between ranges. */
export function pagesWith(pages: readonly Pages[], dash: string): string {
  return pages.map(({ first, last }) => (last ? `${first}${dash}${last}` : first)).join(', ')
}

function rangeOf(part: string): Pages {
  const text = part.trim().replace(HYPHEN, '-')
  const ends = text.split(LONG_DASH).filter(Boolean)
  if (ends.length < 2 && LONG_DASH.test(text)) return { first: ends[0] ?? '' }
  if (ends.length === 2) return { first: ends[0] ?? '', last: ends[1] }
  const pieces = text.split('-')
  // `12-1-12-5`: the hyphen in the middle is the dash of the range.
  const middle = pieces.length === 4 ? 2 : 1
  const [first, last] = [pieces.slice(0, middle).join('-'), pieces.slice(middle).join('-')]
  const isRange = ends.length === 1 && [2, 4].includes(pieces.length) && [first, last].every(isPage)
  return isRange && !isBackwards(first, last) ? { first, last } : { first: text }
}

/** As print sets it in PDFs. */
const HYPHEN = /[\u2010\u2011\u00AD\uFE63\uFF0D]/g
/** Where one of these stands, hyphens belong to the numbers. */
const LONG_DASH = /\s*(?:[\u2012-\u2015\u2212]|-{2,})\s*|\s+-\s+/

/** A number, perhaps with letters, or a small Roman one: no letter of a section. */
function isPage(text: string): boolean {
  return /^[\p{L}.]*\d[\p{L}\d.:]*(?:-[\p{L}\d.]+)?$|^[ivxlcdm]+$/u.test(text)
}

/** `12-1` is the first page of part 12; `327-40` ends on a higher page. */
function isBackwards(first: string, last: string): boolean {
  if (!/^\d+$/.test(first) || !/^\d+$/.test(last)) return false
  return Number(last) < Number(last.length < first.length ? first.slice(-last.length) : first)
}
