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
}

export type Subscription = Channel & {
  weekly: Weekly
  /** Topics and places the channel cares for, as its people wrote them; may be empty. */
  about: string
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
