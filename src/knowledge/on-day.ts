import type { Day } from '../answer/answer.ts'
import type { Knowledge, Place } from './records.ts'

/**
 * What was read on a day, as it is on a later one: a council that passed to another since lies in that one, and so does what
 * lies in it. The very same knowledge where nothing passed.
 */
export function onDay(knowledge: Knowledge, today: Day): Knowledge {
  const passed = passedBy(knowledge, today)
  return passed.length === 0
    ? knowledge
    : { ...knowledge, places: passed.reduce(withPassed, knowledge.places) }
}

type Passed = Place & { into: string }

/** The councils whose day has come since, the first one first. */
function passedBy({ places }: Pick<Knowledge, 'places'>, today: Day): readonly Passed[] {
  return [...places.values()]
    .filter((place): place is Passed => {
      const { until, into, within } = place
      return until !== undefined && until <= today && into !== undefined && !within.includes(into)
    })
    .toSorted((a, b) => (a.until ?? '').localeCompare(b.until ?? ''))
}

function withPassed(places: Knowledge['places'], { id, into }: Passed): Knowledge['places'] {
  const around = [into, ...(places.get(into)?.within ?? [])]
  const moved = (place: Place): Place => {
    if (place.id === id) return { ...place, within: [...new Set([...around, ...place.within])] }
    const at = place.within.indexOf(id)
    return at < 0 ? place : { ...place, within: [...new Set(place.within.toSpliced(at + 1, 0, ...around))] }
  }
  return new Map([...places].map(([key, place]) => [key, moved(place)]))
}
