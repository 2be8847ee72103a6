import type { Span } from '../search/record.ts'
import type { Citation, Day, PartialDate } from './in-words.ts'
import type { LinkTable, Reference } from './table.ts'

/**
 * The language everything else speaks. Plain strings and findings, no markup: a quotation arrives on every platform
 * as its source printed it.
 */
export type { Citation, Day, PartialDate, Span }

/** What a source says of the state of a link; `retained`: a decision kept it. */
export const STATUSES = [
  'active',
  'retained',
  'listed',
  'dormant',
  'suspended',
  'ending',
  'ended',
  'unclear',
] as const

export type Status = (typeof STATUSES)[number]

/** Who holds a link. It says nothing of its state. */
export const HOLDERS = ['council', 'association', 'both'] as const

export type Holder = (typeof HOLDERS)[number]

/** The unit we search, show and cite. `cite` is required: what cannot be cited cannot be said. */
export type Finding = {
  id: string
  /** What its kind of knowledge calls it: `claim`, `report`, `twinning`, or the name that a new kind gives itself. */
  kind: string
  title: string
  /** Our words. */
  says?: string
  /** The source's words, 25 at most, exactly as printed. */
  quote?: string
  /** Names both documents when the source reports what another one says. */
  secondHand?: string
  /** Absent where the source says nothing of the state. */
  status?: Status
  heldBy?: Holder
  /** `says` tells the status, and the start: where it does not, who shows the finding adds them. */
  saysStatus?: true
  /** When the status was true; absent when the source has no date. */
  statusOn?: PartialDate
  since?: PartialDate
  /** What the source calls a link: `twin`, `friendship`; absent where it does not say. */
  relation?: string
  place?: string
  twin?: string
  /** The twin's country, in English. */
  country?: string
  /** The words of the question found in `says` and `quote`. */
  marks?: { says?: readonly Span[]; quote?: readonly Span[] }
  cite: Citation
}

/** What happened then: `kept`, `reported active`. */
export type Moment = { day: PartialDate; what: string }

/** Findings that belong together, such as the statements about one link. */
export type Group = {
  /** A heading over several groups, shown where it changes: a UK place, or `Ended`. */
  under?: string
  title: string
  /** The link that the findings are about: the ids of its two places, `E08000035 2935517`. */
  link?: string
  /** What happened when, in a word or two: `kept`. Of a timeline, where a source gives the day. */
  moments?: readonly Moment[]
  /** One sentence over the findings, such as how their sources differ. */
  lead?: string
  /** The lead is what the `columns` of the link's row say: where those are drawn, it is not said again. */
  leadIsInTable?: true
  findings: readonly Finding[]
}

/** A question someone can ask with one press: `{ label: 'Dortmund', ask: 'twins Dortmund' }`. */
export type Ask = { label: string; ask: string; url?: never }

/** A list that one opens from: `England, North West`, of so much, and a question for each. */
export type OfferList = { title: string; says: string; asks: readonly Ask[] }

/** What is not asked here but done on the web, at `url`: http or https. */
export type WebLink = { label: string; url: string; ask?: never }

/**
 * - `found`: there are findings, or the reference that was asked for.
 * - `suggest`: nothing was answered; `suggestions` are what may have been meant.
 * - `nothing`: a real place or a known topic on which we hold nothing; `lead` says what was looked at.
 * - `unknown`: no place or topic we know of.
 * - `help`: what can be asked.
 */
export type Outcome = 'found' | 'suggest' | 'nothing' | 'unknown' | 'help'

/**
 * A sentence with people and channels in it, by the platform's own ids: each edge names them in its own way. Ours to
 * say; nothing that somebody typed stands in it.
 */
export type Naming = readonly (string | { person: string } | { channel: string })[]

/**
 * Something that the folder, or the list of places that exist, has a name for. No more than this is remembered of a
 * question: `id` and `name` are ours, in our spelling, and never what somebody typed.
 */
export type Subject = { is: 'place' | 'topic'; id: string; name: string }

/**
 * What an answer is made of. What may be done with it follows from this and from its outcome, never from its words.
 *
 * - `knowledge`: what the folder holds on what was asked, or that it holds nothing.
 * - `reference`: a source, written as a reference to copy.
 * - `help`: what can be asked, and how.
 * - `digest`: the digest of one channel, as it is for who asks there.
 * - `gaps`: what nobody could answer.
 */
export type AnswerKind = 'knowledge' | 'reference' | 'help' | 'digest' | 'gaps'

