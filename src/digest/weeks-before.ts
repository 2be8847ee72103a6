import type { Library } from '../library/library.ts'
import { asOf, firstDay } from './as-of.ts'
import { compose } from './compose.ts'
import { type Edition, editionOf } from './edition.ts'
import type { Journal } from './journal.ts'
import { instantOf, type Moment, momentOf } from './schedule/moment.ts'
import type { Run } from './schedule/run.ts'
import { slotNear } from './schedule/slot.ts'
import type { Subscription } from './schedule/subscription.ts'

/** Ten years; what was told before is forgotten. */
const MOST = 520

/** What a channel would have been told before `due` that has subscribed since the day the folder began. */
export function weeksBefore(library: Library, subscription: Subscription, due: Moment): Journal {
  const first = firstDay(library.knowledge)
  const runs: Run[] = []
  let edition: Edition | undefined
  for (const slot of slotsBefore(subscription, due)) {
    if (first === undefined || slot.due <= first) continue
    const content = compose(library, subscription, { runs, edition, gaps: [] }, slot)
    if (!content) continue
    const { workspace, channel } = subscription
    runs.push({ workspace, channel, ...slot, state: 'handed', tries: 1, content })
    edition = editionOf(asOf(library.knowledge, subscription, slot.due))
  }
  return { runs, edition, gaps: [] }
}

/** Oldest first. */
function slotsBefore({ weekly }: Subscription, due: Moment): readonly { week: string; due: Moment }[] {
  return Array.from({ length: MOST }, (_, at) => slotNear(weekly, instantOf(due), at - MOST)).map(
    ({ week, due }) => ({ week, due: momentOf(due) }),
  )
}
