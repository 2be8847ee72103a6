import type { Standing } from '../answer/table.ts'
import { STANDINGS } from '../answer/table.ts'
import { distinctSpots, type MapLink, type Spot, sameSpot } from './drawing.ts'
import type { Point } from './labels/geometry.ts'
import type { Palette } from './paint/palette.ts'
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

/** One mark for each of the places that the projection shows; what it looks like follows from all links. */
export function marksOf(
  spots: readonly Spot[],
  all: readonly MapLink[],
  project: (spot: Spot) => Point | null,
): Mark[] {
  const isStart = (spot: Spot) => all.some(({ from }) => sameSpot(from, spot))
  const [starts, ends] = [
    distinctSpots(spots).filter(isStart),
    distinctSpots(spots).filter((spot) => !isStart(spot)),
  ]
  const marks = [
    ...starts.map((spot) => ({ spot, r: HOME, start: true, standing: 'active' as const })),
    ...ends.map((spot) => ({ spot, r: DOT, start: false, ...standingOf(spot, all) })),
  ]
  return marks.flatMap((mark) => {
    const at = project(mark.spot)
    return at ? [{ ...mark, x: at[0], y: at[1] }] : []
  })
}

/** A place is drawn by the link of it that stands best, whatever else there was. */
function standingOf(spot: Spot, links: readonly MapLink[]): { standing: Standing; word?: string } {
  const ending = links.filter(({ to }) => sameSpot(to, spot))
  const best = STANDINGS.find((one) => ending.some((link) => link.standing === one))
  const found = ending.find(({ standing }) => standing === best)
  return { standing: found?.standing ?? 'active', word: found?.word }
}

/** A start is a diamond; a partner reported active a full dot, one named in a list a full square, an ended one a ring, one in doubt a ring with a dot. */
export function drawMark({ x, y, start, standing }: Mark, { home, lines, paper }: Palette): string {
  if (start) return diamond(x, y, home, paper)
  const line = lines[standing]
  const full = { fill: line, stroke: paper, 'stroke-width': 1 }
  if (standing === 'active') return element('circle', { cx: x, cy: y, r: DOT, ...full })
  if (standing === 'listed') {
    const side = 2 * DOT - 1
    return element('rect', { x: x - side / 2, y: y - side / 2, width: side, height: side, ...full })
  }
  const ring = element('circle', {
    cx: x,
    cy: y,
    r: DOT - 0.6,
    fill: paper,
    stroke: line,
    'stroke-width': 1.8,
  })
  return standing === 'ended' ? ring : ring + element('circle', { cx: x, cy: y, r: 1.2, fill: line })
}

function diamond(x: number, y: number, fill: string, stroke: string): string {
  const [w, n, e, s] = [x - HOME, y - HOME, x + HOME, y + HOME].map(px)
  const d = `M${px(x)} ${n}L${e} ${px(y)}L${px(x)} ${s}L${w} ${px(y)}Z`
  return element('path', { d, fill, stroke, 'stroke-width': 1.2 })
}
