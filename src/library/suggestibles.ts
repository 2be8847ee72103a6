import { countryName } from '../answer/country-name.ts'
import type { Knowledge } from '../knowledge/records.ts'
import { fold } from '../search/words/fold.ts'

/** Of what kind a completion is to be: somewhere on the map, or a topic of the report with that command. */
export type Only = 'places' | { report: string }

/** Something that can be typed and asked for, under any of its names. `links` is how much there is to show. */
export type Suggestible = {
  shown: string
  names: readonly string[]
  links: number
  places: boolean
  /** Commands of the reports that it is a topic of. */
  reports: readonly string[]
}

/** Places, countries with links, areas, commands and topics of reports, topics of statements. Each text once, whatever its case. */
export function suggestibles(knowledge: Knowledge): readonly Suggestible[] {
  const items = new Map<string, Suggestible>()
  const add = (shown: string, names: readonly string[], links: number, only?: Only) => {
    const before = items.get(fold(shown))
    items.set(fold(shown), {
      shown: before?.shown ?? shown,
      names: [...new Set([...(before?.names ?? [shown]), ...names])],
      links: Math.max(links, before?.links ?? 0),
      places: only === 'places' || (before?.places ?? false),
      reports: [...(before?.reports ?? []), ...(typeof only === 'object' ? [only.report] : [])],
    })
  }
  const links = linksOf(knowledge)
  for (const { id, name, also } of knowledge.places.values())
    add(name, also, links.get(id)?.size ?? 0, 'places')
  for (const [country, places] of countriesOf(knowledge)) add(country, [], places.size, 'places')
  for (const { name, also } of knowledge.areas.values()) add(name, also, 1, 'places')
  for (const { command, title, findings } of knowledge.reports) {
    if (command) add(command, [title], findings.length)
    const only = command ? { report: command } : undefined
    for (const finding of findings) add(finding.title, finding.also, 1, only)
  }
  for (const { topics } of knowledge.statements.values()) for (const topic of topics) add(topic, [], 1)
  return [...items.values()]
}

export function isOf({ places, reports }: Suggestible, only: Only | undefined): boolean {
  if (only === undefined) return true
  return only === 'places' ? places : reports.includes(only.report)
}

/** Place → the places at the other ends of its links. */
function linksOf({ assertions }: Knowledge): ReadonlyMap<string, ReadonlySet<string>> {
  const links = new Map<string, Set<string>>()
  for (const { place, twin } of assertions) {
    for (const [one, other] of [
      [place, twin],
      [twin, place],
    ] as const) {
      links.set(one, (links.get(one) ?? new Set()).add(other))
    }
  }
  return links
}

/** Country → its places that are someone's twin. */
function countriesOf({ assertions, places }: Knowledge): ReadonlyMap<string, ReadonlySet<string>> {
  const countries = new Map<string, Set<string>>()
  for (const { twin } of assertions) {
    const place = places.get(twin)
    if (!place) continue
    const name = countryName(place.country)
    countries.set(name, (countries.get(name) ?? new Set()).add(twin))
  }
  return countries
}
