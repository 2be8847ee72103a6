import type { Answer, Group } from '../answer/answer.ts'
import { count, countryName } from '../answer/in-words.ts'
import type { Link, Side } from '../library/link.ts'
import { atHome, localityName, localitySubject, placeName } from '../places/locality.ts'
import { type AnswerContext, EMPTY_ANSWER } from './answer-context.ts'
import { holdsNothing } from './parts/holds-nothing.ts'
import { linkGroups } from './parts/link-groups.ts'
import { linkTable } from './parts/link-table.ts'

/** What two places on one side have in common: the same partner, or partners in the same country. */
export function shared({ one, other }: { one: Side; other: Side }, context: AnswerContext): Answer {
  const names = [localityName(one.locality), localityName(other.locality)]
  const name = names.join(' and ')
  const ask = `twins ${name}`
  const next = names.map((each) => ({ label: `Twins of ${each}`, ask: `twins ${each}` }))
  const empty = [one, other].find(({ links }) => links.length === 0)
  if (empty) {
    const missing = [localitySubject(empty.locality)]
    return { ...holdsNothing([localityName(empty.locality)], ask, context), next, missing }
  }

  const groups = atHome(one.locality)
    ? partnersInCommon(one, other, context)
    : placesInCommon(one, other, context)
  if (groups.length === 0) {
    const heading = `${name} share no partner and no country in what we hold`
    const lead = [
      `${names[0]} has ${count(one.links.length, 'link')} on record, ${names[1]} ${other.links.length}.`,
    ]
    return { ...OF_TWINS, outcome: 'nothing', ask, heading, lead, next, missing: [] }
  }
  const localities = [one.locality, other.locality]
  const heading = `What ${name} have in common`
  const links = [...one.links, ...other.links]
  const about = [one, other].map(({ locality }) => localitySubject(locality))
  return {
    ...OF_TWINS,
    outcome: 'found',
    ask,
    heading,
    table: linkTable({ caption: heading, links, groups, localities }, context),
    groups,
    next,
    about,
  }
}

const OF_TWINS = { ...EMPTY_ANSWER, command: 'twins', kind: 'knowledge' } as const

function partnersInCommon(one: Side, other: Side, context: AnswerContext): readonly Group[] {
  const twins = common(one, other, ({ twin }) => twin.id)
  const same = twins.flatMap((links) =>
    under(`Same partner: ${placeName(first(links).twin)}`, links, context),
  )
  const met = new Set(twins.flat())
  const countries = common(one, other, ({ twin }) => twin.country).filter((links) =>
    links.some((link) => !met.has(link)),
  )
  const near = countries.flatMap((links) =>
    under(`Same country: ${countryName(first(links).twin.country)}`, links, context),
  )
  return [...same, ...near]
}

function placesInCommon(one: Side, other: Side, context: AnswerContext): readonly Group[] {
  return common(one, other, ({ place }) => place.id).flatMap((links) =>
    under(first(links).place.name, links, context),
  )
}

/** Links of both sides, gathered where `key` occurs on both. */
function common(one: Side, other: Side, key: (link: Link) => string): readonly (readonly Link[])[] {
  const [ours, theirs] = [Map.groupBy(one.links, key), Map.groupBy(other.links, key)]
  return [...ours].flatMap(([value, links]) => {
    const met = theirs.get(value)
    return met ? [[...new Set([...links, ...met])]] : []
  })
}

function under(heading: string, links: readonly Link[], context: AnswerContext): readonly Group[] {
  const groups = linkGroups(links, 'several', context)
  return groups.map((group) => ({ ...group, under: heading, title: `${group.under} – ${group.title}` }))
}

function first(links: readonly Link[]): Link {
  return links[0] as Link
}
