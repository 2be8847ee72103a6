import { statementsOf } from '../draft.ts'
import type { Rule } from './rule.ts'

/** Enough to check a claim by, and short enough to be a quotation in every country we publish in. */
const MOST_WORDS = 25

export const quoteLength: Rule = {
  name: 'quote-length',
  why: `A quotation has ${MOST_WORDS} words at most: the words belong to their author.`,
  sees: 'each file',
  *check(folder) {
    for (const { value, spot } of statementsOf(folder)) {
      const words = value.quote?.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length ?? 0
      if (words <= MOST_WORDS) continue
      const says = `this quote has ${words} words; ${MOST_WORDS} are the most`
      yield {
        spot: spot(['quote'], 'key'),
        says,
        tip: 'Keep the words that matter, and say the rest in "says:".',
      }
    }
  },
}
