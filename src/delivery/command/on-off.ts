import type { Reach } from '../../digest/desk.ts'
import { momentOf } from '../../digest/schedule/moment.ts'
import { clockSaid, parseSchedule, scheduleInWords } from '../../digest/schedule/schedule-words.ts'
import { channelKey, type Subscription, type Weekly } from '../../digest/schedule/subscription.ts'
import type { DeskDeps } from '../delivery-deps.ts'
import { ABOUT_EXAMPLE, nextInWords, recentRuns } from '../digest-state.ts'
import { createClock } from '../posting/timing.ts'
import { isWaiting, withdraw } from '../posting/withdraw.ts'
import { PREVIEW, reply, STATE, TURN_OFF, turnOn } from '../replies.ts'
import {
  announceChange,
  beforeOf,
  type Change,
  type DigestRequest,
  defaultWeekly,
  keepChange,
  type Verb,
} from './verb.ts'

/** `/digest on [monday] [09:00] [Europe/London]`. What is not said stays as it was. */
export const on: Verb = async (request, deps) => {
  const { rest, where, asker, voice } = request
  const before = await beforeOf(request, deps)
  const weekly = parseSchedule(rest, before?.weekly ?? defaultWeekly(deps))
  if ('says' in weekly) return reply(weekly.says, [], [STATE])
  const reach = await voice.reach()
  if (reach.can === 'never') return reply('The weekly digest cannot come here', [reach.why])
  const time = scheduleInWords(weekly)
  const change = changeTo(weekly, before)
  const asBefore = before && !before.stopped && isSameTime(before.weekly, weekly)
  const subscription: Subscription = {
    ...where,
    weekly,
    about: before?.about ?? '',
    // An editor who moves a digest does not take it over.
    by: before?.by || (asker.user ?? ''),
    // Nothing is owed for times before they were chosen.
    since: asBefore ? before.since : momentOf(deps.now()),
  }
  await keepChange(before, subscription, deps)
  const [untold, runs] = await Promise.all([
    change ? announceChange(change, before, request, deps) : [],
    recentRuns(deps).then((all) => all.filter((run) => channelKey(run) === channelKey(where))),
  ])
  return reply(
    HEADINGS[reach.can](time),
    [
      ...clockIn(rest, weekly),
      ...promised(reach),
      ...untold,
      ...(asker.shared
        ? ['People of another organisation read this channel, and will read the digest.']
        : []),
      `${nextInWords(subscription, runs, deps.now())} Say what to look for first: ${deps.post.typed(ABOUT_EXAMPLE, where.channel)}.`,
    ],
    [PREVIEW, TURN_OFF],
  )
}

/** Nothing, when all stays as it is. */
function changeTo(weekly: Weekly, before: Subscription | undefined): Change | undefined {
  const so = `it comes on ${scheduleInWords(weekly)}`
  if (!before) return { act: 'set a digest', did: 'turned on the weekly digest', so }
  if (before.stopped) return { act: 'set a digest', did: 'started the weekly digest again', so }
  if (before.by === '') return { act: 'changed a digest', did: 'took over the weekly digest', so }
  return isSameTime(before.weekly, weekly)
    ? undefined
    : { act: 'changed a digest', did: 'moved the weekly digest', so }
}

function isSameTime(one: Weekly, other: Weekly): boolean {
  return one.weekday === other.weekday && one.time === other.time && one.zone === other.zone
}

const HEADINGS: Readonly<Record<Exclude<Reach['can'], 'never'>, (time: string) => string>> = {
  post: (time) => `The weekly digest comes on ${time}`,
  unknown: (time) => `The weekly digest is set for ${time}`,
  'not yet': (time) => `The weekly digest is set for ${time}, and I cannot post here yet`,
}

function clockIn(words: string, weekly: Weekly): readonly string[] {
  const said = clockSaid(words, weekly)
  return said ? [`That is ${said}`] : []
}

/** No more than what can be kept. */
function promised(reach: Reach): readonly string[] {
  const otherwise = 'If I cannot post when one is due, the digest stops, and I say so in a direct message.'
  if (reach.can === 'not yet') return [`${reach.why} ${otherwise}`]
  return reach.can === 'unknown' ? [`I could not find out whether I can post here. ${otherwise}`] : []
}

/** `/digest off`, or `end C1` from another place: also takes back what waits to be shown. */
export const off: Verb = async (request, deps) => {
  const here = request.where.channel === request.asker.channel
  const before = await beforeOf(request, deps)
  if (!before)
    return reply(`There was no weekly digest ${here ? 'here' : 'there'}`, [], here ? [turnOn()] : [])
  await keepChange(before, undefined, deps)
  const [untold, mayAppear] = await Promise.all([
    announceChange({ act: 'stopped a digest', did: 'turned off the weekly digest' }, before, request, deps),
    withdrawAll(request, deps),
  ])
  const onItsWay = mayAppear ? ['This week’s was already on its way, and may still appear once.'] : []
  return here
    ? reply('There is no weekly digest here any more', [...onItsWay, ...untold], [turnOn('Turn on again')])
    : reply('There is no weekly digest there any more', [...onItsWay, ...untold])
}

/** Whether one may be shown all the same. */
async function withdrawAll({ where }: DigestRequest, deps: DeskDeps): Promise<boolean> {
  const clock = createClock(deps.now)
  const runs = (await recentRuns(deps)).filter((run) => channelKey(run) === channelKey(where))
  const waiting = runs.filter(
    (run) => run.state === 'claimed' || run.state === 'trying' || isWaiting(run, clock),
  )
  const withdrawn = await Promise.all(waiting.map((run) => withdraw(run, clock, deps)))
  return withdrawn.includes(false)
}
