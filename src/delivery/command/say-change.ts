import type { Told } from '../../digest/desk.ts'
import type { Subscription } from '../../digest/schedule/subscription.ts'
import type { Said } from './verb.ts'

/** What somebody did, as it goes on after their name: `moved the weekly digest`, and what comes of it, a clause. */
export type Change = { did: string; so?: string }

/**
 * Says in the channel who changed what, and tells the one who had set it when that is somebody else. To be called once the
 * store has the change. What could not be said is given back, a sentence each.
 */
export async function sayChange(
  { did, so }: Change,
  before: Subscription | undefined,
  { where, asker, voice }: Said,
): Promise<readonly string[]> {
  const who = { person: asker.user ?? '' }
  const end = so ? `: ${so}.` : '.'
  const setter = before?.by === who.person ? '' : (before?.by ?? '')
  const dm = [who, ` ${did} in `, { channel: where.channel }, `, which you had set${end}`]
  const [channel, person] = await Promise.all([
    voice.announce(where, [who, ` ${did} here${end}`]),
    setter ? voice.tell(setter, dm) : ('told' as const),
  ])
  return [UNTOLD[channel], UNTOLD_SETTER[person]].filter((line) => line !== undefined)
}

const UNTOLD: Readonly<Record<Told, string | undefined>> = {
  told: undefined,
  'not told': 'I could not say so in the channel: please tell the people there.',
  unknown: 'I do not know whether the channel was told.',
}

const UNTOLD_SETTER: Readonly<Record<Told, string | undefined>> = {
  told: undefined,
  'not told': 'I could not tell the one who had set it: please do.',
  unknown: 'I do not know whether the one who had set it was told.',
}
