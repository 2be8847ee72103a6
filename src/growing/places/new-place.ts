import type { Writable } from '../../knowledge/file/entry-lines.ts'
import type { Area, KnownPlace } from '../../knowledge/records.ts'
import { fold } from '../../search/words/fold.ts'
import type { Addition } from '../folder/addition.ts'
import type { Found } from './resolve.ts'
import type { Council, Town, Towns } from './towns.ts'
import { districtId } from './typed-name.ts'

type Has = { has(one: string): boolean }

/** Knows what the folder has, so that nothing is written twice. */
export type HeldIds = {
  /** In small letters: another place’s name is no other name of a new one. */
  names: Has
  places: Has
  areas: Has
  exists: ReadonlyMap<string, KnownPlace>
}

/** The entries that a place needs: its own, its council area’s, and those of the areas they lie in. */
export function additionsFor(found: Found, held: HeldIds, towns: Towns): readonly Addition[] {
  if (found.is === 'council') return councilWithAreas(found.council, found.also, held, towns)
  if (found.is === 'district') return [place('twins', districtEntry(found.name, found.seat))]
  const { town } = found
  const council = town.within === undefined ? undefined : towns.council(town.within)
  const around = council && !held.places.has(council.id) ? councilWithAreas(council, [], held, towns) : []
  return [...around, place(town.country === 'GB' ? 'uk' : 'twins', townEntry(found, held))]
}

function place(file: 'uk' | 'twins', entry: Addition['entry']): Addition {
  return { path: `places/${file}.yml`, key: 'places', entry }
}

function councilWithAreas(
  council: Council,
  also: readonly string[],
  held: HeldIds,
  towns: Towns,
): readonly Addition[] {
  const { id, name, nation, region, authority, lat, lon } = council
  // The list of places that exist still has it, and is not edited.
  const town = council.town !== undefined && held.exists.has(council.town) ? council.town : undefined
  const others = also.filter((other) => !held.names.has(other.toLowerCase()))
  const entry = { id, name, country: 'GB', also: listOf(others), nation, region, authority, town, lat, lon }
  const areas = [nation, region, authority].flatMap((code) =>
    code === undefined || held.areas.has(code) ? [] : towns.areas.filter((area) => area.id === code),
  )
  return [...areas.map(areaAddition), place('uk', entry)]
}

function areaAddition({ id, kind, name }: Area): Addition {
  return { path: 'places/uk.yml', key: 'areas', entry: { id, kind, name } }
}

function townEntry({ town, name }: { town: Town; name: string }, { exists, names }: HeldIds) {
  const { id, country, within, lat, lon, population } = town
  const listed = exists.get(id)?.also ?? town.also
  const others = [town.name, ...listed].filter(
    (other) => fold(other) !== fold(name) && !names.has(other.toLowerCase()),
  )
  const also = listOf([...new Set(others)])
  return { id, name, country, also, within, lat, lon, ...(population >= COUNTED ? { population } : {}) }
}

/** Of smaller towns the list has their people in round numbers only. */
const COUNTED = 15_000

function districtEntry(name: string, { country, lat, lon }: Pick<Town, 'country' | 'lat' | 'lon'>) {
  return { id: districtId(name), name, country, lat, lon }
}

function listOf(names: readonly string[]): Writable | undefined {
  return names.length > 0 ? names : undefined
}
