import { isEnglish, isEveryday } from '../../search/text/english.ts'
import { slipsAllowedIn } from '../../search/words/edits.ts'
import { FILLERS } from '../../search/words/fillers.ts'
import { fold, type Word, withoutPossessive, wordsOf } from '../../search/words/fold.ts'
import { isTheUs } from '../countries.ts'
import type { Gazetteer } from '../gazetteer.ts'
import type { Meant, Mention } from '../meant.ts'
import { standsAsName } from './name-position.ts'
import type { Near } from './near.ts'
import { asTyped, isHeldOwner, lastOnly, type Segment, segment } from './parse-question.ts'
import { mayStandBesideLinks } from './plain-word.ts'
import { read } from './resolve-places.ts'

/**
 * Names of places we hold, anywhere in running words. Left out are a name that several places bear, and one that is part
 * of a longer name: `New York` does not name York.
 */
export function namedIn(text: string, gazetteer: Gazetteer): readonly Meant[] {
  const { words, names } = namesIn(text, gazetteer)
  return names.flatMap((name) => {
    const { held, known, typed } = read(name, words, text, gazetteer)
    const [one, ...more] = held
    return one && more.length === 0 && !isPlainWord(name, words, text)
      ? [{ ...one, typed, namesakes: known }]
      : []
  })
}

/**
 * Every place that running words name. What is recorded of York answers no question about New York, nor what is recorded of
 * Kirklees one about Huddersfield. Words of plain English are names of places that we do not hold where they are written so,
 * or stand where only a name can.
 */
export function mentionedIn(text: string, gazetteer: Gazetteer): readonly Mention[] {
  const { words, names } = namesIn(text, gazetteer)
  return names
    .filter((name) => isHeldAs(name.key, gazetteer) || !isOnlyWord(name, words, text, gazetteer))
    .map((name) => {
      const { held, typed } = read(name, words, text, gazetteer)
      return { typed, localities: held.map(({ locality }) => locality) }
    })
}

/** Slips in running words from names that we hold: `universities in Northern Ieland`. A plain word is none, but by itself. */
export function slipsIn(text: string, gazetteer: Gazetteer, near: () => Near): readonly Mention[] {
  const { words, slips } = namesIn(text, gazetteer)
  return slips.map(({ key, from, to }) => {
    const sure = near().corrected(key)
    const slipFrom = gazetteer.heldOneSlipFrom(key)
    return { typed: asTyped(text, words, from, to), localities: sure ? [sure.locality] : [], slipFrom }
  })
}

/** `Beds` is Bedfordshire; in small letters it is rather a word, as all informal names that are words. */
function isHeldAs(key: string, gazetteer: Gazetteer): boolean {
  return gazetteer.heldAs(key).some(({ called }) => called !== 'name')
}

function isOnlyWord(name: Segment, words: readonly Word[], text: string, gazetteer: Gazetteer): boolean {
  const { key, from, to } = name
  if (!isEnglish(key)) return false
  const isWritten = !isLowerCase(text.charAt(words[from]?.start ?? 0))
  if (isWritten && (from > 0 || !isEveryday(key))) return false
  return !standsAsName({ words, from, to }, text, mayStandBesideLinks(key, gazetteer))
}

const HOLDS_A_NUMBER = /(^| )\d+( |$)/

function namesIn(
  text: string,
  gazetteer: Gazetteer,
): { words: readonly Word[]; names: Segment[]; slips: Segment[] } {
  const isHeld = (key: string) => gazetteer.heldAs(key).length > 0
  const isName = (key: string) =>
    isHeld(key) ||
    gazetteer.placeAround(key) !== undefined ||
    gazetteer.existing(key).length > 0 ||
    (key.includes(' ') && key.split(' ').some(isHeld) && gazetteer.existingByAnyName(key).length > 0)
  const isSlip = (key: string) =>
    (!isEnglish(key) || key === whole) &&
    // `At least 2 German twins`
    !HOLDS_A_NUMBER.test(key) &&
    (!key.includes(' ') || slipsAllowedIn(key) > 0) &&
    key.length <= gazetteer.longestHeld + 1 &&
    gazetteer.heldOneSlipFrom(key).length > 0
  const whole = fold(text)
  const partsOf = (words: readonly Word[]) =>
    segment(words, (key, from) => {
      const isFiller = FILLERS.has(key) && !isTheUs(words[from] as Word, text)
      // There is a town called Of, but only who types nothing else means it.
      if (isFiller && words.length > 1) return 'filler'
      return isName(key) ? 'name' : isFiller ? 'filler' : isSlip(key) && 'slip'
    })
  const words = wordsOf(text)
  const owners = words.map((word) => withoutPossessive(word, text))
  // `Leeds's` is of Leeds; King's Lynn is called so as it stands, also in `King's Lynn's twins`.
  const isWritten = (words: readonly Word[], { is, from, to }: Segment) =>
    is === 'name' &&
    words.slice(from, to).some((word, at) => word !== owners[from + at]) &&
    !(to - from === 1 && isHeldOwner(words[from]?.text ?? '', owners[from], gazetteer))
  const owned = [words, lastOnly(words, owners)]
    .map((words) => ({ words, parts: partsOf(words) }))
    .find(({ words, parts }) => parts.some((part) => isWritten(words, part))) ?? {
    words: owners,
    parts: partsOf(owners),
  }
  return {
    words: owned.words,
    names: owned.parts.filter(({ is }) => is === 'name'),
    slips: owned.parts.filter(({ is }) => is === 'slip'),
  }
}

/** `Bath` is a place anywhere; `bath` and, at the beginning of a sentence, `Reading` may be words. */
function isPlainWord({ key, from }: Segment, words: readonly Word[], text: string): boolean {
  if (!isEveryday(key)) return false
  return isLowerCase(text.charAt(words[from]?.start ?? 0)) || (from === 0 && words.length > 1)
}

function isLowerCase(letter: string): boolean {
  return letter === letter.toLowerCase()
}
