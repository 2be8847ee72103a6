import type { Finding } from '../../answer/answer.ts'
import type { Decider } from '../../answer/change.ts'
import {
  type Found,
  type ProposedLink,
  type Proposer,
  USUAL_KINDS,
  type Wrong,
} from '../../answer/proposal.ts'
import { clean } from './text.ts'

/** Where people propose links, and curators decide. Every sentence is for the one who asked. */
export type ProposalDesk = {
  /** Places whose names begin so, as a form takes them. */
  names(typed: string, side: 'place' | 'partner'): readonly string[]
  propose(link: ProposedLink, by: Proposer): Promise<Proposed>
  /** What waits under a number, for a form; or a sentence on why nothing does. */
  waiting(number: number): Promise<{ link: ProposedLink } | { sentence: string }>
  /** `why` is told to the proposer. */
  decide(
    number: number,
    to: 'approved' | 'rejected',
    by: Decider,
    why?: string,
  ): Promise<{ sentence: string }>
  /** Approves it with these fields in place of those that were proposed. */
  change(number: number, link: ProposedLink, by: Decider): Promise<Proposed>
  /** Who of a workspace is to be told what came of what they proposed, wherever it was decided: each by one process at a time. */
  untold(workspace: string): Promise<readonly { number: number; user: string; sentence: string }[]>
  /** Somebody was told, or can never be: who they are is forgotten. */
  told(number: number): Promise<void>
  /** What a workspace's curators are asked to look at, a few records at a time; none where any instance asked them this week. */
  due(workspace: string): Promise<readonly HeldRecord[]>
  held(record: string): HeldRecord | undefined
  /** A curator read the source of a record again. That it still says so is served at once; that it is gone waits as a proposal. */
  looked(record: string, found: Found, by: Proposer): Promise<Looked>
}

/** A record of the folder as people see it; `link` is what a form on it begins with, where it is of a link. */
export type HeldRecord = { finding: Finding; link?: ProposedLink }

/** `proposed` is what waits for a decision now. */
export type Looked = { sentence: string; proposed?: { number: number; link: ProposedLink } }

export type Proposed =
  /** All that cannot be, one a field. */
  | { wrong: readonly Wrong[] }
  /** `number` is absent where nothing was kept: it is held already. */
  | { sentence: string; number?: number }

/** The questions of a proposal, each small, with ready answers where there are some. Every chat draws them in its own way. */
export const QUESTIONS: readonly Question[] = [
  { field: 'place', label: 'Which UK place?', hint: 'Its name, like Norwich' },
  {
    field: 'partner',
    label: 'Which partner?',
    hint: 'Dortmund, Germany',
  },
  {
    field: 'status',
    label: 'What does the source show?',
    choices: [
      { write: 'active', says: 'Something happens: active' },
      { write: 'listed', says: 'Named in a list, no more' },
      { write: 'unclear', says: 'Its state is not clear' },
      { write: 'dormant', says: 'It is dormant' },
      { write: 'ended', says: 'It has ended' },
    ],
  },
  { field: 'source', label: 'Where did you read it?', hint: 'A web address, or a DOI' },
  {
    field: 'kind',
    label: 'What does it call the link?',
    choices: [
      ...USUAL_KINDS.map((kind) => ({ write: kind, says: kind })),
      { write: 'not stated', says: 'It does not say' },
    ],
    other: 'Another word that it uses',
    isOptional: true,
  },
  { field: 'since', label: 'Since when?', hint: '1951, or 23 June 1951', isOptional: true },
  { field: 'on', label: 'Of what date is the page?', hint: '2024, or 13 May 2024', isOptional: true },
  { field: 'quote', label: 'Its words, 25 at most', hint: 'Exactly as printed', isOptional: true },
]

export type Question = {
  field: keyof ProposedLink
  label: string
  hint?: string
  choices?: readonly Choice[]
  /** Above the field for an answer that the choices do not have. */
  other?: string
  isOptional?: true
}

type Choice = { write: string; says: string }

/** What the field for another answer is called. */
export const otherField = (field: string) => `other-${field}`

/** Longer ones are no choice to read. */
const LONGEST_CHOICE = 75

/** The choices of a form in which something stands already: that is one of them, or written below where it is long. */
export function choicesWith(
  choices: readonly Choice[],
  known = '',
): { choices: readonly Choice[]; written: string } {
  if (clean(known).trim() === '' || choices.some(({ write }) => write === known))
    return { choices, written: '' }
  if ([...known].length > LONGEST_CHOICE) return { choices, written: known }
  return { choices: [...choices, { write: known, says: known }], written: '' }
}

/** What was written in a form, field by field, in one line each: what is written in words was not among the choices. */
export function linkFrom(given: (field: string) => unknown): ProposedLink {
  const lineOf = (field: string) => {
    const value = given(field)
    return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
  }
  const written = QUESTIONS.flatMap(({ field }) => {
    const line = lineOf(otherField(field)) || lineOf(field)
    return line ? [[field, line] as const] : []
  })
  return { place: '', partner: '', ...Object.fromEntries(written) }
}

/** What a proposal begins with that comes from somebody's message: its first 25 words, and the first address in it. */
export function keptFrom(said: string, source = ''): Pick<ProposedLink, 'source' | 'quote'> {
  const words = said
    .replace(/https?:\/\/\S+/g, ' ')
    .trim()
    .split(/\s+/)
  return { source, quote: words.slice(0, 25).join(' ') }
}

/** Tells who proposed what came of it. `tell` rejects where it is to be tried again later. */
export async function tellProposers(
  proposals: Pick<ProposalDesk, 'untold' | 'told'>,
  workspace: string,
  tell: (user: string, sentence: string) => Promise<unknown>,
): Promise<void> {
  for (const { number, user, sentence } of await proposals.untold(workspace)) {
    await tell(user, sentence)
    await proposals.told(number)
  }
}
