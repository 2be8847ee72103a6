import type { NameRow } from './name-bench.ts'

const [WIDTH, HEIGHT] = [860, 460]
const PLOT = { left: 70, right: 650, top: 60, bottom: 400 }

/** Right answers over the time of one question, as an SVG that reads on light and dark pages alike. */
export function plot(rows: readonly NameRow[], size: number): string {
  const shown = rows.filter((row) => row.size === size)
  const times = shown.map(({ p50 }) => Math.log10(p50))
  const [from, to] = [Math.floor(Math.min(...times)), Math.ceil(Math.max(...times))]
  const x = (time: number) => PLOT.left + ((Math.log10(time) - from) / (to - from)) * (PLOT.right - PLOT.left)
  const least = Math.floor(Math.min(...shown.map(({ right }) => right)) * 10) / 10
  const y = (right: number) => PLOT.bottom - ((right - least) / (1 - least)) * (PLOT.bottom - PLOT.top)
  const title = `Finding one of ${size.toLocaleString('en')} places by a name typed wrong, unfinished or in other words`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="${title}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    `<text x="${PLOT.left}" y="28" font-size="16" fill="#1d1c1d">${title}</text>`,
    ...grid(from, to, least, x, y),
    ...marks(shown, x, y),
    '</svg>',
    '',
  ].join('\n')
}

function grid(
  from: number,
  to: number,
  least: number,
  x: (time: number) => number,
  y: (right: number) => number,
): string[] {
  const lines: string[] = []
  for (let power = from; power <= to; power++) {
    const at = x(10 ** power).toFixed(1)
    lines.push(
      `<path d="M${at} ${PLOT.top}V${PLOT.bottom}" stroke="#dddddd"/>`,
      `<text x="${at}" y="${PLOT.bottom + 20}" text-anchor="middle" fill="#616061">${10 ** power} ms</text>`,
    )
  }
  for (let tenth = Math.round(least * 10); tenth <= 10; tenth++) {
    const at = y(tenth / 10).toFixed(1)
    lines.push(
      `<path d="M${PLOT.left} ${at}H${PLOT.right}" stroke="#eeeeee"/>`,
      `<text x="${PLOT.left - 8}" y="${Number(at) + 4}" text-anchor="end" fill="#616061">${tenth * 10} %</text>`,
    )
  }
  const middle = (PLOT.left + PLOT.right) / 2
  lines.push(
    `<text x="${middle}" y="${HEIGHT - 14}" text-anchor="middle" fill="#616061">median time of one question (faster to the left)</text>`,
    `<text x="${PLOT.left}" y="${PLOT.top - 10}" fill="#616061">first result right</text>`,
  )
  return lines
}

/** Labels stand in a column beside the plot, tied to their marks, so that none covers another. */
function marks(
  rows: readonly NameRow[],
  x: (time: number) => number,
  y: (right: number) => number,
): string[] {
  const sorted = rows.toSorted((one, other) => other.right - one.right)
  const step = (PLOT.bottom - PLOT.top) / Math.max(1, sorted.length - 1)
  return sorted.flatMap(({ engine, p50, right }, at) => {
    const colour = at === 0 ? '#1264a3' : '#8d6a9f'
    const [cx, cy, label] = [x(p50).toFixed(1), y(right).toFixed(1), (PLOT.top + at * step).toFixed(1)]
    return [
      `<path d="M${cx} ${cy}L${PLOT.right + 12} ${label}" stroke="${colour}" stroke-opacity="0.35"/>`,
      `<circle cx="${cx}" cy="${cy}" r="${at === 0 ? 7 : 5}" fill="${colour}"/>`,
      `<text x="${PLOT.right + 16}" y="${Number(label) + 4}" fill="${colour}"${at === 0 ? ' font-weight="bold"' : ''}>${engine}</text>`,
    ]
  })
}
