import type { Gazetteer } from '../gazetteer.ts'
import { slipsAllowedIn } from './one-slip.ts'
import { type Asked, asTyped, edges } from './parse-question.ts'
import { joined } from './segment.ts'

/**
 * Several words of the question that together are a slip from one name that we hold: `Rostov-on-bon`, `North West if
 * England`, `Wset Yorkshire Combined Authority's twins`. Words around what was asked for that say nothing may belong to it.
 */
export function slipAround(
  { question, words, parts }: Asked,
  gazetteer: Gazetteer,
): { key: string; typed: string } | undefined {
  const [first, last] = edges(parts)
  if (!first || !last) return undefined
  const isOneName = first === last && first.is === 'name'
  for (const from of outwards(first.from, -1, words.length)) {
    for (const to of outwards(last.to, 1, words.length)) {
      if (isOneName && from === first.from && to === last.to) continue
      const key = joined(words, from, to)
      if (slipsAllowedIn(key) > 0 && gazetteer.heldOneSlipFrom(key).length > 0)
        return { key, typed: asTyped(question, words, from, to) }
    }
  }
  return undefined
}

/** Two words at most: `City of`, `Combined Authority`. */
function outwards(at: number, step: 1 | -1, end: number): readonly number[] {
  return [at, at + step, at + 2 * step].filter((one) => one >= 0 && one <= end)
}
