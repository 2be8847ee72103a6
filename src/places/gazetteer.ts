import { countryName } from '../answer/in-words.ts'
import type { InformalName, Knowledge, KnownPlace, Place } from '../knowledge/records.ts'
import { keptFor, lasting } from '../search/lazily.ts'
import { oneEditAway } from '../search/words/edits.ts'
import { fold } from '../search/words/fold.ts'
import { englishCountries, foreignCountries, type State, statesOf } from './countries.ts'
import { informalNames } from './informal-names.ts'
import { atHome, type County, countiesOf, type Locality, localityName, plain } from './locality.ts'
import { areaNames, otherNames, placeNames, writtenOut } from './names-of.ts'
import { type Partner, partnersIn } from './reading/partners.ts'
import { type Slip, slipsOfNames } from './reading/slips-of-names.ts'
import { shortNames } from './short-names.ts'
import { type Existing, existingPlaces } from './world-places.ts'

/** Something we hold under a name: its own name, or another one. */
export type Held = { locality: Locality; how: 'exact' | 'alias'; called?: InformalName['is'] }

/** Every name that can be recognised. Keys are folded names. */
export type Gazetteer = Existing & {
  held: ReadonlyMap<string, readonly Held[]>
  /** Parts of places: `huddersfield` → Kirklees. */
  inside: ReadonlyMap<string, Place>
  /** How many letters the longest of their names has. */
  longestHeld: number
  /** False where none of their names has about as many words and letters: no two slips lead from a name to a sentence. */
  mayBeTwoSlipsAway(key: string): boolean
  /** What we hold under the name, or under what it is an informal name for. */
  heldAs(key: string): readonly Held[]
  /** Places here of whose own name this is all that stands before where they lie: `stoke` of Stoke-on-Trent. */
  shortFor(key: string): readonly Held[]
  /** Of an informal name: whether it is one for a place, or a university's. */
  called(key: string): InformalName['is'] | undefined
  /** The place that the one of this name is a part of. */
  placeAround(key: string): Place | undefined
  /** Names that one slip leads to: of all places, areas and countries that can be read, and of parts of places. */
  slipsFrom(key: string): readonly Slip[]
  /** Of countries only those with places we hold, and no parts of places. */
  isHeld(slip: Slip): boolean
  /** What we hold something on under names that one slip leads to. */
  heldOneSlipFrom(key: string, isMeant?: (slip: Slip) => boolean): readonly Locality[]
  /** Names one slip from this one by which places exist, and those of each. */
  existingOneSlipFrom(key: string): readonly { name: string; places: readonly KnownPlace[] }[]
  /** Countries by their names in other languages, save where a slip of the pen in the name of a place gives the same. */
  foreign(key: string): Locality | undefined
  /** A state or county, typed in full or as a code in capitals. */
  state(typed: string): State | undefined
  /** A county or council area of the UK, by any of its names. */
  county(key: string): County | undefined
  /** `forth lanarkshire`: a town and its county, and no slip from North Lanarkshire. */
  isTownInCounty(key: string): boolean
  /** The places recorded as partners of what is here. */
  partnersOf(locality: Locality): readonly Partner[]
}

