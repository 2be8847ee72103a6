import type { Citation, Direct } from '../../answer/answer.ts'
import { AND, count, dateInWords, OR } from '../../answer/in-words.ts'
import type { Assertion } from '../../knowledge/records.ts'
import { holdingInWords } from '../../knowledge/records-on-links.ts'
import { citation, sourceLabel, sourceOf } from '../../library/finding.ts'
import { differences, type Link, stands } from '../../library/link.ts'
import { type LinkFilter, matches, yearOf, yearsOf } from '../../library/link-filter.ts'
import { placeName } from '../../places/locality.ts'
import type { AnswerContext } from '../answer-context.ts'

/** Longer lists are told by their ends, and stand below. */
export const MOST_NAMED = 5

/** How one link of an answer is called: by the end that was not asked for. */
export type NameOf = (link: Link) => string

/** `Since 1969, say Leeds City Council (2021) and TwinTowns (2015).` Where sources differ, every value. */
export function startOf(link: Link, context: AnswerContext, asAge = false): Direct {
  const dated = link.assertions.filter(({ since }) => since !== undefined)
  if (dated.length === 0) {
    const sentence = `No start is recorded: ${named(link.assertions, context)} ${link.assertions.length > 1 ? 'give' : 'gives'} none.`
    return { sentence, cites: citesOf(link.assertions, context) }
  }
  const values = startsSaid(dated, context)
  const isDisputed = differences(link).some(({ on }) => on === 'start')
  const age = asAge ? `${agesOf(link, context)}: ` : ''
  const sentence = isDisputed ? `${age}sources differ: ${values}.` : `${age}since ${values}.`
  return { sentence: capitalised(sentence), cites: citesOf(dated, context) }
}

/** `1988, says Yorkshire Evening Post (2018); 1989, says Global Leeds (no date)` */
export function startsSaid(dated: readonly Assertion[], context: AnswerContext): string {
  const byDate = Map.groupBy(dated, ({ since }) => since ?? '')
  return [...byDate]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([since, said]) => `${dateInWords(since)}, ${whoSays(said, context)}`)
    .join('; ')
}

/** `57 years in 2026`, `37 or 38 years in 2026`: years, and not days, are what sources give. */
function agesOf(link: Link, { today }: AnswerContext): string {
  const now = yearOf(today)
  const ages = yearsOf(link).map((year) => now - year)
  return `${OR.format(ages.toReversed().map(String))} years in ${now}`
}

/** Of several: each year where they are few, else the first and the last. */
export function startsOf(links: readonly Link[], nameOf: NameOf, context: AnswerContext): Direct {
  const [only, another] = links
  if (only && !another) return startOf(only, context)
  const dated = byYear(links).filter((link) => yearsOf(link).length > 0)
  const named = (link: Link) => `${nameOf(link)} ${yearsOf(link).join(' / ')}`
  const [first, last] = [dated[0], dated.at(-1)]
  if (!first || !last)
    return { sentence: `None of the ${count(links.length, 'link')} has a year.`, cites: [] }
  const few = dated.length <= MOST_NAMED
  const told = few
    ? dated.map(named).join('; ')
    : `From ${named(first)} to ${named(last)}, of the ${count(links.length, 'link')} recorded here`
  return {
    sentence: `${told}${noYear(links)}.`,
    cites: citesOf((few ? dated : [first, last]).flatMap(withStart), context),
  }
}

/** `; 4 of them have no year` */
export function noYear(links: readonly Link[]): string {
  const without = links.filter((link) => yearsOf(link).length === 0).length
  return without > 0 ? `; ${without} of them ${without === 1 ? 'has' : 'have'} no year` : ''
}

/** As many numbers of people as one reads through. */
const MOST_COUNTED = 20

