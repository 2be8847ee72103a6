import type { ReadQuestion } from '../library/library.ts'
import { LEADS_TO_A_NAME, standsAsName } from '../places/reading/name-position.ts'
import { isEnglish } from '../search/text/english.ts'
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
