import { momentOf } from '../../digest/schedule/moment.ts'
import { parseSchedule, scheduleInWords } from '../../digest/schedule/schedule-words.ts'
import { channelKey, type Subscription } from '../../digest/schedule/subscription.ts'
import { nextInWords } from '../channel-state.ts'
import { recentRuns } from '../mine.ts'
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
  const runs = (await recentRuns(parts)).filter((run) => channelKey(run) === channelKey(where))
  return reply(
    `The weekly digest comes on ${scheduleInWords(weekly)}`,
    [
      `${nextInWords(subscription, runs, parts.now())} Say what to look for first: /digest about yorkshire, universities.`,
    ],
    [PREVIEW, TURN_OFF],
  )
}
