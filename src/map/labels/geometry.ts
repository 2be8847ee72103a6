/** Plane geometry in pixels. */
export type Point = readonly [x: number, y: number]
export type Segment = readonly [Point, Point]
export type Box = { x: number; y: number; w: number; h: number }
export type Disc = { x: number; y: number; r: number }

export function overlap(a: Box, b: Box, gap = 0): boolean {
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap
}

export function within(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  )
}

export function touches(box: Box, disc: Disc): boolean {
  return apart(box, disc) < 0
}

/** How far the box is from the rim of the disc; below zero when it covers it. */
export function apart(box: Box, { x, y, r }: Disc): number {
  const dx = Math.max(box.x - x, 0, x - box.x - box.w)
  const dy = Math.max(box.y - y, 0, y - box.y - box.h)
  // Asked a million times for a map; `Math.hypot` takes ten times as long.
  return Math.sqrt(dx * dx + dy * dy) - r
}

export function grown({ x, y, w, h }: Box, by: number): Box {
  return { x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by }
}

/** The point of the box that is nearest to `point`. */
export function nearestPoint(box: Box, [x, y]: Point): Point {
  return [Math.min(Math.max(x, box.x), box.x + box.w), Math.min(Math.max(y, box.y), box.y + box.h)]
}

export function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.sqrt((ax - bx) ** 2 + (ay - by) ** 2)
}

/** How far `point` is from the segment. */
export function offLine([x, y]: Point, [[ax, ay], [bx, by]]: Segment): number {
  const [dx, dy] = [bx - ax, by - ay]
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)
  const t = Math.min(1, Math.max(0, along))
  return distance([x, y], [ax + t * dx, ay + t * dy])
}

export function crosses([a, b]: Segment, [c, d]: Segment): boolean {
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)
}

/** Does the segment run through the box, or lie in it? */
export function strikes(segment: Segment, box: Box): boolean {
  const [[ax, ay], [bx, by]] = segment
  if (Math.max(ax, bx) < box.x || Math.min(ax, bx) > box.x + box.w) return false
  if (Math.max(ay, by) < box.y || Math.min(ay, by) > box.y + box.h) return false
  if (ax >= box.x && ax <= box.x + box.w && ay >= box.y && ay <= box.y + box.h) return true
  return edges(box).some((edge) => crosses(segment, edge))
}

function edges({ x, y, w, h }: Box): Segment[] {
  const [nw, ne, se, sw]: [Point, Point, Point, Point] = [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ]
  return [
    [nw, ne],
    [ne, se],
    [se, sw],
    [sw, nw],
  ]
}

function side([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): boolean {
  return (bx - ax) * (cy - ay) > (by - ay) * (cx - ax)
}
