import type { Answer, Desk } from '../../../../src/answer/answer.ts'
import { ANSWER, FINDING } from '../../../an-answer.ts'

const EMPTY_ANSWER = { groups: [], suggestions: [], next: [] }

/** A desk that knows a few questions by heart. What it does not know it says so; `crash` is a bug. */
export function smallDesk(): Desk & { asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    answer(question) {
      asked.push(question)
      if (question.includes('crash')) throw new Error('a bug', { cause: new Error('with xoxb-1234-secret') })
      return ANSWERS[question.trim().toLowerCase()] ?? unknown(question)
    },
    commands: () => [
      { name: 'twins', description: 'Partner cities', usage: 'Leeds' },
      { name: 'help', description: 'What can be asked', usage: '' },
    ],
    suggest: () => [],
  }
}

const LEEDS: Answer = { ...ANSWER, suggestions: [], more: undefined }

const MANY: Answer = {
  ...LEEDS,
  ask: 'twins many',
  heading: 'Many',
  groups: Array.from({ length: 60 }, (_, at) => ({
    title: `Town ${at}`,
    findings: [{ ...FINDING, id: `many-${at}` }],
  })),
}

const ANSWERS: Readonly<Record<string, Answer>> = {
  'twins leeds': LEEDS,
  'twins many': MANY,
  'twins dortmund': { ...LEEDS, ask: 'twins Dortmund', heading: 'Dortmund: 1 link on record' },
  'twins leds': {
    ...EMPTY_ANSWER,
    kind: 'knowledge',
    command: 'twins',
    outcome: 'suggest',
    ask: 'twins leds',
    heading: 'No place called “leds”',
    suggestions: [{ label: 'Leeds', ask: 'twins Leeds' }],
  },
  'cite leeds-dortmund-lccnews': {
    ...EMPTY_ANSWER,
    kind: 'reference',
    command: 'cite',
    outcome: 'found',
    ask: 'cite leeds-dortmund-lccnews',
    heading: 'Reference',
    lead: ['Leeds City Council (2021).'],
  },
  help: {
    ...EMPTY_ANSWER,
    kind: 'help',
    command: 'help',
    outcome: 'help',
    ask: 'help',
    heading: 'Ask for a place',
    lead: [
      'We hold 1 link.',
      'Newest check of a source: 24 November 2026.',
      'We do not cover every council.',
    ],
    next: [{ label: 'Twins of Leeds', ask: 'twins Leeds' }],
  },
}

function unknown(question: string): Answer {
  const nothing = { ...EMPTY_ANSWER, kind: 'knowledge', command: 'other', outcome: 'unknown' } as const
  return { ...nothing, ask: question, heading: `Nothing known of “${question}”` }
}
