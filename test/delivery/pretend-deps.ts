import type { DeliveryDeps } from '../../src/delivery/delivery-deps.ts'
import { PACE } from '../../src/delivery/posting/timing.ts'
import { onlyIn } from '../../src/digest/desk.ts'
import type { Subscription } from '../../src/digest/schedule/subscription.ts'
import { buildLibrary } from '../../src/library/library.ts'
import * as channel from '../digest/policy-channel.ts'
import { DORTMUND, LEEDS, smallKnowledge } from '../small-knowledge.ts'

/** Subscribed in the week before the first digest. */
export const POLICY: Subscription = { ...channel.POLICY, since: '2026-11-24T10:00:00Z' }

type Own = Pick<DeliveryDeps, 'store' | 'post' | 'name' | 'log'> & Partial<DeliveryDeps>

/** What delivering digests needs: one link to tell of, a pretend clock, and whatever a test has of its own. */
export function pretendDeps({ now, sleep }: Pick<DeliveryDeps, 'now' | 'sleep'>, own: Own): DeliveryDeps {
  return {
    served: onlyIn('T1'),
    record: async () => undefined,
    library: () => LIBRARY,
    now,
    sleep,
    stopping: new AbortController().signal,
    chance: () => 0.5,
    pace: PACE,
    keepQuestions: 90,
    keepChanges: 365,
    keepWords: false,
    ...own,
  }
}

const LIBRARY = buildLibrary(
  smallKnowledge({ places: [LEEDS, DORTMUND], links: [{ place: LEEDS.id, twin: DORTMUND.id }] }),
)
