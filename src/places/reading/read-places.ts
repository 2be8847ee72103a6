import { lazily } from '../../search/lazily.ts'
import { ORDER_WORDS } from '../../search/words/fillers.ts'
import { type Gazetteer, lookingUpOnce } from '../gazetteer.ts'
import type { PlacesNamed, Who } from '../meant.ts'
import { correctSpelling } from './correct-spelling.ts'
import { mentionedIn, namedIn } from './named.ts'
import type { FindNear, Near, Nearby } from './near.ts'
import { offerNear, offerSlips } from './offered.ts'
import { asTyped, edges, type ParsedQuestion, parseQuestion } from './parse-question.ts'
import { knownIn, resolvePlaces } from './resolve-places.ts'
import { heldAround, slipAround } from './slip-around.ts'

/** Longer questions are cut: nobody names a place in so many characters. */
const LONGEST_QUESTION = 200

/**
 * Begins a question: gives what reads the places of its words, or of a part of them. Each way of reading is gone when it is
 * first wanted, and once; and each name is looked up once, whatever it is wanted for.
 */
export function readPlacesIn(
  all: Gazetteer,
  findNear: FindNear,
): () => { places: (words: string) => PlacesNamed; near: () => Near } {
  return () => {
    const gazetteer = lookingUpOnce(all)
    const near = lazily(() => findNear(gazetteer))
    return { places: (words) => placesNamed(words, gazetteer, near), near }
  }
}

function placesNamed(typed: string, gazetteer: Gazetteer, near: () => Near): PlacesNamed {
  const parse = (inAnyLanguage: boolean) =>
    parseQuestion(typed.slice(0, LONGEST_QUESTION), gazetteer, inAnyLanguage)
  const asWritten = lazily(() => parse(false))
  const inAnyLanguage = lazily(() => parse(true))
  const asCorrected = lazily(
    () => resolveUnderstood(inAnyLanguage(), gazetteer) ?? correctSlips(inAnyLanguage(), gazetteer, near()),
  )
  return {
    asTyped: lazily(() => resolveUnderstood(asWritten(), gazetteer) ?? offerNear(asWritten(), NOTHING_NEAR)),
    asCorrected,
    asMeant: lazily(() => {
      const { key, whole } = inAnyLanguage()
      return asCorrected() ?? offerNear(inAnyLanguage(), near().near(key, whole))
    }),
    named: lazily(() => namedIn(typed, gazetteer)),
    mentioned: lazily(() => mentionedIn(typed, gazetteer)),
    isNamed: (words) => mentionedIn(words, gazetteer).length > 0,
    oneSlipAway: lazily(() => heldAround(inAnyLanguage(), gazetteer)),
    passedOver: () => passedOver(inAnyLanguage()),
  }
}

/** Who is meant where every word is understood; nothing where some are not, or all of them are a slip from a name. */
function resolveUnderstood(parsed: ParsedQuestion, gazetteer: Gazetteer): Who | undefined {
  const elsewhere = inState(parsed, gazetteer)
  if (elsewhere) return elsewhere
  if (parsed.parts.every(({ is }) => is === 'filler')) return { how: 'unknown', typed: parsed.typed }
  const isWhole = parsed.isUnderstood && !slipAround(parsed, gazetteer)
  return isWhole ? resolveUnlessOneWord(parsed, gazetteer) : undefined
}

function correctSlips(parsed: ParsedQuestion, gazetteer: Gazetteer, near: Near): Who | undefined {
  const around = slipAround(parsed, gazetteer)
  return correctSpelling(parsed, around, gazetteer, near) ?? offerSlips(parsed, around, near)
}

/** `oldest` of `Leeds's oldest twin`: words that ask for more than which place is meant. */
function passedOver({ question, words, parts }: ParsedQuestion): readonly string[] {
  return parts
    .filter(({ is, key }) => is === 'filler' && ORDER_WORDS.has(key))
    .map(({ from, to }) => asTyped(question, words, from, to))
}

const NOTHING_NEAR: Nearby = { choices: [], slips: 0, others: [] }

/** `Leeds Alabama`, `York, PA`: all other words name a county or state. There the name is another's, or nobody's. */
function inState(
  { question, typed, readings, words, parts }: ParsedQuestion,
  gazetteer: Gazetteer,
): Who | undefined {
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
function resolveUnlessOneWord(parsed: ParsedQuestion, gazetteer: Gazetteer): Who {
  const isWhole = !parsed.parts.some(({ is }) => is === 'filler')
  const other = isWhole ? undefined : gazetteer.runTogether(parsed.whole.replaceAll(' ', ''))
  return other
    ? offerNear(parsed, { ...NOTHING_NEAR, others: [other] })
    : resolvePlaces(parsed.typed, parsed.readings)
}
