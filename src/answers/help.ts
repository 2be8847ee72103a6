import type { Answer } from '../answer/answer.ts'
import { BARE, type Command, type Shelf } from './command.ts'
import { coverage } from './coverage.ts'
import { examples } from './examples.ts'
import { questionThatWorks, topics } from './topics.ts'

export const help: Command = {
  name: 'help',
  also: ['hello', 'hi', '?'],
  description: 'What can be asked, and what Hansa covers',
  usage: '',
  answer: (_words, shelf) => helpOn(shelf),
}

function helpOn(shelf: Shelf): Answer {
  return {
    ...BARE,
    outcome: 'help',
    ask: 'help',
    heading: 'Ask for a place’s partner cities, a report’s findings, or in your own words',
    lead: coverage(shelf),
    next: [...examples(shelf).slice(0, 1), ...topics(shelf).slice(0, 1), ...questionThatWorks(shelf)],
  }
}
