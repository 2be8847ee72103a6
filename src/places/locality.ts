import type { Subject } from '../answer/answer.ts'
import { countryName } from '../answer/in-words.ts'
import type { Area, KnownPlace, Place } from '../knowledge/records.ts'

/** Something on the map that a question can be about. */
export type Locality =
  | { is: 'place'; place: Place }
  | { is: 'area'; area: Area }
  | { is: 'country'; code: string; name: string }

/** `Leeds`, `West Yorkshire`, `Germany`; a place abroad with its country: `Dortmund, Germany`. */
export function localityName(locality: Locality): string {
  if (locality.is === 'place') return placeName(locality.place)
  return locality.is === 'area' ? locality.area.name : locality.name
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
  return locality.is === 'area' || locality.code === 'GB'
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
