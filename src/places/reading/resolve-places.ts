import type { KnownPlace } from '../../knowledge/records.ts'
import { fold, type Word } from '../../search/words/fold.ts'
import { distinct, type Gazetteer, type Held } from '../gazetteer.ts'
import { atHome, type Locality, localityName } from '../locality.ts'
import type { Meant, NameReading, Who } from '../meant.ts'
import { type Beside, besidePartners, only } from './beside-partners.ts'
import { combined } from './narrowed.ts'
import { asTyped, countryBehind, type Run, type Segment } from './parse-question.ts'

export function read(
  segment: Pick<Segment, 'key' | 'from' | 'to'>,
  words: readonly Word[],
  question: string,
  names: Gazetteer,
): NameReading {
  const { key, from, to } = segment
  const code = countryBehind(segment, words, question, names)
  if (code) {
    const held = [{ locality: code, how: 'alias' as const }]
    return {
      key,
      typed: asTyped(question, words, from, to),
      from,
      to,
      comma: false,
      held,
      known: [],
      shared: [],
    }
  }
  const abroad =
    names.heldAs(key).length > 0 || names.existing(key).length > 0 ? undefined : names.foreign(key)
  const all: Held[] = [...names.heldAs(key), ...(abroad ? [{ locality: abroad, how: 'alias' as const }] : [])]
  const namesakes = all.length > 0 ? names.existing(key) : names.existingByAnyName(key)
  for (const place of namesakes.map(names.ownOf)) {
    if (place && !all.some(({ locality }) => locality.is === 'place' && locality.place.id === place.id)) {
      all.push({ locality: { is: 'place', place }, how: 'alias' })
    }
  }
  // A place called so comes before one that is also called so.
  const exact = all.filter(({ how }) => how === 'exact')
  // `Stoke` is a village, and what people call Stoke-on-Trent; `Kingston` is in Jamaica, and upon Thames.
  const short = all.some(({ locality }) => atHome(locality)) ? [] : names.shortFor(key)
  const held = [...(exact.length > 0 ? exact : all), ...short]
  const lesser = all.filter((one) => !held.includes(one))
  const known = namesakes.filter((namesake) => !names.ownOf(namesake))
  // Of several meanings of an informal name, those that we hold nothing on are as good.
  const part = names.inside.get(key)
  const isHere = ({ country }: KnownPlace) => country === 'GB'
  // Halifax is a place of ours in Canada; for somebody here it is as likely the town in Calderdale.
  const shared =
    exact.length > 0
      ? part
        ? known.filter(isHere)
        : []
      : short.length > 0 || names.called(key)
        ? known
        : sharing(key, held, known, names)
  return {
    key,
    typed: bracketed(question, words, from, to),
    from,
    to,
    comma: /^\s*,/.test(question.slice(words[to - 1]?.end)),
    held,
    ...(lesser.length > 0 && { lesser }),
    inside: names.placeAround(key),
    called: names.called(key),
    known,
    shared,
  }
}

export function readCorrected(
  { locality, name }: { locality: Locality; name: string },
  { key, typed, from, to }: Run & { from: number; to: number },
  names: Gazetteer,
): NameReading {
  const known = names.existing(name).filter((namesake) => !names.ownOf(namesake))
  return { key, typed, from, to, comma: false, held: [{ locality, how: 'corrected' }], known, shared: [] }
}

/**
 * Held only under a short or other name that UK places bear as well: `Newcastle` is upon Tyne, but also under Lyme. For
 * a place abroad, any UK place of that very name is as likely meant.
 */
function sharing(
  key: string,
  held: NameReading['held'],
  known: readonly KnownPlace[],
  names: Gazetteer,
): readonly KnownPlace[] {
  const british = known.filter(({ country }) => country === 'GB')
  const longer = names.longer(key).filter((other) => !names.ownOf(other) && other.country === 'GB')
  if (held.some(({ locality }) => locality.is === 'place')) return [...new Set([...british, ...longer])]
  // Holland is the Netherlands, and a town in Michigan; Norfolk County is Norfolk, and a place in Ontario.
  return known
}

/** A name as it was typed, with the bracket that ends it. */
function bracketed(question: string, words: readonly Word[], from: number, to: number): string {
  const end = words[to - 1]?.end ?? 0
  const typed = question.slice(words[from]?.start, end)
  return typed.includes('(') && !typed.includes(')') && question[end] === ')' ? `${typed})` : typed
}

