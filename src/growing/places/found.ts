import type { Place } from '../../knowledge/records.ts'
import type { Council, Town } from './towns.ts'
import { districtId } from './typed-name.ts'

/** A place that exists and that the folder does not hold yet. */
export type Found =
  | { is: 'council'; council: Council; also: readonly string[] }
  | { is: 'town'; town: Town; name: string }
  /** A state, province or district abroad, by the town it is administered from. */
  | { is: 'district'; name: string; seat: Seat }

export type Seat = Pick<Town, 'id' | 'name' | 'country' | 'lat' | 'lon' | 'area' | 'council'>

export function seatOf({ id, name, country, lat, lon }: Place): Seat {
  return { id, name, country, lat: String(lat), lon: String(lon) }
}

export function idOf(found: Found): string {
  if (found.is === 'council') return found.council.id
  return found.is === 'town' ? found.town.id : districtId(found.name)
}

export function countryOf(found: Found): string {
  if (found.is === 'council') return 'GB'
  return found.is === 'town' ? found.town.country : found.seat.country
}

/** As it was asked for: `Cologne` of Köln. */
export function nameOf(found: Found): string {
  return found.is === 'council' ? found.council.name : found.name
}
