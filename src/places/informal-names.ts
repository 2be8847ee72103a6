import type { InformalName, Knowledge, KnownPlace, Place } from '../knowledge/records.ts'
import { lazily } from '../search/lazily.ts'
import { fold } from '../search/words/fold.ts'
import type { Locality } from './locality.ts'

/** What an informal name means: places and areas we hold, a part of one, or places that only exist. */
export type Meaning = {
  is: InformalName['is']
  held: readonly Locality[]
  part?: Place
  known: readonly KnownPlace[]
}

/** The names that we hold things under by themselves, for what an informal name means. */
type OwnNames = {
  held(key: string): readonly Locality[]
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
    const key = fold(written)
    const held = names.held(key).filter(isBritish)
    const part = held.length > 0 ? undefined : names.part(key)
    if (held.length > 0 || part) return { held, ...(part && { part }), known: [] }
    return { held: [], known: names.existing(key).filter(({ country }) => country === 'GB') }
  }
}

const ID = /\d/

function isBritish(locality: Locality): boolean {
  return locality.is === 'area' || (locality.is === 'place' && locality.place.country === 'GB')
}
