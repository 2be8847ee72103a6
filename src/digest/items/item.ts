import type { Finding, Group } from '../../answer/answer.ts'
import type { Assertion, Knowledge, Statement } from '../../knowledge/records.ts'
import { disagreement, findingById, findingOf } from '../../library/finding.ts'
import type { Link } from '../../library/link.ts'
import { placeName } from '../../places/locality.ts'
import { linkKey, subjectOf } from '../edition.ts'

/** One thing a digest can say. */
export type Item = {
  /** Remembered once it was shown. */
  key: string
  /** The link or record it is about: said once in a digest. */
  subject: string
  group: Group
}

/** What an item is made with. `today` is the day in the channel's zone. */
export type Basis = { knowledge: Knowledge; today: string }

export function linkItem(key: string, link: Link, basis: Basis, lead?: string): Item {
  const [first] = link.assertions
  if (!first) throw new Error(`a link has at least one statement: ${linkTitle(link)}`)
  return {
    key,
    subject: linkKey(first),
    group: { title: linkTitle(link), lead, findings: assertionFindings(link.assertions, basis) },
  }
}

export function linkTitle({ place, twin }: Link): string {
  return `${place.name} – ${placeName(twin)}`
}

export function assertionFindings(assertions: readonly Assertion[], basis: Basis): readonly Finding[] {
  return assertions.map(({ id }) => findingById(id, basis.knowledge, basis.today))
}

/** A statement as an item of its own, under its finding's title. */
export function recordItem(
  key: string,
  statement: Statement,
  { knowledge, today }: Basis,
  lead?: string,
): Item {
  const finding = findingOf(statement, knowledge, today)
  const leads = [lead, disagreement(finding.id, knowledge)].filter((one) => one !== undefined)
  return {
    key,
    subject: subjectOf(statement),
    group: { title: finding.title, lead: leads.join(' ') || undefined, findings: [finding] },
  }
}
