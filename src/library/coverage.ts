import type { Day, PartialDate } from '../answer/answer.ts'
import { count } from '../answer/in-words.ts'
import type { Area, Knowledge, Place } from '../knowledge/records.ts'
import { differences, isOld, type Link } from './link.ts'

/** A council area that exists, whether or not the folder has it. */
export type CouncilArea = Pick<Place, 'id' | 'name' | 'nation' | 'region' | 'authority'> & {
  /** Degrees. */
  lat: number | string
  lon: number | string
}

/** What is held of a nation, a region or a combined authority: all its councils, with the towns in them. */
export type AreaCoverage = {
  id: string
  name: string
  kind: Area['kind']
  /** How many council areas there are in it, and of how many a link is held. */
  councils: number
  held: number
  links: number
  statements: number
  sources: number
  /** Links on which sources do not agree, and links whose newest evidence is old or has no date. */
  differ: number
  old: number
  /** The oldest and the newest evidence that has a date. */
  oldest?: PartialDate
  newest?: PartialDate
  /** The last day on which a statement was compared with its source. */
  checked?: Day
  /** Where somebody looked and found nothing; where nobody looked. Names of council areas. */
  searched: readonly string[]
  unseen: readonly string[]
}

export const AREA_KINDS = ['nation', 'region', 'combined authority'] as const

/** What there is to be looked at, whether or not the folder has it. */
export type Existing = {
  areas: readonly Area[]
  councils: readonly CouncilArea[]
  /** Where a town of that id lies, in degrees; council areas are found by theirs. */
  byId(id: string): { lat: string; lon: string } | undefined
}

/** None is known of. */
export const NO_AREAS: Existing = { areas: [], councils: [], byId: () => undefined }

/** A council area with the links of it and of the towns in it; where none is held, whether somebody looked for one. */
export type CouncilSeen = CouncilArea & { links: number; searched: boolean }

export function councilsSeen(
  knowledge: Knowledge,
  links: readonly Link[],
  { councils }: Existing,
): readonly CouncilSeen[] {
  const many = Map.groupBy(links, councilIn(councils))
  const looked = new Set(knowledge.looked.map(({ place }) => place))
  return councils.map((council) => ({
    ...council,
    links: many.get(council.id)?.length ?? 0,
    searched: looked.has(council.id),
  }))
}

/** The council area in which a link is held. */
function councilIn(councils: readonly CouncilArea[]): (link: Pick<Link, 'place'>) => string | undefined {
  const ids = new Set(councils.map(({ id }) => id))
  return ({ place: { id, within } }) => [id, ...within].find((one) => ids.has(one))
}

/** By nation, region and authority, in that order and by name. A council that was abolished counts as what took it in. */
export function coverageOf(
  knowledge: Knowledge,
  links: readonly Link[],
  existing: Existing,
  today: Day,
): readonly AreaCoverage[] {
  const councils = councilsSeen(knowledge, links, existing)
  const covered = areasCovered(knowledge, existing).map(({ id, name, kind }) => {
    const isIn = ({ nation, region, authority }: CouncilArea) => [nation, region, authority].includes(id)
    const inside = councils.filter(isIn)
    const empty = inside.filter(({ links }) => links === 0)
    const namesOf = (some: readonly CouncilArea[]) => some.map(({ name }) => name).sort(inEnglish)
    return {
      id,
      name,
      kind,
      councils: inside.length,
      held: inside.length - empty.length,
      ...figures(
        links.filter(({ place }) => isIn(place)),
        today,
      ),
      searched: namesOf(empty.filter(({ searched }) => searched)),
      unseen: namesOf(empty.filter(({ searched }) => !searched)),
    }
  })
  const rank = ({ kind }: AreaCoverage) => (AREA_KINDS as readonly string[]).indexOf(kind)
  return covered.sort((a, b) => rank(a) - rank(b) || inEnglish(a.name, b.name))
}

/** The areas of which one can ask what is held of them. */
export function areasCovered(knowledge: Pick<Knowledge, 'areas'>, { areas }: Existing): readonly Area[] {
  const all = new Map([...areas, ...knowledge.areas.values()].map((area) => [area.id, area]))
  return [...all.values()].filter(({ kind }) => AREA_KINDS.some((one) => one === kind))
}

/** `England: 640 links in 1,100 statements from 320 sources; evidence of 1987 to 2026; sources differ on 40; 80 are old.` */
export function coverageInWords(area: AreaCoverage): string {
  const { name, councils, held, links, statements, sources, oldest, newest, differ, old, unseen } = area
  const dates =
    oldest && newest
      ? [`evidence of ${oldest.slice(0, 4)} to ${newest.slice(0, 4)}`]
      : ['no evidence with a date']
  const parts = [
    `${count(links, 'link')} in ${count(statements, 'statement')} from ${count(sources, 'source')}`,
    ...(links > 0 ? dates : []),
    ...(differ > 0 ? [`sources differ on ${differ.toLocaleString('en-GB')}`] : []),
    ...(old > 0
      ? [`of ${old.toLocaleString('en-GB')} the newest evidence is over five years old or undated`]
      : []),
    ...(councils > 0 ? [`links of ${held} of ${count(councils, 'council area')}`] : []),
    ...(unseen.length > 0 ? [`nobody has looked at ${unseen.length.toLocaleString('en-GB')}`] : []),
  ]
  return `${name}: ${parts.join('; ')}.`
}

function figures(links: readonly Link[], today: Day) {
  const statements = links.flatMap(({ assertions }) => assertions)
  const dates = statements.flatMap(({ on }) => on ?? []).sort()
  const [oldest, newest] = [dates[0], dates.at(-1)]
  const checked = statements
    .map(({ checked }) => checked.on)
    .sort()
    .at(-1)
  return {
    links: links.length,
    statements: statements.length,
    sources: new Set(statements.map(({ source }) => source)).size,
    differ: links.filter((link) => differences(link).length > 0).length,
    old: links.filter((link) => isOld((link.decisive ?? link.assertions[0])?.on, today)).length,
    ...(oldest !== undefined && { oldest }),
    ...(newest !== undefined && { newest }),
    ...(checked !== undefined && { checked }),
  }
}

function inEnglish(a: string, b: string): number {
  return a.localeCompare(b, 'en')
}
