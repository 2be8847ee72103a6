import type { Day, PartialDate } from '../answer/answer.ts'
import { count } from '../answer/in-words.ts'
import type { Area, Knowledge, Place } from '../knowledge/records.ts'
import { differences, isOld, type Link } from './link.ts'

/** A council area that exists, whether or not the folder has it. */
export type CouncilArea = Pick<Place, 'id' | 'name' | 'nation' | 'region' | 'authority'>

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
export type Existing = { areas: readonly Area[]; councils: readonly CouncilArea[] }

/** By nation, region and authority, in that order and by name. A council that was abolished counts as what took it in. */
export function coverageOf(
  knowledge: Knowledge,
  links: readonly Link[],
  { areas, councils }: Existing,
  today: Day,
): readonly AreaCoverage[] {
  const ids = new Set(councils.map(({ id }) => id))
  const councilOf = ({ id, within }: Place) => [id, ...within].find((one) => ids.has(one))
  const held = new Set(links.map(({ place }) => councilOf(place)))
  const looked = new Set(knowledge.looked.map(({ place }) => place))
  const all = new Map([...areas, ...knowledge.areas.values()].map((area) => [area.id, area]))
  const covered = [...all.values()]
    .filter(({ kind }) => AREA_KINDS.some((one) => one === kind))
    .map(({ id, name, kind }) => {
      const isIn = ({ nation, region, authority }: CouncilArea) => [nation, region, authority].includes(id)
      const inside = councils.filter(isIn)
      const empty = inside.filter((council) => !held.has(council.id))
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
        searched: namesOf(empty.filter((council) => looked.has(council.id))),
        unseen: namesOf(empty.filter((council) => !looked.has(council.id))),
      }
    })
  const rank = ({ kind }: AreaCoverage) => (AREA_KINDS as readonly string[]).indexOf(kind)
  return covered.sort((a, b) => rank(a) - rank(b) || inEnglish(a.name, b.name))
}

/** `England: 640 links in 1,100 statements from 320 sources; evidence of 1987 to 2026; sources differ on 40; 80 are old.` */
export function coverageInWords(area: AreaCoverage): string {
  const { name, councils, held, links, statements, sources, oldest, newest, differ, old } = area
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
