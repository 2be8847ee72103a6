import type { Moment } from '../answer/answer.ts'
import type { Standing } from '../answer/table.ts'

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
  /** The status as the source gives it, where the link does not stand: `ended`, `suspended`. */
  word?: string
}

export type Drawing = {
  title: string
  /** One or more; each pair of places once. */
  links: readonly MapLink[]
  /** Of one link, what happened on it: drawn below the map. */
  timeline?: readonly Moment[]
  /** Pixels, at least 320; 800 when not given. The height follows from what is shown. */
  width?: number
  theme?: Theme
}

/** `alt` says in words what the picture shows, in 2,000 characters at most: more is refused where people talk. */
export type Picture = { svg: string; alt: string; width: number; height: number }

/** More links than this are shown as a whole: lines get thin, and only some places are named. */
const EACH_NAMED = 40

export function isCrowded(links: readonly MapLink[]): boolean {
  return links.length > EACH_NAMED
}

/** Equal for the same place, and only for it. Of thousands of links it is wanted thirty times each, and put together once. */
export function spotKey(spot: Spot): string {
  const known = keys.get(spot)
  if (known !== undefined) return known
  const key = `${spot.lat} ${spot.lon} ${spot.name}`
  keys.set(spot, key)
  return key
}

const keys = new WeakMap<Spot, string>()

export function sameSpot(a: Spot, b: Spot): boolean {
  return a.name === b.name && a.lat === b.lat && a.lon === b.lon
}

/** The places of the links, each once, in the order of first mention. */
export function distinctSpots(spots: readonly Spot[]): Spot[] {
  const byKey = new Map<string, Spot>()
  for (const spot of spots) {
    const key = spotKey(spot)
    if (!byKey.has(key)) byKey.set(key, spot)
  }
  return [...byKey.values()]
}

export type Palette = {
  paper: string
  sea: string
  land: string
  /** Countries that hold a place of the map. */
  partner: string
  border: string
  coast: string
  text: string
  quiet: string
  /** The place or places the links start from. */
  home: string
  lines: Readonly<Record<Standing, string>>
}

/** Text on any of the grounds is 4.5:1 or better, lines and dots 3:1 or better (WCAG 2.2 AA): a test computes it. */
export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    paper: '#ffffff',
    sea: '#e4edf3',
    land: '#f8f6f0',
    partner: '#ece5d3',
    border: '#cdc6b6',
    coast: '#b3bfc7',
    text: '#16222e',
    quiet: '#4f5b66',
    home: '#16222e',
    lines: { active: '#0b5a8f', listed: '#1d6b57', ended: '#9a4a12', doubt: '#6b4a8c' },
  },
  dark: {
    paper: '#14191f',
    sea: '#18222c',
    land: '#2b343d',
    partner: '#3a444e',
    border: '#4c5762',
    coast: '#55626e',
    text: '#f2f5f8',
    quiet: '#c3ccd5',
    home: '#ffffff',
    lines: { active: '#7cc4f5', listed: '#7fd8bd', ended: '#f0a974', doubt: '#cfb2ee' },
  },
}

/** Line patterns by standing, in pixels of line and gap. */
export const dashes: Readonly<Record<Standing, string | undefined>> = {
  active: undefined,
  listed: '9 4 1.5 4',
  ended: '7 5',
  doubt: '1.5 4',
}
