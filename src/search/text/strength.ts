import type { Strength } from '../record.ts'
import type { Covered, Searched } from './texts.ts'

/** The share of the question that makes an answer of a text that speaks to it. */
const ANSWER = 0.5
/**
 * To speak to a question, and not only of one thing in it, is to hold this strict share of it; so many of its words; or
 * more than half of its words and this share. Population of Hull is no question about Hull.
 */
const SPEAKS = { share: 0.4, words: 3, withMost: 0.3 }
/** Beside a text that does, one with so much of it has its place: this strict share, or this part of the words. */
const BESIDE = { share: 0.2, part: 0.5 }
/** One of so many of the best may be the answer. */
const LOOKED_AT = 5

/** Measured on public collections: below half of the question's weight a text is at best the closest there is. */
export function strengthOf({ found, covered }: Searched): Strength {
  const speaking = found
    .slice(0, LOOKED_AT)
    .map(({ text }) => covered(text))
    .filter(speaks)
  if (speaking.some(({ share }) => share >= ANSWER)) return 'answer'
  return speaking.length > 0 ? 'closest' : 'none'
}

function speaks({ strict, words, held, of }: Covered): boolean {
  return strict >= SPEAKS.share || words >= SPEAKS.words || (held > of / 2 && strict >= SPEAKS.withMost)
}

export function speaksBeside({ strict, words, of }: Covered): boolean {
  return strict >= BESIDE.share || words >= SPEAKS.words || (words > 0 && words >= of * BESIDE.part)
}
