import type { KnownPlace } from '../../knowledge/records.ts'
import { keptFor, lasting, remembered } from '../../search/lazily.ts'
import { nameIndex } from '../../search/names/names.ts'
import { edits } from '../../search/words/edits.ts'
import { fold } from '../../search/words/fold.ts'
import { type Gazetteer, sameLocality } from '../gazetteer.ts'
import type { Locality } from '../locality.ts'

export type UnrecordedNear = { known: KnownPlace; name: string; likeness: number }

/** Places that exist and that we do not hold. Keys are folded. */
export type UnrecordedPlaces = {
  /** Those called most like it, best first. */
  like(key: string, k: number): readonly UnrecordedNear[]
  /** Those called so but for two slips at most. */
  slipsFrom(key: string): readonly UnrecordedNear[]
  /**
   * Whether another than `held` may be meant as well: one is called exactly so in any language, or its own name is as near,
   * at `distance` slips. A namesake of what is held is no other.
   */
  isAsNear(key: string, distance: number, held: Locality): boolean
  /** Those called exactly so, by another name. */
  called(key: string): readonly KnownPlace[]
}

export function unrecordedPlacesIn(
  { ownOf }: Gazetteer,
  exists: readonly KnownPlace[],
): (gazetteer: Gazetteer) => UnrecordedPlaces {
  const { index, longest } = indexOf(exists)
  const like = remembered((key: string, k: number): readonly UnrecordedNear[] =>
    // Nothing is taken from here that is more than two slips away or does not begin so, and the index is large.
    (key.length > longest() + 2 ? [] : index().like(key, k))
      .map(({ record, name, likeness }) => ({ known: exists[record] as KnownPlace, name, likeness }))
      .filter(({ known }) => !ownOf(known)),
  )
  const within = (key: string, distance: number, k: number) =>
    like(key, k).filter(({ name }) => edits(key, name, distance) <= distance)
  return (gazetteer) => ({
    like: (key, k) => merged(like(key, k), oneSlipAway(key, gazetteer), k),
    slipsFrom: (key) => within(key, 2, 3),
    called: (key) => gazetteer.existingByAnyName(key).filter((known) => !gazetteer.ownOf(known)),
    isAsNear(key, distance, held) {
      const isOther = (known: KnownPlace) => !gazetteer.ownOf(known) && !isNamesake(known, held, gazetteer)
      return (
        gazetteer.existingByAnyName(key).some(isOther) ||
        gazetteer.existingOneSlipFrom(key).some(({ places }) => places.some(isOther)) ||
        (distance > 1 && within(key, distance, 10).some(({ known }) => isOther(known)))
      )
    },
  })
}

const indexOf = keptFor((exists: readonly KnownPlace[]) => ({
  index: lasting(() =>
    nameIndex({
      count: exists.length,
      namesOf: (row) => [(exists[row] as KnownPlace).name],
      weightOf: (row) => (exists[row] as KnownPlace).population,
    }),
  ),
  longest: lasting(() => Math.max(0, ...exists.map(({ name }) => name.length))),
}))

const SHORT = 7

/** Of short names, which share few trigrams with what was typed, all are looked up that are one slip away. */
function oneSlipAway(key: string, gazetteer: Gazetteer): readonly UnrecordedNear[] {
  if (key.length > SHORT) return []
  return gazetteer.existingOneSlipFrom(key).flatMap(({ name, places: [known] }) => {
    return known && !gazetteer.ownOf(known) ? [{ known, name, likeness: 1 - 1 / key.length }] : []
  })
}

/** Larger places first among those that are one slip away. */
function merged(
  found: readonly UnrecordedNear[],
  slips: readonly UnrecordedNear[],
  k: number,
): readonly UnrecordedNear[] {
  const missing = slips.filter(({ known }) => !found.some((one) => one.known === known))
  const nearest = missing.toSorted((one, other) => other.known.population - one.known.population)
  return [...found, ...nearest].toSorted((one, other) => other.likeness - one.likeness).slice(0, k)
}

/** Sheffield in Alabama, by any of its names, is a namesake of Sheffield. */
function isNamesake({ name }: KnownPlace, held: Locality, gazetteer: Gazetteer): boolean {
  return gazetteer.heldAs(fold(name)).some(({ locality }) => sameLocality(locality, held))
}
