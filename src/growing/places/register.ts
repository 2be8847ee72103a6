import { count } from '../../answer/in-words.ts'
import { type PlaceLookup, placeLookup } from '../../knowledge/exists.ts'
import type { Writable } from '../../knowledge/file/entry-lines.ts'
import type { Area, Knowledge, KnownPlace, Place } from '../../knowledge/records.ts'
import { withoutOffice } from '../../places/names-of.ts'
import { lazily } from '../../search/lazily.ts'
import { fold } from '../../search/words/fold.ts'
import type { Addition } from '../folder/addition.ts'
import { councilsIn } from './county.ts'
import { type Found, idOf } from './found.ts'
import { knownByName } from './known-by-name.ts'
import { type Meant, placeResolver, type Resolving } from './resolve.ts'
import type { Council, Town, Towns } from './towns.ts'
import { districtId, parted } from './typed-name.ts'

/** A name of which it is known who is meant. */
export type Settled = Exclude<Meant, { is: 'choice' | 'unknown' }>

/** A place to write of, with the entries that it still needs and a sentence for each that is new. */
type Taken = { place: Place; additions: readonly Addition[]; said: readonly string[] }

export type PlaceRegister = {
  /** The folder’s own places that a name, a name with a country or an id stands for. */
  held: PlaceLookup<Place>
  resolve(written: string, how: Resolving): Meant
  take(settled: Settled): Taken
  /** How a file names the place: by name, or name and country; by id where that could be another one. */
  nameOf(place: Place, withCountry?: boolean): string
}

