import { countryName } from '../../answer/in-words.ts'
import { isEnglish } from '../../search/text/english.ts'
import { slipsAllowedIn } from '../../search/words/edits.ts'
import { FILLERS, ORDER_WORDS } from '../../search/words/fillers.ts'
import { fold, type Word, withoutPossessive, wordsOf } from '../../search/words/fold.ts'
import { isTheUs } from '../countries.ts'
import type { Gazetteer } from '../gazetteer.ts'
import { type Locality, plain } from '../locality.ts'
import { isOwner } from './name-position.ts'
import { isPlainly, isWord } from './plain-word.ts'

/** A question cut into names, slips from names, words that say nothing, and what was not understood. */
export type ParsedQuestion = {
  question: string
  words: readonly Word[]
  parts: readonly Segment[]
  /** Every word that says something stands in a name, typed exactly. */
  isUnderstood: boolean
  /** What was typed and its key, without the words around it that say nothing. */
  typed: string
  key: string
  /** The key with them. */
  whole: string
}

/** A stretch of the question. A `slip` leads to a name that we hold and is none itself. */
export type Segment = { is: 'name' | 'slip' | 'filler' | 'unknown'; key: string; from: number; to: number }

/** Words next to each other, and what they were before they were folded. */
export type Run = { key: string; typed: string }

/** `guess` reads single words as slips, and the names of places in all languages, whose large index is built when first needed. */
export function parseQuestion(question: string, gazetteer: Gazetteer, guess: boolean): ParsedQuestion {
  const { words, parts } = owned(question, gazetteer, guess)
  const [first, last] = edges(parts)
  const [from, to] = [first?.from ?? 0, last?.to ?? words.length]
  return {
    question,
    words,
    parts,
    isUnderstood: isUnderstood(parts),
    typed: first ? asTyped(question, words, from, to) : question.trim(),
    key: joined(words, from, to),
    whole: joined(words, 0, words.length),
  }
}

export function asTyped(question: string, words: readonly Word[], from: number, to: number): string {
  return question.slice(words[from]?.start, words[to - 1]?.end)
}

/** The question without the words around it that say nothing. */
export function edges(parts: readonly Segment[]): [Segment | undefined, Segment | undefined] {
  const said = parts.filter(({ is }) => is !== 'filler')
  return [said[0], said.at(-1)]
}

type Cut = Pick<ParsedQuestion, 'words' | 'parts'>

/** `Leeds's twins` is about Leeds, and `York's` is not Yorks; but `King's Lynn` is the name of a place as it stands. */
function owned(question: string, gazetteer: Gazetteer, guess: boolean): Cut {
  const words = wordsOf(question)
  const asWritten = cut(question, words, gazetteer, guess)
  const owners = words.map((word, at) => ownerOf(word, words[at + 1], question, gazetteer))
  const owning = owners.flatMap((word, at) => (word === words[at] ? [] : [at]))
  const isWritten = ({ is, key, from, to }: Segment) =>
    is === 'name' &&
    (gazetteer.existing(key).length > 0 || gazetteer.heldAs(key).some(({ how }) => how === 'exact')) &&
    owning.some((at) => at >= from && at < to) &&
    !(to - from === 1 && isHeldOwner(key, owners[from], gazetteer))
  const { parts } = asWritten
  const isNamed = ({ parts }: Cut) => isUnderstood(parts) && parts.some(isWritten)
  if (owning.length === 0 || isNamed(asWritten)) return asWritten
  if (owning.length > 1) {
    const lastOwned = cut(question, lastOnly(words, owners), gazetteer, guess)
    if (isNamed(lastOwned)) return lastOwned
  }
  const others = cut(question, owners, gazetteer, guess)
  return count(others.parts, 'unknown', 'slip') <= count(parts, 'unknown', 'slip') ? others : asWritten
}

