type About = { isMissing?: boolean; field?: string; inForm?: string }

/** Something is missing or cannot be: one sentence that says what to do. */
export class Unclear extends Error {
  /** An option was left out, which is bad usage. */
  readonly isMissing: boolean
  /** What it is about, of all that was typed; the sentence begins with it. */
  readonly field: string | undefined
  /** The same where it stands at its own question: short, and without what only a command or a table has. */
  readonly inForm: string

  constructor(sentence: string, { isMissing = false, field, inForm = sentence }: About = {}) {
    super(field === undefined ? sentence : `${field}: ${sentence}`)
    this.isMissing = isMissing
    this.field = field
    this.inForm = inForm
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
