import type { Desk } from '../answer/answer.ts'
import { EMPTY_ANSWER } from '../answers/command.ts'
import { digestWords } from '../digest/command-info.ts'

/** The same desk for a terminal, where there is no channel that a digest could belong to. */
export function digestElsewhere(desk: Desk): Desk {
  const heading =
    'Digests belong to a channel in Slack, where /digest sets them; “npx hansa digest” shows this week’s here'
  return {
    ...desk,
    answer: (question) =>
      digestWords(question) !== undefined
        ? { ...EMPTY_ANSWER, outcome: 'help', kind: 'digest', command: 'digest', ask: 'digest', heading }
        : desk.answer(question),
  }
}
