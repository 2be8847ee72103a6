/** Where something is written. Lines and columns count from 1; a column is a UTF-16 position, as editors count. */
export type Spot = { file: string; line: number; column: number }

/** The steps from the top of a file to something in it: `['claims', 3, 'quote']`. */
export type Path = readonly PropertyKey[]

/** Something a rule or the shape found wrong, before it is given the rule's name. */
export type Fault = { spot: Spot; says: string; tip?: string; mend?: Mend }

/**
 * What to write in place of the text at a fault’s spot. Only what is certain is written by a program: a date in other
 * words, a word in other letters, one item where a list of one is meant.
 */
export type Mend = { instead: string; write: string; certain: boolean }

/** What was read, together with where each part of it is written. */
export type Written<T> = {
  value: T
  /** The spot of the value at `path` below this entry; of its key when `on` is `key`. The entry itself without a path. */
  spot(path?: Path, on?: 'key' | 'value'): Spot
}
