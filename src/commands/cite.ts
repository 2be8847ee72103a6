import type { Answer } from '../answer.ts'
import { referenceTo } from '../reference/reference-to.ts'
import { BARE, type Command, type Shelf } from './command.ts'

/** Asked by the Reference button more than by hand: `cite leeds-dortmund-lccnews`, or a source's id. */
export const cite: Command = {
  name: 'cite',
  also: ['reference'],
  description: 'A Harvard reference for a finding or a source, ready to copy',
  usage: 'ransom-2020',
  answer: (words, shelf) => (words === '' ? usage(shelf) : answerFor(words, shelf)),
}

function answerFor(id: string, { library: { knowledge } }: Shelf): Answer {
  const ask = `cite ${id}`
  const [example = ''] = knowledge.sources.keys()
  const text = referenceTo(id, knowledge, 'harvard')
  if (text !== undefined) return { ...BARE, outcome: 'found', ask, heading: 'Reference', lead: [text] }
  const heading = `No finding and no source has the id “${id}”`
  return {
    ...BARE,
    outcome: 'unknown',
    ask,
    heading,
    lead: [`Press Reference under an answer, or type the id of a source, like ${example}.`],
  }
}

function usage({ library: { knowledge } }: Shelf): Answer {
  const ids = [...knowledge.sources.keys()].slice(0, 3)
  const next = ids.map((id) => ({ label: id, ask: `cite ${id}` }))
  return { ...BARE, outcome: 'help', ask: 'cite', heading: 'Name the id of a finding or a source', next }
}
