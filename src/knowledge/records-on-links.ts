import type { Day, Holder, PartialDate } from '../answer/answer.ts'
import { dateInWords } from '../answer/in-words.ts'

/** Which link it is about; without `twin`, all links of the place, or one still to be chosen in `country`. */
export type OnLink = { place: string; twin?: string | undefined; country?: string | undefined }

/** Where a record was read, and who looked when: what every statement has. */
type Read = {
  id: string
  source: string
  citing?: string | undefined
  at?: string | undefined
  quote?: string | undefined
  note?: string | undefined
  checked: { on: Day; by: string; every?: number | undefined }
  added: Day
}

/** What a body did. `propose` and `receive` are no decisions, and are never shown as one (`isDecided`). */
export const DECIDED = [
  ...(['start', 'renew', 'retain', 'hand over', 'suspend', 'end'] as const),
  ...(['review', 'refuse', 'propose', 'receive'] as const),
] as const

export type Decided = (typeof DECIDED)[number]

/** What was only asked for, or came before a body, is not decided yet. */
export function isDecided({ decided }: { decided: Decided }): boolean {
  return decided !== 'propose' && decided !== 'receive'
}

/** What is said of a decision where it stands in a title. What is none says so in the same breath. */
export const DECIDED_IN_WORDS: Readonly<Record<Decided, string>> = {
  start: 'started',
  renew: 'renewed',
  retain: 'kept',
  'hand over': 'handed over',
  suspend: 'suspended',
  end: 'ended',
  review: 'reviewed',
  refuse: 'refused',
  propose: 'proposed, not decided',
  receive: 'received, not decided',
}

export const CRITERIA = ['new partners', 'existing links', 'grants'] as const

/** What one source says that a body decided. */
export type Decision = OnLink &
  Read & {
    /** What of it was decided, where that is not the link itself: `the twinning budget`. */
    matter?: string | undefined
    body: string
    on?: PartialDate | undefined
    decided: Decided
    says: string
    vote?: string | undefined
    /** What it says, or asks, by which criteria is judged. */
    criteria?: readonly (typeof CRITERIA)[number][] | undefined
    /** The id of the decision that set the criteria by which it was found or decided so. */
    judgedBy?: string | undefined
    /** Ids of what came of it. */
    ledTo?: readonly string[] | undefined
  }

export const COST_STATES = [
  ...(['spent', 'budgeted', 'granted', 'recommended', 'asked for', 'offered', 'saved'] as const),
] as const

export const COSTS_FOR = ['all', 'travel', 'grant', 'staff', 'hospitality'] as const

/** A sum as a source prints it. Nothing is computed from it. */
export type Cost = OnLink &
  Read & {
    amount: string
    period: string
    was: (typeof COST_STATES)[number]
    for: (typeof COSTS_FOR)[number]
    payer?: string | undefined
    /** The id of the sum that this one is a part of. */
    partOf?: string | undefined
  }

/** How sure the end of a council is, the surest first. */
export const FATES = ['ended', 'enacted', 'decided', 'proposed', 'consulted'] as const

/** What one source says of the end of councils. Each has an ONS code and need be no place here. */
export type Succession = Read & {
  councils: readonly { name: string; code: string }[]
  ends?: PartialDate | undefined
  /** Names of the councils that follow, where the source says which. */
  into: readonly string[]
  state: (typeof FATES)[number]
  on?: PartialDate | undefined
}

/** A place that seeks a partner; shown up to and on the day `until`, and never after. */
export type Notice = Omit<Read, 'note'> & {
  place: string
  /** Where the partner is sought. */
  country?: string | undefined
  says: string
  on?: PartialDate | undefined
  until: Day
  contact?: string | undefined
  themes?: readonly string[] | undefined
}

/** What one source says of an agreement on a link. */
export type Agreement = OnLink &
  Read & {
    /** The source’s own word. */
    form: string
    title?: string | undefined
    signed?: PartialDate | undefined
    /** Until when it runs, and by when it is to be reviewed: both may lie ahead. */
    until?: PartialDate | undefined
    review?: PartialDate | undefined
    themes?: readonly string[] | undefined
    text?: string | undefined
  }

/** What words of a question can ask for, beside how links stand. */
export const ASKED_OF_LINKS = [
  ...(['decisions', 'criteria', 'costs', 'visits', 'agreements', 'holder', 'succession'] as const),
  ...(['people', 'size', 'not recorded'] as const),
] as const

/** Words that ask for it beside a name, in any of their forms. */
export type AsksFor = { says: string; asks: (typeof ASKED_OF_LINKS)[number] }

/** What links can be about, with all words that ask for it: its own name first. */
export type Theme = { theme: string; words: readonly string[] }

/** We looked for links of `place` in these sources and found none. */
export type Looked = { place: string; on: Day; in: readonly string[]; for: string }

/** Who holds a link, as one source says it. */
export type Holding = {
  heldBy?: Holder
  heldSince?: PartialDate
  /** An association that held it was dissolved: then, or on a day that the source does not give (`undated`). */
  dissolved?: string
}

const HOLDS: Readonly<Record<Holder, string>> = {
  council: 'the council',
  association: 'an association',
  both: 'the council and an association',
}

/** `held by an association, since 2003`; `an association was dissolved on 1 October 2019`. */
export function holdingInWords({ heldBy, heldSince, dissolved }: Holding): readonly string[] {
  const since = heldSince ? `, since ${dateInWords(heldSince)}` : ''
  const when = dissolved === 'undated' ? ', undated' : `: ${dateInWords(dissolved ?? '')}`
  return [
    ...(heldBy ? [`held by ${HOLDS[heldBy]}${since}`] : []),
    ...(dissolved ? [`an association dissolved${when}`] : []),
  ]
}
