import type { Spot } from '../../reference/jump.ts'

/** What a look at the source says about a quotation. Five results, never mixed up. */
export type Result =
  | { is: 'exact'; spot: Spot }
  /** `normalised` names the rules of `normalise.ts` that were needed. */
  | { is: 'matches after normalising'; normalised: readonly string[]; spot: Spot }
  /** `passage` is the nearest on the page, as printed there; `differences` are whole clauses. */
  | { is: 'changed'; passage: string; differences: readonly string[]; page?: number }
  | { is: 'not found' }
  | { is: 'could not be read'; why: string }

/** The readable text of a source. A PDF has the positions where its pages start, the first always 0. */
export type PageText = { text: string; pageStarts?: readonly number[] }
