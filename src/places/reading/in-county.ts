import type { Place } from '../../knowledge/records.ts'
import { distinct, type Gazetteer } from '../gazetteer.ts'
import { atHome, type County, covers, type Locality } from '../locality.ts'
import type { NameReading, Who } from '../meant.ts'
import { asTyped, type ParsedQuestion } from './parse-question.ts'

/**
 * `Newport, Shropshire`, `Portishead (Somerset)`, `Poole Dorset`: a county or council area right behind the name of a town says
 * where it lies. Where it lies elsewhere (`Stockport, Cheshire`), that town is offered, and never taken for one of two.
 */
export function inCounty(
  { parts, words, question }: ParsedQuestion,
  readings: readonly NameReading[],
  gazetteer: Gazetteer,
): readonly NameReading[] | Who {
  let left = readings
  for (const [at, scope] of readings.entries()) {
    const reading = readings[at - 1]
    const county = gazetteer.county(scope.key) ?? district(scope)
    if (!reading || !county || !left.includes(reading)) continue
    const isApart = ({ is, key, from }: (typeof parts)[number]) =>
      from >= reading.to && from < scope.from && !(is === 'filler' && key === 'in')
    if (parts.some(isApart)) continue
    const [said] = scope.held
    const around = scope.held.map(({ locality }) => locality)
    // `Preston, Lancashire` lies in the combined authority of the name.
    const holds = (place: Place) =>
      county.holds(place) || around.some((one) => one.is === 'area' && covers(one, place))
    const narrowed = townIn(reading, { ...county, holds })
    if (narrowed) {
      const liesIn = said && { ...said, typed: scope.typed }
      left = left.flatMap((one) =>
        one === scope ? [] : one === reading ? [{ ...narrowed, ...(liesIn && { liesIn }) }] : [one],
      )
      continue
    }
    if (readings.length > 2 || !county.isCounty || gazetteer.county(reading.key)?.isCounty) continue
    if (around.some(isRegion)) continue
    const typed = asTyped(question, words, reading.from, scope.to)
    const isBeside = typed === `${reading.typed} ${scope.typed}`
    // Durham is a county and a city in it: `Leeds Durham` asks for two places.
    const towns = around.filter((one) => one.is === 'place' && isTown(one.place))
    if (isBeside && towns.length > 0) continue
    const contradicted =
      calledLonger(reading.key, county, typed, gazetteer) ?? lyingThere(reading, scope.typed, typed, towns)
    if (contradicted) return contradicted
  }
  return left
}

/** `Accrington, Hyndburn`: a council area that we hold, of a county council’s. */
function district({ held }: NameReading): County | undefined {
  const ids = held.flatMap(({ locality }) =>
    locality.is === 'place' && atHome(locality) ? locality.place.id : [],
  )
  if (ids.length === 0) return undefined
  return {
    isCounty: false,
    holds: ({ within }) => within.some((id) => ids.includes(id)),
    holdsKnown: () => false,
  }
}

/** `Bury, Suffolk` is Bury St Edmunds. */
function calledLonger(key: string, county: County, typed: string, gazetteer: Gazetteer): Who | undefined {
  const choices = distinct(
    gazetteer.held
      .entries()
      .filter(([name]) => name.startsWith(`${key} `))
      .flatMap(([, all]) => all.map(({ locality }) => locality))
      .filter((one) => one.is === 'place' && atHome(one) && county.holds(one.place))
      .toArray(),
  )
  if (choices.length > 0) return { how: 'near', typed, choices, others: [], beside: [], isSlip: true }
  const [known, ...more] = gazetteer.holding(key).filter(county.holdsKnown)
  return known && { how: 'empty', typed, known: [known, ...more], beside: [], alsoEmpty: [] }
}

/** What is called so lies elsewhere in the UK. */
function lyingThere(
  { held, inside, known, typed }: NameReading,
  where: string,
  whole: string,
  towns: readonly Locality[],
): Who | undefined {
  const places = held.map(({ locality }) => locality).filter((one) => one.is === 'place' && atHome(one))
  const others = known.filter(({ country }) => country === 'GB')
  if (places.length > 0) return doubtful(whole, [...places.toSorted(councilsFirst), ...towns])
  if (held.length > 0 || others.length + (inside ? 1 : 0) === 0) return undefined
  if (others.length > 0) return { how: 'elsewhere', typed, where, choices: [], others }
  return inside && doubtful(whole, [{ is: 'place', place: inside }])
}

/** `Leeds, Durham`: what is called so lies elsewhere, or it is not known to lie there; it is offered. */
export function doubtful(typed: string, choices: readonly Locality[]): Who {
  return { how: 'near', typed, choices, others: [], beside: [], isSlip: true, isDoubtful: true }
}

/** `Richmond, Surrey` is rather the borough upon Thames than a town. */
function councilsFirst(one: Locality, other: Locality): number {
  const isSmall = (locality: Locality) => Number(locality.is === 'place' && isTown(locality.place))
  return isSmall(one) - isSmall(other)
}

/** `Kidderminster, West Midlands` lies in the region, whatever the county is. */
function isRegion(locality: Locality): boolean {
  return locality.is === 'country' || (locality.is === 'area' && REGIONS.has(locality.area.kind))
}

const REGIONS: ReadonlySet<string> = new Set(['nation', 'region', 'informal region'])

/** By its GeoNames id: a council area has its code. */
function isTown({ id }: Place): boolean {
  return /^\d+$/.test(id)
}

/** Those of the name that lie there, held or not. */
function townIn(reading: NameReading, county: County): NameReading | undefined {
  const held = reading.held.filter(
    ({ locality }) => locality.is === 'place' && atHome(locality) && county.holds(locality.place),
  )
  if (held.length > 0) return { ...reading, held, shared: [], inside: undefined }
  if (reading.inside && county.holds(reading.inside)) return { ...reading, held: [], shared: [] }
  const known = reading.known.filter(county.holdsKnown)
  return known.length > 0 ? { ...reading, held: [], shared: [], inside: undefined, known } : undefined
}
