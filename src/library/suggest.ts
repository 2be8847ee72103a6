import { countryName } from '../answer/in-words.ts'
import type { Knowledge } from '../knowledge/records.ts'
import { lasting } from '../search/lazily.ts'
import { nameIndex } from '../search/names/names.ts'
import { fold } from '../search/words/fold.ts'

/** Of what kind a completion is to be: somewhere on the map, or a topic of the report of that word. */
export type Only = 'places' | { report: string }

/** What is less alike than this is no near miss. */
const NEAR = 0.7
/** So many names that begin alike are compared; of `s` alone there are hundreds. */
const MOST_COMPARED = 500
/** So many more near misses are looked at when some of them are of another kind. */
const WIDER = 4

/** A name from its beginning or from a word inside it, and whose it is. `farness`: own name, another name, inside one. */
type Start = { key: string; item: Suggestible; farness: 0 | 1 | 2 }

/**
 * Completions of what was typed so far: names that begin so, then names with a word that begins so, then near misses.
 * Of two equally good the one with more links comes first.
 */
export function suggestions(
  knowledge: Knowledge,
): (typed: string, k: number, only?: Only) => readonly string[] {
  const all = lasting(() => suggestibles(knowledge))
  const starts = lasting(() =>
    all()
      .flatMap(startsOf)
      .sort((one, other) => (one.key < other.key ? -1 : 1)),
  )
  const names = lasting(() => {
    const items = all()
    return nameIndex({
      count: items.length,
      namesOf: (item) => (items[item] as Suggestible).names,
      weightOf: (item) => (items[item] as Suggestible).links * 1000,
    })
  })
  return (typed, k, only) => {
    const key = fold(typed.slice(0, 100))
    if (key === '' || k < 1) return []
    const found = new Set(beginning(starts(), key, only))
    if (found.size < k && key.length > 2) {
      for (const { record, likeness } of names().like(key, only ? k * WIDER : k)) {
        const item = all()[record] as Suggestible
        if (likeness >= NEAR && isOf(item, only)) found.add(item.shown)
      }
    }
    return [...found].slice(0, k)
  }
}

function startsOf(item: Suggestible): Start[] {
  return item.names.flatMap((name, place) => {
    const words = fold(name).split(' ')
    return words.map((_, at) => ({
      key: words.slice(at).join(' '),
      item,
      farness: at > 0 ? (2 as const) : place > 0 ? (1 as const) : (0 as const),
    }))
  })
}

function beginning(starts: readonly Start[], key: string, only: Only | undefined): readonly string[] {
  const found: Start[] = []
  for (let at = firstFrom(starts, key); found.length < MOST_COMPARED; at++) {
    const start = starts[at]
    if (!start?.key.startsWith(key)) break
    if (isOf(start.item, only)) found.push(start)
  }
  found.sort(
    (one, other) =>
      one.farness - other.farness ||
      other.item.links - one.item.links ||
      one.key.length - other.key.length ||
      (one.item.shown < other.item.shown ? -1 : 1),
  )
  return found.map(({ item }) => item.shown)
}

/** Where in the sorted list the names begin that are not before `key`. */
function firstFrom(starts: readonly Start[], key: string): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as Start).key < key) low = middle + 1
    else high = middle
  }
  return low
}

/** Something that can be typed and asked for, under any of its names. `links` is how much there is to show. */
type Suggestible = {
  shown: string
  names: readonly string[]
  links: number
  places: boolean
  /** Words of the reports that it is a topic of. */
  reports: readonly string[]
}

/** Places, countries with links, areas, commands and topics of reports, topics of statements. Each text once, whatever its case. */
function suggestibles(knowledge: Knowledge): readonly Suggestible[] {
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
  for (const { command, word, title, findings } of knowledge.reports) {
    add(command ?? `report ${word}`, [title], findings.length)
    for (const finding of findings) add(finding.title, finding.also, 1, { report: word })
  }
  for (const { topics } of knowledge.statements.values()) for (const topic of topics) add(topic, [], 1)
  return [...items.values()]
}

function isOf({ places, reports }: Suggestible, only: Only | undefined): boolean {
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
