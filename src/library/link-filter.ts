import type { Day, Holder, PartialDate, Status } from '../answer/answer.ts'
import { lastDayOf } from '../answer/in-words.ts'
import type { Assertion } from '../knowledge/records.ts'
import type { Decided } from '../knowledge/records-on-links.ts'
import { kindGroups } from '../knowledge/same-kind.ts'
import { isIn as isInPart, type PartOfTheWorld } from '../places/countries.ts'
import { covers, type Locality } from '../places/locality.ts'
import { fold } from '../search/words/fold.ts'
import type { Period } from './ends-of-councils.ts'
import { type Link, stands } from './link.ts'

/**
 * Years, both included; `or` other ones: the 1950s or the 1970s. `days`: those of a month, or one, where it was named. What has a
 * day of its own is told by these; when links began, by years.
 */
export type Years = { from?: number; to?: number; days?: Days; or?: Years }

/** `named`: the months and days without their year, `15 July`. */
export type Days = Period & { named: readonly string[] }

/** A status by which links stand; or more of them: nobody has said otherwise (`stands`), `doubt`. */
export type State = Status | 'stands' | 'doubt'

/** By until when they run, or by when they are to be reviewed: in these years; past on the day of asking, or not yet. */
export type AgreementFilter = { by: 'until' | 'review'; years?: Years; is?: 'over' | 'running' }

/** Which of the links are wanted; together the parts narrow. */
export type LinkFilter = {
  /** Any of them. */
  state?: readonly State[]
  heldBy?: Holder
  /** An association that held it was dissolved. */
  isDissolved?: true
  /** Words of which any source calls the link by one: `friendship`. */
  kind?: readonly string[]
  /** When it began, by any statement. */
  since?: Years
  /** Of which no source says when it began. */
  isUndated?: true
  /** Of when it stood so, by the statement that decides: `ended since 2022`. */
  on?: Years
  continents?: readonly PartOfTheWorld[]
  outside?: readonly Locality[]
  outsideContinents?: readonly PartOfTheWorld[]
  /** Whose newest dated evidence is older than this year. */
  evidenceBefore?: number
  /** Of decisions: only those that decided this. Narrows no links. */
  decided?: Decided
  /** What it is about; of links that have not ended. */
  theme?: string
  /** Of agreements: only those whose days are so. Narrows no links. */
  agreement?: AgreementFilter
  /** Five-yearly anniversaries that fall into this year. */
  anniversary?: number
  /** Of places here that have so many of those that all else leaves: `more than one German twin`. */
  atLeast?: number
  /** What any of these leaves is left out: `not ended`. */
  unless?: readonly LinkFilter[]
}

/** By what the source’s word means, or by a word of its own. */
export function isOfKind(said: string, asked: string): boolean {
  return kindGroups(said).includes(asked) || fold(said).split(' ').includes(asked)
}

/**
 * `Ended with Russia in 2022`: years are those in which links began, unless none of the ended ones did; then they are those of
 * the end.
 */
export function orOfTheEnd(links: readonly Link[], { since, ...others }: LinkFilter): LinkFilter {
  const asked = since ? { ...others, since } : others
  if (!since || !others.state?.some(isNoBeginning) || filtered(links, asked).length > 0) return asked
  const ofEnd = { ...others, on: since }
  return filtered(links, ofEnd).length > 0 ? ofEnd : asked
}

/** It is told of a link on a day after it began. */
export function isNoBeginning(state: State): boolean {
  return ['ended', 'ending', 'suspended', 'dormant', 'retained'].includes(state)
}

/** Every link that the filter leaves, in the order they came. */
export function filtered(links: readonly Link[], filter: LinkFilter): readonly Link[] {
  const left = links.filter((link) => matches(link, filter))
  const { atLeast } = filter
  if (atLeast === undefined) return left
  const ofPlaces = Map.groupBy(left, ({ place }) => place.id)
  return left.filter(({ place }) => (ofPlaces.get(place.id)?.length ?? 0) >= atLeast)
}

