import type { KnownPlace } from '../../knowledge/records.ts'
import { fold } from '../../search/words/fold.ts'
import { atHome, covers, type Locality, localityName } from '../locality.ts'
import type { Meant, Who } from '../meant.ts'
import type { NameReading } from './reading.ts'

/** The answer once every word is understood. */
export function resolvePlaces(typed: string, all: readonly NameReading[]): Who {
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

function only({ held }: NameReading): Locality[] {
  const [one, ...more] = held
  return one && more.length === 0 ? [one.locality] : []
}

/** A country beside an empty place changes nothing; another place was asked for as well. */
function emptied(typed: string, { typed: name, known }: NameReading, meant: readonly Meant[]): Who {
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
function combined(readings: readonly NameReading[]): readonly NameReading[] {
  let left = [...readings]
  for (const scope of readings) {
    const around = scope.held.find(({ locality }) => locality.is !== 'place')?.locality
    if (!around) continue
    const narrow = (reading: NameReading) => narrowed(reading, around, scope.from > reading.from)
    const at = left.findIndex((reading) => reading !== scope && narrow(reading))
    if (at < 0) continue
    left[at] = narrow(left[at] as NameReading) as NameReading
    left = left.filter((reading) => reading !== scope)
  }
  return left
}

/**
 * A name as narrowed by the country or area beside it: `Newcastle Australia`, `Leeds Yorkshire`, `Halifax Canada`.
 * Undefined where it says nothing of where the place lies: `Leeds Germany`, `Winchester Germany`.
 */
function narrowed(reading: NameReading, scope: Locality, isAfter: boolean): NameReading | undefined {
  const held = reading.held.filter(({ locality }) => lies(locality, scope))
  const shared = reading.shared.filter(({ country }) => scope.is === 'country' && scope.code === country)
  if (held.length > 0) return { ...reading, held, shared }
  if (reading.inside && covers(scope, reading.inside)) return reading
  // A place abroad has no links with another country abroad: the country can only say where the place is meant to lie.
  const isApart = reading.held.every(({ locality }) => atHome(locality) !== atHome(scope))
  if (isApart && !(isAfter && reading.comma) && reading.held.length > 0) return undefined
  const known = knownWithin(reading.known, scope)
  return known.length > 0 ? { ...reading, held: [], inside: undefined, known } : undefined
}

/** The places that exist under this name in the county or state that the other words name. */
export function knownIn(reading: NameReading, state: string): readonly KnownPlace[] {
  return reading.known.filter(({ admin }) => admin !== undefined && fold(admin) === state)
}

/** In a country; or in an area of the UK, of whose counties only some are known to lie in it. */
function knownWithin(known: readonly KnownPlace[], scope: Locality): readonly KnownPlace[] {
  if (scope.is === 'country') return known.filter(({ country }) => country === scope.code)
  const british = known.filter(({ country }) => country === 'GB')
  const name = fold(localityWords(scope))
  const inside = british.filter(({ admin }) => admin !== undefined && fold(admin).includes(name))
  return inside.length > 0 ? inside : british
}

/** `Yorkshire and The Humber` is found in `North Yorkshire` by its first word. */
function localityWords(scope: Locality): string {
  const name = scope.is === 'area' ? scope.area.name : ''
  return name.split(' and ')[0] ?? name
}

function lies(locality: Locality, scope: Locality): boolean {
  if (locality.is === 'place') return scope.is !== 'place' && covers(scope, locality.place)
  return locality.is === 'area' && scope.is === 'country' && scope.code === 'GB'
}
