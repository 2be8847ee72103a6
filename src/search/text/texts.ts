import { type InParts, lasting } from '../lazily.ts'
import type { Span } from '../record.ts'
import { feedback } from './feedback.ts'
import { type Scores, scoresOver } from './scores.ts'
import { spellingOf } from './spelling.ts'
import { knownTerm, type MayRead, type Question, questionOf } from './terms-asked.ts'
import { BREAK, type Field, type TextIndex, textIndex } from './text-index.ts'
import { eachWord } from './tokens.ts'

export type Searched = {
  question: Question
  /** Best first. */
  found: readonly { text: number; score: number }[]
  covered(text: number): Covered
  /** Whether a text holds a word of the question, as it was read. */
  holds(text: number, word: Question['words'][number]): boolean
  /** Where words of the question, as they were read, stand in any text. */
  marks(text: string): readonly Span[]
}

/**
 * How much of a question a text speaks to. `share` is that of its words' weight; a word read as another counts less. In
 * the strict share a word that no text knows weighs as much as the rarest of many texts, however few there are: a small
 * folder must not take a question for its own because of the one word that it knows. `held` are its words, `of` so many,
 * and `words` those of them that were not corrected.
 */
export type Covered = { share: number; strict: number; words: number; held: number; of: number }

/** Texts by number, found by what they say. */
type Texts = {
  search(asked: string, k: number, narrowed?: Narrowed): Searched
}

/** `beside`: the part of the best one's score that a text has to have, from 0 to 1. */
type Narrowed = { within?: (text: number) => boolean; mayRead?: MayRead; beside?: number }

/** How many of the best are looked at again: by words that stand together, by feedback and by common words. */
const SHORTLIST = 50

export function* textsOf(count: number, fieldsOf: (text: number) => readonly Field[]): InParts<Texts> {
  const index = yield* textIndex(count, fieldsOf)
  const scores = scoresOver(index)
  const raiseNear = nearnessIn(index, scores)
  const spelling = lasting(() => spellingOf(index))
  return {
    search(asked, k, { within, mayRead = () => true, beside = 0 } = {}) {
      const question = questionOf(asked, index, spelling, mayRead)
      const terms = weighed(question)
      scores.begin(within)
      let some = foundBy(terms, index, scores, k)
      if (terms.size > 1) {
        const closest = scores.best(some, SHORTLIST)
        raiseNear(
          question.words.map((word) => word.terms[0]?.term),
          closest,
        )
        const added = feedback(index, scores, terms, scores.best(closest, SHORTLIST))
        if (added.size > 0) some = foundBy(added, index, scores, k)
      }
      const [first = 0] = scores.best(some, 1)
      const least = beside * scores.scoreOf(first)
      const best = scores.best(beside > 0 ? some.filter((text) => scores.scoreOf(text) >= least) : some, k)
      const found = [...best].map((text) => ({ text, score: scores.scoreOf(text) }))
      return {
        question,
        found,
        covered: (text) => covered(text, question, index, scores),
        holds: (text, { terms }) => terms.some(({ term }) => isHeld(term, text, index)),
        marks: (text) => marksIn(text, terms, index),
      }
    },
  }
}

/** The texts found by these terms and those before them: all, or the best, as many as later steps look at. */
function foundBy(
  terms: ReadonlyMap<number, number>,
  index: TextIndex,
  scores: Scores,
  k: number,
): Uint32Array {
  const commoner: (readonly [number, number])[] = []
  let gone = 0
  for (const [term, weight] of [...terms].sort(([one], [other]) => scores.idf(other) - scores.idf(one))) {
    gone += (index.starts[term + 1] as number) - (index.starts[term] as number)
    if (gone <= Math.max(ENOUGH.ofEach * index.texts, ENOUGH.atAll)) scores.add(term, weight)
    else commoner.push([term, weight])
  }
  const reached = scores.reached()
  const some = reached.length > k ? scores.best(reached, Math.max(k, SHORTLIST)) : reached
  if (commoner.length === 0) return some
  const among = some.toSorted()
  for (const [term, weight] of commoner) scores.addAmong(among, term, weight)
  return some
}

/**
 * The rarest words of a question find the texts. Once they have gone through so many, the commonest, of which a question
 * of a hundred words has dozens, only add to those that are best by then.
 */
const ENOUGH = { ofEach: 2, atAll: 50_000 }

