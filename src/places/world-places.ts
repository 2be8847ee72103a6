import type { Knowledge, KnownPlace, Place } from '../knowledge/records.ts'
import { type InParts, keptFor, lasting, lastingInParts } from '../search/lazily.ts'
import { edits, oneEditAway } from '../search/words/edits.ts'
import { fold } from '../search/words/fold.ts'
import { rowsByKey } from '../search/words/rows-by-key.ts'

/** The places that exist, whether or not we hold anything on them. */
export type Existing = {
  /** The own names that none or one slip leads to. */
  oneSlipFrom(key: string): readonly string[]
  /** By their own name. */
  existing(key: string): readonly KnownPlace[]
  /**
   * The same; where none is called so, those that are in another language or time. An own name comes before others' other
   * names, save where that is a spelling of the own name of a place far larger: Odessa is rather Odesa in Ukraine than in
   * Texas, and Bethlehem is not Belém. Builds a large index when first asked.
   */
  existingByAnyName(key: string): readonly KnownPlace[]
  /** Whose name is the key with a tail: `newcastle` → Newcastle under Lyme. */
  longer(key: string): readonly KnownPlace[]
  /** Whose own name is longer, and holds these words: `keynes` → Milton Keynes; those in the UK first. */
  holding(key: string): readonly KnownPlace[]
  /** Whose name in one word is this: `yorktown`. */
  runTogether(letters: string): KnownPlace | undefined
  /** The place we hold that this row of the wide list is. */
  ownOf(known: KnownPlace): Place | undefined
}

/**
 * The wide list, by folded name. Each index is built when first asked for: the names of 35,000 places take some 20 ms,
 * their 120,000 other names a quarter of a second, which the terminal does not wait for when it does not need them. An edit
 * of the folder leaves the list as it is, and these too.
 */
const indexesOf = keptFor((exists: readonly KnownPlace[]) => {
  const byName = lastingInParts(() => indexed(exists, ownNames))
  return {
    byName,
    byOtherName: lastingInParts(() => indexed(exists, otherNames)),
    tails: lasting(() => byHead(ofSeveralWords(exists))),
    words: lasting(() => byWord(ofSeveralWords(exists))),
    oneSlipFrom: lasting(() => oneEditAway(exists.flatMap(ownNames).map(fold))),
  }
})

export function existingPlaces({ exists, places }: Knowledge): Existing {
  const { byName, byOtherName, tails, words, oneSlipFrom } = indexesOf(exists)
  const councils = new Map([...places.values()].flatMap((place) => (place.town ? [[place.town, place]] : [])))
  return {
    oneSlipFrom: (key) => oneSlipFrom()(key),
    existing: (key) => byName()(key),
    existingByAnyName(key) {
      const own = byName()(key)
      if (own.some(({ country }) => country === 'GB')) return own
      const others = byOtherName()(key)
      const isLarger = own.length > 0 && isFarLargerThan(own)
      return isLarger
        ? largest([...own, ...others.filter((known) => isLarger(known) && isSpelling(key, known))])
        : longNamesFirst(key, others)
    },
    longer: (key) => tails().get(key) ?? NONE,
    holding: (key) =>
      (words().get(key.split(' ', 1)[0] ?? '') ?? NONE).filter(
        ({ name }) => name.length > key.length && ` ${fold(name)} `.includes(` ${key} `),
      ),
    runTogether: (letters) => byName()(letters)[0],
    ownOf: ({ id }) => places.get(id) ?? councils.get(id),
  }
}

const NONE: readonly KnownPlace[] = []

/** `Donostia / San Sebastián` is called so in two languages, and is either by itself. */
function ownNames({ name }: KnownPlace): readonly string[] {
  return name.includes('/') ? [name, ...name.split(/\s*\/\s*/)] : [name]
}

/** Where a name needs no other letters to be read in English. */
const ENGLISH = new Set(['AU', 'CA', 'GB', 'IE', 'NZ', 'US'])

/** What others write for an English name and is a slip away from it is no name: Tetford is another village than Thetford. */
function otherNames({ name, country, also }: KnownPlace): readonly string[] {
  return ENGLISH.has(country) ? also.filter((other) => edits(fold(other), fold(name), 1) !== 1) : also
}

const FAR_LARGER = 5
const LARGE = 100_000

function isFarLargerThan([first]: readonly KnownPlace[]): (known: KnownPlace) => boolean {
  const least = Math.max(LARGE, FAR_LARGER * (first?.population ?? 0))
  return (known) => known.population >= least && known !== first
}

/** `Landsberg` is what Landsberg am Lech is called for short, before it is what a town was called once, unless that is far larger. */
function longNamesFirst(key: string, others: readonly KnownPlace[]): readonly KnownPlace[] {
  const long = others.filter(({ name }) => fold(name).startsWith(`${key} `))
  if (long.length === 0) return others
  const isLarger = isFarLargerThan(long)
  const rank = (known: KnownPlace) => (isLarger(known) ? 0 : long.includes(known) ? 1 : 2)
  return others.toSorted((one, other) => rank(one) - rank(other))
}

function isSpelling(key: string, { name }: KnownPlace): boolean {
  return edits(key, fold(name), 1) <= 1
}

function largest(places: readonly KnownPlace[]): readonly KnownPlace[] {
  return places.toSorted((one, other) => other.population - one.population)
}

type ByName = (key: string) => readonly KnownPlace[]

/** The largest first. */
function* indexed(
  exists: readonly KnownPlace[],
  namesOf: (known: KnownPlace) => readonly string[],
): InParts<ByName> {
  const rows = yield* rowsByKey(exists.length, (row) => namesOf(exists[row] as KnownPlace).map(fold))
  return (key) => largest(rows(key).map((row) => exists[row] as KnownPlace))
}

/** Those whose folded own name is of several words. */
function ofSeveralWords(exists: readonly KnownPlace[]): ReadonlyMap<string, readonly KnownPlace[]> {
  const several = exists
    .map((known) => ({ known, key: fold(known.name) }))
    .filter(({ key }) => key.includes(' '))
  const byKey = Map.groupBy(several, ({ key }) => key)
  return new Map(byKey.entries().map(([key, some]) => [key, largest(some.map(({ known }) => known))]))
}

/** Names with a tail that only tells namesakes apart (`upon Tyne`, `under Lyme`, `in Craven`), by what is before it. */
function byHead(
  byName: ReadonlyMap<string, readonly KnownPlace[]>,
): ReadonlyMap<string, readonly KnownPlace[]> {
  const heads = new Map<string, KnownPlace[]>()
  for (const [key, places] of byName) {
    const head = TAIL.exec(key)?.[1]
    if (head) heads.set(head, [...(heads.get(head) ?? []), ...places])
  }
  return heads
}

/** Names of several words by each of them. */
function byWord(
  byName: ReadonlyMap<string, readonly KnownPlace[]>,
): ReadonlyMap<string, readonly KnownPlace[]> {
  const words = new Map<string, KnownPlace[]>()
  for (const [key, places] of byName) {
    for (const word of new Set(key.split(' '))) {
      const others = words.get(word)
      if (others) others.push(...places)
      else words.set(word, [...places])
    }
  }
  const isAbroad = ({ country }: KnownPlace) => Number(country !== 'GB')
  for (const places of words.values()) {
    places.sort((one, other) => isAbroad(one) - isAbroad(other) || other.population - one.population)
  }
  return words
}

const TAIL = /^(.+) (?:upon|under|on|in|by|le|la|near|next|cum) .+$/
