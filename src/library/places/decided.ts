import type { KnownPlace } from '../../knowledge/entries.ts'
import type { Meant, Who } from '../library.ts'
import { narrowed, type Reading } from './reading.ts'

/** The answer once every word is understood. */
export function decided(typed: string, all: readonly Reading[]): Who {
  const readings = combined(all)
  const meant: Meant[] = []
  for (const { held, known, inside, shared, ...reading } of readings) {
    const [one, ...more] = held
    if (one && (more.length > 0 || shared.length > 0)) {
      const choices = held.map(({ locality }) => locality)
      return { how: 'several', typed: reading.typed, choices, others: shared.slice(0, 3) }
    }
    if (one) meant.push({ ...one, typed: reading.typed, namesakes: known })
    else if (inside) return { how: 'inside', typed: reading.typed, place: inside }
  }
  const empty = readings.find(({ held }) => held.length === 0)
  if (empty) return emptied(typed, empty, meant)
  const [first, ...rest] = meant
  return first ? { how: 'meant', meant: [first, ...rest] } : { how: 'unknown', typed }
}

/** A country beside an empty place changes nothing; another place does, and then nothing is answered silently. */
function emptied(typed: string, { typed: name, known }: Reading, meant: readonly Meant[]): Who {
  const [first, ...rest] = known
  if (!first) return { how: 'unknown', typed }
  if (meant.every(({ locality }) => locality.is === 'country')) {
    return { how: 'empty', typed: name, known: [first, ...rest] satisfies [KnownPlace, ...KnownPlace[]] }
  }
  const choices = meant.map(({ locality }) => locality).slice(0, 2)
  return { how: 'near', typed, choices, others: [first] }
}

/** A country or area that only says where another named place lies goes into that place's reading. */
function combined(readings: readonly Reading[]): readonly Reading[] {
  let left = [...readings]
  for (const scope of readings) {
    const around = scope.held.find(({ locality }) => locality.is !== 'place')?.locality
    if (!around) continue
    const at = left.findIndex((reading) => reading !== scope && narrowed(reading, around))
    if (at < 0) continue
    left[at] = narrowed(left[at] as Reading, around) as Reading
    left = left.filter((reading) => reading !== scope)
  }
  return left
}
