import type { Answer } from '../../answer/answer.ts'
import { parseSchedule } from '../../digest/schedule/schedule-words.ts'
import type { Channel } from '../../digest/schedule/subscription.ts'
import type { DeskParts } from '../parts.ts'
import { help, usage } from '../replies.ts'
import { about } from './about.ts'
import { post, seen } from './doubtful.ts'
import { off } from './off.ts'
import { on } from './on.ts'
import { now } from './preview.ts'
import { rest, show } from './shown.ts'
import { state } from './state.ts'
import { usual, type Verb } from './verb.ts'

const VERBS: Readonly<Record<string, Verb>> = {
  '': state,
  on,
  off,
  stop: off,
  now,
  about,
  help: async () => help(),
  show,
  rest,
  post,
  seen,
}

/** `/digest …`, as said by `by` in a channel. A weekly time alone turns the digest on. */
export function digestCommand(
  parts: DeskParts,
): (words: string, where: Channel, by: string) => Promise<Answer> {
  return async (words, where, by) => {
    const [first = '', ...others] = words.split(/\s+/)
    const name = first.toLowerCase()
    const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined
    if (verb) return verb({ rest: others.join(' '), where, by }, parts)
    return 'says' in parseSchedule(words, usual(parts)) ? usage(words) : on({ rest: words, where, by }, parts)
  }
}
