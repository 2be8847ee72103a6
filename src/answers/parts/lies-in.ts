import type { Succession } from '../../knowledge/records-on-links.ts'
import { isCalledAs, placesCalledAs } from '../../library/councils.ts'
import { covers, type Locality } from '../../places/locality.ts'
import type { AnswerContext } from '../answer-context.ts'

type Council = Succession['councils'][number]

/**
 * Whether a council lies in one of the places that are asked for; everywhere, where none is. It need be no place here: then its county
 * says so, the list of council areas, or the place that it went to.
 */
export function isIn(
  council: Council,
  said: readonly Succession[],
  localities: readonly Locality[],
  context: AnswerContext,
): boolean {
  return localities.length === 0 || localities.some((locality) => liesIn(council, said, locality, context))
}

function liesIn(
  { code, name }: Council,
  said: readonly Succession[],
  locality: Locality,
  { knowledge, exists }: AnswerContext,
): boolean {
  const { places, areas } = knowledge
  const own = places.get(code)
  if (locality.is === 'country') return locality.code === 'GB'
  const id = locality.is === 'area' ? locality.area.id : locality.place.id
  if (code === id || (own && covers(locality, own))) return true
  if (locality.is === 'area' && locality.area.members.includes(code)) return true
  // The council that a town had lies in no area any more (Kettering); one that goes on may be elsewhere than the town of its name.
  const isOfName = locality.is === 'place' && isCalledAs(locality.place.name, name)
  if (isOfName && !exists().councils.some(({ id }) => id === code)) return true
  const taken = said.flatMap(({ into }) => into.flatMap((name) => placesCalledAs(name, knowledge)))
  if (taken.some((place) => covers(locality, place))) return true
  // The first letter of a code is its nation's.
  if (locality.is === 'area' && locality.area.kind === 'nation') return code.charAt(0) === id.charAt(0)
  if (locality.is !== 'area' || locality.area.members.length > 0) return false
  // A county council lies where the districts of its county do.
  const county = [...areas.values()].find(({ kind, members }) => kind === 'county' && members.includes(code))
  const near = new Set([code, ...(code.startsWith('E10') ? (county?.members ?? []) : [])])
  return exists().councils.some(
    (one) =>
      near.has(one.id) &&
      (one.id === code || one.id.startsWith('E07')) &&
      [one.nation, one.region, one.authority].includes(id),
  )
}
