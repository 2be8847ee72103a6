import type { Day } from '../answer/answer.ts'
import type { OnLink } from '../knowledge/records-on-links.ts'
import type { Library, ReadQuestion } from '../library/library.ts'
import { everyLink, type Link, scopeOf } from '../library/link.ts'
import { orOfTheEnd } from '../library/link-filter.ts'
import { type AllSpoken, concerns } from '../library/records-about-place.ts'
import { atHome, type Locality } from '../places/locality.ts'
import type { Who } from '../places/meant.ts'
import { isEnglish } from '../search/text/english.ts'
import { FILLERS, LINK_WORDS } from '../search/words/fillers.ts'
import { fold, type Word, wordsOf } from '../search/words/fold.ts'
import { isCouncil, ofItsEnd } from './about-councils.ts'
import type { CommandWord } from './commands.ts'
import { type Asked, askedOf, wordsIn } from './grammar/asked.ts'
import type { Themes } from './grammar/folder-words.ts'
import { OF_COUNCILS } from './grammar/on-record.ts'
import { without } from './grammar/phrases.ts'
import type { AboutPlaces, Intent } from './query.ts'
import type { TalkReader } from './talk.ts'
import { isResolved } from './word-or-place.ts'
import { isJustAWord } from './written-as-name.ts'

/** What words are read against. */
export type ReadingContext = {
  library: Library
  links: readonly Link[]
  spoken: () => AllSpoken
  commands: readonly CommandWord[]
  talk: TalkReader
  themes: Themes
  today: Day
}

/** The same for one question: `read` reads its words, or a part of them, and looks each name up once. */
export type Begun = ReadingContext & { read: (words: string) => ReadQuestion }

/** What is asked for, and the words that played no part in it. */
export type Understanding = { intent: Intent; unused?: readonly string[] }

/** A question that is its names and no more. */
export const NOTHING_ASKED = { filter: {}, want: 'list', everywhere: false, ofLinks: false } as const

/** What the words around the names ask for; and a reading of the names, in what they leave. */
export function reading(
  words: string,
  context: Begun,
  byCommand = false,
): { asked: Asked; question: ReadQuestion } {
  const { read, today, themes } = context
  const question = read(words)
  const plainly = { asked: { ...NOTHING_ASKED, whole: words, rest: words }, question }
  if (isOnlyNames(words, question.asTyped())) return plainly
  const told = askedOf(words, read, byCommand, Number(today.slice(0, 4)), themes) ?? plainly
  const asked = ofItsEnd(told.asked, question, context)
  return asked === told.asked ? told : { asked, question: read(asked.rest) }
}

function isOnlyNames(words: string, who: Who): boolean {
  const names = who.how === 'meant' ? who.meant : isResolved(who) ? [who] : []
  return fold(words) === fold(names.map(({ typed }) => typed).join(' '))
}

export function everywhere(
  words: string,
  { filter, want, whole, passed = [] }: Asked,
  { links }: Begun,
): { intent: AboutPlaces; unused: readonly string[] } {
  const told = { filter: orOfTheEnd(links, filter), want, ...asksWhy(whole, want) }
  return { intent: { is: 'links', words, scope: everyLink(links), ...told, near: [] }, unused: passed }
}

/** The links of the places named, or why they cannot be told. */
export function aboutPlaces(
  { whole, rest, filter, want, passed = [] }: Asked,
  who: Who,
  question: ReadQuestion,
  { links }: Begun,
): { intent: AboutPlaces; unused: readonly string[] } {
  switch (who.how) {
    case 'meant': {
      const localities = comparedWith(
        who.meant.map(({ locality }) => locality),
        want,
        links,
      )
      const isEither =
        want === 'most' || want === 'fewest' || (want !== 'shared' && fold(rest).split(' ').includes('or'))
      const scope = scopeOf(localities, links, want === 'shared' ? 'both' : isEither ? 'either' : undefined)
      const near = scope.links.length > 0 ? [] : question.oneSlipAway()
      const isOfOne = localities.length > 1 && scope.links.length === 1
      // Who holds one link is told however it is asked: `is Bromley Neuwied held by the council`.
      const { heldBy, ...others } = filter
      const isOfHolder = isOfOne && heldBy !== undefined && (want === 'list' || want === 'whether')
      // `Wakefield Belgorod ended` asks of that one link whether it is.
      const isOfState = want === 'list' && filter.state && isOfOne
      // `What will happen to it after 2027` asks for no link that began then.
      const isOfEnd = OF_COUNCILS.has(want) && !isCouncil(localities)
      const isOfArea = localities.every((one) => atHome(one) && one.is !== 'place')
      const wanted = want === 'towns' ? (isOfArea ? 'places' : 'count') : want
      const { since: _after, ...later } = filter
      const told = {
        scope,
        filter: orOfTheEnd(scope.links, isOfHolder ? others : isOfEnd ? later : filter),
        want: isOfHolder ? 'holder' : isOfState ? 'whether' : isOfEnd ? 'state' : wanted,
        near,
      } as const
      const intent = { is: 'links', words: rest, who, ...told, ...asksWhy(whole, want) } as const
      return { intent, unused: [...question.passedOver(), ...passed] }
    }
    case 'inside':
    case 'empty':
    case 'elsewhere': {
      const near = who.how === 'elsewhere' ? [] : question.oneSlipAway()
      return {
        intent: { is: 'not held', words: whole, filter, want, who, near },
        unused: [...question.passedOver(), ...passed],
      }
    }
    case 'several':
      return {
        intent: { is: 'choice', words: whole, filter, want, who },
        unused: [...question.passedOver(), ...passed],
      }
    case 'near': {
      const is = who.choices.length > 0 ? 'choice' : 'not understood'
      return { intent: { is, words: whole, filter, want, who }, unused: [who.typed, ...passed] }
    }
    case 'unknown':
      return {
        intent: { is: 'not understood', words: whole, filter, want, who },
        unused: [who.typed, ...passed],
      }
  }
}

