import type { KnownPlace, Place } from '../../knowledge/records.ts'
import { fold } from '../../search/words/fold.ts'
import type { State } from '../countries.ts'
import { isAdjective } from '../country-adjectives.ts'
import type { Gazetteer } from '../gazetteer.ts'
import { atHome, covers, type Locality } from '../locality.ts'
import type { NameReading, Who } from '../meant.ts'
import { doubtful } from './in-county.ts'
import { asTyped, edges, type ParsedQuestion } from './parse-question.ts'

/** Words between two names that make them two: `Leeds and Ontario`. */
const JOINING = new Set('and between by has have or to versus vs with'.split(' '))

/**
 * `Leeds Alabama`, `York, PA`, `Whitchurch, Hampshire`: all words behind a name say in which county or state it lies. It is the
 * place of that name there, or none; what bears the name elsewhere is not meant.
 */
export function inState(
  { question, typed, parts, words }: ParsedQuestion,
  readings: readonly NameReading[],
  gazetteer: Gazetteer,
): Who | undefined {
  for (const reading of readings) {
    const [first, last] = edges(parts.filter(({ from }) => from !== reading.from))
    if (!first || !last || first.from < reading.from) continue
    const where = asTyped(question, words, first.from, last.to)
    const state = gazetteer.state(where)
    if (!state || gazetteer.county(reading.key)?.isCounty) continue
    const isBetween = ({ is, from }: (typeof parts)[number]) =>
      is === 'filler' && from > reading.from && from < first.from
    if (parts.some((part) => isBetween(part) && JOINING.has(part.key))) continue
    // `Bury, Suffolk` is Bury St Edmunds.
    const there = [reading.known, gazetteer.holding(reading.key).filter(({ country }) => country === 'GB')]
      .map((all) => all.filter((known) => isIn(known, state.name)))
      .find((all) => all.length > 0)
    const [known, ...more] = there ?? []
    if (known) return { how: 'empty', typed, known: [known, ...more], beside: [], alsoEmpty: [] }
    // `Leeds Durham` asks for two places that we hold; `Liverpool Shanghai` for two that exist; California is also a village.
    const others = readings.filter(({ from }) => from !== reading.from)
    if (isLinkedWith(others, reading, gazetteer)) continue
    if (others.some(({ held, inside }) => held.some(({ locality }) => !isCounty(locality)) || inside))
      continue
    if (liesInOneOf(others, reading)) continue
    if (!state.tellsApart && (!reading.comma || gazetteer.existing(fold(where)).length > 0)) continue
    const contradicted = lyingElsewhere(reading, where, state, gazetteer)
    if (contradicted) return contradicted
  }
  return undefined
}

/** A county or a region abroad is held to lead to what is in it; beside a name it says where that lies. */
function isCounty(locality: Locality): boolean {
  return locality.is === 'area' && (locality.area.kind === 'county' || !atHome(locality))
}

/** `Belfast Massachusetts` asks for the link of the two. */
function isLinkedWith(others: readonly NameReading[], { held }: NameReading, gazetteer: Gazetteer): boolean {
  const regions = others.flatMap((other) => other.held.map(({ locality }) => locality)).filter(isCounty)
  const partners = regions.length > 0 ? held.flatMap(({ locality }) => gazetteer.partnersOf(locality)) : []
  return partners.some(({ place }) => regions.some((region) => covers(region, place)))
}

function liesInOneOf(others: readonly NameReading[], { held }: NameReading): boolean {
  const around = others.flatMap((other) => other.held.map(({ locality }) => locality))
  return held.some(({ locality }) => around.some((one) => lies(locality, one)))
}

function lyingElsewhere(
  reading: NameReading,
  where: string,
  { isBritish, countries }: Pick<State, 'isBritish' | 'countries'>,
  gazetteer: Gazetteer,
): Who | undefined {
  const { typed, held, inside, known } = reading
  const places = held.map(({ locality }) => locality).filter(({ is }) => is === 'place')
  if (inside) places.push({ is: 'place', place: inside })
  if (places.length + known.length === 0) return undefined
  const others = [...known, ...gazetteer.longer(reading.key)]
  // Where in its country a place lies that we hold is not known here, save by a bracket: Halifax is in Nova Scotia.
  const maybe = places.filter((one) => countries.some((code) => isAnywhereIn(one, code)))
  if (!isBritish && maybe.length > 0) return doubtful(`${typed}, ${where}`, maybe)
  if (!isBritish) return { how: 'elsewhere', typed, where, choices: places, others }
  // Which county a council's area lies in is not known here: Derby is in Derbyshire, and Brighton in East Sussex.
  if (places.some(atHome)) {
    return doubtful(`${typed}, ${where}`, places.filter(atHome))
  }
  const [only, ...more] = known.filter(({ country }) => country === 'GB')
  if (only && more.length === 0 && fold(only.admin ?? '').includes(reading.key)) {
    return { how: 'empty', typed, known: [only], beside: [], alsoEmpty: [] }
  }
  return { how: 'elsewhere', typed, where, choices: places, others }
}

function isAnywhereIn(locality: Locality, country: string): boolean {
  return locality.is === 'place' && locality.place.country === country && !locality.place.name.includes('(')
}

