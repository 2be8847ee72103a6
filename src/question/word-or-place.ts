import { mayBeCouncilOf } from '../library/councils.ts'
import type { Library, ReadQuestion } from '../library/library.ts'
import type { Said } from '../library/said.ts'
import { covers, type Locality } from '../places/locality.ts'
import type { Meant, Mention, Who } from '../places/meant.ts'
import { keptFor } from '../search/lazily.ts'
import { isEnglish } from '../search/text/english.ts'
import { FILLERS, LINK_WORDS, ORDER_WORDS } from '../search/words/fillers.ts'
import { fold, type Word, wordsOf } from '../search/words/fold.ts'
import { holdsNameAlone, isSlip, isTwoSlips } from './near-names.ts'
import { isJustAWord, isWrittenAsName, mayStandAsName } from './written-as-name.ts'

/** Longer questions that the folder speaks to are no name of a place: `what do people say of Dortmnd abroad`. */
const LONGEST_NAME = 4
/** A smaller place is not meant by another of its names: in Bronkhorstspruit nobody is asked for by `erasmus`. */
const KNOWN_BY_ANY_NAME = 100_000

/** What the folder has on the same question taken as words. */
export type InWords = {
  finds: boolean
  /** All words stand just so in what the folder says, or are words for the same there. */
  isWritten: boolean
  /** One of what it finds holds all words that mean something. */
  isAllHeld: boolean
  /** One of what it finds says these words one behind the other. */
  says: (words: string) => boolean
  /** What it shows first is a link. */
  leadsWithALink: boolean
  corrected: Said['corrected']
}

/**
 * Of a question without a command that names no place as it is typed. `kiev` and `new york` are places nevertheless, and
 * `leds` is rather one than a word; `housing` is a matter, though it resembles some place.
 */
export function isRatherAPlace(typed: string, question: ReadQuestion, inWords: InWords): boolean {
  const key = fold(typed)
  const words = key.split(' ')
  if (isBesideJustWords(typed, question)) return false
  if (asksForAName(typed, words, question)) return true
  if (isWrittenAsName(typed, question, inWords)) return true
  if (words.every(isPlainWord)) return false
  if (inWords.finds && words.length > LONGEST_NAME) return false
  return isFarFetched(words, inWords) || mayBePlace(question.asMeant(), typed, inWords)
}

/** `What court does Leeds have`: the names in it are understood, and all else is words. */
function isBesideJustWords(typed: string, question: ReadQuestion): boolean {
  const names = question.mentioned().flatMap((mention) => wordsOf(mention.typed).map(({ text }) => text))
  const others = wordsOf(typed).filter(({ text }) => !names.includes(text) && !FILLERS.has(text))
  const isAWord = ({ start, end }: Word) => isJustAWord(typed.slice(start, end), typed)
  return names.length > 0 && others.length > 0 && others.every(isAWord)
}

/** `New man`, `Ever ton`: a name that got a space, where nothing that is said holds both words. */
export function nameApart(question: ReadQuestion, { isAllHeld }: InWords): Who | undefined {
  if (isAllHeld) return undefined
  const together = question.runTogether()
  return together && question.asCorrected()?.how !== 'meant' ? together : undefined
}

/**
 * `UN`, `what is the IULA`: a word that the folder knows others for is that, unless links are asked for or we hold a place of the
 * name; and as Ūn is a place, what is recorded of other places does not answer it.
 */
export function isTerm(typed: string, who: Who, { knowledge }: Library): boolean {
  if (who.how === 'meant' || who.how === 'several' || who.how === 'inside') return false
  const words = fold(typed).split(' ')
  if (words.some((word) => LINK_WORDS.has(word))) return false
  return termsOf(knowledge).has(words.filter((word) => !FILLERS.has(word)).join(' '))
}

const termsOf = keptFor(({ same }: Library['knowledge']) => new Set(same.flat().map(fold)))

/**
 * `Birmingam's oldest twin`, `Soucth Yorkshire Combined Authority`: all but slips in names was understood, or a name is
 * missing that only a place can have. A plain word alone is rather a word: `term` is not Perm.
 */
