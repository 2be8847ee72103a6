import type { ReadQuestion } from '../library/library.ts'
import { LEADS_TO_A_NAME, standsAsName } from '../places/reading/name-position.ts'
import { isEnglish, isEveryday } from '../search/text/english.ts'
import { FILLERS, LINK_WORDS, ORDER_WORDS } from '../search/words/fillers.ts'
import { fold, type Word, wordsOf } from '../search/words/fold.ts'

/**
 * `Twin town of Little Snoring`, `Drop City twin towns`: in a question of links, where the words for them are small, capitals that
 * stand where a name does write one, be they plain words.
 */
export function isWrittenAsName(
  typed: string,
  question: ReadQuestion,
  { says }: { says: (words: string) => boolean },
): boolean {
  const words = wordsOf(typed)
  const isCapital = (word?: Word) => word !== undefined && /^\p{Lu}/u.test(typed.slice(word.start, word.end))
  if (!words.some((word) => LINK_WORDS.has(word.text) && !isCapital(word))) return false
  return words.some((word, at) => {
    const [before, next] = [words[at - 1], words[at + 1]]
    if (!isCapital(word) || FILLERS.has(word.text) || ORDER_WORDS.has(word.text)) return false
    const isBehind = before !== undefined && !isCapital(before) && LEADS_TO_A_NAME.has(before.text)
    const isTown = at === 0 && isCapital(next) && FILLERS.has(next?.text ?? '')
    const end = words.find((one, more) => more > at && !isCapital(one))?.start
    const name = typed.slice(word.start, end)
    return (isBehind || isTown) && !question.isNamed(name) && !says(name)
  })
}

/** Of words that may be a slip from a name: whether they stand where only a name can. */
export function mayStandAsName(name: string, typed: string): boolean {
  const words = wordsOf(typed)
  const from = words.findIndex(({ start }) => typed.startsWith(name, start))
  return from >= 0 && standsAsName({ words, from, to: from + wordsOf(name).length }, typed, true)
}

/**
 * `What court does Leeds have`: in a sentence that asks, a small word of every day is that word, and no slip from a name, unless it
 * stands where only a name can.
 */
export function isJustAWord(words: string, question: string): boolean {
  return (
    ASKING.has(wordsOf(question)[0]?.text ?? '') &&
    words === words.toLowerCase() &&
    fold(words).split(' ').every(isEveryday) &&
    !mayStandAsName(words, question)
  )
}

/** Words that a sentence which asks begins with. */
const ASKING: ReadonlySet<string> = new Set(
  'what whats when where which who whose why how is are was were do does did has have had will would can could should'.split(
    ' ',
  ),
)

/**
 * `that is nice`: a sentence of everyday words names no place, unless the place is written as one, or the sentence speaks
 * of links.
 */
export function isEverydaySentence(words: string): boolean {
  const plain = fold(words).split(' ')
  return (
    words === words.toLowerCase().replace(/^./, words.charAt(0)) &&
    plain.length > 1 &&
    plain.every(isEnglish) &&
    plain.some((word) => POINTING.has(word)) &&
    !plain.some((word) => LINK_WORDS.has(word))
  )
}

/** Words of sentences that point at something said before. */
const POINTING: ReadonlySet<string> = new Set('that this it its so very too'.split(' '))
