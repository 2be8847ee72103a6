import type { KnownPlace } from '../../knowledge/records.ts'
import { lasting } from '../../search/lazily.ts'
import { isEnglish } from '../../search/text/english.ts'
import type { MayRead } from '../../search/text/terms-asked.ts'
import { distinct, type Gazetteer } from '../gazetteer.ts'
import type { Locality } from '../locality.ts'
import type { NameReading, Who } from '../meant.ts'
import { only } from './beside-partners.ts'
import type { Near, Nearby } from './near.ts'
import { asTyped, joined, type ParsedQuestion, type Run, type Segment } from './parse-question.ts'
import { isOnlySlip, nearestPartner } from './partners.ts'
import { readCorrected, resolvePlaces } from './resolve-places.ts'

/**
 * Reads what was not understood as slips of the pen: the whole of it, or else each name by itself. Where all of it is a slip
 * away from what we hold, but not surely one, that is offered with the rest: `Glasow and Germany`.
 */
export function correctSpelling(
  parsed: ParsedQuestion,
  readings: readonly NameReading[],
  gazetteer: Gazetteer,
  near: Near,
): Who | undefined {
  const { typed, key, whole } = parsed
  const runs = unknownRuns(parsed)
  const all = {
    from: 0,
    to: parsed.words.length,
    typed: asTyped(parsed.question, parsed.words, 0, parsed.words.length),
  }
  if (runs.some(({ is }) => is === 'unknown')) {
    const found = whole === key ? undefined : near.corrected(whole)
    const other = found ?? near.corrected(key, whole)
    if (other)
      return resolvePlaces(
        typed,
        [readCorrected(other, { ...all, key, typed: found ? all.typed : typed }, gazetteer)],
        gazetteer,
      )
  }
  // Where no name is typed right, slips that lead to two recorded partners explain each other: `shefield bochm`.
  const partnersBeside = (run: Segment) =>
    (readings.length > 0
      ? readings.flatMap(only)
      : runs.filter((other) => other !== run).flatMap(({ key }) => gazetteer.heldOneSlipFrom(key))
    ).flatMap(gazetteer.partnersOf)
  const corrected: NameReading[] = []
  const offered: { run: Run; nearby: Nearby }[] = []
  let isOfPartners = true
  for (const run of runs) {
    const nearest = nearestPartner(run.key, partnersBeside(run))
    const localities = distinct(
      (nearest?.partners ?? []).map(({ place }) => ({ is: 'place' as const, place })),
    )
    const [partner, ...others] = localities
    const found = partner
      ? others.length === 0 &&
        nearest?.how !== 'two slips' &&
        isOnlySlip(run.key, false) && { locality: partner, name: '' }
      : near.corrected(run.key, run.key === key ? whole : run.key)
    if (found) {
      corrected.push(readCorrected(found, run, gazetteer))
      isOfPartners &&= partner !== undefined
      continue
    }
    const nearby = near.near(run.key)
    if (!partner && nearby.slips === 0) return undefined
    offered.push({
      run,
      nearby: partner ? { ...nearby, choices: localities, slips: localities.length } : nearby,
    })
  }
  if (offered.length > 0) return offerSlips(parsed, readings, offered, gazetteer)
  if (readings.length > 0 && !isOfPartners && near.almostExists(key)) return undefined
  const inOrder = [...readings, ...corrected].sort((one, other) => one.from - other.from)
  return resolvePlaces(typed, inOrder, gazetteer)
}

/** Each slip, and words next to each other that were not understood, which may be one name: `Saint Petersberg Russia`. */
function unknownRuns({ question, words, parts }: ParsedQuestion): (Run & Segment)[] {
  const runs: Segment[] = []
  for (const part of parts.filter(({ is }) => is === 'unknown' || is === 'slip')) {
    const last = runs.at(-1)
    if (last?.to === part.from && last.is === 'unknown' && part.is === 'unknown')
      runs[runs.length - 1] = { ...last, key: joined(words, last.from, part.to), to: part.to }
    else runs.push(part)
  }
  return runs.map((run) => ({ ...run, typed: asTyped(question, words, run.from, run.to) }))
}

function offerSlips(
  parsed: ParsedQuestion,
  readings: readonly NameReading[],
  offered: readonly { run: Run; nearby: Nearby }[],
  gazetteer: Gazetteer,
): Who {
  const [one, ...more] = offered
  const slips = offered.flatMap(({ nearby: { choices, slips } }) => choices.slice(0, slips))
  const alike = one && more.length === 0 ? one.nearby.choices : []
  const others = distinctOf([...offered.flatMap(({ nearby }) => nearby.others), ...unheld(readings)]).slice(
    0,
    2,
  )
  return {
    how: 'near',
    typed: one && more.length === 0 ? one.run.typed : parsed.typed,
    choices: few(slips, alike, others),
    others,
    beside: readings.flatMap((reading) => partnerOf(slips, reading, gazetteer) ?? only(reading)),
    isSlip: true,
  }
}

