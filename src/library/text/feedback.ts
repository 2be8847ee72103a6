import type { Scores } from './scores.ts'
import { BREAK, type TextIndex } from './text-index.ts'

/** How many of the best texts are believed, and how many of the words that they share are searched for. */
const BELIEVED = 6
const WORDS = 20
/** A word in more than a fifth of the texts tells too little of any. */
const COMMON = 1.5
/** All that is added together weighs this much of what was asked. More helps broad questions and harms exact ones. */
const PART = 0.4

/**
 * Pseudo-relevance feedback: words that the best texts share are searched for as well, a little, which finds texts that
 * say the same in other words. Gives terms and their weights; needs scores to be there already.
 */
export function feedback(
  index: TextIndex,
  scores: Scores,
  asked: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const best = scores.best(BELIEVED)
  const believed = best.map((text) => scores.scoreOf(text) ** 2)
  const all = believed.reduce((sum, belief) => sum + belief, 0)
  const worth = new Map<number, { sum: number; texts: number }>()
  best.forEach((text, at) => {
    for (const [term, often] of termsIn(index, text)) {
      if (asked.has(term) || scores.idf(term) < COMMON) continue
      const shared = worth.get(term) ?? { sum: 0, texts: 0 }
      shared.sum += ((believed[at] as number) / all) * scores.saturated(often, text) * scores.idf(term)
      shared.texts++
      worth.set(term, shared)
    }
  })
  const kept = [...worth]
    .filter(([, { texts }]) => texts > 1)
    .sort(([, one], [, other]) => other.sum - one.sum)
    .slice(0, WORDS)
  const total = kept.reduce((sum, [, shared]) => sum + shared.sum, 0)
  let weight = 0
  for (const [term, times] of asked) weight += times * scores.idf(term)
  return new Map(kept.map(([term, { sum }]) => [term, (PART * weight * sum) / total / scores.idf(term)]))
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
