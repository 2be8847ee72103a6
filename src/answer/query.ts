/** How one name or word of a question was read. */
export type Reading = {
  typed: string
  read: string
  as: 'place' | 'word'
  /** `exact`: so called; `alias`: also called so; `corrected`: a slip of the pen. */
  how: 'exact' | 'alias' | 'corrected'
}

/** What was understood of a question, in fields: nobody reads it out of a sentence. Travels with the answer. */
export type Understood = {
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
  ...(['privacy', 'mistake', 'digest', 'news', 'take', 'self', 'stop'] as const),
] as const

/** As what it is answered. */
export type Talk = (typeof TALK)[number]
