import { lasting, lazily } from '../../search/lazily.ts'
import { edits } from '../../search/words/edits.ts'
import { LINK_WORDS, ORDER_WORDS } from '../../search/words/fillers.ts'
import { distinct, type Gazetteer, lookingUpOnce, sameLocality } from '../gazetteer.ts'
import { atHome, type Locality } from '../locality.ts'
import type { NameReading, PlacesNamed, Who } from '../meant.ts'
import { correctSpelling, offerNear, partOfName } from './correct-spelling.ts'
import { inCounty } from './in-county.ts'
import { mentionedIn, namedIn, slipsIn } from './named.ts'
import { combined, inState } from './narrowed.ts'
import type { FindNear, Near, Nearby } from './near.ts'
import { asTyped, joined, type ParsedQuestion, parseQuestion } from './parse-question.ts'
import { read, resolvePlaces } from './resolve-places.ts'

/** Longer questions are cut: nobody names a place in so many characters. */
const LONGEST_QUESTION = 200

/**
 * Begins a question: gives what reads the places of its words, or of a part of them. Each way of reading is gone when it is
 * first wanted, and once; and each name is looked up once, whatever it is wanted for.
 */
export function readPlacesIn(
  all: Gazetteer,
  findNear: FindNear,
): () => { places: (words: string) => PlacesNamed; near: () => Near; gazetteer: Gazetteer } {
  const beginnings = lasting(() => byBeginning(all))
  const short = lasting(() => shortNames(all))
  const alsoMeant = (key: string) => [
    ...distinct(beginnings().get(key) ?? []).slice(0, 2),
    ...(key.length > SHORT + 1 ? [] : short().filter(({ name }) => edits(key, name, 1) <= 1)).map(
      ({ locality }) => locality,
    ),
  ]
  return () => {
    const gazetteer = lookingUpOnce(all)
    const near = lazily(() => findNear(gazetteer))
    return { places: (words) => placesNamed(words, gazetteer, near, alsoMeant), near, gazetteer }
  }
}

type Read = { parsed: ParsedQuestion; readings: readonly NameReading[] }

function placesNamed(
  typed: string,
  gazetteer: Gazetteer,
  near: () => Near,
  alsoMeant: (key: string) => readonly Locality[],
): PlacesNamed {
  const readIn = (guess: boolean): Read => {
    const parsed = parseQuestion(typed.slice(0, LONGEST_QUESTION), gazetteer, guess)
    const { parts, words, question } = parsed
    const names = parts.filter(({ is }) => is === 'name')
    return { parsed, readings: names.map((part) => read(part, words, question, gazetteer)) }
  }
  const asWritten = lazily(() => readIn(false))
  const guessed = lazily(() => readIn(true))
  const asCorrected = lazily(
    () =>
      resolveUnderstood(guessed(), gazetteer) ??
      correctSpelling(guessed().parsed, guessed().readings, gazetteer, near()),
  )
  return {
    asTyped: lazily(() => {
      const { parsed, readings } = asWritten()
      return resolveUnderstood(asWritten(), gazetteer) ?? offerNear(parsed, readings, NOTHING_NEAR)
    }),
    asCorrected,
    asMeant: lazily(() => {
      const { parsed, readings } = guessed()
      const part = () => (readings.length === 0 ? partOfName(parsed, gazetteer) : undefined)
      return asCorrected() ?? part() ?? offerNear(parsed, readings, near().near(parsed.key, parsed.whole))
    }),
    runTogether: lazily(() => runTogether(asWritten().parsed, gazetteer)),
    named: lazily(() => namedIn(typed, gazetteer)),
    mentioned: lazily(() => mentionedIn(typed, gazetteer)),
    slips: lazily(() => slipsIn(typed, gazetteer, near)),
    isNamed: (words) => mentionedIn(words, gazetteer).length > 0,
    oneSlipAway: lazily(() => heldAround(guessed(), gazetteer, alsoMeant)),
    passedOver: () => passedOver(guessed().parsed),
  }
}

/** A name has lost no more than two letters to spaces. */
const PIECES = 3

function runTogether(parsed: ParsedQuestion, gazetteer: Gazetteer): Who | undefined {
  const { words, whole } = parsed
  const key = whole.replaceAll(' ', '')
  if (words.length < 2 || words.length > PIECES) return undefined
  const choices = distinct(gazetteer.heldAs(key).map(({ locality }) => locality))
  const others = choices.length > 0 ? [] : gazetteer.existing(key)
  if (choices.length + others.length === 0) return undefined
  const typed = asTyped(parsed.question, words, 0, words.length)
  return offerNear({ ...parsed, typed }, [], { choices, slips: choices.length, others })
}

/** Who is meant where every word is understood; nothing where some are not, or are a slip from a name. */
function resolveUnderstood({ parsed, readings: all }: Read, gazetteer: Gazetteer): Who | undefined {
  const readings = inCounty(parsed, all, gazetteer)
  if ('how' in readings) return readings
  const elsewhere =
    parsed.parts.length > 1 && readings === all ? inState(parsed, readings, gazetteer) : undefined
  if (elsewhere) return elsewhere
  if (parsed.parts.every(({ is }) => is === 'filler')) return { how: 'unknown', typed: parsed.typed }
  if (!parsed.isUnderstood) return undefined
  // `York town` is York with a word that says nothing, unless there is a Yorktown.
  const hasFillers = parsed.parts.some(({ is }) => is === 'filler')
  const longer = hasFillers ? slipWithFillers(parsed, readings, gazetteer) : undefined
  if (longer) {
    const beside = readings.flatMap(({ held }) => held.map(({ locality }) => locality))
    const choices = distinct([...longer.slips, ...beside])
    return { how: 'near', typed: longer.typed, choices, others: [], beside: [], isSlip: true }
  }
  const together = hasFillers ? gazetteer.runTogether(parsed.whole.replaceAll(' ', '')) : undefined
  return together
    ? offerNear(parsed, readings, { ...NOTHING_NEAR, others: [together] })
    : resolvePlaces(parsed.typed, readings, gazetteer)
}

