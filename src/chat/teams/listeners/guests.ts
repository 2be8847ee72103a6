import { soon } from '../../core/waiting.ts'
import type { Incoming, TeamsAsker } from '../transport/activity.ts'
import type { Connector } from '../transport/connector.ts'

/** So long it is remembered who is from elsewhere, of so many people. Milliseconds. */
const REMEMBER = 3_600_000
const MOST = 10_000

/**
 * A delivery does not tell who is a guest, so the conversation's list of members is asked. Who cannot be found there may be
 * anybody, and only asks.
 */
export function guests(connector: Connector, now: () => number = Date.now) {
  const known = new Map<string, { outside: boolean; at: number }>()
  return async ({ asker, place, account }: Incoming): Promise<TeamsAsker> => {
    const key = `${place.conversation} ${account}`
    const before = known.get(key)
    if (before && now() - before.at < REMEMBER) return { ...asker, outside: before.outside }
    const found = await soon<boolean | undefined>(connector.isGuest(place, account), undefined, 2500)
    if (found === undefined) return { ...asker, outside: true, unsure: true }
    if (known.size >= MOST) known.clear()
    known.set(key, { outside: found, at: now() })
    return { ...asker, outside: found }
  }
}