/** `Why did Leeds keep it`, `the reasons for ending it`: of decisions. */
function asksWhy(whole: string, want: Asked['want']): { asksWhy?: true } {
  const isAsked = want === 'decisions' && wordsOf(whole).some(({ text }) => REASONS.has(text))
  return isAsked ? { asksWhy: true } : {}
}

const REASONS: ReadonlySet<string> = new Set(
  'why reason reasons rationale grounds behind justification'.split(' '),
)

/** `Ukrainian twins about the size of Leeds`: where the two share no link, the one is what the others are compared with. */
function comparedWith(
  named: readonly Locality[],
  want: Asked['want'],
  links: readonly Link[],
): readonly Locality[] {
  const far = named.filter((one) => !atHome(one))
  if (want !== 'size' || far.length === 0 || scopeOf(named, links).links.length > 0) return named
  return far
}

/** What is told of each link by itself. How many of them are, or which is first, hangs on the words that were passed over. */
const STILL_TRUE: ReadonlySet<Asked['want']> = new Set(['when', 'age', 'state', 'holder', 'by year'])

/**
 * `Is it agreed that Norwich is twinned with Rouen`: of a question about links the names, where all else is plain words. These are
 * said to be passed over, and so they are where both ends of one are named. Not where one stands right before a name, as `beyond Germany` asks for something else, nor where it may
 * be a slip from one.
 */
export function amongPlainWords(
  asked: Asked,
  question: ReadQuestion,
  context: Begun,
): Understanding | undefined {
  const words = wordsOf(asked.rest)
  const inNames = new Set(question.mentioned().flatMap(({ typed }) => wordsIn(typed, words, asked.rest)))
  const isPlain = ({ text, start, end }: Word) =>
    (isEnglish(text) || /^\d+$/.test(text)) && !FILLERS.has(text) && asked.rest.slice(start, end) === text
  const plain = words.flatMap((word, at) => (!inNames.has(at) && isPlain(word) ? [at] : []))
  if (plain.length === 0 || plain.some((at) => inNames.has(at + 1))) return undefined
  const typed = plain.map((at) => words[at]?.text ?? '')
  const maySlip = (word: string) =>
    !isJustAWord(word, asked.whole) && context.read(word).oneSlipAway().length > 0
  if (typed.some(maySlip)) return undefined
  const rest = without(asked.rest, new Set(plain))
  const names = context.read(rest)
  const who = names.asTyped()
  if (who.how !== 'meant') return undefined
  const isOfLinks = wordsOf(asked.whole).some(({ text }) => LINK_WORDS.has(text))
  if (!isOfLinks && !isRecordedPair(who, context)) return undefined
  const want = STILL_TRUE.has(asked.want) ? asked.want : 'list'
  const { intent, unused } = aboutPlaces({ ...asked, rest, want }, who, names, context)
  return { intent, unused: [...unused, ...typed] }
}

/** `Rhondda Cynon Taf and Pavlohrad: what stage is that at`: both ends of what is on record. */
function isRecordedPair(
  { meant }: Extract<Who, { how: 'meant' }>,
  { links, library: { knowledge } }: Begun,
): boolean {
  const named = meant.map(({ locality }) => locality)
  if (!named.some(atHome) || named.every(atHome)) return false
  const isOfThem = (one: OnLink) => concerns(one, named, knowledge)
  return (
    scopeOf(named, links).links.length > 0 ||
    knowledge.decisions.some(isOfThem) ||
    knowledge.costs.some(isOfThem)
  )
}