/** `Salford's twins` are those of Salford, of which we hold something, and not of Salfords, of which we hold nothing. */
export function isHeldOwner(key: string, owner: Word | undefined, { heldAs }: Gazetteer): boolean {
  return heldAs(key).length === 0 && heldAs(owner?.text ?? '').some(({ how }) => how === 'exact')
}

/** `King's Cross's twins`: the first sign belongs to the name. */
export function lastOnly(words: readonly Word[], owners: readonly Word[]): readonly Word[] {
  const last = owners.findLastIndex((owner, at) => owner !== words[at])
  return words.map((word, at) => (at === last ? (owners[at] ?? word) : word))
}

/** `Norwichs oldest twin`: the sign is left out as often as not. */
function ownerOf(word: Word, next: Word | undefined, question: string, gazetteer: Gazetteer): Word {
  const owner = withoutPossessive(word, question)
  if (owner !== word || !next || !isOwner(word.text, next.text)) return owner
  const name = word.text.slice(0, -1)
  const isName = (key: string) => gazetteer.heldAs(key).length + gazetteer.existing(key).length > 0
  return isName(name) && !isName(word.text) ? { ...word, text: name, end: word.end - 1 } : word
}

function isUnderstood(parts: readonly Segment[]): boolean {
  return count(parts, 'unknown', 'slip') === 0
}

function count(parts: readonly Segment[], ...kinds: readonly Segment['is'][]): number {
  return parts.filter(({ is }) => kinds.includes(is)).length
}

/** First by the names at hand; only where something is left over, by slips from them and the names in all languages. */
function cut(question: string, words: readonly Word[], gazetteer: Gazetteer, guess: boolean): Cut {
  // `Tell us` is no country; `Leeds US` is.
  const isFiller = (key: string, from: number) => {
    const word = words[from] as Word
    const isUs = key === 'us' && !isTheUs(word, question)
    return ORDER_WORDS.has(key) || (FILLERS.has(key) && (isUs || gazetteer.heldAs(key).length === 0))
  }
  const isName = (key: string, from: number, to: number) =>
    gazetteer.heldAs(key).length > 0 ||
    gazetteer.placeAround(key) !== undefined ||
    // `Costs of Kent County Council` are those of Kent, which is held by less of that.
    (from > 0 && gazetteer.heldAs(plain(key)).length === 0 && gazetteer.county(key)?.isCounty) ||
    (gazetteer.existing(key).length > 0 && !isWord({ key, from, to }, words, question, gazetteer, guess))
  const exactly = (key: string, from: number, to: number) => {
    if (countryBehind({ key, from, to }, words, question, gazetteer)) return 'name'
    // There is a town called Of, but only who types nothing else means it.
    if (to - from === 1 && words.length > 1 && isFiller(key, from)) return 'filler'
    if (isName(key, from, to)) return 'name'
    return to - from === 1 && isFiller(key, from) && 'filler'
  }
  const isSlip = (key: string) =>
    key.length <= gazetteer.longestHeld + 1 && gazetteer.slipsFrom(key).length > 0
  const isLongSlip = (key: string, from: number, to: number) =>
    to - from > 1 && slipsAllowedIn(key) > 0 && isSlip(key) && !gazetteer.isTownInCounty(key)
  const exact = segment(words, (...run) => exactly(...run) || (isLongSlip(...run) && 'slip'))
  if (!guess || isUnderstood(exact)) return { words, parts: exact }
  const parts = segment(words, (key, from, to) => {
    const kind = exactly(key, from, to)
    if (kind) return kind
    const isAlias = () =>
      !isPlainly({ key, from, to }, words, question) &&
      (gazetteer.foreign(key) !== undefined || gazetteer.existingByAnyName(key).length > 0)
    // Any four letters are a slip from some name, and `kiev` is what Kyiv is called.
    if (slipsAllowedIn(key) === 0 && isAlias()) return 'alias'
    if (to - from > 1 ? isLongSlip(key, from, to) : isSlip(key)) return 'slip'
    return isAlias() && 'alias'
  })
  return { words, parts }
}

