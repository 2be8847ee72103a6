/** The times of the protocol, in seconds. What was measured of it is told in docs/decisions. */
export type Pace = {
  /** From one look at what is owed to the next. */
  tick: number
  /** From fixing a time to post until that time, at the least. */
  margin: number
  /** So shortly before the time to post, a message that is not waiting may have been shown already. */
  guard: number
  /** So long a request that got lost may still arrive. */
  settle: number
  /** So long nobody else touches what one instance works on. */
  lease: number
  /** Before the second try; twice as long before the third, and so on, to `patience` at most. */
  retry: number
  patience: number
}

export const PACE: Pace = {
  tick: 30,
  margin: 90,
  guard: 30,
  settle: 3.5,
  lease: 45,
  retry: 30,
  patience: 900,
}
