import type { Naming } from '../answer/answer.ts'
import type { Channel } from './schedule/subscription.ts'

/**
 * Whether a digest could be posted where somebody asks for it. `why` is a sentence, and says what to do.
 *
 * - `not yet`: people there can change it.
 * - `never`: nobody there can.
 * - `unknown`: the platform does not say.
 */
export type Reach = { can: 'post' | 'unknown' } | { can: 'not yet' | 'never'; why: string }

/** Whether people were told. Nothing is said twice, so what is not known stays so. */
export type Told = 'told' | 'not told' | 'unknown'

/** What a digest's people are told of what others do to it, there and then. It never throws, and takes a second at most. */
export type Voice = {
  /** Of the place where the asker is. */
  reach(): Promise<Reach>
  /** Says it in a channel, for all to see. */
  announce(channel: Channel, says: Naming): Promise<Told>
  /** Says it to one person. */
  tell(person: string, says: Naming): Promise<Told>
}
