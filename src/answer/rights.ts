import type { Answer } from './answer.ts'

/** Who asks, and from where. Comes with every question; pure rooms get what they need of it as arguments. */
export type Asker = {
  platform: 'slack' | 'teams' | 'web' | 'terminal' | 'mcp'
  /** What one workspace typed never shows in another. */
  workspace: string
  /** The id of the channel or conversation; absent where there is none, such as in a home tab. */
  channel?: string
  user?: string
  /** Asked where nobody else reads: a direct message, a home tab. Its words are never kept. */
  private: boolean
  /** From another organisation than the workspace's own: reads, and changes nothing. */
  outside: boolean
  /** The platform could not tell whether they are: they are taken to be, and told why. */
  unsure?: true
  /** People of another organisation read the channel too; absent where the platform does not say. */
  shared?: boolean
}

/** What people do with Hansa, besides changing a channel's digest. */
export const ACTS = ['ask', 'read the digest', 'list gaps', 'share', 'judge', 'report'] as const

export type Act = (typeof ACTS)[number]

/** People from another organisation ask, and do nothing else. */
export function may({ outside }: Pick<Asker, 'outside'>, act: Act): boolean {
  return !outside || act === 'ask'
}

/** Of people and channels as the operator names them, `U1` or `T1/U1`, the ids of those of a workspace. */
export function ofWorkspace(named: readonly string[], workspace: string): readonly string[] {
  return named.flatMap((one) => {
    const [id = '', of = ''] = one.trim().split('/').reverse()
    return of === '' || of === workspace ? [id] : []
  })
}

/** Who looks after a digest. */
export type Keepers = {
  /** Who set it; empty when nobody did, or nobody knows who. */
  by: string
  /** Who may change every digest: the platform's ids of people. */
  editors: readonly string[]
  /** It belongs to another place than the one it is asked of. */
  elsewhere: boolean
}

/** What the platform says of somebody in a channel, where it says so. */
type Known = { standing?: 'guest' | 'member' | 'manager' | 'unknown' }

/** A digest that nobody is known to have set may be set by whoever is there, and works for the same organisation. */
export function mayChange(
  { user, outside }: Asker,
  { by, editors, elsewhere }: Keepers,
  { standing }: Known = {},
): boolean {
  if (outside || !user || standing === 'guest') return false
  // Of another channel than the one they manage, managers are asked nothing.
  if (standing === 'manager' && !elsewhere) return true
  return user === by || editors.includes(user) || (by === '' && !elsewhere)
}

/**
 * Whether an answer may be shown to a whole channel. A question back, or what can be asked, is for the asker alone; that
 * we hold nothing can be news to others. A digest's preview depends on who asks and where, and would come out as something
 * else when asked again for all.
 */
export function mayBeShared({ kind, outcome }: Pick<Answer, 'kind' | 'outcome'>): boolean {
  return (outcome === 'found' || outcome === 'nothing') && kind !== 'digest'
}

/** Whether people are asked what they think of an answer: where it says something that can be wrong. */
export function mayBeJudged({ kind, outcome }: Pick<Answer, 'kind' | 'outcome'>): boolean {
  return outcome === 'found' && kind === 'knowledge'
}

/** To those who may not. */
export const OUTSIDE = 'You are here from another organisation, and this is for the people of this workspace.'

const UNSURE =
  'I cannot see at the moment whether you are of this workspace, and this is for its people. Please try again in a minute, or in our own chat.'

export function outsideInWords({ unsure }: Pick<Asker, 'unsure'>): string {
  return unsure ? UNSURE : OUTSIDE
}

/** The same, as an answer to a command. */
export function notForOutsiders(command: string, ask: string, asker: Pick<Asker, 'unsure'>): Answer {
  return {
    ...EMPTY_ANSWER,
    command,
    ask,
    heading: outsideInWords(asker),
    lead: ['Your questions on places and reports are answered as ever.'],
  }
}

const EMPTY_ANSWER = { outcome: 'help', kind: 'help', groups: [], suggestions: [], next: [] } as const