/** The answer once every word is understood. */
export function resolvePlaces(typed: string, all: readonly NameReading[], gazetteer: Gazetteer): Who {
  if (all.length > 1 && isUnknownName(all)) {
    const others = all.flatMap(({ known }) => known.slice(0, 1)).slice(0, 2)
    return { how: 'near', typed, choices: [], others, beside: [], isSlip: false }
  }
  const narrowed = all.length > 1 ? combined(all, gazetteer) : all
  const readings: readonly Beside[] =
    narrowed.length > 1 ? narrowed.map((one) => besidePartners(one, narrowed, gazetteer)) : narrowed
  const meant: Meant[] = []
  for (const { held, known, inside, shared, offered, ...reading } of readings) {
    const [one, ...more] = held
    const beside = () => readings.filter(({ from }) => from !== reading.from).flatMap(only)
    if (offered) {
      const others = known.slice(0, 2)
      return { how: 'near', typed: reading.typed, choices: offered, others, beside: beside(), isSlip: true }
    }
    if (one && (more.length > 0 || shared.length > 0)) {
      const around: readonly Locality[] =
        inside && !held.some(({ locality }) => atHome(locality)) ? [{ is: 'place', place: inside }] : []
      return {
        how: 'several',
        typed: reading.typed,
        choices: homeFirst(distinct([...held.map(({ locality }) => locality), ...around]), beside()),
        others: shared.slice(0, 3),
        beside: beside(),
      }
    }
    if (one) meant.push({ ...one, typed: reading.typed, namesakes: known, liesIn: reading.liesIn })
    else if (inside) return { how: 'inside', typed: reading.typed, place: inside }
  }
  const empty = readings.filter(({ held }) => held.length === 0)
  if (empty[0]) return emptied(typed, empty, meant)
  const [first, ...rest] = meant
  return first
    ? (abroadInAnother(meant) ?? { how: 'meant', meant: [first, ...rest] })
    : { how: 'unknown', typed }
}

/** Who writes for a UK council means Newcastle upon Tyne before that in Australia, save beside a place here, whose partner is abroad. */
function homeFirst(choices: readonly Locality[], beside: readonly Locality[]): readonly Locality[] {
  if (beside.some(atHome)) return choices
  return choices.toSorted((one, other) => Number(atHome(other)) - Number(atHome(one)))
}

/** Of this size two places may be asked for at once, though neither is held. */
const TOWN = 15_000

/** `Darley Dale`, `Grass Valley`: a small place right behind another is rather the end of a name that we do not know. */
function isUnknownName(all: readonly NameReading[]): boolean {
  const isEmpty = ({ held, inside }: NameReading) => held.length === 0 && !inside
  // Of a council area the list has no number of people.
  const isSmall = ({ known }: NameReading) =>
    !known.some(({ id, population }) => population >= TOWN || /^[A-Z]\d/.test(id))
  return all.some((reading, at) => {
    const before = all[at - 1]
    return (
      before?.to === reading.from &&
      !before.comma &&
      [before, reading].every(isEmpty) &&
      !areEnds(before, reading) &&
      [before, reading].some(isSmall)
    )
  })
}

/** `Matlock Eaubonne`: places of these very names are here and abroad, as the two of a link. */
function areEnds(one: NameReading, other: NameReading): boolean {
  const countries = [one, other].map(({ key, known }) =>
    known.filter(({ name }) => fold(name) === key).map(({ country }) => country),
  )
  const [here, there] = countries.map((some) => some.includes('GB'))
  return countries.every((some) => some.length > 0) && here !== there
}

/** A country behind an empty place that lies elsewhere contradicts it; another place was asked for as well. */
function emptied(typed: string, [empty, ...more]: readonly NameReading[], meant: readonly Meant[]): Who {
  const [first, ...rest] = empty?.known ?? []
  if (!empty || !first) return { how: 'unknown', typed }
  const [country] = meant.filter(({ locality }) => locality.is === 'country')
  const isAbroad = empty.known.every((known) => known.country !== 'GB')
  if (
    country &&
    meant.length === 1 &&
    more.length === 0 &&
    (empty.comma || isAbroad) &&
    !atHome(country.locality)
  ) {
    return {
      how: 'elsewhere',
      typed: empty.typed,
      where: localityName(country.locality),
      choices: [],
      others: empty.known,
    }
  }
  const beside = meant.map(({ locality }) => locality).filter(({ is }) => is !== 'country')
  const alsoEmpty = more.flatMap(({ known }) => known.slice(0, 1)).filter((known) => known !== first)
  const { called } = empty
  return { how: 'empty', typed: empty.typed, known: [first, ...rest], called, beside, alsoEmpty }
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
    others: [],
  }
}
