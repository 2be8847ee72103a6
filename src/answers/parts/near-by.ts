import type { Answer, Ask } from '../../answer/answer.ts'
import { countryName } from '../../answer/in-words.ts'
import type { KnownPlace, Place } from '../../knowledge/records.ts'
import { atHome, covers, type Locality, localityName } from '../../places/locality.ts'
import type { AnswerContext } from '../answer-context.ts'

/** Of what a place lies in there may be links, of its county or of a council area: all of them, and the places there that have most. */
export function around({ admin, country }: KnownPlace, { knowledge, links }: AnswerContext): readonly Ask[] {
  if (country !== 'GB' || !admin) return []
  const all: readonly Locality[] = [
    ...[...knowledge.areas.values()].map((area) => ({ is: 'area', area }) as const),
    ...[...knowledge.places.values()].map((place) => ({ is: 'place', place }) as const),
  ]
  const found = all.find(
    (one) => localityName(one) === admin && links.some(({ place }) => covers(one, place)),
  )
  if (!found) return []
  return [{ label: `Links of ${admin}`, ask: `twins ${admin}` }, ...mostInside(found, admin, { links })]
}

/** The places inside an area that have most links. */
export function mostInside(
  area: Locality,
  name: string,
  { links }: Pick<AnswerContext, 'links'>,
): readonly Ask[] {
  const inside = Map.groupBy(
    links.filter(({ place }) => covers(area, place)),
    ({ place }) => place.name,
  )
  inside.delete(name)
  const most = [...inside].toSorted(
    ([a, one], [b, other]) => other.length - one.length || a.localeCompare(b, 'en'),
  )
  return most.slice(0, NEAREST).map(([one]) => ({ label: `In ${name}: ${one}`, ask: `twins ${one}` }))
}

/** So many places near by are offered. */
const NEAREST = 3

/** Under that we hold no links of a place: the nearest that have some. */
export function nearBy(localities: readonly Locality[], context: AnswerContext): readonly Ask[] {
  const [here, another] = localities
  if (here?.is !== 'place' || another || here.place.country !== 'GB') return []
  return nearest(here.place, context)
}

/** The same of a place that is in no folder. */
export function nearKnown({ id, country }: KnownPlace, context: AnswerContext): readonly Ask[] {
  if (country !== 'GB') return ofCountry(country, context)
  const { byId, councils } = context.exists()
  const at = byId(id) ?? councils.find((council) => council.id === id)
  return at ? nearest({ id, lat: Number(at.lat), lon: Number(at.lon) }, context) : []
}

function nearest({ id, lat, lon }: Pick<Place, 'id' | 'lat' | 'lon'>, { links }: AnswerContext) {
  // A degree of longitude is shorter up here.
  const far = (one: Place) => Math.hypot(one.lat - lat, (one.lon - lon) * Math.cos((lat * Math.PI) / 180))
  const homes = [...new Set(links.map(({ place }) => place))].filter((home) => home.id !== id)
  const near = homes.toSorted((one, other) => far(one) - far(other)).slice(0, NEAREST)
  return near.map(({ name }) => ({ label: `Near by: ${name}`, ask: `twins ${name}` }))
}

/** Of a place abroad: the links with its country, where there are any. */
export function ofCountry(code: string, { links }: Pick<AnswerContext, 'links'>): readonly Ask[] {
  if (code === 'GB' || !links.some(({ twin }) => twin.country === code)) return []
  return [{ label: `Links with ${countryName(code)}`, ask: `twins ${countryName(code)}` }]
}

/** Under that we hold no link between places: what is held of each, and with the country of one abroad. */
export function ofEachEnd(localities: readonly Locality[], context: AnswerContext): readonly Ask[] {
  if (localities.length < 2) return []
  const { links } = context
  return localities.flatMap((one) => [
    ...(links.some(({ place, twin }) => covers(one, place) || covers(one, twin))
      ? [{ label: `Links of ${localityName(one)}`, ask: `twins ${localityName(one)}` }]
      : []),
    ...(one.is === 'place' ? ofCountry(one.place.country, context) : []),
  ])
}

/** Of what a link can be handed in: the UK end first, and the other where there is one. */
export function tellOf(localities: readonly Locality[]): Pick<Answer, 'tell'> {
  const home = localities.find(atHome) ?? localities[0]
  if (!home) return {}
  const partner = localities.find((one) => one !== home && !atHome(one))
  return { tell: { place: localityName(home), ...(partner && { partner: localityName(partner) }) } }
}
