import type { Answer, CommandInfo } from '../answer/answer.ts'
import type { Intent } from '../question/query.ts'
import { type AnswerContext, EMPTY_ANSWER } from './answer-context.ts'
import { coverageAsked } from './coverage.ts'
import { coverage } from './parts/coverage.ts'
import { placesHeld, reportsHeld } from './parts/lists.ts'
import { examples, topics } from './parts/offers.ts'
import { reportsInBrief } from './report-list.ts'

export function help(context: AnswerContext): Answer {
  return {
    ...EMPTY_ANSWER,
    command: 'help',
    kind: 'help',
    outcome: 'help',
    ask: 'help',
    heading: 'Ask for a place’s partner cities, a report’s findings, or in your own words',
    lead: [...coverage(context), ...reportsInBrief(context.knowledge)],
    lists: [...coverageAsked(context), ...placesHeld(context), ...reportsHeld(context)],
    next: [...examples(context).slice(0, 1), ...topics(context).slice(0, 1), ...context.questionThatWorks()],
  }
}

export function noSuchCommand(
  { word, rest, like }: Extract<Intent, { is: 'no such command' }>,
  ask: string,
  commands: readonly CommandInfo[],
): Answer {
  return {
    ...EMPTY_ANSWER,
    command: 'other',
    kind: 'help',
    outcome: like.length > 0 ? 'suggest' : 'unknown',
    ask,
    heading: `There is no command /${word}`,
    lead: [`There are ${commands.map(({ name }) => `/${name}`).join(', ')}.`],
    suggestions: like.map(({ name }) => ({
      label: `/${name} ${rest}`.trim(),
      ask: `${name} ${rest}`.trim(),
    })),
  }
}

/** What is said of a channel's command where there is no channel that it could belong to. */
export function elsewhere({ command }: Extract<Intent, { is: 'channel' }>): Answer {
  return {
    ...EMPTY_ANSWER,
    command,
    kind: command === 'settings' ? 'digest' : command,
    outcome: 'help',
    ask: command,
    heading: ELSEWHERE[command],
  }
}

const ELSEWHERE = {
  digest:
    'Digests belong to a channel in Slack or Teams, where “digest” sets them; “npx hansa digest” shows this week’s here',
  settings: 'Settings belong to a channel: ask for “settings” in one',
  gaps: 'Gaps are listed for a workspace, in Slack; “npx hansa gaps” lists those of this store',
}