/** `Skopje, MK`, `Dortmund DE`: the code of a country right behind the name of a place that lies there; codes of states come first. */
export function countryBehind(
  { key, from, to }: Pick<Segment, 'key' | 'from' | 'to'>,
  words: readonly Word[],
  question: string,
  gazetteer: Gazetteer,
): Locality | undefined {
  if (to - from !== 1 || from === 0 || !/^[a-z]{2}$/.test(key)) return undefined
  const typed = asTyped(question, words, from, to)
  const isCode = typed === typed.toUpperCase() || !(FILLERS.has(key) || isEnglish(key))
  if (!isCode || gazetteer.heldAs(key).some(({ locality }) => locality.is === 'country')) return undefined
  const country = countryOf(typed.toUpperCase())
  if (!country) return undefined
  const state = gazetteer.state(typed)?.name
  for (let start = Math.max(0, from - LONGEST); start < from; start++) {
    const name = joined(words, start, from)
    const known = gazetteer.existing(name)
    if (state && known.some(({ admin }) => admin && fold(admin) === state)) return undefined
    const isThere =
      known.some((one) => one.country === country.code) ||
      gazetteer
        .heldAs(name)
        .some(({ locality }) => locality.is === 'place' && locality.place.country === country.code)
    if (isThere) return country
  }
  return undefined
}

function countryOf(code: string): Extract<Locality, { is: 'country' }> | undefined {
  const name = countryName(code)
  return name === code ? undefined : { is: 'country', code, name }
}

/** What a stretch of words, folded and joined by spaces, may be; its place among the words. */
type Reader = (key: string, from: number, to: number) => keyof typeof COST | false

/** No name of a place has more words than this: `Bath and North East Somerset`, `Sankt Georgen an der Gusen`. */
const LONGEST = 8

/**
 * So that as little as possible is left not understood, in as few and as long names as possible: `Bradford on Avon` is one
 * place, and never Bradford with something after it. What we hold a slip away comes before what others call a place abroad.
 */
const COST = { filler: 0.3, name: 1, slip: 2, alias: 2.5, unknown: 10 }

export function segment(words: readonly Word[], reader: Reader): Segment[] {
  const best: { cost: number; segment?: Segment }[] = Array(words.length + 1)
  best[words.length] = { cost: 0 }
  for (let from = words.length - 1; from >= 0; from--) {
    // Longest first, so that of two equally good readings the one with the longer name stays.
    for (let to = Math.min(words.length, from + LONGEST); to > from; to--) {
      const key = joined(words, from, to)
      const kind = reader(key, from, to) || (to === from + 1 && 'unknown')
      if (!kind) continue
      const cost = COST[kind] + signsIn(words, from, to) * SIGN + (best[to]?.cost ?? 0)
      const is = kind === 'alias' ? 'name' : kind
      if (cost < (best[from]?.cost ?? Number.POSITIVE_INFINITY))
        best[from] = { cost, segment: { is, key, from, to } }
    }
  }
  const segments: Segment[] = []
  for (let at = best[0]?.segment; at; at = best[at.to]?.segment) segments.push(at)
  return segments
}

/** Of equally good readings the one that keeps apart what is typed apart: `York, North Yorkshire`, `Durham (County Durham)`. */
const SIGN = 0.01

/** How often more than a space stands between two of the words. */
function signsIn(words: readonly Word[], from: number, to: number): number {
  if (to - from === 1) return 0
  return words.slice(from + 1, to).filter(({ start }, at) => start - (words[from + at]?.end ?? 0) > 1).length
}

export function joined(words: readonly Word[], from: number, to: number): string {
  let key = ''
  for (let at = from; at < to; at++) key += (at > from ? ' ' : '') + (words[at] as Word).text
  return key
}
