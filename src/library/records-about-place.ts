import type { Day, Finding } from '../answer/answer.ts'
import type { Knowledge, Place } from '../knowledge/records.ts'
import type { OnLink } from '../knowledge/records-on-links.ts'
import { englishCountries } from '../places/countries.ts'
import { atHome, covers, type Locality, localityId } from '../places/locality.ts'
import type { Who } from '../places/meant.ts'
import type { InParts } from '../search/lazily.ts'
import { isEnglish } from '../search/text/english.ts'
import { fold } from '../search/words/fold.ts'
import { findingOf } from './finding.ts'

/** A statement that is not about a link, made ready to be asked whether it speaks of a place. */
export type Spoken = {
  /** How many come before it in the folder. */
  at: number
  finding: (today: Day) => Finding
  places: readonly Place[]
  /** Codes of the countries it names: `French` and `France` are FR. */
  countries: ReadonlySet<string>
  /** Its words, folded, with a space at either end; and as they are written. */
  words: string
  written: string
}

/** What is said of places, to be looked through for one of them without looking at all of it. */
export type AllSpoken = {
  /** By what its places are or lie in: ids, and codes of countries. */
  byPlace: ReadonlyMap<string, readonly Spoken[]>
  /** By the folded words in it, and the countries these name. */
  byWord: ReadonlyMap<string, readonly Spoken[]>
}

/** Statements about links are not among them: they have answers of their own. */
export function* spokenIn(knowledge: Knowledge): InParts<AllSpoken> {
  const all = yield* allSpoken(knowledge)
  yield
  return {
    byPlace: by(all, ({ places }) => places.flatMap(around)),
    byWord: by(all, ({ words, countries }) => [...words.split(' '), ...countries]),
  }
}

/** All that covers a place. */
function around({ id, country, nation, region, authority, within }: Place): readonly string[] {
  return [id, country, ...within, ...[nation, region, authority].filter((one) => one !== undefined)]
}

function by(
  all: readonly Spoken[],
  keysOf: (spoken: Spoken) => readonly string[],
): ReadonlyMap<string, readonly Spoken[]> {
  const found = new Map<string, Spoken[]>()
  for (const spoken of all) {
    for (const key of new Set(keysOf(spoken))) {
      const others = found.get(key)
      if (others) others.push(spoken)
      else found.set(key, [spoken])
    }
  }
  return found
}

/** So many are made ready in one part. */
const IN_A_PART = 1000

function* allSpoken(knowledge: Knowledge): InParts<readonly Spoken[]> {
  const countries = englishCountries()
  const all: Spoken[] = []
  for (const statement of knowledge.statements.values()) {
    if (statement.link !== undefined || statement.until !== undefined) continue
    if (all.length % IN_A_PART === 0) yield
    const written = `${statement.says ?? ''} ${statement.quote ?? ''}`
    const words = fold(written)
    const codes = words.split(' ').flatMap((word) => countries.get(word) ?? [])
    all.push({
      at: all.length,
      finding: (today) => findingOf(statement, knowledge, today),
      places: statement.places.flatMap((id) => knowledge.places.get(id) ?? []),
      countries: new Set(codes),
      words: ` ${words} `,
      written,
    })
  }
  return all
}

/** What is said of all the places that a question names, beside their links. */
export function recordsAbout(who: Who, all: AllSpoken): readonly Spoken[] {
  const named = namedIn(who)
  const [first] = named
  if (!first) return []
  return mayMention(first, all).filter((spoken) => named.every((one) => mentions(spoken, one)))
}

/** Whatever mentions it is among these. */
function mayMention(named: Named, { byPlace, byWord }: AllSpoken): readonly Spoken[] {
  const words =
    named.is === 'country' ? [named.code] : namesOf(named).map((name) => name.split(' ', 1)[0] ?? '')
  const spoken = words.flatMap((word) => byWord.get(word) ?? [])
  const placed = named.is === 'known' ? [] : (byPlace.get(localityId(named)) ?? [])
  return [...new Set([...placed, ...spoken])].sort((one, other) => one.at - other.at)
}

/** A place we hold, or the folded names of one that we do not. */
type Named = Locality | { is: 'known'; names: readonly string[] }

function namedIn(who: Who): readonly Named[] {
  if (who.how === 'meant') return who.meant.map(({ locality }) => locality)
  if (who.how !== 'empty') return []
  return [...who.beside, { is: 'known', names: [who.typed, who.known[0].name].map(fold) }]
}

/** By its places, or by the name itself in running words. */
function mentions({ places, countries, words, written }: Spoken, named: Named): boolean {
  if (named.is !== 'known' && places.some((place) => covers(named, place))) return true
  if (named.is === 'country') return countries.has(named.code)
  // What is said of our York is not said of York in Pennsylvania.
  if (named.is === 'known' && places.some(({ name }) => named.names.includes(fold(name)))) return false
  // `Peers learn`, `a reading of it`: a plain word is a name only where it is written as one.
  const isWritten = (name: string) => !isEnglish(name) || asName(name).test(written)
  return namesOf(named).some((name) => words.includes(` ${name} `) && isWritten(name))
}

/** With a capital, and not as the first word of a sentence. */
function asName(name: string): RegExp {
  return new RegExp(
    `[\\p{L}\\p{N},;]\\s+${name.charAt(0).toUpperCase()}${name.slice(1)}(?![\\p{L}\\p{N}])`,
    'u',
  )
}

function namesOf(named: Exclude<Named, { is: 'country' }>): readonly string[] {
  if (named.is === 'known') return named.names
  return (named.is === 'place' ? [named.place.name] : [named.area.name, ...named.area.also]).map(fold)
}

/** All records of a kind that is asked for, and so of what they are; of persons and effects none is. */
export function recordsOf(asked: string, knowledge: Knowledge): readonly { place: string }[] {
  const { decisions, costs, agreements, assertions } = knowledge
  const byKind: Readonly<Record<string, readonly { place: string }[]>> = {
    decisions,
    criteria: decisions.filter(({ criteria }) => criteria),
    costs,
    visits: costs.filter((one) => one.for === 'travel' || one.for === 'hospitality'),
    agreements,
    holder: assertions.filter(({ heldBy }) => heldBy !== undefined),
  }
  return byKind[asked] ?? []
}

/** Either end, whatever is recorded of links between them: a proposal is about a link that is not there yet. */
export function concerns(one: OnLink, localities: readonly Locality[], { places }: Knowledge): boolean {
  const [place, twin] = [one.place, one.twin].map((id) => places.get(id ?? ''))
  const [homes, fars] = [localities.filter(atHome), localities.filter((locality) => !atHome(locality))]
  const isFar = (far: Locality) =>
    twin ? covers(far, twin) : far.is === 'country' && far.code === one.country
  return (
    place !== undefined &&
    (homes.length === 0 || homes.some((home) => covers(home, place))) &&
    (fars.length === 0 || fars.some(isFar))
  )
}
