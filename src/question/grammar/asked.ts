import type { ReadQuestion } from '../../library/library.ts'
import type { LinkFilter } from '../../library/link-filter.ts'
import { isTheUs } from '../../places/countries.ts'
import type { Locality } from '../../places/locality.ts'
import type { Who } from '../../places/meant.ts'
import { isEnglish } from '../../search/text/english.ts'
import { FILLERS, LINK_WORDS } from '../../search/words/fillers.ts'
import { fold, type Word, withoutPossessive, wordsOf } from '../../search/words/fold.ts'
import { phrasesFor } from './all-phrases.ts'
import { namesADeed, withDecided } from './decided-by.ts'
import { type OneName, outsideNames, withExceptions } from './exceptions.ts'
import { countsLinks, type Meaning, stillStands } from './filters.ts'
import { NO_THEMES, type ThemePhrases, type Themes, WORKS } from './folder-words.ts'
import {
  asDated,
  bareYear,
  howeverTheyStand,
  ofAgreements,
  ofAnniversaries,
  ofCitiesAbroad,
  together,
  wantedOf,
} from './joined-filters.ts'
import { asksWhatItIs, setsKindsApart, setsWordsApart } from './of-words.ts'
import { asksOfOne, isOnRecord, isOurs, MATTERS, OF_COUNCILS, OF_CRITERIA } from './on-record.ts'
import { beginsClause, type Found, phrasesIn, without } from './phrases.ts'
import { ADDS_NOTHING, ASKS_WHETHER, GIVES_A_REASON, ofRecords, type Want, wantOf } from './wants.ts'

/** What the words around the names ask for, and the text that is left for names. */
export type Asked = {
  filter: LinkFilter
  want: Want
  whole: string
  /** The question without the phrases that were read. */
  rest: string
  /** Nothing but words that say nothing is left: every link of the folder is asked about. */
  everywhere: boolean
  /** It can only be about links: it says so, or narrows them. */
  ofLinks: boolean
  /** Records are asked for, of one link that is not named. */
  ofNobody?: boolean
  /** Agreements are asked for by a word that links are called by, too. */
  byLinkWord?: boolean
  /** Months and days that narrow nothing. */
  passed?: readonly string[]
}

/** What knows names: the grammar takes no word out of one. `mentioned`: those that stand in the text, as typed. */
type NamesIn = OneName & { mentioned: () => readonly string[] }

/**
 * What a question asks of links, with a reading of the names in the words that this leaves; nothing where no phrase stands
 * in it, or where it need not be about links: `when was Leeds founded`.
 */
export function askedOf(
  words: string,
  read: (words: string) => ReadQuestion,
  byCommand: boolean,
  thisYear: number,
  themes: Themes,
): { asked: Asked; question: ReadQuestion } | undefined {
  const names: NamesIn & { thisYear: number } = {
    mentioned: () => {
      // `How far is` asks nothing of Paris.
      const slips = read(words)
        .slips()
        .filter(({ typed }) => !typed.includes(' ') || !fold(typed).split(' ').every(isEnglish))
      return [...read(words).mentioned(), ...slips].map(({ typed }) => typed)
    },
    localityOf: (name) => localityNamed(name, read(name).asTyped()),
    thisYear,
  }
  // `cost` in small letters is that word; `last Midlands` is East Midlands with a slip in it, before it is the last link of the Midlands.
  if (
    read(words)
      .slips()
      .some(({ typed }) => fold(typed) === fold(words) && !isEnglish(typed))
  )
    return undefined
  // Of a theme only where nothing but names is left: `claims on trade links with China` are no links.
  const onTheme = themes(words, byCommand)
    .map(({ phrases, alone }) => ({ alone, asked: askedIn(words, names, phrases) }))
    .find(({ alone, asked }) => asked?.filter.theme && isAllRead(asked, alone, read))
  const asked = onTheme?.asked ?? askedIn(words, names, NO_THEMES)
  if (!asked) return undefined
  const question = read(asked.rest)
  const named = question.asTyped()
  const ofLinks =
    byCommand ||
    asked.ofLinks ||
    areTwo(named) ||
    areTwo(withSlips(question)) ||
    (named.how === 'meant' && OWNS_AN_ORDER.test(words))
  return ofLinks ? { asked, question } : undefined
}

