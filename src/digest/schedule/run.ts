import type { Answer, Ask, Group } from '../../answer/answer.ts'
import type { Moment } from './moment.ts'
import type { Channel } from './subscription.ts'

/**
 * - `claimed`: the content is fixed, and the platform does not have it.
 * - `trying`: the platform was called, or was about to be; whether it has the digest is not known.
 * - `handed`: the platform has it, and shows it at `postAt`.
 * - `doubtful`: whether it was posted cannot be found out any more. Only a person sends it again.
 * - `skipped`: its week went by; its items go into a later one.
 * - `silent`: there was nothing to say.
 * - `withdrawn`: taken back before it was shown.
 * - `refused`: the platform will not take it, and its subscription is stopped.
 */
export type RunState =
  | 'claimed'
  | 'trying'
  | 'handed'
  | 'doubtful'
  | 'skipped'
  | 'silent'
  | 'withdrawn'
  | 'refused'

/** One week of a channel, and when its digest is due. `week` is the ISO week of the local date: `2026-W49`. */
export type Due = { week: string; due: Moment }

/** The digest of one channel in one week. There is never a second one of the same channel and week. */
export type Run = Channel &
  Due & {
    state: RunState
    /** What it says; absent when there is nothing to post. */
    content?: Content
    /** When the platform shows it, fixed before the platform is called. */
    postAt?: Moment
    /** How often the platform was called to take it. */
    tries: number
    /** Not to be tried again before. */
    retryAt?: Moment
    /** The platform's id of what it took. */
    message?: string
    /** The last trouble, in words. */
    why?: string
  }

/** How a run stands, without what it says. */
export type RunHead = Omit<Run, 'content'>

/** What a digest says, and what it leaves for later ones to know. */
export type Content = {
  /** Without the questions: see `shownOf`. */
  answer: Answer
  /** What people asked for and nothing was found on. Kept apart, for it is forgotten before the rest. */
  questions?: Group
  /** What did not fit, when something did not. */
  rest?: Answer
  /** The sentence that a late digest begins with. */
  ifLate: string
  /** Keys of the items in both. */
  shown: readonly string[]
  /** The id of the edition of knowledge it was made from. */
  edition: string
  /** How it is found again. */
  receipt?: string
}

/** Leads from what nothing was found on to how an answer gets into the folder. */
const I_KNOW: Ask = { label: 'I know this', ask: 'ask gaps' }

/** What people see of it: with the questions, as long as they are kept. */
export function shownOf({ answer, questions }: Content): Answer {
  if (!questions) return answer
  return { ...answer, groups: [...answer.groups, questions], next: [...answer.next, I_KNOW] }
}

/** States in which a channel has seen the digest, or may have. */
export function wasShown({ state }: RunHead): boolean {
  return state === 'handed' || state === 'doubtful' || state === 'trying'
}
