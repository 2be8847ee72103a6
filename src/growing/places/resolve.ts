import { countryName } from '../../answer/in-words.ts'
import { type NamedPlace, placeLookup } from '../../knowledge/exists.ts'
import { shown } from '../../knowledge/file/nearest.ts'
import type { Place } from '../../knowledge/records.ts'
import { lazily } from '../../search/lazily.ts'
import { fold } from '../../search/words/fold.ts'
import { countryOf, type Found, idOf, nameOf, seatOf } from './found.ts'
import type { Council, Town, Towns } from './towns.ts'
import { codeOf, countryNamed, isIn, noCountry, parted } from './typed-name.ts'

const LIST = 'the list that comes with Hansa (UK towns of 500 people or more, others of 1,000)'

/** Which place a name means; `besides` tells of lesser places of the name that were passed over. */
export type Meant =
  | { is: 'held'; place: Place }
  | (Found & { besides: readonly string[] })
  /** The largest come first; `more` are left out. */
  | { is: 'choice'; between: readonly Choice[]; more?: number }
  /** `instead` is what can be written where it is an area of many councils; `tip` what to do where that is not the usual. */
  | { is: 'unknown'; why: string; tip?: string; instead?: readonly string[] }

/** `write` is what names it, and nothing else; `name` is how people would: `Newport, Wales`. */
export type Choice = { write: string; name: string; says: string }

export type Resolving = {
  /** The UK’s own place comes first: it is whose links are written down. */
  side: 'home' | 'partner'
  /** Country, as a code or in English. */
  country?: string
  /** The town that a district is administered from. */
  seat?: string
}

export type Resolve = (written: string, how: Resolving) => Meant

