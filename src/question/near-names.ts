import { isEnglish } from '../search/text/english.ts'
import { edits, slipsAllowedIn } from '../search/words/edits.ts'
import { FILLERS } from '../search/words/fillers.ts'

/** So many slips in a word of so many letters: `andy burnham` is not in Durham. */
export function isSlip(typed: string, name: string): boolean {
  const allowed = slipsAllowedIn(typed, 'alone')
  return edits(typed, name, allowed) <= allowed
}

/** `Milton Keynes bernkastel`: beside a whole name stand only words that are no English, so another name. */
export function holdsNameAlone(words: readonly string[], name: string): boolean {
  const left = ` ${words.join(' ')} `.replace(` ${name} `, ' ').trim().split(' ').filter(Boolean)
  const more = left.filter((word) => !FILLERS.has(word))
  return left.length < words.length && more.length > 0 && !more.some(isEnglish)
}

/** `cheltnam`: so far away it is only offered, where the folder says nothing on the word. */
export function isTwoSlips(typed: string, name: string): boolean {
  const allowed = Math.min(2, slipsAllowedIn(typed, 'texts'))
  return edits(typed, name, allowed) <= allowed
}
