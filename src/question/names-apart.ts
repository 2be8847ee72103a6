import type { ReadQuestion } from '../library/library.ts'
import { isEnglish } from '../search/text/english.ts'
import { FILLERS } from '../search/words/fillers.ts'
import { fold, withoutPossessive, wordsOf } from '../search/words/fold.ts'
import { wordsIn } from './grammar/asked.ts'
import { ADDS_NOTHING } from './grammar/wants.ts'

/** Names that stand in it, and slips that are no words. */
export function namesOf(question: ReadQuestion): readonly string[] {
  const named = question.mentioned()
  const slips = question.slips().filter(({ typed }) => !fold(typed).split(' ').every(isEnglish))
  const isCapital = [...named, ...slips].some(({ typed }) => hasCapital(typed))
  return [
    ...named.filter(({ typed, localities }) => !isPlain(typed) || (localities.length > 0 && !isCapital)),
    ...slips,
  ].map(({ typed }) => typed)
}

/** `A new city`, or `once Surrey is split`: written small, beside names that are not or that are held. */
function isPlain(typed: string): boolean {
  return !hasCapital(typed) && fold(typed).split(' ').every(isEnglish)
}

export function hasCapital(typed: string): boolean {
  return typed !== typed.toLowerCase()
}

export function namesAWord(question: ReadQuestion): boolean {
  const names = new Set(namesOf(question))
  return question.mentioned().some(({ typed }) => !names.has(typed))
}

export function saysMore({ text }: OneWord): boolean {
  return !ADDS_NOTHING.has(text)
}

export type OneWord = { at: number; text: string }

/** The names in it, and all words beside them that say something; `plain` are those of them that are no unknown name. */
export function around(
  text: string,
  question: ReadQuestion,
): { names: readonly string[]; plain: readonly OneWord[]; others: readonly OneWord[] } {
  const words = wordsOf(text)
  const names = namesOf(question)
  const inNames = new Set(names.flatMap((name) => wordsIn(name, words, text)))
  const others = words
    .map((word, at) => ({ at, text: withoutPossessive(word, text).text }))
    .filter(({ at, text }) => !inNames.has(at) && !FILLERS.has(text))
  // Who writes names with a capital writes all of them so; the first word has one anyway.
  const isCapital = names.some(hasCapital)
  const mayBeName = ({ at }: OneWord) =>
    !isCapital || (at > 0 && hasCapital(text.slice(words[at]?.start, words[at]?.end)))
  const isName = (one: OneWord) =>
    !isEnglish(one.text) && mayBeName(one) && question.said().unknown.some((word) => fold(word) === one.text)
  return { names, others, plain: others.filter((other) => !isName(other)) }
}
