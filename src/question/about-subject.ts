import type { ReadQuestion } from '../library/library.ts'
import { atHome } from '../places/locality.ts'
import { isEnglish } from '../search/text/english.ts'
import { FILLERS, LINK_WORDS } from '../search/words/fillers.ts'
import { fold, withoutPossessive, wordsOf } from '../search/words/fold.ts'
import { aboutPlaces, type Begun, type Understanding } from './about-places.ts'
import { type Asked, wordsIn } from './grammar.ts'
import { without } from './phrases.ts'
import type { Want } from './wants.ts'
import { isResolved } from './word-or-place.ts'

/**
 * `Was any money spent on Chengdu`, `who decided to end Narnia`: what is asked for is recorded of links alone, so the places
 * named answer it, whatever plain words stand around them, and a name that nothing here knows is told as such. Other places'
 * records would be no answer. Undefined where neither is so.
 */
export function aboutSubject(
  asked: Asked,
  question: ReadQuestion,
  context: Begun,
): Understanding | undefined {
  if (asked.everywhere || asked.rest === asked.whole || !OF_RECORDS.has(asked.want)) return undefined
  if (isResolved(question.asTyped())) return undefined
  const words = wordsOf(asked.rest)
  const mentioned = question.mentioned().map(({ typed }) => typed)
  const inNames = new Set(mentioned.flatMap((name) => wordsIn(name, words, asked.rest)))
  const { unknown } = question.said()
  const others = words
    .map((word, at) => ({ at, text: withoutPossessive(word, asked.rest).text }))
    .filter(({ at, text }) => !inNames.has(at) && !FILLERS.has(text))
  const isName = ({ text }: { text: string }) =>
    !isEnglish(text) && unknown.some((word) => fold(word) === text)
  const plain = others.filter((other) => !isName(other))
  if (plain.some(({ text }) => !isEnglish(text))) return undefined
  if (mentioned.length === 0 && plain.length === others.length) return undefined
  const rest = without(asked.rest, new Set(plain.map(({ at }) => at)))
  const named = context.read(rest)
  const who = named.asMeant()
  const isOfLinks =
    wordsOf(asked.whole).some(({ text }) => LINK_WORDS.has(text)) ||
    who.how !== 'meant' ||
    who.meant.length > 1 ||
    !who.meant.every(({ locality }) => atHome(locality))
  if (!isOfLinks) return undefined
  const { intent, unused = [] } = aboutPlaces({ ...asked, rest }, who, named, context)
  const passedOver = plain.map(({ at }) => asked.rest.slice(words[at]?.start, words[at]?.end))
  return { intent, unused: [...unused, ...passedOver] }
}

/** What no text tells, only a record with a place of its own. */
const OF_RECORDS: ReadonlySet<Want> = new Set<Want>([
  'decisions',
  'costs',
  'people',
  'holder',
  'not recorded',
])
