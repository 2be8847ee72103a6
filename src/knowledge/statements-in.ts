import type { Assertion, Claim, Knowledge, ReportFinding } from './entries.ts'

/** Everything in the folder that a source is cited for. */
export function statementsIn({
  claims,
  assertions,
  reports,
}: Knowledge): readonly (Claim | Assertion | ReportFinding)[] {
  return [...claims, ...assertions, ...reports.flatMap(({ findings }) => findings)]
}
