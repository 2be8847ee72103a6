import { edits } from '../../knowledge/edits.ts'
import type { KnownPlace } from '../../knowledge/entries.ts'
import { lazily } from '../lazily.ts'
import { nameIndex } from '../names/names.ts'
import type { Gazetteer } from './gazetteer.ts'
import { LETTERS, oneEditFrom } from './one-edit.ts'

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
    like,
    slipsFrom: (key) => within(key, 2, 3),
    isWithin: (key, distance, held) =>
      isOneEditAway(key, held, gazetteer) ||
      (distance > 1 && within(key, distance, 10).some(({ name }) => name !== held)),
  }
}

/** Looks up all that one edit makes of the key, which misses none, as a search for what is alike may. */
function isOneEditAway(key: string, held: string, gazetteer: Gazetteer): boolean {
  for (const other of oneEditFrom(key, LETTERS)) {
    if (other === held) continue
    if (gazetteer.existingByAnyName(other).some((known) => !gazetteer.ownOf(known))) return true
  }
  return false
}
