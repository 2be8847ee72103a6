import { SPACED, UNSPACED } from './letters.ts'
import { LINE_END } from './normalise.ts'

/** The words of a text in its normal form, and where each begins and ends there. Typed: a page may have a million. */
export type Words = {
  /** The same number for the same word, whatever its case and its marks. */
  keys: Int32Array
  starts: Int32Array
  ends: Int32Array
}

/** Gives every word a number, so that words of two texts can be compared. */
export type Numbering = { numberOf(key: string): number; isWord(number: number): boolean }

export function newNumbering(): Numbering {
  const numbers = new Map<string, number>()
  const isWord: boolean[] = []
  return {
    numberOf(key) {
      const number = numbers.get(key) ?? numbers.size
      if (number === numbers.size) {
        numbers.set(key, number)
        isWord.push(LETTER.test(key))
      }
      return number
    },
    isWord: (number) => isWord[number] === true,
  }
}

export function wordsOf(normal: string, { numberOf }: Numbering): Words {
  let most = 0
  for (const _ of normal.matchAll(WORD)) most++
  const words = { keys: new Int32Array(most), starts: new Int32Array(most), ends: new Int32Array(most) }
  let i = 0
  for (const { 0: found, index } of normal.matchAll(WORD)) {
    words.keys[i] = numberOf(found.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || found)
    words.starts[i] = index
    words.ends[i] = index + found.length
    i++
  }
  return words
}

const LETTER = /[\p{L}\p{N}]/u

/** A word, a character of a script that writes no spaces, or a mark between words. */
const WORD = new RegExp(
  `[${UNSPACED}]|${SPACED}[${SPACED}\\p{M}]*(?:['.,&\\-${LINE_END}]+${SPACED}[${SPACED}\\p{M}]*)*|\\S`,
  'gv',
)
