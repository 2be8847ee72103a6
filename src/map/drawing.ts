import type { Standing } from '../library/link.ts'

/** What a map is to show. How it looks is `draw-map.ts`. */
export type Theme = 'light' | 'dark'

/** A place on the map. Degrees, north and east positive. */
export type Spot = {
  /** In English, as the label is to read. */
  name: string
  /** In English. */
  country: string
  /** ISO 3166-1 alpha-2; tints the country when given. */
  code?: string
  lat: number
  lon: number
}

export type MapLink = {
  from: Spot
  to: Spot
  /** Shown by the line's pattern, the dot's shape and `word`, never by colour alone. */
  standing: Standing
  /** The status as the source gives it, where it is not a current one: `ended`, `suspended`. */
  word?: string
}

export type Drawing = {
  title: string
  /** One or more; each pair of places once. */
  links: readonly MapLink[]
  /** Pixels, at least 320; 800 when not given. The height follows from what is shown. */
  width?: number
  theme?: Theme
}

/** `alt` says in words what the picture shows, in 2,000 characters at most: more is refused where people talk. */
export type Picture = { svg: string; alt: string; width: number; height: number }

export function sameSpot(a: Spot, b: Spot): boolean {
  return a.name === b.name && a.lat === b.lat && a.lon === b.lon
}

/** The places of the links, each once, in the order of first mention. */
export function distinct(spots: readonly Spot[]): Spot[] {
  return spots.filter((spot, at) => spots.findIndex((other) => sameSpot(spot, other)) === at)
}
