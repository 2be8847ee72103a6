/** A link that somebody read of, in the words they typed: what is not known is left out. */
export type ProposedLink = {
  place: string
  partner: string
  country?: string
  kind?: string
  since?: string
  status?: string
  on?: string
  /** The address or DOI of what was read, or the id of a document of the folder. */
  source?: string
  at?: string
  quote?: string
  note?: string
  /** The record whose source was read again, and what was found there; then the place stands for the record's title. */
  record?: string
  found?: string
}

/** What is found at the source of a record: the same; or it does not say so any more. What has changed is proposed as a link. */
export type Found = 'still so' | 'gone'

/** As a heading names it. */
export function titleOf({ place, partner, found }: ProposedLink): string {
  if (found === undefined) return `${place} – ${partner}`
  return `${place}: ${found === 'gone' ? 'the source does not say so any more' : 'the source still says so'}`
}

export const PROPOSED_FIELDS = [
  'place',
  'partner',
  'country',
  'kind',
  'since',
  'status',
  'on',
  'source',
  'at',
  'quote',
  'note',
  'record',
  'found',
] as const satisfies readonly (keyof ProposedLink)[]

/** What sources call a link most often: nearly every statement of the folder has one of these words. */
export const USUAL_KINDS = [
  'twin',
  'partner',
  'sister',
  'friendship',
  'link',
  'memorandum of understanding',
] as const

/** What cannot be of what somebody typed, and where: it stands at its own question. */
export type Wrong = { field: keyof ProposedLink; why: string }

/** Who proposes: told what came of it, and named in the folder only where they agreed. */
export type Proposer = { workspace: string; platform: string; user?: string; named?: string }

/**
 * `waiting` for a curator; `approved`: served, and not in the folder yet; `written` to the folder; `rejected`, with why.
 */
export const PROPOSAL_STATES = ['waiting', 'approved', 'rejected', 'written'] as const

export type ProposalState = (typeof PROPOSAL_STATES)[number]

export type Proposal = Proposer & {
  /** Counts from 1 in a store, whatever the workspace. */
  number: number
  /** `2026-11-30T09:00:00Z` */
  at: string
  link: ProposedLink
  state: ProposalState
  why?: string
  /** Whether the proposer was told what came of it. */
  told: boolean
}
