import type { Ask } from '../../answer/answer.ts'
import { AND, count } from '../../answer/in-words.ts'
import type { Knowledge, Place } from '../../knowledge/records.ts'
import type { Link } from '../../library/link.ts'
import { atHome, covers, type Locality, localityName } from '../../places/locality.ts'
import { keptFor } from '../../search/lazily.ts'
import type { AnswerContext } from '../answer-context.ts'

/** How many towns of a council area get a button. */
const MOST_TOWNS = 3
/** How many places are named in a sentence. */
const MOST_NAMES = 8

/**
 * `2 links of Kirklees itself; then those of Huddersfield, which lies in it.` Nothing where all links are its own, or
 * everybody knows that it has none: a region, an authority.
 */
export function ownFirst(localities: readonly Locality[], links: readonly Link[]): readonly string[] {
  const [only] = localities
  if (localities.length !== 1 || !only || only.is === 'country') return []
  const asked = only.is === 'place' ? only.place : only.area
  const inside = [...new Set(links.map(({ place }) => place))].filter(({ within }) =>
    within.includes(asked.id),
  )
  if (inside.length === 0) return []
  const own = links.filter(({ place }) => place.id === asked.id).length
  // Of a nation, only its government says that it lies in it.
  if (own === 0 && links.some(({ place }) => !inside.includes(place))) return []
  const names =
    inside.length > MOST_NAMES ? `${inside.length} places` : AND.format(inside.map(({ name }) => name))
  return [
    own > 0
      ? `${count(own, 'link')} of ${asked.name} itself; then those of ${names}, which ${inside.length === 1 ? 'lies' : 'lie'} in it.`
      : `${capitalised(asked.name)} has no links of its own recorded; held inside it: ${names}.`,
  ]
}

/** From a town to its council area, whose links it does not show; from a council area to its towns, each by itself. */
export function upAndDown(localities: readonly Locality[], context: AnswerContext): readonly Ask[] {
  const [only] = localities
  if (localities.length !== 1 || only?.is !== 'place') return []
  const { place } = only
  const around = place.within.map((id) => context.knowledge.places.get(id)).filter((one) => one !== undefined)
  const { inOrAt, inside } = linkedPlaces(context.links)
  const up = around.filter(({ id }) => inOrAt.has(id))
  const down = inside.get(place.id) ?? []
  return [...up.slice(0, 1), ...down.slice(0, MOST_TOWNS)].map(step)
}

/** Of the places with a link: what each is or lies in, and which of them lie in a place. */
const linkedPlaces = keptFor((links: readonly Link[]) => {
  const linked = [...new Set(links.map(({ place }) => place))]
  const around = linked.flatMap((place) => place.within.map((id) => ({ id, place })))
  const inside = Map.groupBy(around, ({ id }) => id)
  return {
    inOrAt: new Set([...linked.map(({ id }) => id), ...inside.keys()]),
    inside: new Map([...inside].map(([id, towns]) => [id, towns.map(({ place }) => place)])),
  }
})

/** That Durham and Kostroma are not linked is not all: County Durham, in which it lies, and Kostroma are, or were. */
export function aroundOfPair(
  localities: readonly Locality[],
  { links, knowledge }: AnswerContext,
): { lead: readonly string[]; next: readonly Ask[] } {
  const home = localities.find((one) => one.is === 'place' && atHome(one))
  const other = localities.find((one) => one !== home)
  if (localities.length !== 2 || home?.is !== 'place' || !other) return { lead: [], next: [] }
  const councils = home.place.within.flatMap((id) => knowledge.places.get(id) ?? [])
  const linked = councils.filter(({ id }) =>
    links.some(({ place, twin }) => place.id === id && covers(other, twin)),
  )
  const name = localityName(other)
  return {
    lead: linked.map(
      (one) => `A link is recorded between ${one.name}, in which ${home.place.name} lies, and ${name}.`,
    ),
    next: linked.map((one) => ({ label: `${one.name} and ${name}`, ask: `twins ${one.name} ${name}` })),
  }
}

function step({ name }: Place): Ask {
  return { label: `Links of ${name}`, ask: `twins ${name}` }
}

/** `the Humber`, as a sentence begins. */
function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** The council area around the one town that is named. */
export function aroundIt(localities: readonly Locality[], { places }: Knowledge): readonly Place[] {
  const [only, another] = localities.filter(atHome)
  if (only?.is !== 'place' || another) return []
  return only.place.within.flatMap((id) => places.get(id) ?? [])
}
