import type { InParts } from '../lazily.ts'
import { STOP_WORDS, stemOf } from './english.ts'
import { eachWord } from './tokens.ts'

/** A stretch of a text; its words count `weight` times. In quarters, at least a quarter. */
export type Field = { text: string; weight: number }

/** Who holds which words. Texts and terms are numbered from 0. */
export type TextIndex = {
  texts: number
  /** Folded words → terms. Words that share a stem are one term. */
  words: ReadonlyMap<string, number>
  /** `cooperation` → its term, where a text writes `co-operation`. */
  compounds: ReadonlyMap<string, number>
  stems: ReadonlyMap<string, number>
  /** For each term, the slice of `holders` and `times` that is its own; one more than there are terms. */
  starts: Uint32Array
  holders: Uint32Array
  /** How often, in quarters because of the weights; 63 times at most. */
  times: Uint8Array
  /** How many words each text has, by their weights. */
  lengths: Float32Array
  meanLength: number
  /** Each text's terms in the order they stand there, and where each text begins. */
  order: Uint32Array
  begins: Uint32Array
}

/** Between two fields no words are neighbours. */
export const BREAK = 0xffffffff

/** So many texts are read in one part. */
const IN_A_PART = 500

export function* textIndex(count: number, fieldsOf: (text: number) => readonly Field[]): InParts<TextIndex> {
  const reader = termReader()
  const order = growing()
  const weights = growing()
  const begins = new Uint32Array(count + 1)
  const lengths = new Float32Array(count)
  for (let text = 0; text < count; text++) {
    if (text % IN_A_PART === 0) yield
    for (const field of fieldsOf(text)) {
      const weight = Math.max(1, Math.round(field.weight * 4))
      reader.read(field.text, (term, whole) => {
        order.push(term)
        weights.push(weight)
        if (whole) lengths[text] = (lengths[text] as number) + weight / 4
      })
      order.push(BREAK)
      weights.push(0)
    }
    begins[text + 1] = order.length()
  }
  const sequence = order.array()
  const meanLength = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, count))
  yield
  const inverted = invert(sequence, weights.array(), begins, reader.stems.size)
  return {
    texts: count,
    words: reader.words,
    compounds: reader.compounds,
    stems: reader.stems,
    ...inverted,
    lengths,
    meanLength,
    order: sequence,
    begins,
  }
}

/** Turns words into terms, numbering them as they come. */
function termReader() {
  const [words, compounds] = [new Map<string, number>(), new Map<string, number>()]
  const stems = new Map<string, number>()
  const termOf = (word: string, known: Map<string, number>): number => {
    const before = known.get(word)
    if (before !== undefined) return before
    const stem = stemOf(word)
    const term = stems.get(stem) ?? stems.size
    stems.set(stem, term)
    known.set(word, term)
    return term
  }
  return {
    words,
    compounds,
    stems,
    /**
     * `co-operation` is its two words and, as some write it, `cooperation`, which adds nothing to the length. `on-Don`,
     * of Rostov, is one word only.
     */
    read(text: string, visit: (term: number, whole: boolean) => void): void {
      let before = ''
      eachWord(text, (word, _start, _end, tied) => {
        const isStop = STOP_WORDS.has(word)
        if (!isStop) visit(termOf(word, words), true)
        if (tied && !isStop && before.length + word.length > 4 && !STOP_WORDS.has(before)) {
          visit(termOf(before + word, compounds), false)
        }
        before = word
      })
    },
  }
}

function invert(order: Uint32Array, weights: Uint32Array, begins: Uint32Array, terms: number) {
  const starts = new Uint32Array(terms + 2)
  const latest = new Int32Array(terms).fill(-1)
  eachTerm(order, begins, (term, text) => {
    if (latest[term] !== text) starts[term + 2] = (starts[term + 2] as number) + 1
    latest[term] = text
  })
  for (let term = 2; term < starts.length; term++)
    starts[term] = (starts[term] as number) + (starts[term - 1] as number)
  const holders = new Uint32Array(starts[terms + 1] as number)
  const times = new Uint8Array(holders.length)
  latest.fill(-1)
  eachTerm(order, begins, (term, text, at) => {
    if (latest[term] !== text) starts[term + 1] = (starts[term + 1] as number) + 1
    latest[term] = text
    const slot = (starts[term + 1] as number) - 1
    holders[slot] = text
    times[slot] = Math.min(255, (times[slot] as number) + (weights[at] as number))
  })
  return { starts: starts.slice(0, terms + 1), holders, times }
}

function eachTerm(
  order: Uint32Array,
  begins: Uint32Array,
  visit: (term: number, text: number, at: number) => void,
): void {
  for (let text = 0; text + 1 < begins.length; text++) {
    const end = begins[text + 1] as number
    for (let at = begins[text] as number; at < end; at++) {
      const term = order[at] as number
      if (term !== BREAK) visit(term, text, at)
    }
  }
}

function growing() {
  let array = new Uint32Array(1 << 12)
  let length = 0
  return {
    push(value: number) {
      if (length === array.length) {
        const larger = new Uint32Array(length * 2)
        larger.set(array)
        array = larger
      }
      array[length++] = value
    },
    length: () => length,
    array: () => array.slice(0, length),
  }
}
