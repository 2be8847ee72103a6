import type { KnownPlace } from '../../knowledge/records.ts'
import { fold } from '../../search/words/fold.ts'
import { atHome, covers, type Locality } from '../locality.ts'
import type { Reading } from './reading.ts'

/**
 * A name as narrowed by the country or area beside it: `Newcastle Australia`, `Leeds Yorkshire`, `Halifax Canada`.
 * Undefined where it says nothing of where the place lies: `Leeds Germany`, `Winchester Germany`.
 */
export function narrowed(reading: Reading, scope: Locality, isAfter: boolean): Reading | undefined {
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
export function knownIn(reading: Reading, state: string): readonly KnownPlace[] {
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
