import * as z from 'zod'
import type { Report, ReportFinding } from '../entries.ts'
import { piecesOf, shellOf } from '../file/pieces.ts'
import { cited } from './claim.ts'
import { type Dated, defaults, withDefaults } from './defaults.ts'
import { id, line, list, paragraphs } from './fields.ts'
import type { Kind } from './kind.ts'
import { withoutGaps } from './without-gaps.ts'

const findingSchema = z
  .strictObject({
    id: id('A name of its own for the finding, unique in the whole folder.'),
    title: line('The topic, as a heading.'),
    also: list(line('Other words.'), 'Other words people use for the topic.').optional(),
    says: paragraphs('What the report says, in our words.'),
    ...cited,
  })
  .meta({ description: 'One finding or recommendation of the report.' })

const file = z.strictObject({
  report: line('The id of the report in sources/.'),
  command: line('The word people type for it: nesta gives /nesta.').optional(),
  title: line('The report’s name as we speak of it.'),
  summary: paragraphs('What the report is about, in our words.'),
  findings: list(findingSchema, 'What the report found and recommends.'),
  ...defaults,
})

export type WrittenFinding = Dated<typeof findingSchema> & { report: string }
export type WrittenReport = z.output<typeof file>

export const reports: Kind = {
  folder: 'reports',
  schema: file,
  read(written, draft) {
    const shell = shellOf(written, ['findings'], file)
    const { whole, all, faults, broken } = withDefaults(piecesOf(written, 'findings', findingSchema), shell)
    draft.whole.reports.push(...shell.whole)
    draft.reports.push(...shell.all)
    for (const { report } of shell.whole) {
      draft.whole.findings.push(...whole.map((finding) => ({ ...finding, report })))
    }
    draft.findings.push(...all)
    for (const name of broken) draft.broken.add(name)
    return [...shell.faults, ...faults]
  },
}

export function reportOf(written: WrittenReport, findings: readonly WrittenFinding[]): Report {
  const { report, command, title, summary } = written
  return withoutGaps({ report, command, title, summary, findings: findings.map(findingOf) })
}

function findingOf({ report: _, ...finding }: WrittenFinding): ReportFinding {
  return { ...finding, also: finding.also ?? [] }
}