/** A word asked twice weighs a little less than twice: BM25's own rule for long questions, k3 = 8. */
function weighed({ words }: Question): ReadonlyMap<number, number> {
  const terms = new Map<number, number>()
  for (const word of words) {
    for (const { term, weight } of word.terms) terms.set(term, (terms.get(term) ?? 0) + weight)
  }
  for (const [term, weight] of terms) terms.set(term, (9 * weight) / (8 + weight))
  return terms
}

const MANY = 2000
const CORRECTED = 0.75

function covered(text: number, { words }: Question, index: TextIndex, scores: Scores): Covered {
  const unknown = Math.log(1 + 2 * Math.max(index.texts, MANY))
  let [has, all, strictly, count, any] = [0, 0, 0, 0, 0]
  for (const { terms, isCorrected } of words) {
    const worth = scores.idf(terms[0]?.term)
    all += worth
    strictly += terms.length === 0 ? unknown : worth
    if (!terms.some(({ term }) => isHeld(term, text, index))) continue
    has += isCorrected ? worth * CORRECTED : worth
    any++
    if (!isCorrected) count++
  }
  return { share: has / (all || 1), strict: has / (strictly || 1), words: count, held: any, of: words.length }
}

/** The holders of a term stand in order. */
function isHeld(term: number, text: number, { starts, holders }: TextIndex): boolean {
  let [from, to] = [starts[term] as number, starts[term + 1] as number]
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((holders[middle] as number) < text) from = middle + 1
    else to = middle
  }
  return from < (starts[term + 1] as number) && holders[from] === text
}

/** The words of a text that are words of the question, by their stems, as positions in the text as it was written. */
function marksIn(text: string, asked: ReadonlyMap<number, number>, index: TextIndex): readonly Span[] {
  const marks: Span[] = []
  let [before, from] = ['', 0]
  const isAsked = (word: string) => {
    const term = knownTerm(word, index)
    return term !== undefined && asked.has(term)
  }
  eachWord(text, (word, start, end, tied) => {
    if (tied && isAsked(before + word)) {
      // `co-operation` was asked for as `cooperation`: one mark for the whole of it.
      if (marks.at(-1)?.[1] === start - 1) marks.pop()
      marks.push([from, end])
    } else if (isAsked(word)) marks.push([start, end])
    before = word
    from = start
  })
  return marks
}

/** Two words that are neighbours in the question, and what it is worth to find them together. */
type Pair = { first: number; second: number; worth: number; met: number }

/** What a pair met again and again is worth at most, in parts of what the rarer word is. */
const PART = 1.6

/**
 * Raises those of the texts given in which words that stand together in the question stand together too: `city hall`,
 * `town twinning`.
 */
function nearnessIn(
  index: TextIndex,
  scores: Scores,
): (asked: readonly (number | undefined)[], texts: Uint32Array) => void {
  // Most words of a text begin no pair, and this says so sooner than a map.
  const isFirst = new Uint8Array(index.starts.length)
  return (asked, texts) => {
    const pairs = pairsOf(scores, asked)
    if (pairs.length === 0) return
    const byFirst = Map.groupBy(pairs, ({ first }) => first)
    for (const first of byFirst.keys()) isFirst[first] = 1
    for (const text of texts) {
      for (const pair of pairs) pair.met = 0
      count(index, text, byFirst, isFirst)
      let sum = 0
      for (const pair of pairs) sum += (pair.worth * pair.met) / (pair.met + 1)
      scores.raise(text, PART * sum)
    }
    for (const first of byFirst.keys()) isFirst[first] = 0
  }
}

function pairsOf(scores: Scores, asked: readonly (number | undefined)[]): Pair[] {
  const pairs: Pair[] = []
  for (let at = 0; at + 1 < asked.length; at++) {
    const [first, second] = [asked[at], asked[at + 1]]
    if (first === undefined || second === undefined || first === second) continue
    pairs.push({ first, second, worth: Math.min(scores.idf(first), scores.idf(second)), met: 0 })
  }
  return pairs
}

function count(
  { order, begins }: TextIndex,
  text: number,
  byFirst: ReadonlyMap<number, readonly Pair[]>,
  isFirst: Uint8Array,
): void {
  const end = begins[text + 1] as number
  for (let at = begins[text] as number; at < end; at++) {
    const term = order[at] as number
    if (term === BREAK || isFirst[term] === 0) continue
    for (const pair of byFirst.get(term) as readonly Pair[]) if (order[at + 1] === pair.second) pair.met++
  }
}
