import type { KnownPlace } from '../knowledge/entries.ts'
import { lazily } from '../search/lazily.ts'
import { nameIndex } from '../search/names/names.ts'
import { edits } from '../search/words/edits.ts'
import { fold } from '../search/words/fold.ts'
import { LETTERS, oneEditFrom } from '../search/words/one-edit.ts'
import type { Gazetteer } from './gazetteer.ts'

export type Stranger = { known: KnownPlace; name: string; likeness: number }

/** Places that exist and that we do not hold. Keys are folded. */
export type Strangers = {
  /** Those called most like it, best first. */
  like(key: string, k: number): readonly Stranger[]
  /** Those called so but for two slips at most. */
  slipsFrom(key: string): readonly Stranger[]
  /** Whether one is called so, by any of its names, but for `distance` slips. The name `held` is not looked for. */
  isWithin(key: string, distance: number, held: string): boolean
}

export function strangersIn(gazetteer: Gazetteer, exists: readonly KnownPlace[]): Strangers {
  const index = lazily(() =>
    nameIndex({
      count: exists.length,
      namesOf: (row) => [(exists[row] as KnownPlace).name],
      weightOf: (row) => (exists[row] as KnownPlace).population,
    }),
  )
  const like = (key: string, k: number): readonly Stranger[] =>
    index()
      .like(key, k)
      .map(({ record, name, likeness }) => ({ known: exists[record] as KnownPlace, name, likeness }))
      .filter(({ known }) => !gazetteer.ownOf(known))
  const within = (key: string, distance: number, k: number) =>
    like(key, k).filter(({ name }) => edits(key, name, distance) <= distance)
  return {
    like: (key, k) => merged(like(key, k), oneSlipAway(key, gazetteer), k),
    slipsFrom: (key) => within(key, 2, 3),
    isWithin: (key, distance, held) =>
      isOneEditAway(key, held, gazetteer) ||
      (distance > 1 && within(key, distance, 10).some(({ name }) => name !== held)),
  }
}

const SHORT = 7

/** Of short names, which share few trigrams with what was typed, all are looked up that are one slip away. */
function oneSlipAway(key: string, gazetteer: Gazetteer): readonly Stranger[] {
  if (key.length > SHORT) return []
  return [...new Set(oneEditFrom(key, LETTERS))].flatMap((name) => {
    const [known] = gazetteer.existing(name)
    return known && !gazetteer.ownOf(known) ? [{ known, name, likeness: 1 - 1 / key.length }] : []
  })
}

/** Larger places first among those that are one slip away. */
function merged(found: readonly Stranger[], slips: readonly Stranger[], k: number): readonly Stranger[] {
  const missing = slips.filter(({ known }) => !found.some((one) => one.known === known))
  const nearest = missing.toSorted((one, other) => other.known.population - one.known.population)
  return [...found, ...nearest].toSorted((one, other) => other.likeness - one.likeness).slice(0, k)
}

/** Looks up all that one edit makes of the key, which misses none, as a search for what is alike may. */
function isOneEditAway(key: string, held: string, gazetteer: Gazetteer): boolean {
  // Sheffield in Alabama, by any of its names, is a namesake of Sheffield and no other name.
  const isOther = (known: KnownPlace) => !gazetteer.ownOf(known) && fold(known.name) !== held
  for (const other of oneEditFrom(key, LETTERS)) {
    if (other === held) continue
    if (gazetteer.existingByAnyName(other).some(isOther)) return true
  }
  return false
}
