import {
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoCentroid,
  geoDistance,
  geoEqualEarth,
  geoInterpolate,
  geoPath,
} from 'd3-geo'
import type { MapLink, Spot } from './drawing.ts'

/** A part of the earth on `width` × `height` pixels. */
export type View = {
  projection: GeoProjection
  width: number
  height: number
  /** Needs the fine outlines. */
  fine: boolean
  /** Nothing outside is seen; a map of the world has none. */
  seen?: Cap
}

type LonLat = [lon: number, lat: number]

/** All that is at most so many radians from a point. */
export type Cap = { middle: LonLat; radius: number }

const DEGREE = Math.PI / 180
/** Further than this from the middle, a map about that middle would no longer look like the one people know. */
const CONTINENT = 32 * DEGREE
/** Pixels a radian from which the coarse outlines look coarse. */
const FINE = 400
/** Further away, the other side of the earth would be drawn as a rim. */
const FURTHEST = 150 * DEGREE
const STEPS = 24
const RIM = 8
const EARTH = 6371
/** How far a drawn line may be from the true curve, in pixels. */
const SMOOTH = 0.15

type Limits = {
  /** Pixels. */
  width: number
  tallest: number
  /** Kilometres from side to side, at least. */
  closest: number
}

/**
 * The view that shows the points as large as fits. Areas are true: equal-area about the middle of the points, or the
 * Equal Earth map turned so that its edge lies in the widest gap between them.
 */
export function fitted(points: readonly LonLat[], limits: Limits): View {
  const middle = geoCentroid({ type: 'MultiPoint', coordinates: [...points] })
  const apart = !points.every((point) => geoDistance(point, middle) <= CONTINENT)
  const projection = apart
    ? geoEqualEarth().rotate([-middleLongitude(points), 0])
    : geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]])
  const uncropped = fit(projection, [...points], limits)
  const height = apart ? cropped(projection, uncropped) : uncropped
  const { width } = limits
  projection.precision(SMOOTH).clipExtent([
    [0, 0],
    [width, height],
  ])
  const view = { projection, width, height, fine: projection.scale() > FINE }
  if (apart) return view
  const seen = { middle, radius: toCorners(view, middle) }
  // What is cut off on the globe is not projected.
  projection.clipAngle(seen.radius / DEGREE)
  return { ...view, seen }
}

/** From the middle to the furthest corner, and a little more: what is cut off on the globe ends in chords of that circle. */
function toCorners({ projection, width, height }: View, middle: LonLat): number {
  const corners: LonLat[] = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]
  // Beyond the rim of the earth there is no place to measure to.
  const away = corners.map((corner) => geoDistance(projection.invert?.(corner) ?? [0, 0], middle) || FURTHEST)
  return Math.min(Math.max(...away) * 1.05, FURTHEST)
}

/** The great circle of a link, as points close enough together to be drawn. */
export function track({ from, to }: MapLink, steps = STEPS): LonLat[] {
  const between = geoInterpolate(lonLat(from), lonLat(to))
  return Array.from({ length: steps + 1 }, (_, step) => between(step / steps))
}

export function lonLat({ lon, lat }: Pick<Spot, 'lon' | 'lat'>): LonLat {
  return [lon, lat]
}

/** Scales and shifts the projection; gives the height in pixels. */
function fit(projection: GeoProjection, coordinates: LonLat[], { width, tallest, closest }: Limits): number {
  const [side, top] = [Math.min(90, width * 0.11), Math.min(56, width * 0.08)]
  const [[x0, y0], [x1, y1]] = geoPath(projection.scale(1).translate([0, 0])).bounds({
    type: 'MultiPoint',
    coordinates,
  })
  const wide = Math.min((width - 2 * side) / (x1 - x0), (width * EARTH) / closest)
  const height = Math.round(Math.min(tallest, Math.max(width * 0.5, (y1 - y0) * wide + 2 * top)))
  const scale = Math.min(wide, (height - 2 * top) / (y1 - y0))
  projection.scale(scale).translate([(width - (x0 + x1) * scale) / 2, (height - (y0 + y1) * scale) / 2])
  return height
}

/** A map of the world without the empty paper beyond the poles. */
function cropped(projection: GeoProjection, height: number): number {
  const [[, north], [, south]] = geoPath(projection).bounds({ type: 'Sphere' })
  const [x, y] = projection.translate()
  const above = Math.max(0, north - RIM)
  projection.translate([x, y - above])
  return Math.round(Math.min(height, south + RIM) - above)
}

/** Opposite the middle of the widest stretch of longitude without a point. */
function middleLongitude(points: readonly LonLat[]): number {
  // Of thousands of points hardly any lies alone; and half a degree of the middle nobody sees.
  const sorted = [...new Set(points.map(([lon]) => Math.round(lon)))].sort((a, b) => a - b)
  let [widest, opposite] = [-1, 0]
  for (const [at, lon] of sorted.entries()) {
    const next = sorted[at + 1] ?? (sorted[0] ?? 0) + 360
    if (next - lon > widest) [widest, opposite] = [next - lon, (lon + next) / 2 + 180]
  }
  return opposite
}
