import { Temporal } from 'temporal-polyfill'
import type { PartialDate, Status } from '../../answer/answer.ts'
import { dateInWords } from '../../answer/in-words.ts'
import type { Assertion } from '../../knowledge/records.ts'
import { sourceLabel } from '../../library/finding.ts'
import { differences, type Link } from '../../library/link.ts'
import { linkKey } from '../edition.ts'
import { assertionFindings, type Basis, type Item, linkTitle } from './item.ts'

/** Links in any of these states are not celebrated. */
export const OVER: readonly Status[] = ['suspended', 'ending', 'ended']

/** Of dates known only to the month or the year, round numbers of years. */
const ROUND = 5

/** First and last day, both included. */
export type Days = { from: Temporal.PlainDate; to: Temporal.PlainDate }

/**
 * Anniversaries of the days in question: to the day where the source gives the day; of the month or the year where it
 * gives no more than that, in round numbers and once a year (`shown` holds the keys of earlier ones). None beside other
 * news of that link (`said`), nor of a link that any source calls suspended or ended.
 */
export function anniversaries(
  links: readonly Link[],
  days: Days,
  shown: ReadonlySet<string>,
  said: ReadonlySet<string>,
  basis: Basis,
): readonly Item[] {
  const found = links
    .filter(({ assertions }) => !assertions.some(({ status }) => status && OVER.includes(status)))
    .flatMap((link) => ofLink(link, days))
    .filter(({ key, subject }) => !shown.has(key) && !said.has(subject))
  const exact = found.filter(({ toTheDay }) => toTheDay)
  // What is round this year can wait its turn; a day cannot.
  return (exact.length > 0 ? exact : found.slice(0, 1)).map((one) => item(one, basis))
}

type OfLink = Pick<Item, 'key' | 'subject'> & {
  link: Link
  assertions: readonly Assertion[]
  anniversary: Anniversary
  toTheDay: boolean
}

function ofLink(link: Link, days: Days): readonly OfLink[] {
  const dates = Map.groupBy(
    link.assertions.filter(({ since }) => since !== undefined),
    ({ since }) => since,
  )
  return [...dates].flatMap(([since, assertions]) => {
    const found = since === undefined ? undefined : anniversary(since, days)
    const [first] = assertions
    if (!found || !first) return []
    const subject = linkKey(first)
    const key = `anniversary ${subject} ${found.since} ${found.year}`
    return [{ key, subject, link, assertions, anniversary: found, toTheDay: found.since.length > 7 }]
  })
}

type Anniversary = { since: PartialDate; years: number; when: string; year: number }

function anniversary(since: PartialDate, days: Days): Anniversary | undefined {
  const [year = 0, month, day] = since.split('-').map(Number)
  if (month && day) return toTheDay(since, year, days)
  const round = (years: number) => years > 0 && years % ROUND === 0
  const there = days.to.year
  if (!round(there - year) || (month && month !== days.to.month)) return undefined
  const when = month ? dateInWords(`${there}-${String(month).padStart(2, '0')}`) : String(there)
  return { since, years: there - year, when, year: there }
}

function toTheDay(since: PartialDate, year: number, { from, to }: Days): Anniversary | undefined {
  const first = Temporal.PlainDate.from(since)
  for (const there of new Set([from.year, to.year])) {
    // 29 February is kept on the 28th of a common year.
    const date = first.with({ year: there }, { overflow: 'constrain' })
    const within = Temporal.PlainDate.compare(date, from) >= 0 && Temporal.PlainDate.compare(date, to) <= 0
    if (within && there > year) {
      return { since, years: there - year, when: dateInWords(date.toString()), year: there }
    }
  }
  return undefined
}

function item({ key, subject, link, assertions, anniversary: found }: OfLink, basis: Basis): Item {
  const [first] = assertions as [Assertion, ...Assertion[]]
  return {
    key,
    subject,
    group: {
      title: linkTitle(link),
      lead: inWords(link, first, found, basis),
      findings: assertionFindings(assertions, basis),
    },
  }
}

/** Names the event by the source's own word, and says who dates it. */
function inWords(link: Link, { kind, source }: Assertion, found: Anniversary, { knowledge }: Basis): string {
  const event = kind === 'not stated' ? 'the start of this link' : `the start of this link (“${kind}”)`
  const cited = knowledge.sources.get(source)
  const by = cited ? ` by ${sourceLabel(cited)}` : ''
  const disputed = differences(link).some(({ on }) => on === 'start')
    ? ' Other sources give another start.'
    : ''
  return `${found.when}: ${found.years} years since ${event}, dated ${dateInWords(found.since)}${by}.${disputed}`
}