export function gazetteer(knowledge: Knowledge): Gazetteer {
  const held = new Map<string, Held[]>()
  const add = (key: string, locality: Locality, how: Held['how']) => {
    const others = held.get(key)
    if (!others) held.set(key, [{ locality, how }])
    else if (!others.some((other) => sameLocality(other.locality, locality))) others.push({ locality, how })
  }
  addNames(knowledge, add)
  const existing = existingPlaces(knowledge)
  const foreign = lasting(foreignCountries)
  const states = statesIn(knowledge.exists)
  const counties = lasting(() => countiesOf(knowledge.areas.values(), knowledge.councils))
  const inside = insides(knowledge, held)
  const slipsFrom = slipsOfNames(held, inside)
  const short = lasting(() => shortNames(held))
  const informal = informalNames(knowledge, {
    held: (key, names) =>
      (held.get(key) ?? NONE)
        .filter(({ how }) => names === 'any' || how === 'exact')
        .map(({ locality }) => locality),
    part: (key) => inside.get(key),
    existing: existing.existing,
  })
  const withMeaning = (key: string, own: readonly KnownPlace[]) => {
    const known = informal(key)?.known ?? []
    return known.length > 0 ? [...own, ...known] : own
  }
  const existingAs = (key: string) => withMeaning(key, existing.existing(key))
  const informalSlips = lasting(() => oneEditAway(knowledge.informal.flatMap(({ names }) => names.map(fold))))
  const oneSlipFrom = (key: string) => [...new Set([...existing.oneSlipFrom(key), ...informalSlips()(key)])]
  const countries = new Set([...knowledge.places.values()].map((place) => place.country))
  const isHeld = ({ locality, isPart }: Slip) =>
    !isPart && (locality.is !== 'country' || countries.has(locality.code))
  const heldAs = (key: string): readonly Held[] => {
    const meaning = informal(key)
    if (!meaning || meaning.held.length === 0) return held.get(key) ?? NONE
    const own = held.get(key) ?? NONE
    const others = meaning.held.filter((one) => !own.some(({ locality }) => sameLocality(locality, one)))
    return [...own, ...others.map((locality): Held => ({ locality, how: 'alias', called: meaning.is }))]
  }
  return {
    ...existing,
    held,
    inside,
    longestHeld: Math.max(0, ...[...held.keys(), ...inside.keys()].map(({ length }) => length)),
    mayBeTwoSlipsAway: hasOneOfAShapeNear([...held.keys(), ...inside.keys()]),
    existing: (key) => writtenOut(key, existingAs),
    existingOneSlipFrom: (key) =>
      oneSlipFrom(key).flatMap((name) => {
        const places = existingAs(name)
        return places.length > 0 ? [{ name, places }] : []
      }),
    existingByAnyName: (key) =>
      withMeaning(key, informal(key) ? existing.existing(key) : existing.existingByAnyName(key)),
    heldAs: (key) => writtenOut(key, heldAs),
    shortFor: (key) => short().get(key) ?? NONE,
    called: (key) => informal(key)?.is,
    placeAround: (key) => inside.get(key) ?? informal(key)?.part,
    slipsFrom,
    isHeld,
    heldOneSlipFrom: heldOneSlipFrom({ slipsFrom, isHeld }),
    foreign(key) {
      const code = foreign().get(key)
      // `Chine` is China in French, and one letter from Chinde in Mozambique.
      return code === undefined || oneSlipFrom(key).length > 0 ? undefined : country(code)
    },
    state: (typed) => states()(typed),
    county: (key) =>
      counties().get(key) ??
      counties().get(plain(key)) ??
      heldAs(key)
        .map(({ locality }) => counties().get(fold(localityName(locality))))
        .find((one) => one !== undefined),
    isTownInCounty: (key) =>
      key.matchAll(/ /g).some(({ index }) => {
        const county = counties().get(key.slice(index + 1))
        return county !== undefined && existing.existing(key.slice(0, index)).some(county.holdsKnown)
      }),
    partnersOf: partnersIn(knowledge),
  }
}

const NONE: readonly Held[] = []

function hasOneOfAShapeNear(names: readonly string[]): Gazetteer['mayBeTwoSlipsAway'] {
  const shape = (name: string) => [name.split(' ').length, name.length] as const
  const known = new Set(names.map((name) => shape(name).join(' ')))
  return (key) => {
    const [words, letters] = shape(key)
    return NEAR.some((more) => NEAR.some((longer) => known.has(`${words + more} ${letters + longer}`)))
  }
}

const NEAR = [0, 1, -1, 2, -2]

const statesIn = keptFor((exists: Knowledge['exists']) => lasting(() => statesOf(exists)))

