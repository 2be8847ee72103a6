import { type Box, type Disc, nearest, type Point, type Segment } from './geometry.ts'

/** A text that wants a place beside its mark. `reach` is how many pixels away from the mark it may stand. */
export type Wanted = { mark: Disc; w: number; h: number; reach: number }

/** A position for it, with a line to the mark when it does not stand right beside it. Cheaper is better. */
export type Candidate = { box: Box; leader?: Segment; cost: number }

const BESIDE = 4
const RINGS = [14, 22, 32, 44, 58, 74, 92, 112, 136, 164, 200, 250, 310, 380, 460, 550]
const DIRECTIONS = 16

/** Where a label may stand: eight places right beside the mark, then rings around it with a leader line. */
export function candidates(wanted: Wanted): Candidate[] {
  return [
    ...beside(wanted),
    ...RINGS.filter((ring) => ring <= wanted.reach).flatMap((ring) => around(wanted, ring)),
  ]
}

/** The order is a map maker's: right, left, above, below, then the corners. */
function beside({ mark: { x, y, r }, w, h }: Wanted): Candidate[] {
  const d = r + BESIDE
  const corner = r * 0.7 + 2
  const at = (left: number, top: number, cost: number) => ({ box: { x: left, y: top, w, h }, cost })
  return [
    at(x + d, y - h / 2, 0),
    at(x - d - w, y - h / 2, 1),
    at(x - w / 2, y - d - h, 2),
    at(x - w / 2, y + d, 2.5),
    at(x + corner, y - corner - h, 1.5),
    at(x + corner, y + corner, 1.8),
    at(x - corner - w, y - corner - h, 2.2),
    at(x - corner - w, y + corner, 2.4),
  ]
}

function around({ mark, w, h }: Wanted, ring: number): Candidate[] {
  return Array.from({ length: DIRECTIONS }, (_, step) => {
    const angle = (step * 2 * Math.PI) / DIRECTIONS
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    const x = mark.x + cos * (mark.r + ring) - (w * (1 - cos)) / 2
    const y = mark.y + sin * (mark.r + ring) - (h * (1 - sin)) / 2
    const box = { x, y, w, h }
    return { box, leader: leader(mark, box), cost: 5 + ring * 0.45 }
  })
}

/** From the rim of the mark to the nearest point of the box. */
function leader(mark: Disc, box: Box): Segment {
  const end = nearest(box, [mark.x, mark.y])
  const length = Math.hypot(end[0] - mark.x, end[1] - mark.y) || 1
  const rim: Point = [
    mark.x + ((end[0] - mark.x) / length) * mark.r,
    mark.y + ((end[1] - mark.y) / length) * mark.r,
  ]
  return [rim, end]
}
