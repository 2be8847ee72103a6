import type { Answer, CommandInfo, Day } from '../answer/answer.ts'
import type { Library } from '../library/library.ts'
import type { Link } from '../library/link.ts'
import type { Spoken } from '../library/records-about-place.ts'

/** What a command answers from. */
export type AnswerContext = {
  library: Library
  links: readonly Link[]
  /** What may be said of places beside their links. */
  spoken: () => readonly Spoken[]
  today: Day
}

/** One thing people can ask. `words` is what follows the command's name, trimmed; it may be empty. */
export type Command = CommandInfo & {
  /** Other first words that mean this command. */
  also?: readonly string[]
  answer(words: string, context: AnswerContext): Answer
}

/** The parts of an answer that are mostly empty. */
export const EMPTY_ANSWER = { groups: [], suggestions: [], next: [] } as const
