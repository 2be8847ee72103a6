import type { Temporal } from 'temporal-polyfill'
import { dateInWords } from '../answer/dates.ts'
import { instantOf } from '../digest/schedule/moment.ts'
import type { RunHead } from '../digest/schedule/run.ts'
import { scheduleInWords, zoneExists } from '../digest/schedule/schedule-words.ts'
import { dueInWords, nextSlot, type Subscription } from '../digest/schedule/subscription.ts'

/** How the digest of a channel stands, a sentence each. `runs` are the channel's. */
export function stateInWords(
  subscription: Subscription,
  runs: readonly RunHead[],
  now: Temporal.Instant,
): readonly string[] {
  const { weekly, about, stopped } = subscription
  const last = runs.filter(({ state }) => LAST[state]).at(-1)
  return [
    stopped
      ? `Stopped on ${dateInWords(stopped.at.slice(0, 10))}: ${stopped.why} /digest on starts it again.`
      : `${scheduleInWords(weekly)}. ${nextInWords(subscription, runs, now)}`,
    about ? `It looks first for: ${about}.` : 'It has no topics yet: /digest about yorkshire, universities.',
    ...(last ? [`${dueInWords(instantOf(last.due), weekly.zone)}: ${inWords(last, now)}.`] : []),
  ]
}

/** How each state is told; those that say nothing to people are left out. */
const LAST: Partial<Record<RunHead['state'], string>> = {
  claimed: 'not posted yet',
  trying: 'being posted',
  handed: 'posted',
  doubtful: 'it is not known whether it was posted',
  skipped: 'left out, for nobody could post it in time',
  silent: 'there was nothing to say',
  refused: 'refused',
}

function inWords({ state, postAt, why }: RunHead, now: Temporal.Instant): string {
  const waiting = state === 'handed' && postAt !== undefined && instantOf(postAt).since(now).sign > 0
  const trouble = why && state !== 'handed' ? ` (${why})` : ''
  return (waiting ? 'handed over, waiting for its time' : (LAST[state] ?? state)) + trouble
}

/** When the next one is due. */
export function nextInWords(
  { weekly }: Subscription,
  runs: readonly RunHead[],
  now: Temporal.Instant,
): string {
  if (!zoneExists(weekly.zone)) return `This machine does not know the time zone ${weekly.zone}.`
  const taken = new Set(runs.filter(({ state }) => state !== 'withdrawn').map(({ week }) => week))
  let slot = nextSlot(weekly, now)
  // After another weekday was chosen, this week may have had its digest already.
  while (taken.has(slot.week)) slot = nextSlot(weekly, slot.due)
  return `The next is due on ${dueInWords(slot.due, weekly.zone)}.`
}