export type Answer = {
  outcome: Outcome
  kind: AnswerKind
  /** The name of the command that answered, for the log: `twins`; `other` where there is none. */
  command: string
  /** The question as it was understood, as one can type it again: `twins Leeds`. */
  ask: string
  heading: string
  /** Sentences between the heading and the findings; a paragraph each. */
  lead?: readonly string[]
  /** A last sentence of `lead`, such as whom to ask; only where people talk under names. */
  naming?: Naming
  /** The one sentence that was asked for: the year, the number, yes or no. */
  direct?: Direct
  /** The links at a glance; `groups` are the evidence for its rows. */
  table?: LinkTable
  groups: readonly Group[]
  /** What may have been meant, when `outcome` is `suggest`. */
  suggestions: readonly Ask[]
  /** Two to four questions that follow from this answer, or where to go on. */
  next: readonly (Ask | WebLink)[]
  /** On help: all places held, by area, and all reports; for where there is room for menus. No part of what it says. */
  lists?: readonly OfferList[]
  /** The question whose answer is the sheet for a review of all these links; of one place of the UK. */
  review?: string
  /** The people of the channel want no map there. */
  withoutMap?: true
  /** The rest of a long answer. */
  more?: Ask
  /** Small print: how the question was read, what the answer does not cover. */
  note?: string
  /** By what id the answer is found again that was posted to a channel: no part of what it says, and of its stamp. */
  receipt?: string
  /**
   * What public lists name and nobody here has read, in one sentence that says so: shown apart, below everything else, and
   * never taken along, for it is no evidence.
   */
  unread?: string
  /** What an answer with findings speaks of, as far as we have names for it; what matters most first. */
  about?: readonly Subject[]
  /**
   * Stands on the answer to a question that we hold nothing on: what it was understood to ask for and we do not hold,
   * what matters most first; empty where we have no name for that.
   */
  missing?: readonly Subject[]
  /** Of which place, or of which two, a link may be handed in where none is held: more than `missing` has names for. */
  tell?: { place: string; partner?: string }
  /** An entry of which kind is not there, as `npx hansa add` calls it: no link is handed in for it. */
  lacks?: 'decision' | 'cost' | 'notice' | 'successor' | 'agreement'
  /** How the question was read; absent where nothing was asked, as in a digest. */
  query?: Understood
}

/** Put together from fields, with what says it; where sources differ, both values stand in the sentence. */
export type Direct = { sentence: string; cites: readonly Citation[] }

export type CommandInfo = { name: string; description: string; usage: string }

/** What every front end is given. `answer` never throws on anything that can be typed. */
export type Desk = {
  answer(question: string): Answer
  commands(): readonly CommandInfo[]
  /** Whole questions that begin like `typed`, or nearly: for completion. At most `k`. */
  suggest(typed: string, k: number): readonly string[]
}

export function findingsOf(answer: Answer): readonly Finding[] {
  return answer.groups.flatMap((group) => group.findings)
}

/** The documents that an answer cites: those of its table by their numbers there, then those that only `groups` name. */
export function documentsOf({ table, direct, groups }: Answer, shown = groups): readonly Reference[] {
  const cites = [
    ...(direct?.cites ?? []),
    ...shown.flatMap(({ findings }) => findings.map(({ cite }) => cite)),
  ]
  const known = new Set(table?.references.map(({ source }) => source))
  const others = new Map(cites.filter(({ source }) => !known.has(source)).map((cite) => [cite.source, cite]))
  return [...(table?.references ?? []), ...others.values()]
}

/** How one name or word of a question was read. */
export type Reading = {
  typed: string
  read: string
  as: 'place' | 'word'
  /** `exact`: so called; `alias`: also called so; `corrected`: a slip of the pen. */
  how: 'exact' | 'alias' | 'corrected'
}

/** What was understood of a question, in fields: nobody reads it out of a sentence. Travels with the answer. */
type Understood = {
  /** The question as one can type it again: `twins Leeds`. */
  ask: string
  /** What it asks for, in a word: `links`, `statements`, `report`, `reference`, `choice`, `not held`. */
  intent: string
  readings: readonly Reading[]
  /** Words that mean something and played no part. */
  unused: readonly string[]
  /** Stands where the question is a command that needs to know who asks, and where. */
  channel?: ChannelCommand
}

/** `/digest on monday`: for whoever knows the channel. */
export type ChannelCommand = { command: 'digest' | 'gaps' | 'settings'; words: string }

/** `/digest`, for lists of commands. */
export const DIGEST_COMMAND = {
  name: 'digest',
  description: 'A weekly digest for this channel: how it stands, on, off, a preview',
  usage: 'on monday 09:00 Europe/London | off | now | about yorkshire',
}

/** What somebody says to Hansa, or asks of it rather than of the folder. */
export const TALK = [
  ...(['help', 'greeting', 'thanks', 'coverage', 'freshness', 'who', 'official'] as const),
  ...(['privacy', 'mistake', 'digest', 'news', 'take', 'states', 'self', 'stop'] as const),
] as const

/** As what it is answered. */
export type Talk = (typeof TALK)[number]
