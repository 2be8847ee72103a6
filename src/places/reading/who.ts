import type { Gazetteer } from '../gazetteer.ts'
import type { Locality } from '../locality.ts'
import type { FindMeant, Who } from '../meant.ts'
import { mended } from './correct-spelling.ts'
import type { Near, Nearby } from './near.ts'
import { missed, mistyped } from './offered.ts'
import { type Asked, asTyped, edges, readQuestion } from './parse-question.ts'
import { decided } from './resolve-places.ts'
import { heldAround, slipAround } from './slip-around.ts'
import { knownIn } from './within-area.ts'

/** Longer questions are cut: nobody names a place in so many characters. */
const LONGEST_QUESTION = 200

/** Who is meant by the words of a question that is about places. */
export function whoIn(gazetteer: Gazetteer, near: Near): FindMeant {
  return (typed, { guess = true } = {}) => {
    const asked = readQuestion(typed.slice(0, LONGEST_QUESTION), gazetteer, guess)
    const elsewhere = inState(asked, gazetteer)
    if (elsewhere) return elsewhere
    if (asked.parts.every(({ is }) => is === 'filler')) return { how: 'unknown', typed: asked.typed }
    const around = slipAround(asked, gazetteer)
    if (asked.isUnderstood && !around) return checked(asked, gazetteer)
    if (!guess) return missed(asked, NOTHING_NEAR)
    return (
      mended(asked, around, gazetteer, near) ??
      mistyped(asked, around, near) ??
      missed(asked, near.near(asked.key, asked.whole))
    )
  }
}

/** What is held a slip from any name in the question, or from all of it: `Lakefield and Germany`, `Rostov on Dom`. */
export function oneSlipFromNamesIn(gazetteer: Gazetteer): (question: string) => readonly Locality[] {
  return (typed) => heldAround(readQuestion(typed.slice(0, LONGEST_QUESTION), gazetteer, true), gazetteer)
}

const NOTHING_NEAR: Nearby = { choices: [], slips: 0, others: [] }

/** `Leeds Alabama`, `York, PA`: all other words name a county or state. There the name is another's, or nobody's. */
function inState({ question, typed, readings, words, parts }: Asked, gazetteer: Gazetteer): Who | undefined {
  for (const reading of readings) {
    const [first, last] = edges(parts.filter(({ from }) => from !== reading.from))
    if (!first || !last || first.from < reading.from) continue
    const where = asTyped(question, words, first.from, last.to)
    const state = gazetteer.state(where)
    if (state === undefined) continue
    const [known, ...more] = knownIn(reading, state)
    if (known) return { how: 'empty', typed, known: [known, ...more], beside: [] }
    const choices = reading.held.map(({ locality }) => locality)
    const isPlace = choices.some(({ is }) => is === 'place')
    // `Leeds Durham` asks for two places that we hold; California is also a village, and not meant.
    const isHeld = readings.some(({ from, held, inside }) => from !== reading.from && (held[0] ?? inside))
    if (isPlace && !isHeld) return { how: 'elsewhere', typed: reading.typed, where, choices }
  }
  return undefined
}

/** `York town` is York with a word that says nothing, unless there is a Yorktown. */
function checked(asked: Asked, gazetteer: Gazetteer): Who {
  const isWhole = !asked.parts.some(({ is }) => is === 'filler')
  const other = isWhole ? undefined : gazetteer.runTogether(asked.whole.replaceAll(' ', ''))
  return other ? missed(asked, { ...NOTHING_NEAR, others: [other] }) : decided(asked.typed, asked.readings)
}