/** How many people live in the partners, the most first; of places here no list that is held says so. */
export function sizesOf(
  links: readonly Link[],
  context: AnswerContext,
): { links: readonly Link[]; direct: Direct } {
  const size = ({ twin }: Link) => twin.population ?? 0
  const sorted = links.toSorted((a, b) => size(b) - size(a))
  const twins = [...new Set(sorted.map(({ twin }) => twin))].filter(({ population }) => population)
  const [named, more] = [twins.slice(0, MOST_COUNTED), twins.length - MOST_COUNTED]
  const numbers = named.map(({ name, population = 0 }) => `${name} ${population.toLocaleString('en-GB')}`)
  const counted =
    twins.length > 0
      ? ` Of partners, GeoNames has: ${numbers.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`
      : ''
  const source = [...context.knowledge.statements.values()].find(({ topics }) => topics.includes(POPULATIONS))
  return {
    links: sorted,
    direct: {
      sentence: `How many people live in a place of the UK is not recorded here.${counted}`,
      cites: source ? [context.finding(source.id).cite] : [],
    },
  }
}

/** The topic of the statement that says where the numbers of people are from. */
const POPULATIONS = 'populations'

/** Whether one link stands as was asked, in its sources' own words. */
export function whether(link: Link, filter: LinkFilter, context: AnswerContext): Direct {
  const asked = filter.state ?? ['stands']
  // `Ended or suspended` is not answered with yes.
  if (!link.decisive || asked.length > 1) return stateOf(link, context)
  const { words, cites } = statesSaid(link, context)
  if (link.standing === 'listed' && !asked.includes('ended')) {
    return { sentence: inAList(words), cites }
  }
  const yes = matches(link, { state: asked })
  if (!yes && link.standing === 'doubt') return { sentence: `In doubt: ${words}.`, cites }
  return { sentence: `${yes ? 'Yes' : 'No'}: ${words}.`, cites }
}

/** How one link stands, by the statement that decides; every word where sources differ. */
export function stateOf(link: Link, context: AnswerContext): Direct {
  if (!link.decisive) return noState(link, context)
  const { words, cites } = statesSaid(link, context)
  if (link.standing === 'listed') return { sentence: inAList(words), cites }
  return { sentence: link.standing === 'doubt' ? `In doubt: ${words}.` : capitalised(`${words}.`), cites }
}

/** `active, says Leeds City Council (2021)`: by the statement that decides, and each one where they differ. */
function statesSaid(link: Link, context: AnswerContext): { words: string; cites: readonly Citation[] } {
  const { decisive } = link
  const said = differences(link).some(({ on }) => on === 'state') ? saying(link) : [decisive]
  const states = said.filter((one) => one !== undefined)
  const words = states.map((one) => `${one.status}, ${whoSays([one], context)}`).join('; ')
  return { words, cites: citesOf(states, context) }
}

function noState({ assertions }: Link, context: AnswerContext): Direct {
  const held = assertions.some(({ heldBy }) => heldBy === 'association') ? ', held by an association' : ''
  const sentence = `Recorded${held}; whether it is active is not stated by ${named(assertions, context)}.`
  return { sentence, cites: citesOf(assertions, context) }
}

function inAList(words: string): string {
  return `It is named in a list, and nothing newer says whether it is active: ${words}.`
}

/** Who holds one link, as each source has it. */
export function holderOf({ assertions }: Link, context: AnswerContext): Direct {
  const saying = assertions.filter(({ heldBy }) => heldBy !== undefined)
  if (saying.length === 0) {
    const sentence = `Who holds it is not recorded: ${named(assertions, context)} ${assertions.length > 1 ? 'do' : 'does'} not say.`
    return { sentence, cites: citesOf(assertions, context) }
  }
  const byHolder = Map.groupBy(saying, ({ heldBy, heldSince }) =>
    holdingInWords({ heldBy, heldSince }).join(),
  )
  const words = [...byHolder].map(([how, said]) => `${how}, ${whoSays(said, context)}`).join('; ')
  return { sentence: capitalised(`${words}.`), cites: citesOf(saying, context) }
}

