/** The times of the protocol, in seconds. What was measured of it is told in docs/decisions. */
export type Pace = {
  /** From one look at what is owed to the next. */
  tick: number
  /** From fixing a time to post until that time, where it was not the time that is due. */
  lead: number
  /** The same, at the least. Shorter, and there is no room for a second try, or to take back what waits twice. */
  margin: number
  /** So long before the time to post, a second message that came in can still be taken back. */
  repair: number
  /** So long after its time, whatever waited has been shown. */
  guard: number
  /** So long a request that got lost may still arrive. */
  settle: number
  /** So long nobody else touches what one instance works on. */
  lease: number
  /** Before the second try; twice as long before the third, and so on, to `patience` at most. */
  retry: number
  patience: number
  /** So long after its time, a digest that was never sent gives way to the next one. */
  stale: number
}

export const PACE: Pace = {
  tick: 30,
  lead: 300,
  margin: 150,
  repair: 100,
  guard: 30,
  settle: 3.5,
  lease: 45,
  retry: 30,
  patience: 900,
  stale: 6 * 24 * 3600,
}
