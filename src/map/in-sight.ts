import type { MultiLineString, MultiPolygon, Position } from 'geojson'
import type { Cap, View } from './projection.ts'

/**
 * What of a shape a view can show, with few points where it shows nothing: the same picture, and need not be turned, cut and
 * projected. Of the points of Europe's coasts two in three lie beyond its map.
 */
export function inSight(shape: MultiPolygon, { seen }: View): MultiPolygon {
  if (!seen) return shape
  const coordinates = shape.coordinates
    .filter(([outline = []]) => isSeen(outline, seen))
    .map((part) => part.map((ring) => thinned(ring, seen)))
  return { type: 'MultiPolygon', coordinates }
}

export function linesInSight(shape: MultiLineString, { seen }: View): MultiLineString {
  if (!seen) return shape
  const coordinates = shape.coordinates
    .filter((line) => isSeen(line, seen))
    .map((line) => thinned(line, seen))
  return { type: 'MultiLineString', coordinates }
}

function isSeen(line: readonly Position[], seen: Cap): boolean {
  const { middle, radius } = around(line)
  return apart(middle, seen.middle) <= radius + seen.radius
}

/** The middle of the degrees that a line takes up, and how far their corners are: nothing of it is further. */
function around(outline: readonly Position[]): Cap {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [lon = 0, lat = 0] of outline) {
    if (lon < west) west = lon
    if (lon > east) east = lon
    if (lat < south) south = lat
    if (lat > north) north = lat
  }
  const middle: [number, number] = [(west + east) / 2, (south + north) / 2]
  const corner = Math.max(apart(middle, [east, north]), apart(middle, [east, south]))
  // Of half the earth and more, the corners are not what is furthest.
  return { middle, radius: east - west < 180 ? corner : Math.PI }
}

/** Radians between two points. Asked four thousand times for a map; `geoDistance` makes a line of each pair first. */
function apart([lon = 0, lat = 0]: Position, [east = 0, north = 0]: Position): number {
  const [up, down] = [north * DEGREE, lat * DEGREE]
  const along = Math.cos((east - lon) * DEGREE)
  const cosine = Math.sin(up) * Math.sin(down) + Math.cos(up) * Math.cos(down) * along
  return Math.acos(Math.min(1, Math.max(-1, cosine)))
}

const DEGREE = Math.PI / 180
/** Degrees of longitude and of latitude that a step beyond the sight may take. */
const STEP = 3
/** Further beyond it than a step is long, so that no step comes into sight. */
const BEYOND = 1.5 * STEP * DEGREE

/** Without points beyond the sight that are no more than a step from the last one kept. Every line into sight stays as it is. */
function thinned(line: readonly Position[], seen: Cap): Position[] {
  const isBeyond = beyond(seen)
  const kept: Position[] = []
  let [x, y] = [Number.NaN, Number.NaN]
  // Of the point before, of this one, and of the next: a line that leaves the sight, or comes into it, has both its ends.
  let [before, here] = [false, isBeyond(line[0])]
  for (const [at, point] of line.entries()) {
    const next = line[at + 1]
    const after = next !== undefined && isBeyond(next)
    const small = after && Math.abs((next[0] ?? 0) - x) < STEP && Math.abs((next[1] ?? 0) - y) < STEP
    if (!(before && here && small)) {
      kept.push(point)
      x = point[0] ?? 0
      y = point[1] ?? 0
    }
    ;[before, here] = [here, after]
  }
  return kept
}

/** Whether a point is so far from the middle that no step from it comes into sight. */
function beyond({ middle: [lon, lat], radius }: Cap): (point: Position | undefined) => boolean {
  const furthest = Math.min(Math.PI, radius + BEYOND)
  const least = Math.cos(furthest)
  const [sin, cos] = [Math.sin(lat * DEGREE), Math.cos(lat * DEGREE)]
  return ([east = 0, north = 0] = []) => {
    // Most are too far south already.
    if (Math.abs(north - lat) * DEGREE > furthest) return true
    const [up, along] = [north * DEGREE, (east - lon) * DEGREE]
    return sin * Math.sin(up) + cos * Math.cos(up) * Math.cos(along) < least
  }
}
