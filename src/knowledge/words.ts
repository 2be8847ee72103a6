import type { Talk } from '../answer/answer.ts'
import type { AsksFor, Theme } from './records-on-links.ts'

/** Words as people type them. */
export type Words = {
  /** Words for the same thing, a group each. */
  same: readonly (readonly string[])[]
  /** Words that only make it a question. */
  asking: readonly string[]
  themes: readonly Theme[]
  /** Left out before a question is read. */
  aside: readonly string[]
  /** Short forms of words, and what each stands for. */
  short: readonly { says: string; for: string }[]
  /** What is said to Hansa itself, and as what it is answered. */
  said: readonly { says: string; means: Talk }[]
  asks: readonly AsksFor[]
}