function isIn({ admin }: KnownPlace, state: string): boolean {
  return admin !== undefined && fold(admin) === state
}

/** A country or area that only says where another named place lies goes into that place's reading. */
export function combined(readings: readonly NameReading[], gazetteer: Gazetteer): readonly NameReading[] {
  let left = [...readings]
  for (const scope of readings) {
    const said =
      scope.held.find(({ locality }) => locality.is !== 'place') ??
      scope.held.find(({ locality }) => !atHome(locality))
    if (!said) continue
    const around = said.locality
    const narrow = (reading: NameReading) =>
      around.is === 'place'
        ? townOf(reading, around.place)
        : (narrowed(reading, around, scope.from > reading.from) ??
          (scope.from === reading.to ? namesakeThere(reading, scope, gazetteer) : undefined) ??
          (scope.from === reading.to ? townOfTheName(reading, around, gazetteer) : undefined))
    const at = left.findIndex((reading) => reading !== scope && narrow(reading))
    if (at < 0) continue
    left[at] = {
      ...(narrow(left[at] as NameReading) as NameReading),
      liesIn: { ...said, typed: scope.typed },
    }
    left = left.filter((reading) => reading !== scope)
  }
  return left
}

/** `Augsburg, Bavaria`, where the region has links itself. */
function townOf(reading: NameReading, { id }: Place): NameReading | undefined {
  const held = reading.held.filter(
    ({ locality }) => locality.is === 'place' && locality.place.within.includes(id),
  )
  return held.length > 0 ? { ...reading, held, shared: [] } : undefined
}

/**
 * A name as narrowed by the country or area beside it: `Newcastle Australia`, `Leeds Yorkshire`, `Halifax Canada`.
 * Undefined where it says nothing of where the place lies: `Leeds Germany`, `Winchester Germany`.
 */
function narrowed(reading: NameReading, scope: Locality, isAfter: boolean): NameReading | undefined {
  const held = reading.held.filter(({ locality }) => lies(locality, scope))
  const shared = reading.shared.filter(({ country }) => scope.is === 'country' && scope.code === country)
  const inside = reading.inside && covers(scope, reading.inside) ? reading.inside : undefined
  if (held.length > 0) return { ...reading, held, shared, inside }
  if (inside) return { ...reading, held: [], shared: [] }
  // A place abroad has no links with another country abroad: the country can only say where the place is meant to lie.
  const isApart = reading.held.every(({ locality }) => atHome(locality) !== atHome(scope))
  if (isApart && !(isAfter && reading.comma) && reading.held.length > 0) return undefined
  const known = knownWithin(reading.known, scope)
  return known.length > 0 ? { ...reading, held: [], inside: undefined, known } : undefined
}

/**
 * `Boston USA`, `Perth Australia`: the name of a country abroad right behind that of a place here says where another of the name lies,
 * save where a link of the one here with that country is recorded. `Boston’s American links` are links of Boston.
 */
function namesakeThere(
  reading: NameReading,
  scope: NameReading,
  gazetteer: Gazetteer,
): NameReading | undefined {
  const [said] = scope.held
  const around = said?.locality
  if (around?.is !== 'country' || atHome(around) || isAdjective(scope.key)) return undefined
  const isThere = (locality: Locality) => locality.is === 'place' && covers(around, locality.place)
  const held = (reading.lesser ?? []).filter(({ locality }) => isThere(locality))
  const known = held.length > 0 ? reading.known : knownWithin(reading.known, around)
  if (held.length + known.length === 0) return undefined
  const isLinked = reading.held.some(({ locality }) =>
    gazetteer.partnersOf(locality).some(({ place }) => covers(around, place)),
  )
  return isLinked ? undefined : { ...reading, held, shared: [], inside: undefined, known }
}

/**
 * `Halifax West Yorkshire`: right before an area in which a town is called so, the name is that town's, and not one's abroad,
 * save where a link of that one with the area is recorded: `Washington Tyne and Wear`.
 */
function townOfTheName(reading: NameReading, area: Locality, gazetteer: Gazetteer): NameReading | undefined {
  if (area.is !== 'area') return undefined
  const isCouncilThere = ({ locality }: { locality: Locality }) => lies(locality, area)
  const known = reading.known.filter(
    ({ country, admin }) =>
      country === 'GB' && admin && gazetteer.held.get(fold(admin))?.some(isCouncilThere),
  )
  const isPartner = ({ place }: { place: unknown }) =>
    reading.held.some(({ locality }) => locality.is === 'place' && locality.place === place)
  if (known.length === 0 || gazetteer.partnersOf(area).some(isPartner)) return undefined
  return { ...reading, held: [], inside: undefined, known }
}

/** In a country; or in an area of the UK, of whose counties only some are known to lie in it. */
function knownWithin(known: readonly KnownPlace[], scope: Locality): readonly KnownPlace[] {
  if (scope.is === 'country') return known.filter(({ country }) => country === scope.code)
  if (scope.is === 'area' && !atHome(scope)) return known.filter((one) => isIn(one, fold(scope.area.name)))
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
  return locality.is === 'area' && scope.is === 'country' && scope.code === (locality.area.country ?? 'GB')
}
