import { isEnglish, QUESTION_WORDS, STOP_WORDS, stemOf } from './english.ts'
import type { Spelling } from './spelling.ts'
import type { TextIndex } from './text-index.ts'
import { eachWord } from './tokens.ts'

/** A word of the question. More than one term where it is not sure how it is spelled; none when no text knows it. */
type AskedWord = {
  typed: string
  terms: readonly { term: number; weight: number }[]
  isCorrected: boolean
}

export type Question = {
  words: readonly AskedWord[]
  /** Words read as others. */
  corrected: readonly { typed: string; read: string }[]
}

/** Whether a word that no text knows may be read as one that the texts know. */
export type MayRead = (typed: string, word: string) => boolean

/** Enough for a long paragraph, and a bound on the work. */
const MOST_WORDS = 400

/** Which terms a question asks for. Words that only make it a question count where there is nothing else. */
export function questionOf(
  text: string,
  index: TextIndex,
  spelling: () => Spelling,
  mayRead: MayRead,
): Question {
  const { plain, ties } = split(text)
  const said = plain.filter((word) => !QUESTION_WORDS.has(word))
  const corrected: { typed: string; read: string }[] = []
  const asked = joined(said.length > 0 ? said : plain, index, corrected)
  const words = asked.flatMap((typed) => read(typed, index, spelling, mayRead, corrected))
  for (const tie of ties) {
    const term = knownTerm(tie, index)
    if (term !== undefined) words.push({ typed: tie, terms: [{ term, weight: 1 }], isCorrected: false })
  }
  return { words, corrected }
}

function split(text: string): { plain: string[]; ties: string[] } {
  const [plain, ties]: [string[], string[]] = [[], []]
  let before = ''
  eachWord(text, (word, _start, _end, tied) => {
    if (plain.length >= MOST_WORDS) return
    if (!STOP_WORDS.has(word) && word !== '&') plain.push(word)
    if (tied) ties.push(before + word)
    before = word
  })
  return { plain, ties }
}

/**
 * `univer sities` is the word that the texts know, when they do not know both of its parts. Two letters after a word are
 * rather short for something: `Birmingham AL`.
 */
function joined(
  words: readonly string[],
  index: TextIndex,
  corrected: { typed: string; read: string }[],
): readonly string[] {
  const kept: string[] = []
  for (let at = 0; at < words.length; at++) {
    const [one, other] = [words[at] as string, words[at + 1]]
    const isOne =
      other !== undefined &&
      knownTerm(one + other, index) !== undefined &&
      (knownTerm(one, index) === undefined || (other.length > 2 && knownTerm(other, index) === undefined))
    if (isOne) corrected.push({ typed: `${one} ${other}`, read: one + other })
    kept.push(isOne ? one + other : one)
    if (isOne) at++
  }
  return kept
}

export function knownTerm(word: string, index: TextIndex): number | undefined {
  return index.words.get(word) ?? index.compounds.get(word) ?? index.stems.get(stemOf(word))
}

function read(
  typed: string,
  index: TextIndex,
  spelling: () => Spelling,
  mayRead: MayRead,
  corrected: { typed: string; read: string }[],
): AskedWord[] {
  const known = knownTerm(typed, index)
  if (known !== undefined) return [{ typed, terms: [{ term: known, weight: 1 }], isCorrected: false }]
  if (isEnglish(typed)) return [{ typed, terms: [], isCorrected: false }]
  const likely = spelling()
    .likely(typed)
    .filter(({ word }) => mayRead(typed, word))
  const [first] = likely
  const parts = first ? undefined : spelling().parted(typed)
  if (parts) {
    corrected.push({ typed, read: parts.join(' ') })
    return parts.map((word) => ({
      typed: word,
      terms: [{ term: index.words.get(word) as number, weight: 1 }],
      isCorrected: true,
    }))
  }
  if (first && QUESTION_WORDS.has(first.word)) return []
  if (first) corrected.push({ typed, read: first.word })
  return [{ typed, terms: likely.map(({ term, belief }) => ({ term, weight: belief })), isCorrected: true }]
}
