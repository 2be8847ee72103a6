import { edits } from '../../search/words/edits.ts'
import { slipsAllowedIn } from '../../search/words/slips-allowed.ts'
import { distinct, type Gazetteer, sameLocality } from '../gazetteer.ts'
import type { Locality } from '../locality.ts'
import { asTyped, edges, type ParsedQuestion } from './parse-question.ts'
import { joined } from './segment.ts'
import type { Slip } from './slips-of-names.ts'

/** Words of the question, with or without such around them as say nothing. */
type Stretch = { key: string; typed: string; isWider: boolean }

/**
 * Several words of the question that together are a slip from one name that we hold and was not read in them: `Rostov-on-bon`,
 * `North West if England`, `Wset Yorkshire Combined Authority's twins`. Words around what was asked for that say nothing may
 * belong to it, where it is a name of several words, or a name was broken: `Free town`; but `of Ford` is not Oxford.
 */
export function slipAround(parsed: ParsedQuestion, gazetteer: Gazetteer): Stretch | undefined {
  const isRead = (locality: Locality) =>
    isOneName(parsed) &&
    parsed.readings.some(({ held }) => held.some((one) => sameLocality(one.locality, locality)))
  const mayBelong = (key: string, name: string) =>
    name.includes(' ') || (!parsed.isUnderstood && edits(key, name, 1) <= 1)
  return stretches(parsed).find(
    ({ key, isWider }) =>
      slipsAllowedIn(key) > 0 &&
      gazetteer
        .slipsFrom(key)
        .some(({ name, locality }) => !isRead(locality) && (!isWider || mayBelong(key, name))),
  )
}

/** What may have been meant beside what was read, in any name and whatever words belong to it: `Lon on`, `Welling on`. */
export function heldAround(parsed: ParsedQuestion, gazetteer: Gazetteer): readonly Locality[] {
  const names = parsed.parts.filter(({ is }) => is === 'name').map(({ key }) => key)
  const isMeant =
    (key: string) =>
    ({ name }: Slip) =>
      name.includes(' ') || edits(key, name, 1) <= 1
  return distinct([
    ...stretches(parsed).flatMap(({ key }) => gazetteer.heldOneSlipFrom(key, isMeant(key))),
    ...[parsed.key, ...names].flatMap((key) => gazetteer.heldOneSlipFrom(key)),
  ])
}

function isOneName({ parts }: ParsedQuestion): boolean {
  const [first, last] = edges(parts)
  return first === last && first?.is === 'name'
}

/** The widest first: `We t Yorkshire` is West Yorkshire, and no Yorkshire with words around. Two words at most on a side. */
function stretches(parsed: ParsedQuestion): readonly Stretch[] {
  const { question, words, parts } = parsed
  const [first, last] = edges(parts)
  if (!first || !last) return []
  const found: Stretch[] = []
  for (let from = Math.max(0, first.from - 2); from <= first.from; from++) {
    for (let to = Math.min(words.length, last.to + 2); to >= last.to; to--) {
      const isWider = from < first.from || to > last.to
      if (!isWider && isOneName(parsed)) continue
      found.push({ key: joined(words, from, to), typed: asTyped(question, words, from, to), isWider })
    }
  }
  return found
}
