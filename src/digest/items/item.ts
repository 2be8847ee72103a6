import type { Finding, Group } from '../../answer/answer.ts'
import type { Assertion, Knowledge } from '../../knowledge/entries.ts'
import { assertionFinding, claimFinding, disagreement, reportFinding } from '../../library/finding.ts'
import type { Link } from '../../library/link.ts'
import { placeName } from '../../places/locality.ts'
import { linkKey, type NewsRecord } from '../edition.ts'

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
  return assertions.map((assertion) => assertionFinding(assertion, basis.knowledge, basis.today))
}

export function recordItem(key: string, entry: NewsRecord, basis: Basis, lead?: string): Item {
  const finding = findingOf(entry, basis)
  const leads = [lead, disagreement(finding.id, basis.knowledge)].filter((one) => one !== undefined)
  return {
    key,
    subject: subjectOf(entry),
    group: { title: finding.title, lead: leads.join(' ') || undefined, findings: [finding] },
  }
}

/** What a record is about: its link, or itself. */
export function subjectOf({ kind, record }: NewsRecord): string {
  return kind === 'twinning' ? linkKey(record) : record.id
}

function findingOf({ kind, record }: NewsRecord, { knowledge, today }: Basis): Finding {
  switch (kind) {
    case 'twinning':
      return assertionFinding(record, knowledge, today)
    case 'claim':
      return claimFinding(record, knowledge, today)
    case 'report':
      return reportFinding(record, knowledge, today)
  }
}
