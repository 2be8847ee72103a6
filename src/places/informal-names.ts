import { nameAndCounty } from '../knowledge/exists.ts'
import type { InformalName, Knowledge, KnownPlace, Place } from '../knowledge/records.ts'
import { lazily } from '../search/lazily.ts'
import { fold } from '../search/words/fold.ts'
import { atHome, type Locality } from './locality.ts'

/** What an informal name means: places and areas we hold, a part of one, or places that only exist. */
export type Meaning = {
  is: InformalName['is']
  held: readonly Locality[]
  part?: Place
  known: readonly KnownPlace[]
}

/** The names that we hold things under by themselves, for what an informal name means: all of them, or own names only. */
type OwnNames = {
  held(key: string, how: 'own' | 'any'): readonly Locality[]
  part(key: string): Place | undefined
  existing(key: string): readonly KnownPlace[]
}

/** By folded names. What each means is looked up when it is first asked for. */
export function informalNames(
  { informal, places, areas, exists }: Knowledge,
  names: OwnNames,
): (key: string) => Meaning | undefined {
  const byKey = new Map<string, () => Meaning>()
  for (const name of informal) {
    const meaning = lazily(() => meaningOf(name))
    for (const one of name.names) byKey.set(fold(one), meaning)
  }
  return (key) => byKey.get(key)?.()

  function meaningOf({ means, is }: InformalName): Meaning {
    const all = means.map(meant)
    const part = all.find((one) => one.part)?.part
    const known = all.flatMap(({ known }) => known)
    return { is, held: all.flatMap(({ held }) => held), ...(part && { part }), known }
  }

  function meant(written: string): Omit<Meaning, 'is'> {
    const [place, area] = [places.get(written), areas.get(written)]
    if (place) return { held: [{ is: 'place', place }], known: [] }
    if (area) return { held: [{ is: 'area', area }], known: [] }
    if (ID.test(written)) return { held: [], known: exists.filter(({ id }) => id === written) }
    const whole = named(written)
    const parted = nameAndCounty(written)
    return whole.held.length + whole.known.length > 0 || whole.part || !parted
      ? whole
      : named(parted.name, parted.county)
  }

  /** By its name; with a county by any of its names, where it lies there. */
  function named(name: string, county?: string): Omit<Meaning, 'is'> {
    const key = fold(name)
    const isThere = (place: Place) => !county || lies(place, county)
    const all = names.held(key, county ? 'any' : 'own')
    const held = all.filter((one) => isBritish(one) && (one.is !== 'place' || isThere(one.place)))
    if (held.length > 0) return { held, known: [] }
    // `Breton` is of Brittany.
    const abroad = county ? [] : all.filter((one) => one.is !== 'country')
    if (abroad.length > 0) return { held: abroad, known: [] }
    const part = names.part(key)
    if (part && isThere(part)) return { held, part, known: [] }
    const known = names.existing(key).filter(({ country }) => country === 'GB')
    return { held, known: known.filter(({ admin }) => !county || fold(admin ?? '') === fold(county)) }
  }

  function lies({ id, within, region, nation }: Place, county: string): boolean {
    const around = [id, region, nation, ...within].map((one) => areas.get(one ?? '') ?? places.get(one ?? ''))
    return around.some((one) => one && fold(one.name) === fold(county))
  }
}

const ID = /\d/

function isBritish(locality: Locality): boolean {
  return locality.is !== 'country' && atHome(locality)
}
