import type { Answer } from '../answer/answer.ts'
import { type AnswerContext, type Command, EMPTY_ANSWER } from './command.ts'
import { coverage } from './parts/coverage.ts'
import { examples } from './parts/examples.ts'
import { questionThatWorks, topics } from './parts/topics.ts'

export const help: Command = {
  name: 'help',
  also: ['hello', 'hi', '?'],
  description: 'What can be asked, and what Hansa covers',
  usage: '',
  answer: (_words, context) => helpOn(context),
}

function helpOn(context: AnswerContext): Answer {
  return {
    ...EMPTY_ANSWER,
    command: 'help',
    kind: 'help',
    outcome: 'help',
    ask: 'help',
    heading: 'Ask for a place’s partner cities, a report’s findings, or in your own words',
    lead: coverage(context),
    next: [...examples(context).slice(0, 1), ...topics(context).slice(0, 1), ...questionThatWorks(context)],
  }
}
