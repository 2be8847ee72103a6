import { align } from './align.ts'
import { differences } from './differences.ts'
import { SPACED, UNSPACED } from './letters.ts'
import { LINE_END, type Normal, normalise } from './normalise.ts'
import type { PageText, Result } from './result.ts'

type Word = { text: string; key: string; start: number; end: number }

/** The passage that shares most words with the quotation, in their order; `not found` when it shares fewer than half. */
export function nearest(quote: string, { text, pageStarts }: PageText, normal: Normal): Result {
  const quoted = wordsOf(normalise(quote).text)
  const printed = wordsOf(normal.text, new Set(quoted.map((word) => word.text)))
  const isWord = (key: string) => LETTER.test(key)
  const keys = quoted.map(({ key }) => key)
  const best = align(
    keys,
    printed.map(({ key }) => key),
    isWord,
  )
  const words = keys.filter(isWord).length
  const [first, last] = [printed[best.from], printed[best.to - 1]]
  if (best.shared < words / 2 || !first || !last) return { is: 'not found' }
  const start = normal.at[first.start] ?? 0
  const end = normal.at[last.end] ?? text.length
  const page = pageStarts?.filter((at) => at <= start).length
  return {
    is: 'changed',
    passage: text.slice(start, end).replace(/\s+/g, ' ').trim(),
    differences: differences(
      quoted.map((word) => word.text),
      printed.slice(best.from, best.to).map((word) => word.text),
    ),
    ...(page !== undefined && { page }),
  }
}

const LETTER = /[\p{L}\p{N}]/u

/** A word, a character of a script that writes no spaces, or a mark between words. */
const WORD = new RegExp(
  `[${UNSPACED}]|${SPACED}[${SPACED}\\p{M}]*(?:['.,&\\-${LINE_END}]+${SPACED}[${SPACED}\\p{M}]*)*|\\S`,
  'gv',
)

/** Of a word that was broken at the end of a line we do not know whether the hyphen is its own: `expected` decides. */
function wordsOf(normal: string, expected: ReadonlySet<string> = new Set()): readonly Word[] {
  return [...normal.matchAll(WORD)].map(({ 0: found, index }) => {
    const [joined, hyphenated] = [found.replaceAll(LINE_END, ''), found.replaceAll(LINE_END, '-')]
    const text = expected.has(hyphenated) ? hyphenated : joined
    const key = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || text
    return { text, key, start: index, end: index + found.length }
  })
}
