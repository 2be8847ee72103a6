import { momentOf } from '../../digest/moment.ts'
import { parseSchedule, scheduleInWords } from '../../digest/schedule-words.ts'
import { dueInWords, nextSlot } from '../../digest/slot.ts'
import type { Subscription } from '../../digest/subscription.ts'
import { PREVIEW, reply, STATE, TURN_OFF } from '../replies.ts'
import { subscriptionOf, usual, type Verb } from './verb.ts'

/** `/digest on [monday] [09:00] [Europe/London]`. What is not said stays as it was. */
export const on: Verb = async ({ rest, where, by }, parts) => {
  const before = await subscriptionOf(where, parts)
  const weekly = parseSchedule(rest, before?.weekly ?? usual(parts))
  if ('says' in weekly) return reply(weekly.says, [], [STATE])
  const same = before && !before.stopped && scheduleInWords(before.weekly) === scheduleInWords(weekly)
  const subscription: Subscription = {
    ...where,
    weekly,
    about: before?.about ?? '',
    by,
    // Nothing is owed for times before they were chosen.
    since: same ? before.since : momentOf(parts.now()),
  }
  await parts.store.subscribe(subscription)
  const next = nextSlot(weekly, parts.now())
  return reply(
    `The weekly digest comes on ${scheduleInWords(weekly)}`,
    [
      `The next is due on ${dueInWords(next.due, weekly.zone)}. Say what to look for first: /digest about yorkshire, universities.`,
    ],
    [PREVIEW, TURN_OFF],
  )
}
