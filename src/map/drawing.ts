import { type Answer, findingsOf } from '../answer/answer.ts'
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

export function sameSpot(a: Spot, b: Spot): boolean {
  return a.name === b.name && a.lat === b.lat && a.lon === b.lon
}

/** The places of the links, each once, in the order of first mention. */
export function distinctSpots(spots: readonly Spot[]): Spot[] {
  return spots.filter((spot, at) => spots.findIndex((other) => sameSpot(spot, other)) === at)
}

/** What to draw below an answer that is a list of links, and nothing else; `undefined` for any other answer. */
export function mapOf(answer: Answer, knowledge: Knowledge): Drawing | undefined {
  const findings = findingsOf(answer)
  if (findings.length === 0 || findings.some(({ kind }) => kind !== 'twinning')) return undefined
  const shown = new Set(findings.map(({ id }) => id))
  const links = linksOf(knowledge).filter(({ assertions }) => assertions.some(({ id }) => shown.has(id)))
  return links.length > 0 ? { title: answer.heading, links: links.map(mapLink) } : undefined
}

function mapLink(link: Link): MapLink {
  const { place, twin, standing, decisive } = link
  const word = stands(link) ? undefined : decisive?.status
  return { from: spot(place), to: spot(twin), standing, ...(word && { word }) }
}

function spot({ name, country, lat, lon }: Place): Spot {
  return { name, country: countryName(country), code: country, lat, lon }
}
