import type { Scores } from './scores.ts'
import { BREAK, type TextIndex } from './text-index.ts'

/** Two words that are neighbours in the question, and what it is worth to find them together. */
type Pair = { first: number; second: number; worth: number; met: number }

/** What a pair met again and again is worth at most, in parts of what the rarer word is. */
const PART = 1.6

/**
 * Raises those of the texts given in which words that stand together in the question stand together too: `city hall`,
 * `town twinning`.
 */
export function nearnessIn(
  index: TextIndex,
  scores: Scores,
): (asked: readonly (number | undefined)[], texts: Uint32Array) => void {
  // Most words of a text begin no pair, and this says so sooner than a map.
  const isFirst = new Uint8Array(index.starts.length)
  return (asked, texts) => {
    const pairs = pairsOf(scores, asked)
    if (pairs.length === 0) return
    const byFirst = Map.groupBy(pairs, ({ first }) => first)
    for (const first of byFirst.keys()) isFirst[first] = 1
    for (const text of texts) {
      for (const pair of pairs) pair.met = 0
      count(index, text, byFirst, isFirst)
      let sum = 0
      for (const pair of pairs) sum += (pair.worth * pair.met) / (pair.met + 1)
      scores.raise(text, PART * sum)
    }
    for (const first of byFirst.keys()) isFirst[first] = 0
  }
}

function pairsOf(scores: Scores, asked: readonly (number | undefined)[]): Pair[] {
  const pairs: Pair[] = []
  for (let at = 0; at + 1 < asked.length; at++) {
    const [first, second] = [asked[at], asked[at + 1]]
    if (first === undefined || second === undefined || first === second) continue
    pairs.push({ first, second, worth: Math.min(scores.idf(first), scores.idf(second)), met: 0 })
  }
  return pairs
}

function count(
  { order, begins }: TextIndex,
  text: number,
  byFirst: ReadonlyMap<number, readonly Pair[]>,
  isFirst: Uint8Array,
): void {
  const end = begins[text + 1] as number
  for (let at = begins[text] as number; at < end; at++) {
    const term = order[at] as number
    if (term === BREAK || isFirst[term] === 0) continue
    for (const pair of byFirst.get(term) as readonly Pair[]) if (order[at + 1] === pair.second) pair.met++
  }
}
