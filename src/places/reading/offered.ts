import type { KnownPlace } from '../../knowledge/records.ts'
import { distinct } from '../gazetteer.ts'
import type { Locality } from '../locality.ts'
import type { Who } from '../meant.ts'
import { type Run, unknownRuns } from './correct-spelling.ts'
import type { Near, Nearby } from './near.ts'
import type { Asked } from './parse-question.ts'

/** `Glasow and Germany`: all that was not understood is a slip from names we hold. They are offered with the rest. */
export function mistyped(asked: Asked, around: Run | undefined, near: Near): Who | undefined {
  const runs: readonly Run[] = around ? [around] : unknownRuns(asked)
  const nearby = runs.map(({ key }) => near.near(key))
  if (runs.length === 0 || nearby.some(({ slips }) => slips === 0)) return undefined
  const [only, ...more] = runs
  const slips = nearby.flatMap(({ choices, slips }) => choices.slice(0, slips))
  const alike = nearby.length === 1 ? nearby.flatMap(({ choices }) => choices) : []
  const others = distinctOf([...nearby.flatMap(({ others }) => others), ...unheld(asked)]).slice(0, 2)
  return {
    how: 'near',
    typed: only && more.length === 0 ? only.typed : asked.typed,
    choices: few(slips, alike, others),
    others,
    beside: around
      ? []
      : asked.readings.flatMap(({ held: [one, ...more] }) =>
          one && more.length === 0 ? [one.locality] : [],
        ),
    isSlip: true,
  }
}

/** Three in all, but each that is one slip away. */
function few(
  slips: readonly Locality[],
  more: readonly Locality[],
  others: readonly KnownPlace[],
): readonly Locality[] {
  const choices = distinct([...slips, ...more])
  return choices.slice(0, Math.max(distinct(slips).length, 3 - others.length))
}

/** Offers the places that were understood, then those that come near the whole. */
export function missed(asked: Asked, nearby: Nearby): Who {
  const { typed, readings } = asked
  const named = readings.flatMap(({ held, inside }) => [
    ...held.map(({ locality }) => locality),
    ...(inside ? [{ is: 'place' as const, place: inside }] : []),
  ])
  const slips = nearby.choices.slice(0, nearby.slips)
  const others = distinctOf([...nearby.others, ...unheld(asked)]).slice(0, 2)
  const choices = few(slips, [...named, ...nearby.choices], others)
  if (choices.length + others.length === 0) return { how: 'unknown', typed }
  return { how: 'near', typed, choices, others, beside: [], isSlip: false }
}

function distinctOf(places: readonly KnownPlace[]): readonly KnownPlace[] {
  return [...new Set(places)]
}

/** The largest of the places that exist under each name that we hold nothing under. */
function unheld({ readings }: Asked): readonly KnownPlace[] {
  return readings
    .filter(({ held, inside }) => held.length === 0 && !inside)
    .flatMap(({ known }) => known.slice(0, 1))
}
