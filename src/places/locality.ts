import type { Subject } from '../answer/answer.ts'
import { countryName } from '../answer/in-words.ts'
import type { Area, CouncilArea, KnownPlace, Place } from '../knowledge/records.ts'
import { fold } from '../search/words/fold.ts'
import { withoutOffice } from './names-of.ts'

/** Something on the map that a question can be about. */
export type Locality =
  | { is: 'place'; place: Place }
  | { is: 'area'; area: Area }
  | { is: 'country'; code: string; name: string }

/** `Leeds`, `West Yorkshire`, `Germany`; a place abroad with its country: `Dortmund, Germany`. */
export function localityName(locality: Locality): string {
  if (locality.is === 'place') return placeName(locality.place)
  return locality.is === 'area' ? areaName(locality.area) : locality.name
}

function areaName({ name, country }: Area): string {
  return country === undefined ? name : `${name}, ${countryName(country)}`
}

export function placeName(place: Place): string {
  return place.country === 'GB' ? place.name : `${place.name}, ${countryName(place.country)}`
}

/** `Alabama, United States` */
export function whereabouts({ admin, country }: KnownPlace): string {
  return [admin, countryName(country)].filter(Boolean).join(', ')
}

/**
 * Whether `place` is the locality or lies in it: a town in its council area and in what that lies in, a council that was
 * taken into another in that one too. A town covers only itself.
 */
export function covers(locality: Locality, place: Place): boolean {
  if (locality.is === 'country') return place.country === locality.code
  const { id } = locality.is === 'area' ? locality.area : locality.place
  // Asked of every link, by most questions.
  return (
    place.id === id ||
    place.nation === id ||
    place.region === id ||
    place.authority === id ||
    place.within.includes(id)
  )
}

/** The ids and the code of all that covers the place. */
export function coveredBy({ id, country, nation, region, authority, within }: Place): ReadonlySet<string> {
  const all = [country, id, nation, region, authority, ...within]
  return new Set(all.filter((one) => one !== undefined))
}

/** Whether the UK end of a link is looked for here, or the other end. */
export function atHome(locality: Locality): boolean {
  if (locality.is === 'place') return locality.place.country === 'GB'
  return locality.is === 'area' ? locality.area.country === undefined : locality.code === 'GB'
}

/** `Norwich`; abroad, where namesakes abound, with its whereabouts: `Lincoln (Nebraska, United States)`. */
export function knownPlaceSubject(place: KnownPlace): Subject {
  const name = place.country === 'GB' ? place.name : `${place.name} (${whereabouts(place)})`
  return { is: 'place', id: place.id, name }
}

export function localitySubject(locality: Locality): Subject {
  return { is: 'place', id: localityId(locality), name: localityName(locality) }
}

/** A country's is its code. */
export function localityId(locality: Locality): string {
  if (locality.is === 'country') return locality.code
  return locality.is === 'area' ? locality.area.id : locality.place.id
}

/** A county or council area of the UK by one of its names; a council area is no county where none is called so. */
export type County = {
  isCounty: boolean
  holds(place: Place): boolean
  holdsKnown(known: KnownPlace): boolean
}

/** By folded names: what lies in each, held or only known to exist. Former counties say themselves what lies in them. */
export function countiesOf(
  areas: Iterable<Area>,
  councils: readonly CouncilArea[],
): ReadonlyMap<string, County> {
  type Held = { isCounty: boolean; ids: Set<string>; names: Set<string> }
  const all = new Map<string, Held>()
  // Of a folder that does not say so nobody knows which town lies in which county.
  if (councils.length === 0) return new Map()
  const add = (name: string, isCounty: boolean, ids: readonly string[], names: readonly string[]) => {
    const before = all.get(fold(name)) ?? { isCounty: false, ids: new Set(), names: new Set() }
    all.set(fold(name), {
      isCounty: before.isCounty || isCounty,
      ids: before.ids.union(new Set(ids)),
      names: before.names.union(new Set(names)),
    })
  }
  const known = (council: CouncilArea) => council.names.map(plain)
  for (const council of councils) {
    for (const county of council.counties) {
      for (const name of calledAlso(county)) add(name, true, [council.id], [...known(council), plain(county)])
    }
    for (const name of known(council)) add(name, false, [council.id], known(council))
  }
  for (const { kind, name, also, id, members } of areas) {
    if (kind !== 'county') continue
    const inside = councils.filter((one) => members.includes(one.id)).flatMap(known)
    for (const one of [name, ...also]) add(one, true, [id, ...members], [plain(name), ...inside])
  }
  return new Map(
    all.entries().map(([key, { isCounty, ids, names }]): [string, County] => [
      key,
      {
        isCounty,
        holds: ({ id, within }) => ids.has(id) || within.some((one) => ids.has(one)),
        holdsKnown: ({ country, admin = '' }) => country === 'GB' && names.has(plain(admin)),
      },
    ]),
  )
}

/** `Borough of Stockport` is Stockport. */
export function plain(name: string): string {
  return fold(withoutOffice(name))
}

/** `County Durham` is Durham, and Durham is County Durham. */
function calledAlso(county: string): readonly string[] {
  return county.includes(' ') || county.endsWith('shire') ? [county] : [county, `County ${county}`]
}
