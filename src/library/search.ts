import type { Span } from '../answer.ts'
import { nameSearch } from './name-search.ts'
import { textSearch } from './text-search.ts'

/** Anything that has a name. Records with a `text` are found by what they say, others by what they are called. */
export type SearchRecord = {
  id: string
  title: string
  /** Other names, in any language or spelling. */
  aliases?: readonly string[]
  text?: string
  /** Settles what is otherwise equally like, such as a number of people. */
  weight?: number
}

/** Where the question stands in one field of a record: UTF-16 positions in the field as it was given. */
export type Match = { field: 'title' | 'alias' | 'text'; value: string; spans: readonly Span[] }

export type SearchResult = {
  id: string
  /** Higher is better; comparable within one question only. */
  score: number
  /** Worked out when read. */
  readonly matches: readonly Match[]
}

/**
 * - `answer`: sure enough to be shown as the answer.
 * - `closest`: to be offered as a choice, or as the closest there is.
 * - `none`: the records do not hold it.
 */
export type Strength = 'answer' | 'closest' | 'none'

export type Search = {
  /** The best records for a question, best first, at most `k`. Gated, only those that are sure enough to be an answer. */
  search(query: string, k?: number, options?: { gated?: boolean }): SearchResult[]
  /** The same with how sure it is. `closest` holds at most three names. */
  answer(query: string, k?: number): { strength: Strength; results: SearchResult[] }
}

/**
 * Search over plain records, in memory.
 *
 *     const { search } = library([{ id: 'leeds', title: 'Leeds', aliases: ['Loidis'] }])
 *     search('leds', 3) // [{ id: 'leeds', score: 0.86, matches: […] }]
 */
export function library(records: readonly SearchRecord[]): Search {
  const answer = records.some(({ text }) => text) ? textSearch(records) : nameSearch(records)
  return {
    answer: (query, k = 10) => answer(query, k, true),
    search(query, k = 10, { gated = false } = {}) {
      const { strength, results } = answer(query, k, gated)
      return gated && strength !== 'answer' ? [] : results
    },
  }
}

/** One question; ungated, everything found is given, however unlike, and nobody asks how sure it is. */
export type Answering = (
  query: string,
  k: number,
  gated: boolean,
) => { strength: Strength; results: SearchResult[] }
