import { Temporal } from 'temporal-polyfill'
import { instantOf, type Moment, momentOf } from '../../digest/schedule/moment.ts'

/** Our own clock, and the platform's as far as its replies tell it. Ours may be wrong, and may jump. */
export type Clock = {
  ours(): Moment
  platform(): Moment
  /** Takes in what the platform said its time was. */
  heard(at: Moment | undefined): void
}

export function twoClocks(now: () => Temporal.Instant): Clock {
  let ahead = Temporal.Duration.from({ seconds: 0 })
  return {
    ours: () => momentOf(now()),
    platform: () => momentOf(now().add(ahead)),
    heard(at) {
      if (at) ahead = now().until(instantOf(at))
    },
  }
}
