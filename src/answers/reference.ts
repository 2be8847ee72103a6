import type { Answer } from '../answer/answer.ts'
import { referenceTo } from '../library/finding.ts'
import type { Intent } from '../question/query.ts'
import { type Style, styles } from '../reference/reference.ts'
import { type AnswerContext, EMPTY_ANSWER } from './answer-context.ts'

const OF_CITE = { ...EMPTY_ANSWER, command: 'cite', kind: 'reference' } as const

const NAMES: Readonly<Record<Style, string>> = {
  harvard: 'Harvard',
  apa: 'APA',
  bibtex: 'BibTeX',
  ris: 'RIS',
  csl: 'CSL',
}

export function onReference(
  { id, style }: Extract<Intent, { is: 'reference' }>,
  { knowledge }: AnswerContext,
): Answer {
  const ask = askFor(id, style)
  const [example = ''] = knowledge.sources.keys()
  const text = referenceTo(id, knowledge, style)
  if (text !== undefined) {
    const heading = style === 'harvard' ? 'Reference' : `Reference (${NAMES[style]})`
    const others = styles.filter((other) => other !== style)
    const next = others.map((other) => ({ label: NAMES[other], ask: askFor(id, other) }))
    return { ...OF_CITE, outcome: 'found', ask, heading, lead: [text], next }
  }
  const heading = `No finding and no source has the id “${id}”`
  return {
    ...OF_CITE,
    outcome: 'unknown',
    ask,
    heading,
    lead: [`Press Reference under an answer, or type the id of a source, like ${example}.`],
  }
}

function askFor(id: string, style: Style): string {
  return style === 'harvard' ? `cite ${id}` : `cite ${id} ${style}`
}

export function referenceUsage({ knowledge }: AnswerContext): Answer {
  const ids = [...knowledge.sources.keys()].slice(0, 3)
  const next = ids.map((id) => ({ label: id, ask: `cite ${id}` }))
  return {
    ...OF_CITE,
    kind: 'help',
    outcome: 'help',
    ask: 'cite',
    heading: 'Name the id of a finding or a source',
    next,
  }
}
