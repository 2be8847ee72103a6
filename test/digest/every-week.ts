import { Temporal } from 'temporal-polyfill'
import { later, type Moment, momentOf } from '../../src/digest/schedule/moment.ts'
import { owed } from '../../src/digest/schedule/owed.ts'
import type { Run } from '../../src/digest/schedule/run.ts'
import { type Subscription, type Weekly, weekOf } from '../../src/digest/schedule/subscription.ts'

const HOUR = 3600
const DAY = 24 * HOUR

/** Weekly times in the nights in which clocks change anywhere, and two others. */
export const SLOTS: readonly Pick<Weekly, 'weekday' | 'time'>[] = [
  { weekday: 7, time: '00:00' },
  { weekday: 7, time: '01:30' },
  { weekday: 7, time: '02:00' },
  { weekday: 7, time: '02:30' },
  { weekday: 7, time: '03:30' },
  { weekday: 6, time: '23:30' },
  { weekday: 6, time: '02:30' },
  { weekday: 5, time: '00:30' },
  { weekday: 4, time: '23:45' },
  { weekday: 1, time: '00:30' },
  { weekday: 1, time: '09:00' },
]

/** Clock changes of a zone. */
export function changesOf(zone: string, from: Moment, to: Moment): readonly Moment[] {
  const changes: Moment[] = []
  let at = Temporal.Instant.from(from).toZonedDateTimeISO(zone).getTimeZoneTransition('next')
  while (at && momentOf(at.toInstant()) < to) {
    changes.push(momentOf(at.toInstant()))
    at = at.getTimeZoneTransition('next')
  }
  return changes
}

/**
 * Lives through the three weeks around a clock change, asking again and again what is owed. Says what is wrong: a week
 * without a run or with two, or a run at another time than was wished (by the machine's own calendar, not ours).
 */
export function faultsAround(
  zone: string,
  slot: Pick<Weekly, 'weekday' | 'time'>,
  change: Moment,
): readonly string[] {
  const since = later(change, -22 * DAY)
  const weekly = { ...slot, zone }
  const subscription: Subscription = { workspace: 'T', channel: 'C', weekly, about: '', by: 'U', since }
  const runs: Run[] = []
  for (const now of moments(change)) {
    for (const { week, due, missed } of owed(Temporal.Instant.from(now), [subscription], runs)) {
      if (missed.length > 0) runs.push(...missed.map((one) => run(one.week, one.due)))
      runs.push(run(week, due))
    }
  }
  const name = `${zone} ${slot.weekday} ${slot.time} around ${change}`
  const weeks = [-7, 0, 7].map((days) => isoWeek(zone, later(change, days * DAY)))
  return [
    ...weeks.flatMap((week) => {
      const count = runs.filter((one) => one.week === week).length
      return count === 1 ? [] : [`${name}: ${count} runs in ${week}`]
    }),
    ...runs.flatMap(({ due }) => (isWished(due, weekly) ? [] : [`${name}: due at ${due}`])),
  ]
}

/** Every six hours for five weeks, and every quarter of an hour close to the change. */
function moments(change: Moment): readonly Moment[] {
  const wide = Array.from({ length: 4 * 36 }, (_, at) => later(change, -21 * DAY + at * 6 * HOUR))
  const close = Array.from({ length: 4 * 8 }, (_, at) => later(change, -4 * HOUR + (at * HOUR) / 4))
  return [...wide, ...close].sort()
}

/** By `Intl`: the local day and time are the wished ones; or the clocks left these out, in the three hours before. */
function isWished(due: Moment, { weekday, time, zone }: Weekly): boolean {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const wished = minuteOfWeek(weekday, hours, minutes)
  if (wall(due, zone) === wished) return true
  return changesOf(zone, later(due, -3 * HOUR), later(due, 1)).some((change) => {
    const first = (wall(later(change, -60), zone) + 1) % WEEK
    const left = (wall(change, zone) - first + WEEK) % WEEK
    return (wished - first + WEEK) % WEEK < left
  })
}

/** Minutes in a week. */
const WEEK = 7 * 24 * 60

function minuteOfWeek(weekday: number, hours: number, minutes: number): number {
  return ((weekday - 1) * 24 + hours) * 60 + minutes
}

/** The minute of the local week. */
function wall(moment: Moment, zone: string): number {
  const parts = formatter(zone).formatToParts(Date.parse(moment))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')) + 1
  return minuteOfWeek(weekday, Number(part('hour')), Number(part('minute')))
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formatters.set(zone, made)
  return made
}

function isoWeek(zone: string, moment: Moment): string {
  return weekOf(Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate())
}

function run(week: string, due: Moment): Run {
  return { workspace: 'T', channel: 'C', week, due, state: 'handed', tries: 1 }
}
