import type { Scores } from './scores.ts'
import { BREAK, type TextIndex } from './text-index.ts'

/** How many of the best texts are believed, and how many of the words that they share are searched for. */
const BELIEVED = 5
const WORDS = 20
/** A word in more than a fifth of the texts tells too little of any. */
const COMMON = 1.5
/**
 * All that is added together weighs this much of what was asked, for a question of `SHORT` terms or fewer; less for more
 * terms, and nothing for many. A long question says what it means: other words only lead away from it.
 */
const PART = 0.3
const SHORT = 5
const LONG = 20

/**
 * Pseudo-relevance feedback: words that the best texts share are searched for as well, a little, which finds texts that
 * say the same in other words. Gives terms and their weights for the texts that are best, best first.
 */
export function feedback(
  index: TextIndex,
  scores: Scores,
  asked: ReadonlyMap<number, number>,
  found: Uint32Array,
): ReadonlyMap<number, number> {
  if (asked.size > LONG) return new Map()
  const best = found.subarray(0, BELIEVED)
  const all = best.reduce((sum, text) => sum + scores.scoreOf(text) ** 2, 0)
  const worth = new Map<number, { sum: number; texts: number }>()
  for (const text of best) {
    const belief = scores.scoreOf(text) ** 2 / all
    for (const [term, often] of termsIn(index, text)) {
      if (asked.has(term) || scores.idf(term) < COMMON) continue
      const shared = worth.get(term) ?? { sum: 0, texts: 0 }
      shared.sum += belief * scores.saturated(often, text) * scores.idf(term)
      shared.texts++
      worth.set(term, shared)
    }
  }
  const kept = [...worth]
    .filter(([, { texts }]) => texts > 1)
    .sort(([, one], [, other]) => other.sum - one.sum)
    .slice(0, WORDS)
  const total = kept.reduce((sum, [, shared]) => sum + shared.sum, 0)
  let weight = PART * Math.min(1, SHORT / asked.size)
  weight *= [...asked].reduce((sum, [term, times]) => sum + times * scores.idf(term), 0)
  return new Map(kept.map(([term, { sum }]) => [term, (weight * sum) / total / scores.idf(term)]))
}

/** How often each term stands in a text. */
function termsIn({ order, begins }: TextIndex, text: number): Map<number, number> {
  const often = new Map<number, number>()
  const end = begins[text + 1] as number
  for (let at = begins[text] as number; at < end; at++) {
    const term = order[at] as number
    if (term !== BREAK) often.set(term, (often.get(term) ?? 0) + 1)
  }
  return often
}
