import type { KnownPlace } from '../../knowledge/entries.ts'
import type { Library, Locality, Who } from '../library.ts'
import { type Asked, edges, readQuestion } from './asked.ts'
import { decided } from './decided.ts'
import { type Gazetteer, sameLocality } from './gazetteer.ts'
import { mended } from './mended.ts'
import type { Near, Nearby } from './near.ts'
import { knownIn } from './reading.ts'
import { joined } from './segment.ts'

/** Longer questions are cut: nobody names a place in so many characters. */
const LONGEST_QUESTION = 200

/** Who is meant by the words of a question that is about places. */
export function whoIn(gazetteer: Gazetteer, near: Near): Library['who'] {
  return (typed, { guess = true } = {}) => {
    const asked = readQuestion(typed.slice(0, LONGEST_QUESTION), gazetteer, guess)
    const elsewhere = namesakes(asked)
    if (elsewhere) return { how: 'empty', typed: asked.typed, known: elsewhere }
    if (asked.parts.every(({ is }) => is === 'filler')) return { how: 'unknown', typed: asked.typed }
    if (asked.isUnderstood) return checked(asked, gazetteer)
    if (!guess) return missed(asked, NOTHING_NEAR)
    return mended(asked, gazetteer, near) ?? missed(asked, near.near(asked.key, asked.whole))
  }
}

const NOTHING_NEAR: Nearby = { choices: [], others: [] }

/** `Leeds Alabama`: all other words name the county or state of a namesake. */
function namesakes({ readings, words, parts }: Asked): readonly [KnownPlace, ...KnownPlace[]] | undefined {
  for (const reading of readings) {
    const [first, last] = edges(parts.filter(({ from }) => from !== reading.from))
    if (!first || !last) continue
    const [known, ...more] = knownIn(reading, joined(words, first.from, last.to))
    if (known) return [known, ...more]
  }
  return undefined
}

/** `York town` is York with a word that says nothing, unless there is a Yorktown. */
function checked(asked: Asked, gazetteer: Gazetteer): Who {
  const isWhole = !asked.parts.some(({ is }) => is === 'filler')
  const other = isWhole ? undefined : gazetteer.runTogether(asked.whole.replaceAll(' ', ''))
  return other ? missed(asked, { choices: [], others: [other] }) : decided(asked.typed, asked.readings)
}

/** Offers the places that were understood, then those that come near the whole. */
function missed({ typed, readings }: Asked, nearby: Nearby): Who {
  const choices: Locality[] = []
  const named = readings.flatMap(({ held, inside }) => [
    ...held.map(({ locality }) => locality),
    ...(inside ? [{ is: 'place' as const, place: inside }] : []),
  ])
  for (const locality of [...named, ...nearby.choices]) {
    if (!choices.some((other) => sameLocality(other, locality))) choices.push(locality)
  }
  const empty = readings.filter(({ held, inside }) => held.length === 0 && !inside)
  const others = [...new Set([...nearby.others, ...empty.flatMap(({ known }) => known.slice(0, 1))])]
  if (choices.length + others.length === 0) return { how: 'unknown', typed }
  const kept = others.slice(0, 2)
  return { how: 'near', typed, choices: choices.slice(0, 3 - kept.length), others: kept }
}
