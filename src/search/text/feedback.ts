import type { Scores } from './scores.ts'
import { BREAK, type TextIndex } from './text-index.ts'

/** How many of the best texts are believed, and how many of the words that they share are searched for. */
const BELIEVED = 10
const WORDS = 20
/** A word in more than a fifth of the texts tells too little of any. */
const COMMON = 1.5
/**
 * All that is added together weighs this much of what was asked, for a question of at most `SHORT` terms; less for more,
 * as a long question says what it means, and nothing where so little is left that it changes no order.
 */
const PART = 0.3
const SHORT = 10
const LEAST = 0.05
/**
 * The last of the believed texts should have less than this part of the best one's score: where ten are nearly equal,
 * nobody knows which of them are right, and what they share leads away. From the other part on they are fully believed.
 */
const EQUAL = 0.75
const APART = 0.4

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
  const part = PART * Math.min(1, SHORT / asked.size) * belief(scores, found)
  if (part < LEAST) return new Map()
  const best = found.subarray(0, BELIEVED)
  const all = best.reduce((sum, text) => sum + scores.scoreOf(text) ** 2, 0)
  const worth = new Map<number, { sum: number; texts: number }>()
  for (const text of best) {
    const share = scores.scoreOf(text) ** 2 / all
    for (const [term, often] of termsIn(index, text)) {
      if (asked.has(term) || scores.idf(term) < COMMON) continue
      const shared = worth.get(term) ?? { sum: 0, texts: 0 }
      shared.sum += share * scores.saturated(often, text) * scores.idf(term)
      shared.texts++
      worth.set(term, shared)
    }
  }
  const kept = [...worth]
    .filter(([, { texts }]) => texts > 1)
    .sort(([, one], [, other]) => other.sum - one.sum)
    .slice(0, WORDS)
  const total = kept.reduce((sum, [, shared]) => sum + shared.sum, 0)
  const weight = part * [...asked].reduce((sum, [term, times]) => sum + times * scores.idf(term), 0)
  return new Map(kept.map(([term, { sum }]) => [term, (weight * sum) / total / scores.idf(term)]))
}

/** 1 where the best texts stand out from those that follow, 0 where they do not. */
function belief(scores: Scores, found: Uint32Array): number {
  const [first, last] = [found[0], found[BELIEVED - 1]]
  if (first === undefined || last === undefined) return 1
  const likeness = scores.scoreOf(last) / scores.scoreOf(first)
  return Math.min(1, Math.max(0, (EQUAL - likeness) / (EQUAL - APART)))
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
