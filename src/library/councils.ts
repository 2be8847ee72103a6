import type { Knowledge, Place } from '../knowledge/records.ts'
import { FATES, type Succession } from '../knowledge/records-on-links.ts'
import type { Mention } from '../places/meant.ts'
import { keptFor } from '../search/lazily.ts'
import { FILLERS } from '../search/words/fillers.ts'
import { fold, withoutPossessive, wordsOf } from '../search/words/fold.ts'

/** A council that ended or may end, by the name that was asked for, with all that sources say of it, the surest first. */
export type CouncilAsked = {
  /** Its full name; where a successor was asked for, that one's. */
  name: string
  /** It is one of those that follow, and not one of those that end. */
  isSuccessor: boolean
  /** Of the place that was asked for no end is recorded: it is the council around it. */
  isAround?: boolean
  said: readonly Succession[]
}

/**
 * The council that words name, by its own name or a successor's: `Norwich`, `East Surrey Council`. It need be no place. A
 * whole name is that council's: Buckinghamshire Council followed Buckinghamshire County Council.
 */
export function councilNamed(words: string, { successors }: Knowledge): CouncilAsked | undefined {
  if (keyOf(words) === '') return undefined
  return (
    councilBy(fold, words, successors) ?? councilBy(keyOf, words, successors) ?? firstOf(words, successors)
  )
}

/** `Taunton Deane’s links … Somerset`: of several names, and of nothing but names, the first. */
function firstOf(words: string, successors: readonly Succession[]): CouncilAsked | undefined {
  const rest = keyOf(words).split(' ')
  const names: CouncilAsked[] = []
  while (rest.length > 0) {
    const lengths = rest.map((_, at) => rest.length - at)
    const length = lengths.find((most) => councilBy(keyOf, rest.slice(0, most).join(' '), successors))
    if (length === undefined) return undefined
    const council = councilBy(keyOf, rest.splice(0, length).join(' '), successors)
    if (council) names.push(council)
  }
  return names[0]
}

function councilBy(
  key: typeof fold,
  words: string,
  successors: readonly Succession[],
): CouncilAsked | undefined {
  const { ending, following } = (key === fold ? byWholeName : byName)(successors)
  const asked = key(words)
  const council = ending.get(asked) ?? following.get(asked)
  return council && { ...council, isSuccessor: !ending.has(asked), said: surestFirst(council.said) }
}

const byWholeName = keptFor((successors: readonly Succession[]) => calledBy(fold, successors))
const byName = keptFor((successors: readonly Succession[]) => calledBy(keyOf, successors))

type Called = ReadonlyMap<string, { name: string; said: readonly Succession[] }>

/** The councils that end, and those that follow, each with all that is said of what is so called. */
function calledBy(key: (name: string) => string, successors: readonly Succession[]) {
  const called = (namesOf: (one: Succession) => readonly string[]): Called => {
    const named = successors.flatMap((one) => namesOf(one).map((name) => ({ name, one })))
    const groups = Map.groupBy(named, ({ name }) => key(name))
    return new Map(
      [...groups].map(([key, all]) => [
        key,
        { name: all[0]?.name ?? key, said: [...new Set(all.map(({ one }) => one))] },
      ]),
    )
  }
  return {
    ending: called(({ councils }) => councils.map(({ name }) => name)),
    following: called(({ into }) => into),
  }
}

/** The council of a place, or the one around a town, by ONS code. */
export function councilOf({ id, within }: Place, { successors }: Knowledge): CouncilAsked | undefined {
  for (const code of [id, ...within]) {
    const said = successors.filter(({ councils }) => councils.some((one) => one.code === code))
    const name = said.flatMap(({ councils }) => councils).find((one) => one.code === code)?.name
    if (name) return { name, isSuccessor: false, isAround: code !== id, said: surestFirst(said) }
  }
  return undefined
}

/** Of a place that none is of: the county council over its district, or the council that followed those of the area it lies in. */
export function councilOver(
  { id, within }: Place,
  { successors, areas, places }: Knowledge,
): CouncilAsked | undefined {
  const isDistrict = (code: string) => code.startsWith('E07')
  const districts = [id, ...within].filter(isDistrict)
  const county = [...areas.values()].find(
    ({ kind, members }) => kind === 'county' && members.some((code) => districts.includes(code)),
  )
  const { ending, following } = byName(successors)
  const over = county && ending.get(keyOf(county.name))
  const isCounty = over?.said.some(({ councils }) =>
    councils.some(({ name, code }) => name === over.name && code?.startsWith('E10')),
  )
  if (over && isCounty) return { ...over, isSuccessor: false, isAround: true, said: surestFirst(over.said) }
  const followed = within.map((code) => following.get(keyOf(places.get(code)?.name ?? ''))).find(Boolean)
  return followed && { ...followed, isSuccessor: true, isAround: true, said: surestFirst(followed.said) }
}

/** Whether it says nothing of councils, or is on one of that name, or that of a place so called; an area may hold any. */
export function mayBeCouncilOf(id: string, { typed, localities }: Mention, knowledge: Knowledge): boolean {
  const succession = successionsById(knowledge).get(id)
  if (!succession || localities.some(({ is }) => is !== 'place')) return true
  const { councils, into } = succession
  const codes = new Set(councils.map(({ code }) => code))
  return (
    localities.some(
      (one) => one.is === 'place' && [one.place.id, ...one.place.within].some((id) => codes.has(id)),
    ) ||
    [...councils.map(({ name }) => name), ...into].some((name) =>
      ` ${fold(name)} `.includes(` ${fold(typed)} `),
    )
  )
}

const successionsById = keptFor(
  ({ successors }: Knowledge) => new Map(successors.map((one) => [one.id, one])),
)

/** How sure they are of it; of two alike, the newer. */
export function surestFirst(said: readonly Succession[]): readonly Succession[] {
  return said.toSorted(
    (a, b) =>
      FATES.indexOf(a.state) - FATES.indexOf(b.state) ||
      (b.on ?? '').localeCompare(a.on ?? '') ||
      a.id.localeCompare(b.id),
  )
}

/** The council that follows under the same name: `Buckinghamshire Council`, of Buckinghamshire County Council. */
export function followerOfItsName(
  { name, isSuccessor, said }: CouncilAsked,
  { successors }: Knowledge,
): CouncilAsked | undefined {
  const into = isSuccessor ? [] : said.flatMap((one) => one.into)
  const follower = into.find((one) => keyOf(one) === keyOf(name))
  if (!follower) return undefined
  const before = successors.filter((one) => one.into.includes(follower))
  return { name: follower, isSuccessor: true, said: surestFirst(before) }
}

/** Whether a place is so called as a council is: `Somerset`, of `Somerset Council`. */
export function isCalledAs(place: string, council: string): boolean {
  return keyOf(place) === keyOf(council)
}

/** Places that are called as a council is. */
export function placesCalledAs(council: string, { places }: Knowledge): readonly Place[] {
  return byKey(places).get(keyOf(council)) ?? []
}

const byKey = keptFor((places: Knowledge['places']) =>
  Map.groupBy(
    [...places.values()].filter(({ country }) => country === 'GB'),
    ({ name }) => keyOf(name),
  ),
)

/** What tells councils apart: `Borough Council of King’s Lynn and West Norfolk` as `kings lynn west norfolk`. */
function keyOf(words: string): string {
  const rest = wordsOf(words).map((word) => withoutPossessive(word, words).text)
  return rest.filter((word) => !FILLERS.has(word) && word !== 'district').join(' ')
}
