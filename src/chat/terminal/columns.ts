import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'

/** Between two columns. */
const GAP = 2

/**
 * Rows of cells as lines of at most `width` columns of the screen, cells wrapped where they must be; `undefined` where
 * not even their longest words fit beside each other. Signs of two columns and colours count as they are seen.
 */
export function columns(
  rows: readonly (readonly string[])[],
  width: number,
): readonly (readonly string[])[] | undefined {
  const words = rows.map((row) => row.map((cell) => cell.split(' ').map((word) => stringWidth(word))))
  const widths = fitted(words, width)
  return (
    widths &&
    rows.map((row) => {
      const cells = row.map((cell, at) => wrapAnsi(cell, widths[at] ?? 1).split('\n'))
      const height = Math.max(...cells.map(({ length }) => length))
      return Array.from({ length: height }, (_, line) =>
        cells
          .map((lines, at) => padded(lines[line] ?? '', widths[at] ?? 1))
          .join(' '.repeat(GAP))
          .trimEnd(),
      )
    })
  )
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)))
}

/** Widths of the words of each cell: row, column, word. */
type Words = readonly (readonly (readonly number[])[])[]

/** The columns' widths that need the fewest lines: column by column is made narrower where that costs least. */
function fitted(rows: Words, width: number): readonly number[] | undefined {
  const [first = []] = rows
  const most = (of: (words: readonly number[]) => number) =>
    first.map((_, at) => Math.max(...rows.map((row) => of(row[at] ?? []))))
  const least = most((words) => Math.max(...words))
  const widths = most((words) => sum(words) + words.length - 1)
  const room = width - GAP * (widths.length - 1)
  if (sum(least) > room) return undefined
  while (sum(widths) > room) {
    const narrower = widths
      .map((_, at) => widths.map((own, other) => (other === at ? own - 1 : own)))
      .filter((tried) => tried.every((own, at) => own >= (least[at] ?? 0)))
      .map((tried) => ({ tried, lines: linesOf(rows, tried) }))
      .sort((a, b) => a.lines - b.lines || Math.max(...a.tried) - Math.max(...b.tried))
    widths.splice(0, widths.length, ...(narrower[0]?.tried ?? widths))
  }
  return widths
}

function linesOf(rows: Words, widths: readonly number[]): number {
  return sum(rows.map((row) => Math.max(...row.map((words, at) => wrapped(words, widths[at] ?? 1)))))
}

/** How many lines the words need. */
function wrapped(words: readonly number[], width: number): number {
  let [lines, at] = [1, -1]
  for (const word of words) {
    if (at + 1 + word > width && at >= 0) {
      lines += 1
      at = word
    } else at += 1 + word
  }
  return lines
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
