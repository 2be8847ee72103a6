import type { Subscription } from '../../src/digest/schedule/subscription.ts'

/** A channel with a digest on Mondays, subscribed before the first of them that tests look at. */
export const POLICY: Subscription = {
  workspace: 'T1',
  channel: 'C1',
  weekly: { weekday: 1, time: '09:00', zone: 'Europe/London' },
  about: '',
  by: 'U1',
  since: '2026-11-02T10:00:00Z',
}
