import { Temporal } from 'temporal-polyfill'

/** An instant in UTC to the second, always written alike so that it sorts as text: `2026-11-30T09:00:00Z`. */
export type Moment = string

export function momentOf(instant: Temporal.Instant): Moment {
  return instant.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString()
}

export function instantOf(moment: Moment): Temporal.Instant {
  return Temporal.Instant.from(moment)
}

/** Whole seconds from `from` to `to`; negative when `to` is earlier. */
export function secondsBetween(from: Moment, to: Moment): number {
  return instantOf(to).epochMilliseconds / 1000 - instantOf(from).epochMilliseconds / 1000
}

export function later(moment: Moment, seconds: number): Moment {
  return momentOf(instantOf(moment).add({ milliseconds: Math.round(seconds * 1000) }))
}