function asksForAName(typed: string, words: readonly string[], question: ReadQuestion): boolean {
  const owners = ownersOfLinks(typed)
  if (owners.some((owner) => !isEnglish(owner) && !question.isNamed(owner))) return true
  const asksForLinks = words.some((word) => LINK_WORDS.has(word))
  // `How do councils fund their work`, `why do partnerships end`: no place is called `fund`, nor `end`.
  const isPlain =
    words.every(isPlainWord) && (words.length === 1 || typed.slice(1) === typed.slice(1).toLowerCase())
  if (isPlain && (!asksForLinks || words.includes('why'))) return false
  const who = question.asCorrected()
  if (!who) return false
  // `Is twinning worth the time`: where all are plain words, one is a slip from a name only where a name would stand.
  if (who.how === 'near' && who.isSlip) return !isPlain || mayStandAsName(who.typed, typed)
  if (who.how === 'meant') return true
  const isName = (name: string) => !isEnglish(name) || owners.includes(name)
  return asksForLinks && who.how === 'empty' && isName(fold(who.typed)) && isLikelyMeant(who)
}

/** `Twinnings` are in no dictionary. */
function isPlainWord(word: string): boolean {
  return isEnglish(word) || LINK_WORDS.has(word)
}

/** `Xyzzy's first twin` */
function ownersOfLinks(typed: string): readonly string[] {
  return [...typed.matchAll(/(\S+)['’]s\s+(\S+)/gi)]
    .filter(([, , owned = '']) => LINK_WORDS.has(fold(owned)) || ORDER_WORDS.has(fold(owned)))
    .map(([, owner = '']) => fold(owner))
}

/**
 * `Portsmuth oldest sister city`: it asks which link comes first, and all other words can only be a name. Whatever that
 * name is, text that speaks of other places' oldest or first links does not answer it.
 */
export function ordersLinksOfAName(typed: string): boolean {
  const words = fold(typed).split(' ')
  const others = words.filter((word) => !FILLERS.has(word) && !ORDER_WORDS.has(word))
  const asks = words.some((word) => LINK_WORDS.has(word)) && words.some((word) => ORDER_WORDS.has(word))
  return asks && others.length > 0 && !others.some(isEnglish)
}

/** Whether what is a slip from a name is no name or word of the statements: `Ransom` is their author, and not Ranson. */
export function isMistyped(typed: string, { isWritten }: Library): boolean {
  return !fold(typed).split(' ').every(isWritten)
}

function mayBePlace(who: Who, whole: string, inWords: InWords): boolean {
  const words = fold(whole).split(' ')
  if (who.how === 'unknown') return words.length === 1 && !inWords.finds
  // There is a town called Police, and `police in Sheffield` does not ask for it.
  if (who.how === 'empty' && fold(who.typed).split(' ').every(isEnglish)) return areNames(words, who)
  if (who.how === 'empty' && !isReadAsOther(inWords)) {
    return isLikelyMeant(who)
  }
  if (who.how !== 'near') return true
  // `IULA` is a letter from some town, and a word of the folder.
  if (inWords.finds && inWords.isWritten) return false
  const names = [...who.choices.flatMap(namesOf), ...who.others.map(({ name }) => name)].map(fold)
  // `What colour is the Leeds flag` names Leeds, and nothing that is nearly called so; `Bradford Met` may be a longer name.
  const hasMore = wordsOf(whole).some(
    ({ text, start }, at) =>
      !names.includes(text) && (!isEnglish(text) || (at > 0 && /^\p{Lu}/u.test(whole.slice(start)))),
  )
  // Where the folder speaks to the words, only the whole of them can be a name that was nearly typed.
  const typed = words.length > 1 && inWords.finds ? [words.join(' ')] : words
  if (!inWords.finds && names.some((name) => holdsNameAlone(words, name))) return true
  const isNear = (word: string, name: string) =>
    isSlip(word, name) || (!inWords.finds && !isEnglish(word) && isTwoSlips(word, name))
  return typed.some((word) =>
    names.some(
      (name) =>
        ((hasMore || name !== word) && isNear(word, name)) ||
        (words.length === 1 && name.split(' ').includes(word)),
    ),
  )
}

/** By its own name; or by any, where it is large or in the UK. */
function isLikelyMeant({ typed, known }: Extract<Who, { how: 'empty' }>): boolean {
  return known.some(
    ({ name, country, population }) =>
      fold(name) === fold(typed) || country === 'GB' || population >= KNOWN_BY_ANY_NAME,
  )
}

/**
 * One word alone that is no English (or beside words that say nothing: `scouse twins`), and finds a link before all else, or is read as one more than a slip away: `lorth` as
 * `north`, `elling` as `ending`.
 */
function isFarFetched(words: readonly string[], inWords: InWords): boolean {
  const says = words.filter((word) => !FILLERS.has(word))
  if (says.length !== 1 || says.some(isEnglish) || !inWords.finds) return false
  if (words.length > 1) return inWords.corrected.length > 0
  return inWords.leadsWithALink || inWords.corrected.some(({ typed, read }) => !isSlip(typed, read))
}

/** `Liverpool Shanghai`: a name that we hold, and nothing else beside that of a city as large, or of a British town. */
function areNames(
  words: readonly string[],
  { typed, beside, known }: Extract<Who, { how: 'empty' }>,
): boolean {
  const isLikely = known.some(
    ({ country, population }) => country === 'GB' || population >= KNOWN_BY_ANY_NAME,
  )
  const names = beside.flatMap(namesOf).map(fold)
  const left = words.filter((word) => !fold(typed).split(' ').includes(word))
  return isLikely && left.length > 0 && left.length < words.length && names.includes(left.join(' '))
}

function isReadAsOther({ finds, corrected }: InWords): boolean {
  return finds && corrected.length > 0
}

function namesOf(locality: Locality): readonly string[] {
  if (locality.is === 'country') return [locality.name]
  const { name, also = [] } = locality.is === 'place' ? locality.place : locality.area
  return [name, ...also]
}

/** When the question names places, held or not, what is recorded about other places does not answer it. */
export function ofThePlaces(said: Said, named: readonly Mention[], { knowledge }: Library): Said {
  if (named.length === 0) return said
  const hits = said.hits.filter(({ id }) => {
    const places = knowledge.statements.get(id)?.places ?? []
    const about = places.flatMap((place) => knowledge.places.get(place) ?? [])
    const isAbout = (locality: Locality) => about.some((place) => covers(locality, place))
    if (!named.every((one) => mayBeCouncilOf(id, one, knowledge))) return false
    return about.length === 0 || named.every(({ localities }) => localities.some(isAbout))
  })
  const isOnPlaces = ({ id }: Said['hits'][number]) => (knowledge.statements.get(id)?.places.length ?? 0) > 0
  const onBoth = named.length > 1 ? hits.filter(isOnPlaces) : []
  // Beside what is said of two places named, what is said of none answers nothing.
  return { ...said, hits: onBoth.length > 0 ? onBoth : hits }
}

/** As they are typed, or with slips of the pen; and `New York`, which is so called in another language only. */
export function placesOnly(question: ReadQuestion, library: Library): Who | undefined {
  const typed = question.asTyped()
  if (isResolved(typed) && !isWordAlone(typed)) return typed
  if (question.slips().some((slip) => isMistyped(slip.typed, library))) {
    const who = question.asCorrected()
    if (who && (isResolved(who) || (who.how === 'near' && who.isSlip))) return who
  }
  if (question.mentioned().every(({ localities }) => localities.length > 0)) return undefined
  const any = question.asCorrected()
  return any?.how === 'empty' ? any : undefined
}

/** `/ask borders`: an informal name that is a word of plain English, in small letters. */
function isWordAlone(who: Who): boolean {
  const [called, typed] =
    who.how === 'meant' && who.meant.length === 1
      ? [who.meant[0].called, who.meant[0].typed]
      : who.how === 'empty'
        ? [who.called, who.typed]
        : []
  return called === 'name' && typed !== undefined && typed === typed.toLowerCase() && isEnglish(typed)
}

export function isResolved({ how }: Who): boolean {
  return how !== 'unknown' && how !== 'near'
}

export function asCorrected({ typed, localities }: Mention): readonly Meant[] {
  return localities.map((locality) => ({ how: 'corrected', typed, locality, namesakes: [] }))
}
