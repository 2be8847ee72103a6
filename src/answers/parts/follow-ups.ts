import type { Ask, WebLink } from '../../answer/answer.ts'
import { count, countryName } from '../../answer/in-words.ts'
import type { Knowledge, Report } from '../../knowledge/records.ts'
import type { Library } from '../../library/library.ts'
import { differences, type Link, type Scope, stands } from '../../library/link.ts'
import type { LinkFilter } from '../../library/link-filter.ts'
import { atHome, type Locality, localityName } from '../../places/locality.ts'
import { reportAsk } from '../../question/commands.ts'
import { type Asking, asksAgain } from '../../question/query.ts'
import { keptFor } from '../../search/lazily.ts'
import type { AnswerContext } from '../answer-context.ts'

/** How many questions follow an answer at most. */
export const FOLLOW_UPS = 4

/**
 * Questions made from an answer's own links, chosen for use: the link on which most is said, one on which sources differ, those
 * that ended, and others of the same country.
 */
export function followUps(links: readonly Link[], asked: readonly Locality[]): readonly Ask[] {
  const seen = new Set(asked.length === 1 ? asked.map(endName) : [])
  const [telling] = byStatements(links)
  const ends = telling ? [telling.twin.name, telling.place.name] : []
  const onward = asked.some(atHome) ? ends.slice(0, 1) : [...homes(links), ...ends.slice(1)]
  const places = onward.filter((name) => !seen.has(name)).map(placeStep)
  const abroad = countries(links).filter(({ name }) => !asked.some((one) => localityName(one) === name))
  const steps = links.length > 1 ? [...evidence(links, asked), ...ended(links, asked)] : []
  const all = [...steps, ...[...abroad, ...places].map(toAsk)]
  return eachOnce(all)
}

/** As many as follow an answer at most; of two that ask the same the first. */
export function eachOnce<A extends Ask | WebLink>(asks: readonly A[]): readonly A[] {
  return asks
    .filter(({ ask }, at) => ask === undefined || asks.findIndex((one) => one.ask === ask) === at)
    .slice(0, FOLLOW_UPS)
}

function endName(one: Locality): string {
  return one.is === 'place' ? one.place.name : localityName(one)
}

/** The link with most statements, and the one with most of those on which sources differ. */
function evidence(links: readonly Link[], asked: readonly Locality[]): readonly Ask[] {
  const [most] = byStatements(links.filter(({ assertions }) => assertions.length > 1))
  const [differing] = byStatements(links.filter((link) => link !== most && differences(link).length > 0))
  const [only] = asked
  const isAlone =
    asked.length === 1 &&
    only?.is === 'place' &&
    links.every(({ place, twin }) => [place.id, twin.id].includes(only.place.id))
  const name = ({ place, twin }: Link) =>
    !isAlone ? `${place.name} – ${twin.name}` : atHome(only) ? twin.name : place.name
  const open = (link: Link, why: string) => ({
    label: `${name(link)} ${why}`,
    ask: `twins ${link.place.name} ${link.twin.name}`,
  })
  return [...(most ? [open(most, 'in full')] : []), ...(differing ? [open(differing, 'differs')] : [])]
}

/** A tie keeps the answer's order. */
function byStatements(links: readonly Link[]): readonly Link[] {
  return links.toSorted((one, other) => other.assertions.length - one.assertions.length)
}

/** Where some of the links ended and others did not. */
function ended(links: readonly Link[], asked: readonly Locality[]): readonly Ask[] {
  const many = links.filter(({ standing }) => standing === 'ended').length
  if (many === 0 || many === links.length || asked.length === 0) return []
  return [{ label: `${count(many, 'link')} ended`, ask: `twins ${asked.map(localityName).join(' ')} ended` }]
}

type Step = { name: string; label: string }

function toAsk({ label, name }: Step): Ask {
  return { label, ask: `twins ${name}` }
}

/** The place with most of these links. */
function homes(links: readonly Link[]): readonly string[] {
  return busiest(links, ({ place }) => place.name)
}

/** The country with most of these links, of whatever place. */
function countries(links: readonly Link[]): readonly Step[] {
  return busiest(links, ({ twin }) => countryName(twin.country)).map((name) => ({
    name,
    label: `Links with ${name}`,
  }))
}

function busiest(links: readonly Link[], of: (link: Link) => string): readonly string[] {
  const groups = [...Map.groupBy(links, of)].sort(([, one], [, other]) => other.length - one.length)
  return groups.slice(0, 1).map(([name]) => name)
}

function placeStep(name: string): Step {
  return { name, label: `Twins of ${name}` }
}

/** A button for each. `beside` are places named with them, and `asking` what was asked of them: both stay in the question. */
export function choices(
  localities: readonly Locality[],
  beside: readonly Locality[] = [],
  asking: Asking = { filter: {}, want: 'list' },
): readonly Ask[] {
  return localities.map((locality) => {
    const names = [locality, ...beside].map(localityName)
    return { label: names.join(' and '), ask: asksAgain(`twins ${names.join(' ')}`, asking) }
  })
}

/** Three places with the most links that still stand. */
export function examples({ links }: AnswerContext): readonly Ask[] {
  return examplesAmong(links)
}

const examplesAmong = keptFor((links: readonly Link[]): readonly Ask[] => {
  const byPlace = Map.groupBy(links.filter(stands), ({ place }) => place.name)
  const busiest = [...byPlace].sort(
    ([a, one], [b, other]) => other.length - one.length || a.localeCompare(b, 'en'),
  )
  return busiest.slice(0, 3).map(([name]) => ({ label: `Twins of ${name}`, ask: `twins ${name}` }))
})

/** Each topic of each report as a question. */
export function topics({ knowledge }: { knowledge: Knowledge }): readonly Ask[] {
  return topicsOfAll(knowledge.reports)
}

const topicsOfAll = keptFor((reports: readonly Report[]) => reports.flatMap(topicsOf))

export function topicsOf(report: Report): readonly Ask[] {
  return report.findings.map(({ title }) => ({ label: title, ask: reportAsk(report, title.toLowerCase()) }))
}

/** A question in words that this folder can answer: the topics of the first claim that has two of them. */
export function questionThatWorks({ knowledge, said }: Library): readonly Ask[] {
  const questions = knowledge.claims
    .filter(({ about, defines }) => about.length > 1 && !defines)
    .map(({ about }) => about.slice(0, 2).join(' and '))
  const works = questions.find((question) => said(question).strength === 'answer')
  return works ? [{ label: works, ask: `ask ${works}` }] : []
}

/** Where a filter leaves no link: all that it was to narrow, and what is written on a theme. */
export function instead({ localities, name, ask }: Scope, { theme }: LinkFilter): readonly Ask[] {
  return [
    ...(localities.length > 0 ? [{ label: `All links of ${name}`, ask }] : []),
    ...(theme ? [{ label: `What is said on ${theme}`, ask: `ask ${theme}` }] : []),
  ]
}
