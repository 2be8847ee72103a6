import type { Day, PartialDate, Status } from '../answer/answer.ts'
import { AND, newestFirst, OR, sameDate } from '../answer/in-words.ts'
import { STANDINGS, type Standing } from '../answer/table.ts'
import type { Assertion, Knowledge, Place } from '../knowledge/records.ts'
import type { Agreement } from '../knowledge/records-on-links.ts'
import { sameKind } from '../knowledge/same-kind.ts'
import { atHome, coveredBy, covers, type Locality, localityId, localityName } from '../places/locality.ts'
import { keptFor } from '../search/lazily.ts'
import { inOrder } from './link-order.ts'

/** One link between two places, with all that sources say of it, newest statement first. */
export type Link = {
  /** The ids of both ends, by which rows and groups of an answer know each other. */
  id: string
  place: Place
  twin: Place
  assertions: readonly Assertion[]
  standing: Standing
  /** What it is about, as its statements and agreements say. */
  themes: readonly string[]
  /** The statement by which it stands so; absent where none says a state. */
  decisive?: Assertion
}

/** Where a statement of each status puts its link. */
export const STANDING: Readonly<Record<Status, Standing>> = {
  active: 'active',
  retained: 'active',
  listed: 'listed',
  unclear: 'doubt',
  dormant: 'doubt',
  suspended: 'doubt',
  ending: 'doubt',
  ended: 'ended',
}

/** Nobody has said otherwise of it: reported active, or named in a list. */
export function stands({ standing }: Pick<Link, 'standing'>): boolean {
  return standing === 'active' || standing === 'listed'
}

/** Every link once, in their order. */
export function linksOf(knowledge: Knowledge): readonly Link[] {
  const byEnds = Map.groupBy(knowledge.assertions, ({ place, twin }) => `${place} ${twin}`)
  const agreed = Map.groupBy(knowledge.agreements, ({ place, twin }) => `${place} ${twin}`)
  const links = [...byEnds].map(([ends, assertions]) => linkOf(assertions, agreed.get(ends), knowledge))
  return inOrder(links, knowledge)
}

/** What the sources do not agree on, each value with who says it; one entry for each point in dispute. */
export type Difference = {
  on: 'start' | 'kind' | 'state'
  values: readonly { value: string; said: readonly Assertion[] }[]
}

export const differences = keptFor(({ assertions }: Link): readonly Difference[] => {
  // Nobody differs from themselves, and most links have one statement.
  if (assertions.length < 2) return []
  return [
    difference('start', assertions, ({ since }) => since, sameDate),
    difference('kind', assertions, ({ kind }) => (kind === 'not stated' ? undefined : kind), sameKind),
    difference(
      'state',
      assertions,
      ({ status }) => status,
      (one, other) => !contradict(one, other),
    ),
  ].filter((found) => found !== undefined)
})

function linkOf(
  assertions: readonly Assertion[],
  agreements: readonly Agreement[] = [],
  knowledge: Knowledge,
): Link {
  const sorted = assertions.toSorted((a, b) => newestFirst(a.on, b.on) || a.id.localeCompare(b.id))
  const [newest] = sorted as [Assertion, ...Assertion[]]
  const place = knowledge.places.get(newest.place)
  const twin = knowledge.places.get(newest.twin)
  if (!place || !twin) throw new Error(`a clean folder knows both places of ${newest.id}`)
  const decisive = decides(sorted)
  // A source that names a link and leaves its state open has named it.
  const themes = [...new Set([...sorted, ...agreements].flatMap(({ themes = [] }) => themes))]
  return {
    id: `${place.id} ${twin.id}`,
    place,
    twin,
    assertions: sorted,
    themes,
    standing: standingOf(decisive) ?? 'listed',
    decisive,
  }
}

/**
 * The newest dated statement that says a state. Of several of one day, or when none has a date, the least current one, so
 * as not to promise too much.
 */
function decides(newestFirst: readonly Assertion[]): Assertion | undefined {
  const saying = newestFirst.filter(({ status }) => status !== undefined)
  const newest = saying.filter(({ on }) => on === saying[0]?.on)
  const least = Math.max(...newest.map((one) => STANDINGS.indexOf(standingOf(one) ?? 'listed')))
  return newest.find((one) => standingOf(one) === STANDINGS[least])
}

function standingOf(assertion: Assertion | undefined): Standing | undefined {
  return assertion?.status && STANDING[assertion.status]
}

