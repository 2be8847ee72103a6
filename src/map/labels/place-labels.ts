import {
  apart,
  type Box,
  crosses,
  type Disc,
  distance,
  grown,
  nearestPoint,
  offLine,
  overlap,
  type Point,
  type Segment,
  strikes,
  touches,
  within,
} from './geometry.ts'

/** Where a text stands, and the line from its mark when it does not stand right beside it. */
export type Label = { box: Box; leader?: Segment }

/** What labels must keep clear of (`marks`, `taken`, the edge) and should rather not cover (`strokes`). */
export type Field = {
  bounds: Box
  marks: readonly Disc[]
  strokes: readonly Segment[]
  taken: readonly Label[]
}

/** A text with the positions that the map itself allows, cheapest first. */
export type Choices = { mark: Disc; allowed: readonly Candidate[] }

/** Between two labels on one line, which would read as one name. */
const SPACE = 7
/** Between a leader and another's label. */
const CLEAR = 4
/** How much nearer to its own mark than to another a label is; and how far from it one with a leader. */
const NEARER = 2
const NOT_ITS_OWN = 8
/** Of a line under a label, against the length of a leader. */
const STROKE = 4
const CROWD = 60
const ROUNDS = 3

/** The positions that keep clear of everything but other labels. The slow part: once for each text. */
export function choicesFor(wanted: Wanted, { bounds, marks, strokes, taken }: Field): Choices {
  const reach = reachOf(wanted)
  const about = strokes.filter((stroke) => strikes(stroke, reach))
  const close = marks.filter((mark) => touches(reach, mark))
  const others = close.filter((mark) => !isSameDot(mark, wanted.mark))
  const beyond = others.filter((mark) => gap(mark, wanted.mark) > 2)
  const allowed = candidates(wanted)
    .filter(({ box }) => within(box, bounds) && !close.some((mark) => touches(box, mark)))
    .filter((one) => taken.every((other) => clear(one, other)))
    .filter((one) => belongs(one, wanted.mark, others))
    .filter(({ leader }) => !leader || !beyond.some((mark) => offLine([mark.x, mark.y], leader) < mark.r + 1))
    .map((one) => ({ ...one, cost: one.cost + STROKE * struck(one, about) }))
    .sort((a, b) => a.cost - b.cost)
  return { mark: wanted.mark, allowed }
}

/**
 * A position for each text, `undefined` where there is none. No label overlaps another one, no leader crosses a label
 * or a leader. The same input gives the same positions.
 */
export function placeLabels(texts: readonly Choices[], taken: readonly Label[]): (Label | undefined)[] {
  const order = crowdedFirst(texts)
  const placed: (Label | undefined)[] = texts.map(() => undefined)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const at of order) {
      placed[at] = undefined
      const others = [...taken, ...placed.filter((label) => label !== undefined)]
      placed[at] = texts[at]?.allowed.find((choice) => others.every((other) => clear(choice, other)))
    }
  }
  return placed
}

/** Nobody takes it for the name of another mark: it is nearer to its own, or its leader leads from there to well clear. */
function belongs({ box, leader }: Label, mark: Disc, others: readonly Disc[]): boolean {
  const least = leader ? NOT_ITS_OWN : apart(box, mark) + NEARER
  return others.every((other) => apart(box, other) >= least)
}

/** So close that no label could be nearer to the one than to the other. */
export function isSameDot(a: Disc, b: Disc): boolean {
  return distance([a.x, a.y], [b.x, b.y]) < a.r
}

/** Between the rims of two marks; below zero when they overlap. */
function gap(a: Disc, b: Disc): number {
  return distance([a.x, a.y], [b.x, b.y]) - a.r - b.r
}

/** Everything that its positions could touch. */
function reachOf({ mark: { x, y, r }, w, h, reach }: Wanted): Box {
  const [side, top] = [w + r + reach + NOT_ITS_OWN, h + r + reach + NOT_ITS_OWN]
  return { x: x - side, y: y - top, w: 2 * side, h: 2 * top }
}

function struck({ box }: Candidate, strokes: readonly Segment[]): number {
  let count = 0
  for (const stroke of strokes) if (count < 8 && strikes(stroke, box)) count += 1
  return count
}

function clear(a: Label, b: Label): boolean {
  if (overlap({ ...a.box, x: a.box.x - SPACE, w: a.box.w + 2 * SPACE }, b.box)) return false
  if (a.leader && strikes(a.leader, grown(b.box, CLEAR))) return false
  if (b.leader && strikes(b.leader, grown(a.box, CLEAR))) return false
  return !(a.leader && b.leader && crosses(a.leader, b.leader))
}

/** Bigger marks choose first, then those with most neighbours. */
function crowdedFirst(texts: readonly Choices[]): number[] {
  const crowd = texts.map(
    ({ mark: a }) => texts.filter(({ mark: b }) => distance([a.x, a.y], [b.x, b.y]) < CROWD).length,
  )
  const size = (at: number) => texts[at]?.mark.r ?? 0
  return texts
    .map((_, at) => at)
    .sort((a, b) => size(b) - size(a) || (crowd[b] ?? 0) - (crowd[a] ?? 0) || a - b)
}

/** A text that wants a place beside its mark. `reach` is how many pixels away from the mark it may stand. */
type Wanted = { mark: Disc; w: number; h: number; reach: number }

/** A position for it, with a line to the mark when it does not stand right beside it. Cheaper is better. */
type Candidate = { box: Box; leader?: Segment; cost: number }

const BESIDE = 4
const RINGS = [14, 22, 32, 44, 58, 74, 92, 112, 136, 164, 200, 250, 310, 380, 460, 550]
const DIRECTIONS = 16

/** Where a label may stand: eight places right beside the mark, then rings around it with a leader line. */
function candidates(wanted: Wanted): Candidate[] {
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
  const end = nearestPoint(box, [mark.x, mark.y])
  const length = Math.hypot(end[0] - mark.x, end[1] - mark.y) || 1
  const rim: Point = [
    mark.x + ((end[0] - mark.x) / length) * mark.r,
    mark.y + ((end[1] - mark.y) / length) * mark.r,
  ]
  return [rim, end]
}
