import type { Answer, Finding } from './answer.ts'
import { dateInWords } from './in-words.ts'
import type { Asker } from './rights.ts'

/** What is written down when somebody does it, for `npx hansa audit`. */
export const ACTS_RECORDED = [
  'installed',
  'set a digest',
  'changed a digest',
  'stopped a digest',
  'changed settings',
  'shared an answer',
  'decided a proposal',
  'forgot questions',
] as const

/**
 * Who changed what, when and where: kept for as long as the operator says, and deleted with its workspace. `what` is in
 * words of ours (a time, a setting, ids of places): never what somebody asked or wrote.
 */
export type Change = {
  workspace: string
  /** `2026-11-30T09:00:00Z` */
  at: string
  /** The platform's id of the channel; absent where it belongs to none. */
  channel?: string
  /** The platform's id of who did it, or `OPERATOR`; absent where it was Hansa itself. */
  who?: string
  did: (typeof ACTS_RECORDED)[number]
  what: string
}

/** Who works in the terminal: no platform names them. */
export const OPERATOR = { who: 'the operator', channel: 'the terminal' } as const

/** Who decides on a proposal, and where they did. */
export type Decider = Pick<Asker, 'workspace' | 'channel' | 'user'>

/** By its number: what was proposed, and why it was rejected, are somebody's words. */
export function decidedChange(
  number: number,
  to: 'approved' | 'rejected',
  decider: Decider,
  at: string,
): Change {
  return { ...by(decider, at), did: 'decided a proposal', what: `${to} proposal ${number}` }
}

/** Writes a change down. It never rejects: what was done is done, also where the store is in trouble. */
export type RecordChange = (change: Change) => Promise<void>

/** Of an answer on many places, the first few say which it was. */
const SUBJECTS = 5

/** That an answer was shared: by the command and ids of ours, for what somebody asked may be theirs alone. */
export function sharedChange(
  { command, about = [] }: Pick<Answer, 'command' | 'about'>,
  asker: Pick<Asker, 'workspace' | 'channel' | 'user'>,
  at: string,
): Change {
  const what = [command, ...about.map(({ id }) => id).slice(0, SUBJECTS)].join(' ')
  return { ...by(asker, at), did: 'shared an answer', what }
}

function by({ workspace, channel, user }: Pick<Asker, 'workspace' | 'channel' | 'user'>, at: string) {
  return { workspace, at, ...(user && { who: user }), ...(channel && { channel }) }
}

/** `2026-11-30T09:00:00Z` */
export function secondOf(moment: Date): string {
  return moment.toISOString().replace(/\.\d+/, '')
}

/** What a reader of a statement relies on, with the words for it; those without `say` are too long to show both. */
const PARTS: readonly { name: string; of: (finding: Finding) => string | undefined; say?: true }[] = [
  {
    name: 'the link',
    of: ({ place, twin }) => (place && twin ? `${place} – ${twin}` : undefined),
    say: true,
  },
  { name: 'the kind', of: ({ relation }) => relation, say: true },
  { name: 'the start', of: ({ since }) => since && dateInWords(since), say: true },
  { name: 'the state', of: ({ status }) => status, say: true },
  { name: 'the date of the evidence', of: ({ statusOn }) => statusOn && dateInWords(statusOn), say: true },
  { name: 'who holds it', of: ({ heldBy }) => heldBy, say: true },
  // Of a link, words of ours say the parts above once more.
  { name: 'what we say of it', of: ({ kind, says }) => (kind === 'twinning' ? undefined : says) },
  { name: 'the quotation', of: ({ quote }) => quote },
  { name: 'the place in the source', of: ({ cite }) => cite.locator, say: true },
  { name: 'the source', of: ({ cite }) => cite.source },
]

/**
 * What became of a statement since it was shown, in one sentence: `Leeds – Siegen, as read in TwinTowns (2015): the
 * start is now 1968 and was 1966.` Undefined where it reads as it did.
 */
export function correctedInWords(shown: Finding, now: Finding | undefined): string | undefined {
  const which = `${shown.title}, as read in ${shown.cite.label}`
  if (!now) return `${which}: this statement was withdrawn.`
  const changes = PARTS.flatMap(({ name, of, say }) => {
    const [before, after] = [of(shown), of(now)]
    if (before === after) return []
    return [
      say
        ? `${name} is now ${after ?? 'not known'} and was ${before ?? 'not known'}`
        : `${name} was put right`,
    ]
  })
  return changes.length > 0 ? `${which}: ${changes.join(', ')}.` : undefined
}
