import type { Answer } from '../answer/answer.ts'
import { countryName } from '../answer/in-words.ts'
import type { Standing } from '../answer/table.ts'
import type { Knowledge, Place } from '../knowledge/records.ts'
import { type Link, linksOf, stands } from '../library/link.ts'

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

/** Equal for the same place, and only for it. */
export function spotKey({ name, lat, lon }: Spot): string {
  return `${lat} ${lon} ${name}`
}

export function sameSpot(a: Spot, b: Spot): boolean {
  return a.name === b.name && a.lat === b.lat && a.lon === b.lon
}

/** The places of the links, each once, in the order of first mention. */
export function distinctSpots(spots: readonly Spot[]): Spot[] {
  const byKey = new Map<string, Spot>()
  for (const spot of spots) if (!byKey.has(spotKey(spot))) byKey.set(spotKey(spot), spot)
  return [...byKey.values()]
}

/** What to draw for an answer with a table of links: those links; `undefined` for any other answer. */
export function mapOf({ heading, table }: Answer, knowledge: Knowledge): Drawing | undefined {
  const shown = new Set(table?.rows.map(({ link }) => link))
  if (shown.size === 0) return undefined
  // Only these: all links of a folder take a hundred times as long, and whoever asks meanwhile waits.
  const assertions = knowledge.assertions.filter(({ place, twin }) => shown.has(`${place} ${twin}`))
  const links = linksOf({ ...knowledge, assertions })
  return links.length > 0 ? { title: heading, links: links.map(mapLink) } : undefined
}

function mapLink(link: Link): MapLink {
  const { place, twin, standing, decisive } = link
  const word = stands(link) ? undefined : decisive?.status
  return { from: spot(place), to: spot(twin), standing, ...(word && { word }) }
}

function spot({ name, country, lat, lon }: Place): Spot {
  return { name, country: countryName(country), code: country, lat, lon }
}
