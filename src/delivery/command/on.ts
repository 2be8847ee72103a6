import type { Reach } from '../../digest/desk.ts'
import { momentOf } from '../../digest/schedule/moment.ts'
import { parseSchedule, scheduleInWords } from '../../digest/schedule/schedule-words.ts'
import { channelKey, type Subscription } from '../../digest/schedule/subscription.ts'
import { nextInWords } from '../channel-state.ts'
import { recentRuns } from '../own-digests.ts'
import { PREVIEW, reply, STATE, TURN_OFF } from '../replies.ts'
import { type Change, sayChange } from './say-change.ts'
import { subscriptionOf, usual, type Verb } from './verb.ts'

/** `/digest on [monday] [09:00] [Europe/London]`. What is not said stays as it was. */
export const on: Verb = async (said, parts) => {
  const { rest, where, asker, voice } = said
  const before = await subscriptionOf(where, parts)
  const weekly = parseSchedule(rest, before?.weekly ?? usual(parts))
  if ('says' in weekly) return reply(weekly.says, [], [STATE])
  const reach = await voice.reach()
  if (reach.can === 'never') return reply('The weekly digest cannot come here', [reach.why])
  const time = scheduleInWords(weekly)
  const change = changeTo(time, before)
  const asBefore = before && !before.stopped && scheduleInWords(before.weekly) === time
  const subscription: Subscription = {
    ...where,
    weekly,
    about: before?.about ?? '',
    // An editor who moves a digest does not take it over.
    by: before?.by || (asker.user ?? ''),
    // Nothing is owed for times before they were chosen.
    since: asBefore ? before.since : momentOf(parts.now()),
  }
  await parts.store.subscribe(subscription)
  const [untold, runs] = await Promise.all([
    change ? sayChange(change, before, said) : [],
    recentRuns(parts).then((all) => all.filter((run) => channelKey(run) === channelKey(where))),
  ])
  return reply(
    HEADINGS[reach.can](time),
    [
      ...promised(reach),
      ...untold,
      ...(asker.shared
        ? ['People of another organisation read this channel, and will read the digest.']
        : []),
      `${nextInWords(subscription, runs, parts.now())} Say what to look for first: /digest about yorkshire, universities.`,
    ],
    [PREVIEW, TURN_OFF],
  )
}

/** Nothing, when all stays as it is. */
function changeTo(time: string, before: Subscription | undefined): Change | undefined {
  const so = `it comes on ${time}`
  if (!before) return { did: 'turned on the weekly digest', so }
  if (before.stopped) return { did: 'started the weekly digest again', so }
  if (before.by === '') return { did: 'took over the weekly digest', so }
  return scheduleInWords(before.weekly) === time ? undefined : { did: 'moved the weekly digest', so }
}

const HEADINGS: Readonly<Record<Exclude<Reach['can'], 'never'>, (time: string) => string>> = {
  post: (time) => `The weekly digest comes on ${time}`,
  unknown: (time) => `The weekly digest is set for ${time}`,
  'not yet': (time) => `The weekly digest is set for ${time}, and I cannot post here yet`,
}

/** No more than what can be kept. */
function promised(reach: Reach): readonly string[] {
  const otherwise = 'If I cannot post when one is due, the digest stops, and I say so in a direct message.'
  if (reach.can === 'not yet') return [`${reach.why} ${otherwise}`]
  return reach.can === 'unknown' ? [`I could not find out whether I can post here. ${otherwise}`] : []
}
