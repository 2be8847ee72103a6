import { atHome, type Locality, localityName } from '../locality.ts'
import type { Meant, Who } from '../meant.ts'
import type { Reading } from './reading.ts'
import { narrowed } from './within-area.ts'

/** The answer once every word is understood. */
export function decided(typed: string, all: readonly Reading[]): Who {
  const readings = combined(all)
  const meant: Meant[] = []
  for (const { held, known, inside, shared, ...reading } of readings) {
    const [one, ...more] = held
    if (one && (more.length > 0 || shared.length > 0)) {
      return {
        how: 'several',
        typed: reading.typed,
        choices: held.map(({ locality }) => locality),
        others: shared.slice(0, 3),
        beside: readings.filter(({ from }) => from !== reading.from).flatMap(only),
      }
    }
    if (one) meant.push({ ...one, typed: reading.typed, namesakes: known })
    else if (inside) return { how: 'inside', typed: reading.typed, place: inside }
  }
  const empty = readings.find(({ held }) => held.length === 0)
  if (empty) return emptied(typed, empty, meant)
  const [first, ...rest] = meant
  return first
    ? (abroadInAnother(meant) ?? { how: 'meant', meant: [first, ...rest] })
    : { how: 'unknown', typed }
}

function only({ held }: Reading): Locality[] {
  const [one, ...more] = held
  return one && more.length === 0 ? [one.locality] : []
}

/** A country beside an empty place changes nothing; another place was asked for as well. */
function emptied(typed: string, { typed: name, known }: Reading, meant: readonly Meant[]): Who {
  const [first, ...rest] = known
  if (!first) return { how: 'unknown', typed }
  const beside = meant.map(({ locality }) => locality).filter(({ is }) => is !== 'country')
  return { how: 'empty', typed: name, known: [first, ...rest], beside }
}

/** `Cologne Italy`: all our links have one end in the UK, so the country says where, and we hold none there. */
function abroadInAnother(meant: readonly Meant[]): Who | undefined {
  const [one, other] = meant
  if (!one || !other || meant.length > 2) return undefined
  const [place, country] = one.locality.is === 'place' ? [one, other] : [other, one]
  if (place.locality.is !== 'place' || country.locality.is !== 'country') return undefined
  if (atHome(place.locality) || atHome(country.locality)) return undefined
  return {
    how: 'elsewhere',
    typed: place.typed,
    where: localityName(country.locality),
    choices: [place.locality],
  }
}

/** A country or area that only says where another named place lies goes into that place's reading. */
function combined(readings: readonly Reading[]): readonly Reading[] {
  let left = [...readings]
  for (const scope of readings) {
    const around = scope.held.find(({ locality }) => locality.is !== 'place')?.locality
    if (!around) continue
    const narrow = (reading: Reading) => narrowed(reading, around, scope.from > reading.from)
    const at = left.findIndex((reading) => reading !== scope && narrow(reading))
    if (at < 0) continue
    left[at] = narrow(left[at] as Reading) as Reading
    left = left.filter((reading) => reading !== scope)
  }
  return left
}
