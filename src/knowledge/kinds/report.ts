import * as z from 'zod'
import { cited, type Dated, defaults } from '../fields/cited.ts'
import { id, line, list, paragraphs } from '../fields/fields.ts'
import { namesSource } from '../fields/marks.ts'
import { withoutGaps } from '../file/plain.ts'
import type { Report, ReportFinding, Statement } from '../records.ts'
import { type Kind, statementOf, WEIGHT, wholeOf } from './kind.ts'

const findingSchema = z
  .strictObject({
    id: id('A name of its own for the finding, unique in the whole folder.'),
    title: line('The topic, as a heading.'),
    also: list(line('Other words.'), 'Other words people use for the topic.').optional(),
    says: paragraphs('What the report says, in our words.'),
    ...cited,
  })
  .meta({ description: 'One finding or recommendation of the report.' })

export const reportSchema = z.strictObject({
  report: namesSource(line('The id of the report in sources/.')),
  command: line('The word people type for it: nesta gives /nesta.').optional(),
  title: line('The report’s name as we speak of it.'),
  summary: paragraphs('What the report is about, in our words.'),
  findings: list(findingSchema, 'What the report found and recommends.'),
  ...defaults,
})

type WrittenFinding = Dated<z.output<typeof findingSchema>>

const sample = `report: nesta-2020
command: nesta
title: Network Effects
summary: How cities and subnational governments can widen their networks abroad and so innovate better.
checked: {on: 2026-11-24, by: Ana}
added: 2026-11-24

findings:
  - id: nesta-policy-innovation
    title: Policy innovation
    also: [policy, policies, policymaking]
    says: Collaboration abroad can boost policy innovation, which is for leaders and governments.
    quote: policy innovation (for leaders and governments)
    source: ransom-2020
    at: paragraph 4
    citing: nesta-2020
`

export const reports: Kind = {
  folder: 'reports',
  noun: 'report finding',
  guide: { entry: 'a report with its findings', file: 'a file for each report' },
  sample,
  schema: reportSchema,
  records(entries) {
    const findings = Map.groupBy(wholeOf(entries, findingSchema, reportSchema), ({ file }) => file)
    const reports = wholeOf(entries, reportSchema, reportSchema).map(({ value, file }) =>
      reportOf(value, findings.get(file) ?? []),
    )
    return { reports, statements: reports.flatMap(reportStatements) }
  },
}

type Written = { value: WrittenFinding }

function reportOf(written: Omit<Report, 'findings'>, findings: readonly Written[]): Report {
  const { report, command, title, summary } = written
  return withoutGaps({ report, command, title, summary, findings: findings.map(findingOf) })
}

function findingOf({ value }: Written): ReportFinding {
  return { ...value, also: value.also ?? [] }
}

/** What a report found, a statement each; it is found by the report’s name too. */
export function reportStatements({ title, command, findings }: Report): readonly Statement[] {
  return findings.map((finding) =>
    statementOf(finding, {
      kind: 'report',
      finding: { title: finding.title },
      words: [
        { text: finding.title, weight: WEIGHT.title },
        ...finding.also.map((text) => ({ text, weight: WEIGHT.also })),
        { text: `${title} ${command ?? ''}`, weight: WEIGHT.around },
      ],
      // "Urban Innovation and Policy Lab", who wrote it, makes no finding one about policy.
      foundByBodies: false,
    }),
  )
}
