import type { Answer } from '../answer/answer.ts'
import { referenceTo } from '../library/reference-to.ts'
import { type Style, styles } from '../reference/reference.ts'
import { type AnswerContext, type Command, EMPTY_ANSWER } from './command.ts'

/** Asked by the Reference button more than by hand: `cite leeds-dortmund-lccnews`, or a source's id and a style. */
export const cite: Command = {
  name: 'cite',
  also: ['reference'],
  description: 'A reference to copy: Harvard, APA, BibTeX, RIS or CSL',
  usage: 'ransom-2020 | ransom-2020 apa',
  answer: (words, context) => (words === '' ? usage(context) : answerFor(words, context)),
}

const OF_CITE = { ...EMPTY_ANSWER, command: 'cite', kind: 'reference' } as const

const NAMES: Readonly<Record<Style, string>> = {
  harvard: 'Harvard',
  apa: 'APA',
  bibtex: 'BibTeX',
  ris: 'RIS',
  csl: 'CSL',
}

function answerFor(words: string, { library: { knowledge } }: AnswerContext): Answer {
  const { id, style } = partsOf(words)
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

/** `ransom-2020 apa`: an id has no spaces, so a last word that names a style is one. */
function partsOf(words: string): { id: string; style: Style } {
  const [, id, last] = /^(.+)\s+(\S+)$/.exec(words) ?? []
  const style = styles.find((one) => one === last?.toLowerCase())
  return id && style ? { id, style } : { id: words, style: 'harvard' }
}

function askFor(id: string, style: Style): string {
  return style === 'harvard' ? `cite ${id}` : `cite ${id} ${style}`
}

function usage({ library: { knowledge } }: AnswerContext): Answer {
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