/** `Glasow Rostov`: beside what is offered its one recorded partner of the name, though another place is called just so. */
function partnerOf(
  offered: readonly Locality[],
  { key, held }: NameReading,
  gazetteer: Gazetteer,
): Locality | undefined {
  const nearest = held.length > 0 ? undefined : nearestPartner(key, offered.flatMap(gazetteer.partnersOf))
  const [one, ...more] = distinct((nearest?.partners ?? []).map(({ place }) => ({ is: 'place', place })))
  return nearest?.how === 'short' && more.length === 0 ? one : undefined
}

/** Three in all, but each that is one slip away. */
function few(
  slips: readonly Locality[],
  more: readonly Locality[],
  others: readonly KnownPlace[],
): readonly Locality[] {
  const choices = distinct([...slips, ...more])
  return choices.slice(0, Math.max(distinct(slips).length, 3 - others.length))
}

/** A word of a longer name: `keynes` is Milton Keynes; of several such names, `furness` may be any. */
export function partOfName({ key, typed }: ParsedQuestion, gazetteer: Gazetteer): Who | undefined {
  const holds = ([name]: readonly [string, unknown]) =>
    name.length > key.length && ` ${name} `.includes(` ${key} `)
  const held =
    key.length < SHORTEST_PART
      ? []
      : gazetteer.held
          .entries()
          .filter(holds)
          .flatMap(([, all]) => all)
  const choices = distinct([...held].map(({ locality }) => locality)).slice(0, 3)
  const known = gazetteer.holding(key).filter((one) => !gazetteer.ownOf(one))
  const british = known.filter(({ country }) => country === 'GB')
  const [first, ...more] = british.length > 0 ? british : known
  if (choices.length > 0) {
    return { how: 'near', typed, choices, others: british.slice(0, 2), beside: [], isSlip: false }
  }
  if (!first || key.length < SHORTEST_PART) return undefined
  return more.length === 0
    ? { how: 'empty', typed, known: [first], beside: [], alsoEmpty: [] }
    : { how: 'near', typed, choices: [], others: [first, ...more].slice(0, 3), beside: [], isSlip: false }
}

/** `upon`, `le` and the like are words of hundreds of names. */
const SHORTEST_PART = 5

/** Offers the places that were understood, then those that come near the whole. */
export function offerNear({ typed }: ParsedQuestion, readings: readonly NameReading[], nearby: Nearby): Who {
  const named = readings.flatMap(({ held, inside }) => [
    ...held.map(({ locality }) => locality),
    ...(inside ? [{ is: 'place' as const, place: inside }] : []),
  ])
  const slips = nearby.choices.slice(0, nearby.slips)
  const others = distinctOf([...nearby.others, ...unheld(readings)]).slice(0, 2)
  const choices = few(slips, [...named, ...nearby.choices], others)
  if (choices.length + others.length === 0) return { how: 'unknown', typed }
  return { how: 'near', typed, choices, others, beside: [], isSlip: false }
}

function distinctOf(places: readonly KnownPlace[]): readonly KnownPlace[] {
  return [...new Set(places)]
}

/** The largest of the places that exist under each name that we hold nothing under. */
function unheld(readings: readonly NameReading[]): readonly KnownPlace[] {
  return readings
    .filter(({ held, inside }) => held.length === 0 && !inside)
    .flatMap(({ known }) => known.slice(0, 1))
}

/**
 * In running words, too, a slip is only read as the name of a place where the place would be: `Rayliegh` is Rayleigh,
 * which exists, and not Raleigh, which the texts happen to know. And what names a place, or is a slip from a name that we
 * hold, is read as no other word: Kent is not `kept`, nor `Leds` `led`.
 */
export function spelledAsPlace({
  held,
  inside,
}: Gazetteer): (near: Near, thisQuestion: Gazetteer) => MayRead {
  const names = lasting(() => {
    const words = [...held.keys(), ...inside.keys()].flatMap((name) => name.split(' '))
    return new Set(words.filter((word) => !isEnglish(word)))
  })
  return (near, { existing, heldOneSlipFrom }) =>
    (typed, word) => {
      const isPlace = names().has(word)
      if (!isPlace) return existing(typed).length === 0 && heldOneSlipFrom(typed).length === 0
      return near.corrected(typed)?.name.split(' ').includes(word) === true
    }
}