/** The same for one question: each name is looked up once, however many ways of reading it there are. */
export function lookingUpOnce(gazetteer: Gazetteer): Gazetteer {
  const slipsFrom = once(gazetteer.slipsFrom)
  return {
    ...gazetteer,
    existing: once(gazetteer.existing),
    existingOneSlipFrom: once(gazetteer.existingOneSlipFrom),
    existingByAnyName: once(gazetteer.existingByAnyName),
    longer: once(gazetteer.longer),
    holding: once(gazetteer.holding),
    runTogether: once(gazetteer.runTogether),
    heldAs: once(gazetteer.heldAs),
    shortFor: once(gazetteer.shortFor),
    called: once(gazetteer.called),
    placeAround: once(gazetteer.placeAround),
    slipsFrom,
    mayBeTwoSlipsAway: once(gazetteer.mayBeTwoSlipsAway),
    heldOneSlipFrom: heldOneSlipFrom({ slipsFrom, isHeld: gazetteer.isHeld }),
    foreign: once(gazetteer.foreign),
    state: once(gazetteer.state),
    county: once(gazetteer.county),
    isTownInCounty: once(gazetteer.isTownInCounty),
  }
}

function once<T>(lookUp: (key: string) => T): (key: string) => T {
  const found = new Map<string, T>()
  return (key) => {
    if (!found.has(key)) found.set(key, lookUp(key))
    return found.get(key) as T
  }
}

function heldOneSlipFrom({
  slipsFrom,
  isHeld,
}: Pick<Gazetteer, 'slipsFrom' | 'isHeld'>): Gazetteer['heldOneSlipFrom'] {
  return (key, isMeant = () => true) => {
    const slips = slipsFrom(key).filter((slip) => isHeld(slip) && isMeant(slip))
    return distinct(slips.map(({ locality }) => locality))
  }
}

export function distinct(localities: readonly Locality[]): readonly Locality[] {
  return localities.length < 2 ? localities : [...new Map(localities.map((one) => [idOf(one), one])).values()]
}

export function sameLocality(one: Locality, other: Locality): boolean {
  return idOf(one) === idOf(other)
}

/** `place E08000035`, `country DE`: one string for one locality. */
export function idOf(locality: Locality): string {
  if (locality.is === 'place') return `place ${locality.place.id}`
  return locality.is === 'area' ? `area ${locality.area.id}` : `country ${locality.code}`
}

function addNames(
  knowledge: Knowledge,
  add: (key: string, locality: Locality, how: Held['how']) => void,
): void {
  // Where a county council is a place, the names of its county are the place's; so are those of Bavaria.
  const councils = new Map<string, Place>()
  for (const place of knowledge.places.values()) councils.set(`${place.country} ${place.name}`, place)
  const named = [
    ...[...knowledge.places.values()].map((place) => ({
      locality: { is: 'place' as const, place },
      names: placeNames(place),
    })),
    ...[...knowledge.areas.values()].map((area) => {
      const { members, country = 'GB', name } = area
      const council = members.length > 0 ? councils.get(`${country} ${name}`) : undefined
      return council
        ? { locality: { is: 'place' as const, place: council }, names: { own: [], also: otherNames(area) } }
        : { locality: { is: 'area' as const, area }, names: areaNames(area) }
    }),
  ]
  for (const { locality, names } of named) for (const name of names.own) add(name, locality, 'exact')
  for (const { locality, names } of named) for (const name of names.also) add(name, locality, 'alias')
  for (const [key, code] of englishCountries()) {
    add(key, country(code), key === fold(countryName(code)) ? 'exact' : 'alias')
  }
}

function country(code: string): Locality {
  return { is: 'country', code, name: countryName(code) }
}

/** A part of a place here, where nothing else here has its name: that of one abroad does not hide it. */
function insides(knowledge: Knowledge, held: ReadonlyMap<string, readonly Held[]>): Map<string, Place> {
  const inside = new Map<string, Place>()
  for (const place of knowledge.places.values()) {
    for (const part of place.contains) {
      const key = fold(part)
      if (key && !held.get(key)?.some(({ locality }) => atHome(locality))) inside.set(key, place)
    }
  }
  return inside
}
