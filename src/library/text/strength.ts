import type { Said } from '../library.ts'
import type { Covered, Searched } from './texts.ts'

/** The share of the question that makes an answer of a text that speaks to it at all. */
const ANSWER = 0.5
/** To speak to a question is to hold this strict share of it, so many of its words, or this part of them. */
const SPEAKS = { share: 0.2, words: 3, part: 0.5 }
/** One of so many of the best may be the answer. */
const LOOKED_AT = 5

/** Measured on public collections: below half of the question's weight a text is at best the closest there is. */
export function strengthOf({ found, covered }: Searched): Said['strength'] {
  const speaking = found
    .slice(0, LOOKED_AT)
    .map(({ text }) => covered(text))
    .filter(speaks)
  if (speaking.some(({ share }) => share >= ANSWER)) return 'answer'
  return speaking.length > 0 ? 'closest' : 'none'
}

export function speaks({ strict, words, of }: Covered): boolean {
  return strict >= SPEAKS.share || words >= SPEAKS.words || (words > 0 && words >= of * SPEAKS.part)
}
