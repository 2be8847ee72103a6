import type { Knowledge } from '../knowledge/entries.ts'
import { newsworthy } from './edition.ts'
import { instantOf, type Moment } from './schedule/moment.ts'
import type { Subscription } from './schedule/subscription.ts'

/** Knowledge as a digest due at `due` may tell it: what is added after its day is for a later one. */
export function asOf(knowledge: Knowledge, { weekly }: Subscription, due: Moment): Knowledge {
  const day = instantOf(due).toZonedDateTimeISO(weekly.zone).toPlainDate().toString()
  const there = ({ added }: { added: string }) => added <= day
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
  return newsworthy(knowledge)
    .map(({ added }) => added)
    .sort()[0]
}
