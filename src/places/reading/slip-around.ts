import { type Gazetteer, sameLocality } from '../gazetteer.ts'
import type { Locality } from '../locality.ts'
import { slipsAllowedIn } from './one-slip.ts'
import { type Asked, asTyped, edges } from './parse-question.ts'
import { joined } from './segment.ts'

/**
 * Several words of the question that together are a slip from one name that we hold and was not read in them: `Rostov-on-bon`,
 * `North West if England`, `Wset Yorkshire Combined Authority's twins`. Words around what was asked for that say nothing may
 * belong to it, where it is a name of several words: `of Ford` is not Oxford.
 */
export function slipAround(
  { question, words, parts, readings }: Asked,
  gazetteer: Gazetteer,
): { key: string; typed: string } | undefined {
  const [first, last] = edges(parts)
  if (!first || !last) return undefined
  const isOneName = first === last && first.is === 'name'
  const isRead = (locality: Locality) =>
    isOneName && readings.some(({ held }) => held.some((one) => sameLocality(one.locality, locality)))
  const isSlip = (key: string, isWider: boolean) =>
    slipsAllowedIn(key) > 0 &&
    gazetteer
      .slipsFrom(key)
      .some(({ name, locality }) => !isRead(locality) && (!isWider || name.includes(' ')))
  for (const from of [first.from - 2, first.from - 1, first.from]) {
    for (const to of [last.to + 2, last.to + 1, last.to]) {
      const isWider = from < first.from || to > last.to
      if (from < 0 || to > words.length || (!isWider && isOneName)) continue
      const key = joined(words, from, to)
      if (isSlip(key, isWider)) return { key, typed: asTyped(question, words, from, to) }
    }
  }
  return undefined
}