function difference(
  on: Difference['on'],
  assertions: readonly Assertion[],
  read: (assertion: Assertion) => PartialDate | string | undefined,
  agree: (one: string, other: string) => boolean = (one, other) => one === other,
): Difference | undefined {
  const values = new Map<string, Assertion[]>()
  for (const assertion of assertions) {
    const value = read(assertion)
    if (value !== undefined) values.set(value, [...(values.get(value) ?? []), assertion])
  }
  const said = [...values]
    .map(([value, said]) => ({ value, said }))
    .sort((a, b) => a.value.localeCompare(b.value))
  const disagree = said.some((one) => said.some((other) => !agree(one.value, other.value)))
  return disagree ? { on, values: said } : undefined
}

function contradict(one: string, other: string): boolean {
  const standing = (status: string) => ({ standing: STANDING[status as Status] })
  return stands(standing(one)) !== stands(standing(other))
}

/** Evidence of more years than this is called old. */
const OLD = 5

/** A year may have been its last day: only what is surely older is called old. */
export function isOld(evidence: string | undefined, today: Day): boolean {
  return evidence === undefined || lastDay(evidence) < `${Number(today.slice(0, 4)) - OLD}${today.slice(4)}`
}

/** A year or a month may have been its last day. */
export function lastDay(date: string): Day {
  return date + 'YYYY-12-31'.slice(date.length)
}

/** What the named places together ask for. */
export type Scope = {
  name: string
  /** The question, to be typed again. */
  ask: string
  localities: readonly Locality[]
  links: readonly Link[]
  /** Two places on one side of their links: what do they share? */
  shared?: { one: Side; other: Side }
}

export type Side = { locality: Locality; links: readonly Link[] }

/**
 * One locality: its links, from either end. Two on opposite sides (`Leeds Germany`): the links between them. Two on
 * one side (`Leeds Sheffield`): what they share; those of `either` (`Leeds or Sheffield`, `German and French links`). A
 * locality around another (`Leeds West Yorkshire`) only says which.
 */
export function scopeOf(
  named: readonly Locality[],
  links: readonly Link[],
  either?: 'either' | 'both',
): Scope {
  const once = [...new Map(named.map((one) => [localityName(one), one])).values()]
  const localities = once.filter((one) => !once.some((other) => other !== one && surrounds(one, other)))
  const [one, other] = localities
  const areTwo = one && other && localities.length === 2 && atHome(one) === atHome(other)
  const areCountries = localities.every(({ is }) => is === 'country')
  const isEither = areTwo && (either ?? (areCountries ? 'either' : 'both')) === 'either'
  const name = (isEither ? OR : AND).format(localities.map(localityName))
  const ask = `twins ${name}`
  if (areTwo && !isEither) {
    const shared = {
      one: { locality: one, links: touching(one, links) },
      other: { locality: other, links: touching(other, links) },
    }
    return { name, ask, localities, links: [], shared }
  }
  const homes = localities.filter(atHome)
  const fars = localities.filter((locality) => !atHome(locality))
  const [only, ...more] = homes.length > 0 ? homes : fars
  const among = only && more.length === 0 ? touching(only, links) : links
  const between = among.filter(
    ({ place, twin }) =>
      (homes.length === 0 || homes.some((home) => covers(home, place))) &&
      (fars.length === 0 || fars.some((far) => covers(far, twin))),
  )
  return { name, ask, localities, links: between }
}

/** All that the folder holds. */
export function everyLink(links: readonly Link[]): Scope {
  return { name: 'All places', ask: 'twins', localities: [], links }
}

/** Of all links, few are of one place, and most questions ask for those. */
function touching(locality: Locality, links: readonly Link[]): readonly Link[] {
  const { ofHome, ofTwin } = byCovering(links)
  return (atHome(locality) ? ofHome : ofTwin).get(localityId(locality)) ?? []
}

const byCovering = keptFor((links: readonly Link[]) => ({
  ofHome: grouped(links, ({ place }) => place),
  ofTwin: grouped(links, ({ twin }) => twin),
}))

function grouped(links: readonly Link[], end: (link: Link) => Place): ReadonlyMap<string, readonly Link[]> {
  const groups = new Map<string, Link[]>()
  for (const link of links)
    for (const id of coveredBy(end(link))) {
      const group = groups.get(id)
      if (group) group.push(link)
      else groups.set(id, [link])
    }
  return groups
}

function surrounds(outer: Locality, inner: Locality): boolean {
  if (inner.is === 'place') return covers(outer, inner.place)
  return outer.is === 'country' && inner.is === 'area' && outer.code === (inner.area.country ?? 'GB')
}
