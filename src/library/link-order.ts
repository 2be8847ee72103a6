import { STANDINGS, type Standing } from '../answer/table.ts'
import type { Knowledge, Place } from '../knowledge/records.ts'

type Ends = { place: Place; twin: Place; standing: Standing }

/**
 * By UK place, with those of a town after those of its council area, then those reported active before ended ones, then by the
 * twin's name.
 */
export function inOrder<L extends Ends>(links: readonly L[], knowledge: Knowledge): readonly L[] {
  const home = ranked(
    links.map(({ place }) => place),
    (a, b) => byPlace(a, b, knowledge),
  )
  const partner = ranked(
    links.map(({ twin }) => twin),
    byName,
  )
  return links.toSorted(
    (a, b) => home(a.place) - home(b.place) || byStanding(a, b) || partner(a.twin) - partner(b.twin),
  )
}

/** Where each stands among all: there are fewer places than links, and names take long to compare. */
function ranked(places: readonly Place[], compare: (a: Place, b: Place) => number): (place: Place) => number {
  const ranks = new Map<Place, number>()
  let before: Place | undefined
  for (const place of [...new Set(places)].sort(compare)) {
    const rank = before === undefined ? 0 : (ranks.get(before) ?? 0) + Number(compare(before, place) !== 0)
    ranks.set(place, rank)
    before = place
  }
  return (place) => ranks.get(place) ?? 0
}

/** A town beside its council area, and below it. */
function byPlace(a: Place, b: Place, { places }: Knowledge): number {
  const around = (place: Place) => place.within.map((id) => places.get(id)).findLast(Boolean) ?? place
  const [one, other] = [around(a), around(b)]
  return byName(one, other) || Number(a !== one) - Number(b !== other) || byName(a, b)
}

function byStanding(a: Ends, b: Ends): number {
  return STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing)
}

function byName(a: Place, b: Place): number {
  return a.name.localeCompare(b.name, 'en')
}
