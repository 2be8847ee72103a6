import { isEnglish } from '../search/text/english.ts'
import { FILLERS } from '../search/words/fillers.ts'
import { type Word, withoutPossessive, wordsOf } from '../search/words/fold.ts'
import type { Gazetteer } from './gazetteer.ts'
import { type Reading, read } from './reading.ts'
import { joined, type Segment, segment } from './segment.ts'

/** A question cut into names, words that say nothing, and what was not understood. */
export type Asked = {
  question: string
  words: readonly Word[]
  parts: readonly Segment[]
  readings: readonly Reading[]
  isUnderstood: boolean
  /** What was typed and its key, without the words around it that say nothing. */
  typed: string
  key: string
  /** The key with them. */
  whole: string
}

/** `inAnyLanguage` looks for the names of places in all languages, too, whose large index is built when first needed. */
export function readQuestion(question: string, gazetteer: Gazetteer, inAnyLanguage: boolean): Asked {
  const { words, parts } = readable(question, gazetteer, inAnyLanguage)
  const [first, last] = edges(parts)
  const [from, to] = [first?.from ?? 0, last?.to ?? words.length]
  return {
    question,
    words,
    parts,
    readings: parts.filter(({ is }) => is === 'name').map((part) => read(part, words, question, gazetteer)),
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

/** `Leeds's twins` is about Leeds, and `York's` is not Yorks; but `King's Lynn` is the name of a place as it stands. */
function readable(
  question: string,
  gazetteer: Gazetteer,
  inAnyLanguage: boolean,
): { words: readonly Word[]; parts: readonly Segment[] } {
  const words = wordsOf(question)
  const parts = understood(question, words, gazetteer, inAnyLanguage)
  const owners = words.map((word) => withoutPossessive(word, question))
  const owning = owners.flatMap((word, at) => (word === words[at] ? [] : [at]))
  const isWritten = ({ is, key, from, to }: Segment) =>
    is === 'name' && gazetteer.existing(key).length > 0 && owning.some((at) => at >= from && at < to)
  if (owning.length === 0 || (isUnderstood(parts) && parts.some(isWritten))) return { words, parts }
  const others = understood(question, owners, gazetteer, inAnyLanguage)
  return isUnderstood(others) ? { words: owners, parts: others } : { words, parts }
}

function isUnderstood(parts: readonly Segment[]): boolean {
  return !parts.some(({ is }) => is === 'unknown')
}

/** First by the names at hand; only where words are left over, by the names in all languages. */
function understood(
  question: string,
  words: readonly Word[],
  gazetteer: Gazetteer,
  inAnyLanguage: boolean,
): Segment[] {
  // `Tell us` is no country; `Leeds US` is.
  const isFiller = (word: string) =>
    FILLERS.has(word) && (word === 'us' ? !question.includes('US') : !gazetteer.held.has(word))
  // There is a town called Police, but `police in Sheffield` does not ask for it, unless a place is asked for.
  const isWord = (key: string) =>
    !inAnyLanguage && words.length > 1 && isEnglish(key) && question.includes(key)
  const isName = (key: string) =>
    gazetteer.held.has(key) ||
    gazetteer.inside.has(key) ||
    (gazetteer.existing(key).length > 0 && !isWord(key))
  const parts = segment(words, { isName, isFiller })
  if (isUnderstood(parts)) return parts
  const isAnyName = (key: string) =>
    isName(key) ||
    gazetteer.foreign(key) !== undefined ||
    (inAnyLanguage && gazetteer.existingByAnyName(key).length > 0)
  return segment(words, { isName: isAnyName, isFiller })
}