/** Of places the folder holds, then of those that exist: councils, towns by their own names, provinces, other names. */
export function placeResolver(of: readonly Place[], towns: () => Towns, held = placeLookup(of)): Resolve {
  const councilsByName = lazily(() => Map.groupBy(towns().councils, ({ name }) => fold(name)))
  const byTown = lazily(() => new Map(towns().councils.map((council) => [council.town, council])))

  const resolve: Resolve = (written, how) => {
    // `Alfeld (Leine)` is a name of its own.
    const { name, where } =
      written.includes('(') && candidates(written)[0] ? { name: written } : parted(written)
    const country = how.country === undefined ? undefined : countryNamed(how.country)
    if (how.country !== undefined && !country) return { is: 'unknown', ...noCountry(how.country) }
    if (how.seat !== undefined) return seated(name, how.seat, country)
    const known = held(written).length > 0 ? held(written) : where ? held(name).filter(isIn(where)) : []
    const here = country ? known.filter((place) => place.country === country) : known
    const [one, other] = here
    const fits = (of: string) => (of === 'GB') === (how.side === 'home')
    // Washington as a partner abroad says nothing of the Washington whose links are written down, nor the other way round.
    const isOther = one && !country && !where && !fits(one.country)
    const isMeant = !isOther || !candidates(name).some((found) => fits(countryOf(found)))
    if (other) return { is: 'choice', between: here.map(choiceOfHeld) }
    if (one?.id === written) return { is: 'held', place: one }
    if (/^[EWSN]\d{8}$/.test(written) || /^[1-9]\d{3,8}$/.test(written)) return byId(written)
    const code = country ?? (where ? codeOf(where) : undefined)
    const all = candidates(name)
      .filter((place) => !country || countryOf(place) === country)
      .map((place) => (where ? withCouncil(place, where) : place))
    const found = all.filter(
      (place) =>
        (code === undefined || countryOf(place) === code) && (!where || code || isThere(place, where)),
    )
    if (one && isMeant)
      return besideNamesakes(
        one,
        found.filter((place) => fits(countryOf(place))),
        how.side,
      )
    // Of that name, and not where it is said to be: who wrote it chooses.
    if (found.length === 0 && where && all.length > 0) {
      const abroad = how.side === 'partner' && !code ? countryNamed(where) : undefined
      const there = abroad && resolve(name, { ...how, country: abroad })
      return there && there.is !== 'unknown' ? there : choiceBetween(all, how.side)
    }
    return chosen(found, how.side, country && !where ? `${written}, ${countryName(country)}` : written)
  }

  /** That a place is held says nothing of its namesakes: a lesser one is passed over, of another it has to be said. */
  function besideNamesakes(place: Place, found: readonly Found[], side: Resolving['side']): Meant {
    const own = found.find((one) => idOf(one) === place.id)
    const largest = Math.max(0, ...found.filter((one) => one !== own).map(sizeOf))
    const isClear = own === undefined || isFar(sizeOf(own), largest, side)
    return largest === 0 || isClear ? { is: 'held', place } : choiceBetween(found, side)
  }

  function byId(id: string): Meant {
    const council = towns().council(id)
    if (council) return { ...foundCouncil(council), besides: [] }
    const town = towns().byId(id)
    if (town) return { ...foundTown(town, town.name), besides: [] }
    return { is: 'unknown', why: `no place with the id ${id} is in the list that comes with Hansa` }
  }

  function candidates(name: string): readonly Found[] {
    const key = fold(name)
    const councils = (councilsByName().get(key) ?? []).map(foundCouncil)
    const own = towns().named(key)
    const least = Math.max(LARGE, FAR_LARGER * (own[0]?.population ?? 0))
    // Cologne is a village in Lombardy, and what the English call Köln.
    const famous =
      own.length > 0
        ? towns()
            .alsoNamed(key)
            .filter((town) => town.population >= least)
        : []
    const found = [...councils, ...[...own, ...famous].map((town) => foundTown(town, name))]
    const districts = () =>
      towns()
        .seatsOf(key)
        .map(({ name, town }): Found => ({ is: 'district', name, seat: town }))
    const others = () =>
      towns()
        .alsoNamed(key)
        .map((town) => foundTown(town, name))
    for (const some of [() => found, others, districts]) {
      const places = [...new Map(some().map((one) => [idOf(one), one])).values()]
      if (places.length > 0) return places
    }
    return []
  }

  /** The town that bears a council’s name is that council to everyone. */
  function foundTown(town: Town, name: string): Found {
    const council = byTown().get(town.id)
    return council ? foundCouncil(council) : { is: 'town', town, name }
  }

  const foundCouncil = (council: Council): Found => ({ is: 'council', council, also: council.also ?? [] })

  function seated(name: string, seat: string, country: string | undefined): Meant {
    const meant = resolve(seat, { side: 'partner', ...(country ? { country } : {}) })
    const town = meant.is === 'town' ? meant.town : meant.is === 'held' ? seatOf(meant.place) : undefined
    if (town) return { is: 'district', name, seat: town, besides: [] }
    if (meant.is === 'choice') return meant
    return { is: 'unknown', why: `“${seat}”, its seat, is no town we know` }
  }

  function chosen(found: readonly Found[], side: Resolving['side'], written: string): Meant {
    const [first, more] = found
    if (!first) return { is: 'unknown', why: `no place called “${shown(written)}” is in ${LIST}` }
    const besides = (rest: readonly Found[]) => rest.slice(0, 3).map((one) => choiceOf(one).says)
    if (!more) return heldOr(first, [])
    const bySize = (some: readonly Found[]) => some.toSorted((a, b) => sizeOf(b) - sizeOf(a))
    const [own, other] = bySize(found.filter((one) => countryOf(one) === 'GB'))
    const isOnly = own && isFar(sizeOf(own), other ? sizeOf(other) : 0, 'home')
    if (side === 'home' && isOnly) return heldOr(own, besides(found.filter((one) => one !== own)))
    const [largest, next] = bySize(found)
    const isFarLarger = largest && next && isFar(sizeOf(largest), sizeOf(next), 'partner')
    const isOwn = largest?.is === 'town' && fold(largest.town.name) === fold(largest.name)
    if (side === 'partner' && isFarLarger && isOwn && own?.is !== 'council')
      return heldOr(largest, besides(found.filter((one) => one !== largest)))
    return choiceBetween(found, side)
  }

  /** Whose links are written down is one of the UK, where there is one. */
  function choiceBetween(found: readonly Found[], side: Resolving['side']): Meant {
    const home = found.filter((one) => countryOf(one) === 'GB')
    const [one] = found
    if (side === 'home' && home.length === 0 && one)
      return { is: 'unknown', why: `no place of the UK called “${nameOf(one)}” is in ${LIST}` }
    const shown = (side === 'home' ? home : found).toSorted((a, b) => sizeOf(b) - sizeOf(a))
    const more = Math.max(0, shown.length - MOST_CHOICES)
    return { is: 'choice', between: shown.slice(0, MOST_CHOICES).map(choiceOf), ...(more > 0 && { more }) }
  }

  function sizeOf(found: Found): number {
    if (found.is === 'town') return found.town.population
    if (found.is === 'district') return 0
    const { town } = found.council
    // A district that no town gives its name is large.
    return town === undefined ? LARGE : (towns().byId(town)?.population ?? LARGE)
  }

  /** `Margate, Thanet`: of a few towns the list does not say in which council area they lie, and whoever writes knows. */
  function withCouncil(place: Found, where: string): Found {
    if (place.is !== 'town' || place.town.country !== 'GB' || place.town.within) return place
    const { lat, lon } = place.town
    const [council] = councilsByName().get(fold(where)) ?? []
    const far = council && Math.max(Math.abs(+council.lat - +lat), Math.abs(+council.lon - +lon))
    // London lies in no borough: it is a region.
    const isArea = towns().areas.some(({ name }) => fold(name) === fold(place.name))
    if (far === undefined || far > FARTHEST || isArea) return place
    return { ...place, town: { ...place.town, within: council?.id, council: council?.name } }
  }

  /** `Washington, Sunderland`, `Newport, Wales`, `Boston, Massachusetts`: a country, an area of one, or what a council lies in. */
  function isThere(place: Found, where: string): boolean {
    const town = place.is === 'town' ? place.town : place.is === 'district' ? place.seat : undefined
    const council =
      place.is === 'council'
        ? place.council
        : towns().council((place.is === 'town' && place.town.within) || '')
    const areas = council ? [council.nation, council.region, council.authority] : []
    const names = towns().areas.flatMap(({ id, name }) => (areas.includes(id) ? [name] : []))
    return [town?.area, town?.council, ...names].some(
      (name) => name !== undefined && fold(name) === fold(where),
    )
  }

  function choiceOf(found: Found): Choice {
    const id = idOf(found)
    if (found.is === 'council') {
      const { name, nation } = found.council
      const own = `${name}, ${towns().areas.find((area) => area.id === nation)?.name ?? 'United Kingdom'}`
      return { write: id, name: own, says: `${own}, a council area (${id})` }
    }
    const { town, name } = found.is === 'town' ? found : { town: found.seat, name: found.name }
    const size = sizeOf(found)
    const people = size > 0 ? `, ${size.toLocaleString('en-GB')} people` : ''
    const area = town.area && town.area !== name ? `${town.area}, ` : ''
    const own = found.is === 'town' && fold(town.name) !== fold(name) ? ` (${town.name})` : ''
    return {
      write: id,
      name: `${name}, ${area ? town.area : countryName(town.country)}`,
      says: `${name}${own}, ${area}${countryName(town.country)}${people} (${id})`,
    }
  }

  /** By another name it may be one the folder holds. */
  function heldOr(found: Found, besides: readonly string[]): Meant {
    const id = idOf(found)
    const place = held(id).find((one) => one.id === id)
    return place ? { is: 'held', place } : { ...found, besides }
  }

  return resolve
}

/** The same as where questions are read: a namesake that much smaller is not meant. */
const LARGE = 100_000
const FAR_LARGER = 5
/** Of two UK places of a name, one that is no town and so much smaller than the other is passed over. */
const TOWN = 10_000
const MUCH_LARGER = 10
const MOST_CHOICES = 9
/** Degrees: no town lies farther from the seat of its council. */
const FARTHEST = 1

/** So much larger that the other is not meant. */
function isFar(size: number, other: number, side: Resolving['side']): boolean {
  if (side === 'home') return other < TOWN && size >= MUCH_LARGER * other
  return size >= Math.max(LARGE, FAR_LARGER * other)
}

function choiceOfHeld({ id, name, country }: NamedPlace): Choice {
  return { write: id, name: id, says: `${name}, ${countryName(country)} (${id})` }
}
