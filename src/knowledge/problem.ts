/** A mistake in knowledge: a value, not an exception. Lines and columns count from 1. */
export type Problem = {
  file: string
  line: number
  column: number
  /** The rule's file name in `rules/`, or `shape` and `file` for what a single file gets wrong. */
  rule: string
  severity: 'error' | 'warning'
  /** One sentence: what is there, with the value. */
  says: string
  /** What to do about it. */
  tip?: string
}
