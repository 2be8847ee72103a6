import type { Status } from '../answer/answer.ts'
import { fingerprint } from '../answer/stamp.ts'
import type { Assertion, Knowledge, Statement } from '../knowledge/records.ts'
import { keptFor } from '../search/lazily.ts'
import { instantOf, type Moment } from './schedule/moment.ts'
import type { Subscription } from './schedule/subscription.ts'

/** What the folder held at one moment: enough to tell later what is new, what changed, and what ended. */
export type Edition = {
  id: string
  records: Readonly<Record<string, RecordNote>>
}

export type RecordNote = {
  /** The statement's mark. */
  is: string
  /** A link's: which link, and its status. */
  link?: string
  status?: Status
}

export const editionOf = keptFor((knowledge: Knowledge): Edition => {
  const records = Object.fromEntries(newsworthy(knowledge).map((one) => [one.id, noted(one)]))
  return { id: fingerprint(JSON.stringify(records)), records }
})

/** Every statement, of whatever kind, by its id: all of them can be news but those that end by themselves. */
export const newsworthy = keptFor(({ statements }: Knowledge): readonly Statement[] =>
  [...statements.values()].filter(({ until }) => until === undefined).sort((a, b) => (a.id < b.id ? -1 : 1)),
)

/** What a statement is about: its link, or itself. */
export function subjectOf({ link, id }: Statement): string {
  return link ?? id
}

export function linkKey({ place, twin }: Assertion): string {
  return `${place} ${twin}`
}

function noted(statement: Statement): RecordNote {
  const { link, finding, mark: is } = statement
  return link === undefined ? { is } : { is, link, status: finding.status }
}

/** Knowledge as a digest due at `due` may tell it: what is added after its day is for a later one. */
export function asOf(knowledge: Knowledge, { weekly }: Subscription, due: Moment): Knowledge {
  const day = instantOf(due).toZonedDateTimeISO(weekly.zone).toPlainDate().toString()
  const there = ({ added }: { added: string }) => added <= day
  // Nearly always: what was made of the folder, its links and its edition, is not made anew.
  if (knowledge.statements.values().every(there)) return knowledge
  return {
    ...knowledge,
    statements: new Map(knowledge.statements.entries().filter(([, one]) => there(one))),
    assertions: knowledge.assertions.filter(there),
    claims: knowledge.claims.filter(there),
    reports: knowledge.reports.map((report) => ({ ...report, findings: report.findings.filter(there) })),
  }
}

/** The day on which the folder began; undefined when it is empty. */
export function firstDay(knowledge: Knowledge): string | undefined {
  let first: string | undefined
  for (const { added } of newsworthy(knowledge)) if (first === undefined || added < first) first = added
  return first
}
