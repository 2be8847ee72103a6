import { COLUMN, isNoteMark, NOTE } from '../match/normalise.ts'

/** A run of letters on a page: where its baseline begins (`transform[4]` and `[5]`, in points from the lower left), and how wide it is. */
export type Drawn = { str: string; transform: number[]; width: number; hasEOL: boolean }

/**
 * The words in the order in which they were drawn, with our signs around numbers that are set high and small, and where a
 * page that was drawn row by row goes from one column to the other.
 */
export function inOrder(page: readonly Drawn[]): string {
  const gutter = gutterOf(linesOf(page))
  let text = ''
  let before: Drawn | undefined
  for (const item of page) {
    const isMark = before !== undefined && isRaised(item, before) && isNoteMark(text, item.str.trim())
    if (gutter !== undefined && isAcross(gutter, before, item)) text += COLUMN
    text += isMark ? NOTE.from + item.str + NOTE.to : item.str
    // The line goes on behind the mark.
    if (item.hasEOL) text += isMark && isBeside(page[page.indexOf(item) + 1], before) ? '' : '\n'
    if (!isMark && item.str.trim()) before = item
  }
  return text
}

function isRaised(item: Drawn, before: Drawn): boolean {
  const rise = yOf(item) - yOf(before)
  const size = sizeOf(before)
  return sizeOf(item) < 0.85 * size && rise > 0.1 * size && rise < size && item.str.trim() !== ''
}

/** From the foot of the left column the text goes on at the head of the right one. */
function isAcross(gutter: number, before: Drawn | undefined, item: Drawn): boolean {
  if (!before || item.str.trim() === '') return false
  const isToRight = endOf(before) <= gutter && startOf(item) >= gutter
  const isToLeft = startOf(before) >= gutter && endOf(item) <= gutter
  return isToLeft || (isToRight && yOf(item) - yOf(before) < 1)
}

function isBeside(item: Drawn | undefined, before: Drawn | undefined): boolean {
  return item !== undefined && before !== undefined && Math.abs(yOf(item) - yOf(before)) < 1
}

/** The words of the left column before those of the right one, where a page has two; `undefined` where it has not. */
export function inColumns(page: readonly Drawn[]): string | undefined {
  const lines = linesOf(page)
  const gutter = gutterOf(lines)
  if (gutter === undefined) return undefined
  const text: string[] = []
  let [left, right]: [string[], string[]] = [[], []]
  const flush = () => {
    text.push(...left, ...right)
    ;[left, right] = [[], []]
  }
  for (const line of lines) {
    if (line.some((item) => startOf(item) < gutter && endOf(item) > gutter)) {
      flush()
      text.push(wordsOf(line))
      continue
    }
    left.push(wordsOf(line.filter((item) => endOf(item) <= gutter)))
    right.push(wordsOf(line.filter((item) => startOf(item) >= gutter)))
  }
  flush()
  return text.filter(Boolean).join('\n')
}

/** From the top, each from the left. */
function linesOf(page: readonly Drawn[]): readonly (readonly Drawn[])[] {
  const filled = page.filter(({ str }) => str.trim() !== '')
  const lines: Drawn[][] = []
  for (const item of filled.toSorted((a, b) => yOf(b) - yOf(a))) {
    const line = lines.at(-1)
    const [first] = line ?? []
    if (line && first && yOf(first) - yOf(item) < sizeOf(item) / 2) line.push(item)
    else lines.push([item])
  }
  return lines.map((line) => line.toSorted((a, b) => startOf(a) - startOf(b)))
}

/**
 * The middle of an upright strip in which no words stand, with lines of prose on both sides of it. A table has a few words in
 * a cell.
 */
function gutterOf(lines: readonly (readonly Drawn[])[]): number | undefined {
  const gaps = lines.flatMap((line) =>
    line.slice(1).flatMap((item, i) => {
      const before = line[i]
      return before && startOf(item) - endOf(before) > sizeOf(item)
        ? [(startOf(item) + endOf(before)) / 2]
        : []
    }),
  )
  const candidates = gaps.toSorted((a, b) => a - b)
  const gutter = candidates[Math.floor(candidates.length / 2)]
  if (gutter === undefined) return undefined
  const sides = lines.filter((line) => line.every((item) => endOf(item) <= gutter || startOf(item) >= gutter))
  const left = sides.map((line) => wordsOf(line.filter((item) => endOf(item) <= gutter))).filter(Boolean)
  const right = sides.map((line) => wordsOf(line.filter((item) => startOf(item) >= gutter))).filter(Boolean)
  const isProse = (column: readonly string[]) =>
    column.length >= FEWEST && column.join(' ').split(/\s+/).length >= column.length * WORDS
  return isProse(left) && isProse(right) ? gutter : undefined
}

/** Lines that make a column, and words that a line of prose has at least, on average. */
const FEWEST = 3
const WORDS = 3

function wordsOf(line: readonly Drawn[]): string {
  let text = ''
  let before: Drawn | undefined
  for (const item of line) {
    const isApart = before !== undefined && startOf(item) - endOf(before) > sizeOf(item) / 5
    const isMark = before !== undefined && isRaised(item, before) && isNoteMark(text, item.str.trim())
    text += (isApart && !isMark ? ' ' : '') + (isMark ? NOTE.from + item.str + NOTE.to : item.str)
    if (!isMark) before = item
  }
  return text.replace(/ {2,}/g, ' ').trim()
}

const startOf = ({ transform }: Drawn) => transform[4] ?? 0
const endOf = (item: Drawn) => startOf(item) + item.width
const yOf = ({ transform }: Drawn) => transform[5] ?? 0
const sizeOf = ({ transform }: Drawn) => Math.hypot(transform[2] ?? 0, transform[3] ?? 0)
