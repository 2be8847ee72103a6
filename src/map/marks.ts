import { STANDINGS, type Standing } from '../answer/table.ts'
import { distinctSpots, isCrowded, type MapLink, type Palette, type Spot, spotKey } from './drawing.ts'
import type { Point } from './labels/geometry.ts'
import { element, px } from './paint/svg.ts'

/** A dot on the map. */
export type Mark = {
  spot: Spot
  x: number
  y: number
  r: number
  /** The links begin here. */
  start: boolean
  standing: Standing
  /** The source's word, when its link does not stand. */
  word?: string
}

const HOME = 5.5
const DOT = 4
/** Of their size, where there are many. */
const SMALL = 0.62

/** One mark for each of the places that the projection shows; what it looks like follows from all links. */
export function marksOf(
  spots: readonly Spot[],
  all: readonly MapLink[],
  project: (spot: Spot) => Point | null,
): Mark[] {
  const size = isCrowded(all) ? SMALL : 1
  const starts = new Set(all.map(({ from }) => spotKey(from)))
  const ending = Map.groupBy(all, ({ to }) => spotKey(to))
  return distinctSpots(spots).flatMap((spot): Mark[] => {
    const at = project(spot)
    if (!at) return []
    const place = { spot, x: at[0], y: at[1] }
    const key = spotKey(spot)
    if (starts.has(key)) return [{ ...place, r: HOME * size, start: true, standing: 'active' }]
    return [{ ...place, r: DOT * size, start: false, ...standingOf(ending.get(key) ?? []) }]
  })
}

/** A place is drawn by the link of it that stands best, whatever else there was. */
function standingOf(ending: readonly MapLink[]): { standing: Standing; word?: string } {
  const best = STANDINGS.find((one) => ending.some((link) => link.standing === one))
  const found = ending.find(({ standing }) => standing === best)
  return { standing: found?.standing ?? 'active', word: found?.word }
}

type Dot = Pick<Mark, 'x' | 'y' | 'r'>

/** Those of a kind together; where links start, on top. */
export function drawMarks(marks: readonly Mark[], palette: Palette): string {
  const ends = STANDINGS.map((standing) =>
    drawEnds(
      marks.filter((mark) => !mark.start && mark.standing === standing),
      standing,
      palette,
    ),
  )
  const starts = marks.filter(({ start }) => start)
  return ends.join('') + drawStarts(starts, palette)
}

/** A partner reported active is a full dot, one named in a list a full square, an ended one a ring, one in doubt a ring with a dot. */
export function drawEnds(dots: readonly Dot[], standing: Standing, { lines, paper }: Palette): string {
  if (dots.length === 0) return ''
  const line = lines[standing]
  const rim = { fill: line, stroke: paper, 'stroke-width': 0.9 }
  if (standing === 'active') return element('g', rim, circles(dots, 1))
  if (standing === 'listed') return element('g', rim, dots.map(square).join(''))
  const rings = element('g', { fill: paper, stroke: line, 'stroke-width': 1.7 }, circles(dots, 0.85))
  return standing === 'ended' ? rings : rings + element('g', { fill: line }, circles(dots, 0.3))
}

/** A diamond. */
export function drawStarts(dots: readonly Dot[], { home, paper }: Palette): string {
  if (dots.length === 0) return ''
  return element('g', { fill: home, stroke: paper, 'stroke-width': 1 }, dots.map(diamond).join(''))
}

function circles(dots: readonly Dot[], part: number): string {
  return dots.map(({ x, y, r }) => element('circle', { cx: x, cy: y, r: r * part })).join('')
}

function square({ x, y, r }: Dot): string {
  const half = r - 0.5
  return element('rect', { x: x - half, y: y - half, width: 2 * half, height: 2 * half })
}

function diamond({ x, y, r }: Dot): string {
  const by = px(r)
  return element('path', { d: `M${px(x - r)} ${px(y)}l${by}-${by} ${by} ${by}-${by} ${by}z` })
}
