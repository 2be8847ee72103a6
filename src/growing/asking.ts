/** Something is missing or cannot be: one sentence that says what to do. */
export class Unclear extends Error {
  /** An option was left out, which is bad usage. */
  readonly isMissing: boolean
  /** What it is about, of all that was typed. */
  readonly field: string | undefined

  constructor(message: string, { isMissing = false, field }: { isMissing?: boolean; field?: string } = {}) {
    super(message)
    this.isMissing = isMissing
    this.field = field
  }
}

/** Questions to whoever sits at the terminal; none where nobody does. */
export type Asking = {
  /** One of the choices, or, where `free` is set, words of one’s own. */
  choose(
    question: string,
    choices: readonly { write: string; says: string }[],
    free?: boolean,
  ): Promise<string>
  /** A line; empty where nothing is known. */
  line(question: string): Promise<string>
}
