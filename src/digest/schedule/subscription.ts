import { Temporal } from 'temporal-polyfill'
import { type Calendar, calendarInWords, workingDay } from './holidays.ts'
import type { Moment } from './moment.ts'

/** Where a digest goes: a channel of a workspace, by the platform's own ids. */
export type Channel = { workspace: string; channel: string }

/** 1 is Monday, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Once a week by the clock on a channel's wall. */
export type Weekly = {
  weekday: Weekday
  /** `09:00`, of 24 hours. */
  time: string
  /** An IANA name: `Europe/London`. */
  zone: string
  /** On these bank holidays none comes: it moves within its week. */
  holidays?: Calendar
}

export type Subscription = Channel & {
  weekly: Weekly
  /** Topics and places the channel cares for, as its people wrote them; may be empty. */
  about: string
  /** The place or area that the channel has set as its own. */
  home?: string
  /** Who is told when the digest stops: the platform's user id. */
  by: string
  /** When the weekly time was last set: nothing due before it is owed. */
  since: Moment
  /** Why the digest stopped by itself, and whether `by` has been told. */
  stopped?: { at: Moment; why: string; told: boolean }
}

/** One key for one channel. A platform's ids hold no spaces. */
export function channelKey({ workspace, channel }: Channel): string {
  return `${workspace} ${channel}`
}

/** A weekly time in one week. */
export type Slot = {
  /** ISO week of the local date: `2026-W49`. */
  week: string
  due: Temporal.Instant
}

/**
 * The slot in the ISO week that holds the local date of `near`, moved by whole `weeks`. A time that the clocks skip
 * is due as much later as they jump; one that comes twice is due the first time. A bank holiday of the channel's moves it
 * within its ISO week, so that every week has one.
 */
export function slotNear(weekly: Weekly, near: Temporal.Instant, weeks = 0): Slot {
  const today = near.toZonedDateTimeISO(weekly.zone).toPlainDate()
  const wished = today.add({ days: weekly.weekday - today.dayOfWeek + 7 * weeks })
  const date = weekly.holidays ? workingDay(wished, weekly.holidays) : wished
  const due = date
    .toPlainDateTime(Temporal.PlainTime.from(weekly.time))
    .toZonedDateTime(weekly.zone, { disambiguation: 'compatible' })
  return { week: weekOf(date), due: due.toInstant() }
}

/** The first slot after `now`. */
export function nextSlot(weekly: Weekly, now: Temporal.Instant): Slot {
  const here = slotNear(weekly, now)
  return Temporal.Instant.compare(here.due, now) > 0 ? here : slotNear(weekly, now, 1)
}

/** `2026-W49`, of the ISO calendar: the first days of January may belong to the last week of the year before. */
export function weekOf(date: Temporal.PlainDate): string {
  return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`
}

/** `Monday 30 November 2026 at 09:00` on the wall of that zone. */
export function dueInWords(due: Temporal.Instant, zone: string): string {
  const local = due.toZonedDateTimeISO(zone)
  const day = local.toPlainDate().toLocaleString('en-GB', { dateStyle: 'full' }).replace(',', '')
  return `${day} at ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

/** `Monday 4 May 2026 is a bank holiday there.` Undefined where it comes on its day. */
export function movedInWords({ weekday, holidays, zone }: Weekly, due: Temporal.Instant): string | undefined {
  const date = due.toZonedDateTimeISO(zone).toPlainDate()
  if (!holidays || date.dayOfWeek === weekday) return undefined
  const wished = date.add({ days: weekday - date.dayOfWeek })
  const day = wished.toLocaleString('en-GB', { dateStyle: 'full' }).replace(',', '')
  return `${day} is a bank holiday in ${calendarInWords(holidays)}.`
}