export function withThemesFirst(links: readonly Link[]): readonly Link[] {
  return links.toSorted((one, other) => Number(one.themes.length === 0) - Number(other.themes.length === 0))
}

/** What each is about, by statements and agreements that name it; of many, how many are about each. */
export function themesOf(links: readonly Link[], nameOf: NameOf, context: AnswerContext): Direct | undefined {
  const told = links.filter(({ themes }) => themes.length > 0)
  if (told.length === 0) return undefined
  const all = [...new Set(told.flatMap(({ themes }) => themes))].sort()
  const many = (theme: string) => told.filter(({ themes }) => themes.includes(theme)).length
  const parts =
    told.length > MOST_NAMED
      ? [`of ${count(told.length, 'link')}, ${AND.format(all.map((theme) => `${many(theme)} on ${theme}`))}`]
      : told.map((link) => `${nameOf(link)}: ${AND.format(link.themes)}`)
  return { sentence: capitalised(`${parts.join('; ')}.`), cites: citesOfThemes(told, context) }
}

function citesOfThemes(links: readonly Link[], { knowledge, finding }: AnswerContext): readonly Citation[] {
  const agreed = ({ place, twin }: Link) =>
    knowledge.agreements.filter((one) => one.place === place.id && one.twin === twin.id)
  const said = links.flatMap((link) => [...link.assertions, ...agreed(link)])
  const naming = said.filter(({ themes = [] }) => themes.length > 0)
  return [...new Map(naming.map(({ source, id }) => [source, finding(id).cite])).values()]
}

/** The earliest year first; links without one last, as they came. */
export function byYear(links: readonly Link[]): readonly Link[] {
  const year = (link: Link) => yearsOf(link)[0] ?? Number.POSITIVE_INFINITY
  return links.toSorted((a, b) => year(a) - year(b) || 0)
}

/** Whether there is a link at all: `is Leeds twinned with Dortmund`. */
export function whetherThere(link: Link, context: AnswerContext): Direct {
  const known = stands(link)
    ? link.assertions.slice(0, 2)
    : [link.decisive ?? (link.assertions[0] as Assertion)]
  const how = stands(link) ? 'Yes' : `It is recorded as ${link.decisive?.status}`
  return { sentence: `${how}, ${whoSays(known, context)}.`, cites: citesOf(known, context) }
}

function saying({ assertions }: Link): readonly Assertion[] {
  return assertions.filter(({ status }) => status !== undefined)
}

/** The statement that says most of where a link stands. */
export function telling({ decisive, assertions }: Link): Assertion {
  return decisive ?? (assertions[0] as Assertion)
}

export function withStart({ assertions }: Link): readonly Assertion[] {
  return assertions.filter(({ since }) => since !== undefined)
}

/** `says Leeds City Council (2021)` */
function whoSays(said: readonly Assertion[], context: AnswerContext): string {
  return `${new Set(said.map(({ source }) => source)).size === 1 ? 'says' : 'say'} ${named(said, context)}`
}

function named(said: readonly Assertion[], { knowledge }: AnswerContext): string {
  const who = said.map(({ source }) => sourceLabel(sourceOf(source, knowledge)))
  return AND.format([...new Set(who)])
}

/** Each document once. */
export function citesOf(
  said: readonly Assertion[],
  { knowledge, today }: AnswerContext,
): readonly Citation[] {
  const bySource = new Map(said.map((one) => [one.source, one]))
  return [...bySource.values()].map((one) => citation(one, knowledge, today))
}

/** `Dortmund, Germany` where Leeds was asked for, `Leeds` for Dortmund, else both ends. */
export function namer(asked: { home: boolean; far: boolean }): NameOf {
  return ({ place, twin }) => {
    if (asked.home && !asked.far) return placeName(twin)
    return asked.far && !asked.home ? place.name : `${place.name} – ${placeName(twin)}`
  }
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
