import { Temporal } from 'temporal-polyfill'
import type { Weekly } from './subscription.ts'

/** A weekly time in one week. */
export type Slot = {
  /** ISO week of the local date: `2026-W49`. */
  week: string
  due: Temporal.Instant
}

/**
 * The slot in the ISO week that holds the local date of `near`, moved by whole `weeks`. A time that the clocks skip
 * is due as much later as they jump; one that comes twice is due the first time.
 */
export function slotNear(weekly: Weekly, near: Temporal.Instant, weeks = 0): Slot {
  const today = near.toZonedDateTimeISO(weekly.zone).toPlainDate()
  const date = today.add({ days: weekly.weekday - today.dayOfWeek + 7 * weeks })
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