export function matches(link: Link, filter: LinkFilter): boolean {
  const {
    state,
    heldBy,
    isDissolved,
    kind,
    since,
    isUndated,
    on,
    continents,
    outside,
    outsideContinents,
    anniversary,
    evidenceBefore,
    theme,
    unless,
  } = filter
  const { assertions, decisive, twin } = link
  return (
    (!state || state.some((one) => isIn(link, one))) &&
    (!heldBy || assertions.some((one) => one.heldBy === heldBy)) &&
    (!isDissolved || assertions.some(({ dissolved }) => dissolved !== undefined)) &&
    (!kind || assertions.some((one) => kind.some((word) => isOfKind(one.kind, word)))) &&
    (!since || assertions.some((one) => within(one.since, since))) &&
    (!theme || (link.themes.includes(theme) && (state !== undefined || link.standing !== 'ended'))) &&
    (!isUndated || yearsOf(link).length === 0) &&
    (!on || within(decisive?.on, on)) &&
    (!continents || continents.some((one) => isInPart(twin.country, one))) &&
    (evidenceBefore === undefined || isOlder(assertions, evidenceBefore)) &&
    !outside?.some((one) => covers(one, twin)) &&
    !outsideContinents?.some((one) => isInPart(twin.country, one)) &&
    (anniversary === undefined || (link.standing !== 'ended' && isAnniversary(assertions, anniversary))) &&
    !unless?.some((one) => matches(link, one))
  )
}

function isIn(link: Link, state: State): boolean {
  if (state === 'stands') return stands(link)
  if (state === 'active' || state === 'listed' || state === 'doubt' || state === 'ended') {
    return link.standing === state
  }
  return link.decisive?.status === state
}

function isOlder(assertions: readonly Assertion[], year: number): boolean {
  const dated = assertions.flatMap(({ on }) => (on === undefined ? [] : [yearOf(on)]))
  return dated.length > 0 && Math.max(...dated) < year
}

/** Years beside what has a day of its own: of a decision there is no beginning. */
export function yearsAsked({ since, on }: LinkFilter): Years | undefined {
  return since ?? on
}

/** Whether a day lies in the years that are asked for; any does where none are. */
export function isWithin(date: PartialDate | undefined, filter: LinkFilter): boolean {
  const years = yearsAsked(filter)
  return !years || within(date, years)
}

export function within(date: PartialDate | undefined, { from = 0, to = 9999, days, or }: Years): boolean {
  if (date === undefined) return false
  const year = yearOf(date)
  const isIn = days ? isAllIn(date, days) : year >= from && year <= to
  return isIn || (or !== undefined && within(date, or))
}

/** Only some of its days are in them: of what is of 2022 nobody knows whether it is of March. */
export function mayBeWithin(date: PartialDate | undefined, years: Years): boolean {
  if (date === undefined || within(date, years)) return false
  const { days, or } = years
  const isPartly =
    days !== undefined && firstDayOf(date) <= (days.to ?? '9999') && lastDayOf(date) >= (days.from ?? '')
  return isPartly || (or !== undefined && mayBeWithin(date, or))
}

function isAllIn(date: PartialDate, { from = '', to = '9999' }: Period): boolean {
  return firstDayOf(date) >= from && lastDayOf(date) <= to
}

function firstDayOf(date: PartialDate): Day {
  return `${date}-01-01`.slice(0, 10)
}

/** The filter by years alone, with the months and days that this leaves out. */
export function byYears({ since, on, ...others }: LinkFilter): {
  filter: LinkFilter
  passed: readonly string[]
} {
  const filter = {
    ...others,
    ...(since && { since: withoutDays(since) }),
    ...(on && { on: withoutDays(on) }),
  }
  return { filter, passed: [since, on].flatMap(daysIn) }
}

function withoutDays({ days: _days, or, ...years }: Years): Years {
  return { ...years, ...(or && { or: withoutDays(or) }) }
}

function daysIn(years: Years | undefined): readonly string[] {
  return years ? [...(years.days?.named ?? []), ...daysIn(years.or)] : []
}

export function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4))
}

const ROUND = 5

function isAnniversary(assertions: readonly Assertion[], year: number): boolean {
  return assertions.some(({ since }) => {
    const years = since === undefined ? 0 : year - yearOf(since)
    return years > 0 && years % ROUND === 0
  })
}

/** Every year in which a source says that it began, the earliest first. */
export function yearsOf({ assertions }: Pick<Link, 'assertions'>): readonly number[] {
  const years = assertions.flatMap(({ since }) => (since === undefined ? [] : [yearOf(since)]))
  return [...new Set(years)].sort((a, b) => a - b)
}

/** `decided to end`, or a state by which links are asked for: `decisions on ended links` are those that ended them. */
export function decidedIn({ decided, state }: LinkFilter): Decided | undefined {
  const [only] = state ?? []
  const byState = { ended: 'end', suspended: 'suspend', retained: 'retain' } as const
  return decided ?? byState[only as keyof typeof byState]
}
