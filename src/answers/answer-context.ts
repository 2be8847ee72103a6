import type { Ask, Day, Finding } from '../answer/answer.ts'
import type { Knowledge } from '../knowledge/records.ts'
import type { Existing } from '../library/coverage.ts'
import type { Link } from '../library/link.ts'
import type { AllSpoken } from '../library/records-about-place.ts'

/** What an answer is made from. Nothing in it reads words: that has been done. */
export type AnswerContext = {
  knowledge: Knowledge
  links: readonly Link[]
  /** A statement as it is shown today; throws where the folder holds none of that id. */
  finding: (id: string) => Finding
  /** What may be said of places beside their links. */
  spoken: () => AllSpoken
  /** A question in words that this folder can answer, if any. */
  questionThatWorks: () => readonly Ask[]
  /** What there is to be looked at, whether or not the folder has it. */
  exists: () => Existing
  today: Day
}

/** The parts of an answer that are mostly empty. */
export const EMPTY_ANSWER = { groups: [], suggestions: [], next: [] } as const
