import type { Knowledge, Place } from '../knowledge/records.ts'
import { FATES, type Succession } from '../knowledge/records-on-links.ts'
import { FILLERS } from '../search/words/fillers.ts'
import { withoutPossessive, wordsOf } from '../search/words/fold.ts'

/** A council that ended or may end, by the name that was asked for, with all that sources say of it, the surest first. */
export type CouncilAsked = {
  /** Its full name; where a successor was asked for, that one's. */
  name: string
  /** It is one of those that follow, and not one of those that end. */
  isSuccessor: boolean
  said: readonly Succession[]
}

/** The council that words name, by its own name or a successor's: `Norwich`, `East Surrey Council`. It need be no place. */
export function councilNamed(words: string, { successors }: Knowledge): CouncilAsked | undefined {
  const asked = keyOf(words)
  if (asked === '') return undefined
  const own = successors.filter(({ councils }) => councils.some(({ name }) => keyOf(name) === asked))
  const ending = nameIn(own, ({ councils }) => councils.map(({ name }) => name), asked)
  if (ending) return { name: ending, isSuccessor: false, said: surestFirst(own) }
  const before = successors.filter(({ into }) => into.some((name) => keyOf(name) === asked))
  const following = nameIn(before, ({ into }) => into, asked)
  return following ? { name: following, isSuccessor: true, said: surestFirst(before) } : undefined
}

/** The council of a place, or the one around a town, by ONS code. */
export function councilOf({ id, within }: Place, { successors }: Knowledge): CouncilAsked | undefined {
  for (const code of [id, ...within]) {
    const said = successors.filter(({ councils }) => councils.some((one) => one.code === code))
    const name = said.flatMap(({ councils }) => councils).find((one) => one.code === code)?.name
    if (name) return { name, isSuccessor: false, said: surestFirst(said) }
  }
  return undefined
}

function surestFirst(said: readonly Succession[]): readonly Succession[] {
  return said.toSorted(
    (a, b) =>
      FATES.indexOf(a.state) - FATES.indexOf(b.state) ||
      (b.on ?? '').localeCompare(a.on ?? '') ||
      a.id.localeCompare(b.id),
  )
}

function nameIn(
  said: readonly Succession[],
  names: (one: Succession) => readonly string[],
  asked: string,
): string | undefined {
  return said.flatMap(names).find((name) => keyOf(name) === asked)
}

/** What tells councils apart: `Borough Council of King’s Lynn and West Norfolk` as `kings lynn west norfolk`. */
function keyOf(words: string): string {
  const rest = wordsOf(words).map((word) => withoutPossessive(word, words).text)
  return rest.filter((word) => !FILLERS.has(word) && word !== 'district').join(' ')
}