/** The places of a folder and those that are about to come into it. */
export function placeRegister(knowledge: Knowledge, towns: () => Towns): PlaceRegister {
  const places = new Map(knowledge.places)
  const areas = new Set(knowledge.areas.keys())
  const exists = lazily(() => new Map(knowledge.exists.map((known) => [known.id, known])))
  const held = placeLookup([...places.values()])
  /** Ids of those that come in, by their names. */
  const coming = new Map<string, Set<string>>()
  const names = { has: (name: string) => coming.has(name) || held(name).length > 0 }
  const resolve = placeResolver([...places.values()], towns, held)
  const byName = knownByName(knowledge, towns)
  const resolved = new Map<string, Meant>()
  function bear({ id, name, country, also }: Place): void {
    for (const one of [name, ...also]) {
      for (const key of [one, `${one}, ${country}`].map((text) => text.toLowerCase())) {
        coming.set(key, (coming.get(key) ?? new Set()).add(id))
      }
    }
  }

  const otherNames = lazily(() => {
    const british = knowledge.exists.filter(({ country }) => country === 'GB')
    return Map.groupBy(
      [
        ...knowledge.informal.flatMap(({ names, means }) =>
          names.flatMap((name) => means.map((of) => ({ name, of }))),
        ),
        ...british.flatMap(({ name: of, also }) => also.map((name) => ({ name, of }))),
      ],
      ({ name }) => fold(name),
    )
  })

  /** What people type for one place of the UK, as in a question: `Ynys Môn`. A partner abroad is not meant by it. */
  function known(written: string, how: Resolving): Meant {
    const meant = resolve(written, how)
    const other =
      how.side === 'home'
        ? (byName(written, meant) ?? inCounty(written, how, meant) ?? ofCouncils(written, how))
        : undefined
    if (other || meant.is !== 'unknown') return other ?? meant
    const name = withoutOffice(written)
    if (name !== written) return ofOffice(name, how, meant)
    if (how.side === 'partner') return meant
    const [called, ...others] = new Set(
      otherNames()
        .get(fold(written))
        ?.map(({ of }) => of),
    )
    return called === undefined || others.length > 0 ? meant : resolve(called, how)
  }

  /** `Braintree, Essex`: where nothing else is meant, the one place of that name in a council area of the county. */
  function inCounty(written: string, how: Resolving, meant: Meant): Meant | undefined {
    const { name, where } = parted(written)
    if (where === undefined || (meant.is !== 'unknown' && meant.is !== 'choice')) return undefined
    const ids = councilsIn(where, knowledge)
    const inside = towns().councils.filter(({ id }) => ids.has(id))
    const own = inside.filter((one) => fold(one.name) === fold(name))
    const found =
      own.length > 0
        ? own.map(({ id }) => resolve(id, how))
        : inside.map((one) => resolve(`${name}, ${one.name}`, how))
    // Of a town of which the list does not say where it lies, the county says too little.
    const known = found.filter(
      (one) =>
        one.is === 'held' || one.is === 'council' || (one.is === 'town' && towns().byId(one.town.id)?.within),
    )
    const [one, other] = new Map(known.map((one) => [JSON.stringify(one), one])).values()
    return one && !other ? one : undefined
  }

  /** `Norwich City Council`, `City of York`: the council area of that name, and no town beside it. */
  function ofOffice(name: string, how: Resolving, unknown: Meant): Meant {
    if (how.side === 'partner') return resolve(name, how)
    const [council, other] = towns().councils.filter((one) => fold(one.name) === fold(name))
    return council && !other ? resolve(council.id, how) : unknown
  }

  /**
   * London, like Yorkshire and England, is many councils, none of which bears its name: what is one’s is another’s not. Its own
   * name comes before a village’s: of Wales near Rotherham it is said where it lies.
   */
  function ofCouncils(written: string, how: Resolving): Meant | undefined {
    const called = (text: string) => towns().areas.find(({ name }) => fold(name) === fold(text))
    const own = resolve(written, { ...how, country: 'GB' })
    const isOther = own.is !== 'unknown' && (own.is !== 'town' || own.town.within !== undefined)
    const name = own.is === 'town' ? own.name : written
    const also = (text: string) =>
      knowledge.areas.values().find((area) => area.also.some((one) => fold(one) === fold(text)))
    const area = isOther ? called(written) : (also(name) ?? called(name))
    if (!area) return undefined
    const instead = towns()
      .councils.filter((one) => [one.nation, one.region, one.authority].includes(area.id))
      .map(({ name }) => name)
      .toSorted((a, b) => a.localeCompare(b, 'en'))
    return { is: 'unknown', why: `${area.name} is an area of ${count(instead.length, 'council')}`, instead }
  }

  return {
    held,
    resolve(written, how) {
      const key = JSON.stringify([written, how])
      const meant = resolved.get(key) ?? known(written, how)
      resolved.set(key, meant)
      return meant
    },
    take(settled) {
      if (settled.is === 'held') return { place: settled.place, additions: [], said: [] }
      const there = places.get(idOf(settled))
      if (there) return { place: there, additions: [], said: [] }
      const additions = additionsFor(settled, { names, places, areas, exists }, towns())
      for (const { key, entry } of additions) {
        const place = asPlace(entry)
        if (key === 'areas') areas.add(place.id)
        else {
          places.set(place.id, place)
          bear(place)
        }
      }
      const place = places.get(idOf(settled))
      if (!place) throw new Error(`the place ${idOf(settled)} was not made`)
      const others = settled.besides.length > 0 ? ` There is also ${settled.besides.join('; ')}.` : ''
      const placedAt = settled.is === 'town' ? settled.town.placedAt : undefined
      const at = placedAt ? ` It has the coordinates of ${placedAt} until you write its own.` : ''
      return {
        place,
        additions,
        said: [`New place: ${place.name}, ${place.country} (${place.id}).${at}${others}`],
      }
    },
    nameOf({ id, name, country }, withCountry) {
      const written = withCountry ? `${name}, ${country}` : name
      const bearers = [...held(written).map((one) => one.id), ...(coming.get(written.toLowerCase()) ?? [])]
      return new Set(bearers).size === 1 ? written : id
    },
  }
}

function asPlace(entry: Addition['entry']): Place {
  const { also = [], contains = [], within, lat, lon, ...rest } = entry as Record<string, unknown>
  return {
    ...(rest as Pick<Place, 'id' | 'name' | 'country'>),
    also: also as string[],
    contains: contains as string[],
    within: within === undefined ? [] : [String(within)],
    lat: Number(lat),
    lon: Number(lon),
  }
}

type Has = { has(one: string): boolean }

/** Knows what the folder has, so that nothing is written twice. */
type HeldIds = {
  /** In small letters: another place’s name is no other name of a new one. */
  names: Has
  places: Has
  areas: Has
  exists: () => ReadonlyMap<string, KnownPlace>
}

/** The entries that a place needs: its own, its council area’s, and those of the areas they lie in. */
function additionsFor(found: Found, held: HeldIds, towns: Towns): readonly Addition[] {
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
  const town = council.town !== undefined && held.exists().has(council.town) ? council.town : undefined
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
  const listed = exists().get(id)?.also ?? town.also
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
