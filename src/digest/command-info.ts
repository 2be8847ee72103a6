import type { CommandInfo } from '../answer/answer.ts'

/** `/digest`, for lists of commands. */
export const DIGEST_COMMAND: CommandInfo = {
  name: 'digest',
  description: 'A weekly digest for this channel: how it stands, on, off, a preview',
  usage: 'on monday 09:00 Europe/London | off | now | about yorkshire',
}

const DIGEST = /^\s*\/?digest(?:\s*:|\s+|[?!.]*$)(.*)$/is

/** What follows `/digest` or `digest:`; undefined when that is not what a question begins with, as `digest-free food` does not. */
export function digestWords(question: string): string | undefined {
  return DIGEST.exec(question.trimEnd())?.[1]?.trim()
}

const GAPS = /^\s*\/?(?:ask\s+)?gaps\s*[:?!.]*\s*$/i

export function asksForGaps(question: string): boolean {
  return GAPS.test(question)
}