/**
 * What we hold under names one slip from words of which some say nothing: one that lost a letter to a space, `Be wick`, or got a
 * word of another, `last of England`; and one that takes in a word beside what a place is only also called: `Staefford County` is rather Stafford County than Stafford.
 */
function slipWithFillers(
  { question, whole, words, parts }: ParsedQuestion,
  readings: readonly NameReading[],
  gazetteer: Gazetteer,
): { typed: string; slips: readonly Locality[] } | undefined {
  const isOtherLetter = ({ name }: { name: string }) =>
    name.length === whole.length && (name.includes(' ') || words.length > 1)
  const eaten = whole.length > gazetteer.longestHeld ? [] : gazetteer.heldOneSlipFrom(whole, isOtherLetter)
  if (eaten.length > 0) return { typed: question.trim(), slips: eaten }
  // `French link` asks for links, and not for French Lick.
  const isFiller = (at: number) =>
    parts.some(({ is, key, from, to }) => is === 'filler' && !LINK_WORDS.has(key) && from <= at && at < to)
  return readings
    .filter(({ held }) => held.length > 0 && held.every(({ how }) => how === 'alias'))
    .flatMap(({ from, to }) => [
      ...(isFiller(to) ? [[from, to + 1]] : []),
      ...(isFiller(from - 1) ? [[from - 1, to]] : []),
    ])
    .map(([from = 0, to = 0]) => ({
      typed: asTyped(question, words, from, to),
      slips: gazetteer.heldOneSlipFrom(joined(words, from, to), ({ name }) => name.includes(' ')),
    }))
    .find(({ slips }) => slips.length > 0)
}

/** `oldest` of `Leeds's oldest twin`: words that ask for more than which place is meant. */
function passedOver({ question, words, parts }: ParsedQuestion): readonly string[] {
  return parts
    .filter(({ is, key }) => is === 'filler' && ORDER_WORDS.has(key))
    .map(({ from, to }) => asTyped(question, words, from, to))
}

const NOTHING_NEAR: Nearby = { choices: [], slips: 0, others: [] }

/** What may have been meant beside what was read, in any name and whatever words belong to it: `Lon on`, `Welling on`. */
function heldAround(
  { parsed, readings }: Read,
  gazetteer: Gazetteer,
  alsoMeant: (key: string) => readonly Locality[],
): readonly Locality[] {
  const { words, parts } = parsed
  const inCounties = inCounty(parsed, readings, gazetteer)
  const left = 'how' in inCounties ? readings : combined(inCounties, gazetteer)
  // `York, Pennsylvania` is no slip from what is called otherwise.
  const isSure =
    left.length === readings.length && parts.length > 1 && inState(parsed, left, gazetteer)?.how === 'empty'
  if (isSure) return []
  const saysWhere = ({ from }: { from: number }) =>
    readings.some((one) => one.from === from) && !left.some((one) => one.from === from)
  const says = parts.filter((part) => part.is !== 'filler' && !saysWhere(part))
  const isRead = (one: Locality) =>
    readings.some(({ held }) => held.length === 1 && held.some(({ locality }) => sameLocality(locality, one)))
  const found = readings.filter(({ held }) => held.length === 0).flatMap(({ key }) => alsoMeant(key))
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= words.length; to++) {
      const key = joined(words, from, to)
      if (key.length > gazetteer.longestHeld + 1) break
      if (!says.some((part) => part.from < to && part.to > from)) continue
      // `Weston super Mare` is one name.
      if (
        parts.some(
          (part) =>
            part.is === 'name' && part.from <= from && part.to >= to && part.to - part.from > to - from,
        )
      )
        continue
      const isWhole = says.some((part) => part.from === from && part.to === to)
      const isMeant = (name: string) => isWhole || name.includes(' ') || edits(key, name, 1) <= 1
      found.push(...gazetteer.heldOneSlipFrom(key, ({ name }) => isMeant(name)))
    }
  }
  return distinct(found).filter((one) => !isRead(one))
}

/** UK places by what their own names begin with: `Stoke` is a village, and what people call Stoke-on-Trent. */
function byBeginning({ held }: Gazetteer): ReadonlyMap<string, readonly Locality[]> {
  const found = new Map<string, Locality[]>()
  for (const [name, all] of held) {
    const own = all.filter(
      ({ how, locality }) => how === 'exact' && locality.is === 'place' && atHome(locality),
    )
    if (own.length === 0) continue
    for (const { index } of name.matchAll(/ /g)) {
      const beginning = name.slice(0, index)
      found.set(beginning, [...(found.get(beginning) ?? []), ...own.map(({ locality }) => locality)])
    }
  }
  return found
}

/** Of so few letters nearly all words are one slip from some name, so these are offered only beside what is not held. */
const SHORT = 3

/** Names of so few letters, and whose they are: `Mol` is a town in Belgium, and one slip from Sol. */
function shortNames({ held }: Gazetteer): readonly { name: string; locality: Locality }[] {
  return [...held]
    .filter(([name]) => name.length <= SHORT && /^[a-z]+$/.test(name))
    .flatMap(([name, all]) => all.map(({ locality }) => ({ name, locality })))
    .filter(({ locality }) => locality.is === 'place')
}