/** `Dundee’s newest`, `St Albans oldest`; whose latest or first it is, only the sign tells. */
const OWNS_AN_ORDER = /(['’]s?\s+(latest|first)|\s(oldest|newest|earliest|youngest))[\s?!.]*$/i

function areTwo(who: Who | undefined): boolean {
  return who?.how === 'meant' && who.meant.length > 1
}

/** `Sheffeild Esteli since when` */
function withSlips(question: ReadQuestion): Who | undefined {
  return question.slips().length > 0 ? question.asCorrected() : undefined
}

/** A theme that stands alone needs a name beside it: `twinning and ageing` is a matter. */
function isAllRead(
  { everywhere, rest }: Asked,
  alone: boolean,
  read: (words: string) => ReadQuestion,
): boolean {
  if (everywhere) return !alone
  const question = read(rest)
  return question.asTyped().how === 'meant' && question.passedOver().length === 0
}

/** Of the name and no word more: `Germany of County` is no name. */
function localityNamed(name: string, who: Who): Locality | undefined {
  if (who.how !== 'meant' || who.meant.length > 1) return undefined
  const [{ typed, locality }] = who.meant
  return fold(name).replace(/^the /, '') === fold(typed).replace(/^the /, '') ? locality : undefined
}

/** One grammar for every surface; nothing where no phrase of it stands in the text. */
function askedIn(
  text: string,
  names: NamesIn & { thisYear: number },
  themes: ThemePhrases,
): Asked | undefined {
  const words = wordsOf(text)
  const all = phrasesIn(words, phrasesFor(words, themes, names), names.thisYear)
  const asksWhether = words.some((word, at) => beginsClause(words, at, text) && ASKS_WHETHER.has(word.text))
  if (all.length === 0 && !asksWhether && !namesADeed(words)) return undefined
  const mentioned = names.mentioned()
  const within = (some: readonly string[]) => new Set(some.flatMap((name) => wordsIn(name, words, text)))
  const inNames = within(mentioned)
  const longNames = mentioned.filter((name) => wordsOf(name).length > 1).map((name) => within([name]))
  const inNoName = outsideNames(all, words, text, longNames)
  const phrases = withExceptions(words, text, inNoName, names).filter((one) => countsLinks(one, words))
  const found = withDecided(phrases, words, inNames, mentioned.map(names.localityOf))
  const wants = found.flatMap(({ means }) => ('want' in means ? [means.want] : []))
  // `What are sister cities` asks for no links, but what the word means; `who works with Dortmund` does.
  const isGeneric = found.some(saysNothing) && mentioned.length > 0
  if (!isGeneric && found.every(saysNothing) && !asksWhether) return undefined
  const reason = words.findIndex(({ text }) => GIVES_A_REASON.has(text))
  const namesAPartner = [...inNames].some((at) => reason < 0 || at < reason)
  const isForAdvice = words.some(({ text }) => ADVICE.has(text))
  const asked = isForAdvice && wants.includes('state') ? 'decisions' : wantOf(wants, asksWhether)
  const taken = new Set(found.flatMap(({ from, to }) => range(from, to)))
  const isOfAgreements = found.some((one) => isPhrase(one, 'agreement'))
  const narrowed: LinkFilter = {
    ...ofAnniversaries(
      howeverTheyStand(
        stillStands(words, together(found, words), asked),
        asked,
        isForAdvice && namesAPartner,
      ),
      words,
      found,
    ),
    ...(isOnRecord(asked) && bareYear(words, taken)),
  }
  const isBare = isOfAgreements && (asked === 'list' || asked === 'whether')
  const narrowing = isBare ? ofAgreements(narrowed) : narrowed
  const isPlain = asked === 'list' || asked === 'whether' || (asked === 'count' && !narrowing.kind)
  const want = isOfAgreements && isPlain ? 'agreements' : ofCitiesAbroad(wantedOf(asked, narrowing), words)
  // When one runs out, or whether it has, is told of it however it is.
  const { agreement: _told, ...others } = narrowing
  const { filter, passed } = asDated(want === 'agreements' && asked === 'when' ? others : narrowing, want)
  for (const [at, { text }] of words.entries())
    if (
      !inNames.has(at) &&
      (ADDS_NOTHING.has(text) ||
        (filter.theme && WORKS.has(text)) ||
        (filter.since && text === 'new') ||
        (want === 'decisions' && mentioned.length > 0 && (ADVICE.has(text) || DECIDED.has(text))) ||
        (want === 'criteria' && OF_CRITERIA.has(text)))
    )
      taken.add(at)
  const left = words.filter((_, at) => !taken.has(at))
  // `Wa’s` is of Wa, and not “was”.
  const everywhere = left.every(
    (word) => FILLERS.has(withoutPossessive(word, text).text) && !isTheUs(word, text),
  )
  const isNarrowed = Object.keys(filter).length > 0
  const rest = without(text, taken)
  const read = { filter, want, whole: text, rest, everywhere, byLinkWord: isBare, passed }
  const wantsRecords = ofRecords(want, words)
  if (everywhere && wantsRecords && asksOfOne(words, isNarrowed))
    return { ...read, want: wantsRecords, ofLinks: true, ofNobody: true }
  // Why links begin and end, and what they bring, is a matter of what is written; why one did, of that link.
  if (everywhere && words.some(({ text }) => MATTERS.has(text)) && !(isOnRecord(want) && isOurs(words)))
    return undefined
  if (everywhere && (want === 'most' || want === 'fewest') && words.some(({ text }) => COMPARES.has(text)))
    return undefined
  // What becomes of links in general is a matter as well, and so is what a kind of link is.
  const isOfAKind = Object.keys(filter).join() === 'kind' && (asksWhatItIs(text) || setsKindsApart(text))
  if (everywhere && (OF_COUNCILS.has(want) || want === 'themes' || isOfAKind || setsWordsApart(text)))
    return undefined
  return {
    ...read,
    ofLinks:
      isNarrowed ||
      isGeneric ||
      OF_LINKS_ALONE.has(want) ||
      (want === 'people' && !everywhere) ||
      ((isOnRecord(want) || want === 'review' || want === 'themes') && !everywhere) ||
      words.some((word) => LINK_WORDS.has(word.text)),
  }
}

const OF_LINKS_ALONE: ReadonlySet<Want> = new Set(['by year', 'towns', 'notices'])

const COMPARES: ReadonlySet<string> = new Set(['more', 'fewer'])

/** `Was the proposal approved`: beside a word for decisions. */
const DECIDED: ReadonlySet<string> = new Set(['approved', 'adopted', 'accepted', 'carried', 'passed'])

/** What ought to become of a link is for councils to say: what they decided is told. */
const ADVICE: ReadonlySet<string> = new Set(['should', 'ought'])

/** The words that a name takes, wherever it stands: `St Just`; `Date` in `Date's first twin`. */
export function wordsIn(name: string, words: readonly Word[], text: string): readonly number[] {
  const parts = wordsOf(name).map(({ text }) => text)
  const is = (word: Word | undefined, part: string) =>
    word !== undefined && (word.text === part || withoutPossessive(word, text).text === part)
  return words.flatMap((_, at) =>
    parts.every((part, more) => is(words[at + more], part)) ? range(at, at + parts.length) : [],
  )
}

function saysNothing(found: Found<Meaning>): boolean {
  return isPhrase(found, 'generic') || isPhrase(found, 'agreement')
}

function isPhrase({ means }: Found<Meaning>, is: 'generic' | 'agreement'): boolean {
  return 'filter' in means && 'is' in means.filter && means.filter.is === is
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at)
}
