import type { Word } from '../../search/words/fold.ts'

/** A stretch of the question: a name that is known, words that say nothing, or a word not understood. */
export type Segment = { is: 'name' | 'filler' | 'unknown'; key: string; from: number; to: number }

/** How a stretch of words, folded and joined by spaces, may be read. */
export type Reader = {
  /** `from` and `to` say where it stands among the words. */
  isName(key: string, from: number, to: number): boolean
  isFiller(word: string): boolean
}

/** No name of a place has more words than this: `Bath and North East Somerset`, `Sankt Georgen an der Gusen`. */
const LONGEST = 8

/**
 * Cuts the question so that as little as possible is left not understood, in as few and as long names as possible:
 * `Bradford on Avon` is one place, and never Bradford with something after it.
 */
export function segment(words: readonly Word[], reader: Reader): Segment[] {
  const best: { cost: number; segment?: Segment }[] = Array(words.length + 1)
  best[words.length] = { cost: 0 }
  for (let from = words.length - 1; from >= 0; from--) {
    for (const option of options(words, from, reader)) {
      const cost = COST[option.is] + (best[option.to]?.cost ?? 0)
      if (cost < (best[from]?.cost ?? Number.POSITIVE_INFINITY)) best[from] = { cost, segment: option }
    }
  }
  const segments: Segment[] = []
  for (let at = best[0]?.segment; at; at = best[at.to]?.segment) segments.push(at)
  return segments
}

const COST = { name: 1, filler: 0.3, unknown: 10 }

/** Longest names first, so that of two equally good readings the one with the longer name stays. */
function* options(words: readonly Word[], from: number, reader: Reader): Generator<Segment> {
  for (let to = Math.min(words.length, from + LONGEST); to > from; to--) {
    const key = joined(words, from, to)
    const isFiller = to === from + 1 && reader.isFiller(key)
    // There is a town called Of, but only who types nothing else means it.
    const isName = reader.isName(key, from, to) && !(isFiller && words.length > 1)
    if (isName) yield { is: 'name', key, from, to }
    else if (isFiller) yield { is: 'filler', key, from, to }
    else if (to === from + 1) yield { is: 'unknown', key, from, to }
  }
}

export function joined(words: readonly Word[], from: number, to: number): string {
  let key = ''
  for (let at = from; at < to; at++) key += (at > from ? ' ' : '') + (words[at] as Word).text
  return key
}
