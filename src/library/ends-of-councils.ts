import type { Day, PartialDate } from '../answer/answer.ts'
import { lastDayOf } from '../answer/in-words.ts'
import { isAfter } from '../knowledge/dates.ts'
import type { Succession } from '../knowledge/records-on-links.ts'
import { surestFirst } from './councils.ts'

/** Which councils are asked for by their end; together the parts narrow. */
export type CouncilsAsked = {
  /** Those that end, or those that follow them. */
  are: 'ending' | 'new'
  /** `past`: their day has come; `ahead`: their end is decided; `proposed`: it is not. */
  time?: 'past' | 'ahead' | 'proposed'
  tier?: Tier
  period?: Period
}

/** Of which kind a council is, by its ONS code. */
export type Tier = 'district' | 'county' | 'unitary'

/** Days, both included, and how one says them: `in April 2027`. */
export type Period = { from?: Day; to?: Day; words: string }

/** Councils of which sources say the same, with all that they say of each, the surest first. */
export type CouncilsAlike = { councils: Succession['councils']; said: readonly Succession[] }

/**
 * How far the end of a council has come by a day. `overdue`: it was to end by now, and no source from after its day says that it did;
 * `undated`: it was decided, on which day it ends is not recorded.
 */
export const STAGES = ['ended', 'overdue', 'enacted', 'decided', 'undated', 'proposed', 'consulted'] as const

export type Stage = (typeof STAGES)[number]

/** Every council of which an end is recorded, those with the very same sources together. */
export function endingCouncils(successors: readonly Succession[]): readonly CouncilsAlike[] {
  const byName = new Map<string, { council: Succession['councils'][number]; said: Succession[] }>()
  for (const one of successors)
    for (const council of one.councils) {
      const before = byName.get(council.name)
      if (before) before.said.push(one)
      else byName.set(council.name, { council, said: [one] })
    }
  const alike = Map.groupBy(byName.values(), ({ said }) => said.map(({ id }) => id).join(' '))
  return [...alike.values()].flatMap((group) => {
    const [first] = group
    return first ? [{ councils: group.map(({ council }) => council), said: surestFirst(first.said) }] : []
  })
}

/** Every council that is named as one that follows. */
export function newCouncils(
  successors: readonly Succession[],
): readonly { name: string; said: readonly Succession[] }[] {
  const names = new Set(successors.flatMap(({ into }) => into))
  return [...names].map((name) => ({
    name,
    said: surestFirst(successors.filter(({ into }) => into.includes(name))),
  }))
}

export function stageOf(said: readonly Succession[], today: Day): Stage {
  const state = said[0]?.state ?? 'consulted'
  if (state === 'proposed' || state === 'consulted') return state
  const day = datedOf(said)[0]?.ends
  if (day === undefined) return state === 'ended' ? state : 'undated'
  const isAhead = isAfter(day, today)
  if (state === 'ended') return isAhead ? 'enacted' : state
  return isAhead ? state : 'overdue'
}

/** What tells the day of the end: of what is settled, where any is; the surest first. */
export function datedOf(said: readonly Succession[]): readonly (Succession & { ends: PartialDate })[] {
  const dated = said.flatMap((one) => (one.ends ? [{ ...one, ends: one.ends }] : []))
  const settled = dated.filter(isSettled)
  return settled.length > 0 ? settled : dated
}

/** What is proposed or consulted on names no successor. */
export function isSettled({ state }: Pick<Succession, 'state'>): boolean {
  return state === 'ended' || state === 'enacted' || state === 'decided'
}

const TIMES: Readonly<Record<NonNullable<CouncilsAsked['time']>, readonly Stage[]>> = {
  past: ['ended', 'overdue'],
  ahead: ['enacted', 'decided', 'undated'],
  proposed: ['proposed', 'consulted'],
}

/** Asked for by no time, they are those of which an end was decided at least. */
export function isOfTime(stage: Stage, { time }: CouncilsAsked): boolean {
  return time ? TIMES[time].includes(stage) : !TIMES.proposed.includes(stage)
}

/** A year or a month says by itself whether it has come; all days up to one, or from one on, do not. */
export function isOpen({ from, to }: Partial<Period>): boolean {
  return !from || !to
}

/** By any source; one that ends on 31 March is gone on 1 April. */
export function isInPeriod(said: readonly Succession[], { from = '', to = '9999' }: Period): boolean {
  return datedOf(said).some(({ ends }) => ends <= to && lastDay(ends) >= from)
}

/** `April 2028`, where a day of it is asked for: all that sources print for that time, where none of it says the day. */
export function printedOf(said: readonly Succession[], period: Period): readonly PartialDate[] {
  const { from = '', to = '9999' } = period
  const then = datedOf(said).filter((one) => isInPeriod([one], period))
  const isAllIn = ({ ends }: { ends: PartialDate }) =>
    ends.length === 10 || (`${ends}-01-01`.slice(0, 10) >= from && lastDayOf(ends) <= to)
  return then.some(isAllIn) ? [] : then.map(({ ends }) => ends)
}

function lastDay(day: PartialDate): Day {
  if (day.length < 10) return `${day}${day.length < 5 ? '-12-31' : '-31'}`
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

const TIERS: Readonly<Record<string, Tier>> = { E07: 'district', E10: 'county', E06: 'unitary' }

export function tierOf({ code }: { code: string }): Tier | undefined {
  return TIERS[code.slice(0, 3)]
}

const TIER_WORDS: Readonly<Record<Tier, string>> = {
  district: 'district councils',
  county: 'county councils',
  unitary: 'unitary councils',
}

const TIME_WORDS: Readonly<Record<NonNullable<CouncilsAsked['time']>, string>> = {
  past: 'that ended',
  ahead: 'that are to end',
  proposed: 'proposed to end',
}

/** As one can ask for them again: `district councils in Suffolk that end in 2028`. */
export function councilsInWords({ are, time, tier, period }: CouncilsAsked, where: string): string {
  const noun = tier ? TIER_WORDS[tier] : 'councils'
  return [
    are === 'new' ? 'new councils' : noun,
    where && `in ${where}`,
    are === 'ending' &&
      (time ? TIME_WORDS[time] : period && !isOpen(period) ? 'that end' : 'that end or ended'),
    period?.words,
  ]
    .filter(Boolean)
    .join(' ')
}
