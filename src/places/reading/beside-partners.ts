import { distinct, type Gazetteer } from '../gazetteer.ts'
import { atHome, type Locality } from '../locality.ts'
import type { NameReading } from '../meant.ts'
import { isOnlySlip, nearestPartner } from './partners.ts'

/** `offered` are recorded partners of what stands beside it, where the name is not surely theirs. */
export type Beside = NameReading & { offered?: readonly Locality[] }

/** The one recorded as the other's partner is meant or offered first, whatever else is called so. */
export function besidePartners(
  reading: NameReading,
  all: readonly NameReading[],
  gazetteer: Gazetteer,
): Beside {
  const beside = all.filter((other) => other.from !== reading.from).flatMap(only)
  if (only(reading).length === 1 && reading.shared.length === 0)
    return orNamesakeOf(beside, reading, gazetteer)
  const partners = beside.flatMap(gazetteer.partnersOf)
  const among = partners.filter(({ place }) =>
    reading.held.some(({ locality }) => locality.is === 'place' && locality.place === place),
  )
  const nearest =
    among.length > 0
      ? { how: 'short' as const, partners: among }
      : reading.inside
        ? undefined
        : nearestPartner(reading.key, partners)
  if (!nearest) return reading
  const localities = distinct(nearest.partners.map(({ place }) => ({ is: 'place' as const, place })))
  const [one, ...more] = localities
  if (!one) return reading
  if (
    more.length > 0 ||
    nearest.how === 'two slips' ||
    (nearest.how === 'slip' && !isOnlySlip(reading.key, gazetteer.existing(reading.key).length > 0))
  ) {
    return { ...reading, offered: localities }
  }
  const how = among.length > 0 ? 'alias' : 'corrected'
  return { ...reading, held: [{ locality: one, how }], shared: [] }
}

/** `Belfast Boston`: of two places here, one is also what the recorded partner of the other is called, and links lead abroad. */
function orNamesakeOf(beside: readonly Locality[], reading: NameReading, gazetteer: Gazetteer): Beside {
  const { held, lesser = [] } = reading
  if (lesser.length === 0 || !held.every(({ locality }) => atHome(locality))) return reading
  const partners = beside.filter(atHome).flatMap(gazetteer.partnersOf)
  const namesakes = lesser.filter(
    ({ locality }) =>
      !atHome(locality) && locality.is === 'place' && partners.some(({ place }) => place === locality.place),
  )
  const [one, another] = namesakes
  if (!one) return reading
  return { ...reading, held: another ? namesakes : [{ ...one, how: 'corrected' }] }
}

export function only({ held }: NameReading): Locality[] {
  const [one, ...more] = held
  return one && more.length === 0 ? [one.locality] : []
}
