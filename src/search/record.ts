/**
 * Anything that has a name. Records with a `text` are found by what they say, others by what they are called. Among
 * records with texts, an empty one is a text too, which says no more than its title.
 */
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

/** One question; ungated, everything found is given, however unlike, and nobody asks how sure it is. */
export type Answering = (
  query: string,
  k: number,
  gated: boolean,
) => { strength: Strength; results: SearchResult[] }

/** A half-open range of UTF-16 positions in a string. */
export type Span = readonly [start: number, end: number]
