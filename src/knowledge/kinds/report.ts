import * as z from 'zod'
import { cited, type Dated, defaults } from '../fields/cited.ts'
import { id, line, lineOrNumber, list, paragraphs } from '../fields/fields.ts'
import { namesPlace, namesSource } from '../fields/marks.ts'
import { withoutGaps } from '../file/plain.ts'
import type { Report, ReportFinding, Statement } from '../records.ts'
import { type Held, type Kind, statementOf, WEIGHT, wholeOf } from './kind.ts'

const findingSchema = z
  .strictObject({
    id: id('A name of its own for the finding, unique in the whole folder.'),
    title: line('The topic, as a heading.'),
    also: list(line('Other words.'), 'Other words people use for the topic.').optional(),
    says: paragraphs('What the report says, in our words.'),
    ...cited,
    places: list(
      namesPlace(lineOrNumber('A place’s name or id.')),
      'Places it is about, as named in places/.',
    ).optional(),
    differs: list(
      line('The id of another finding, or of a claim.'),
      'What other sources say otherwise; written in one of the two, it holds for both.',
    ).optional(),
  })
  .meta({ description: 'One finding or recommendation of the report.' })

export const reportSchema = z.strictObject({
  report: namesSource(line('The id of the report in sources/.')),
  command: line('A word that people type for it as a command: nesta gives /nesta.').optional(),
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
  records(entries, { placeNamed }) {
    const findings = Map.groupBy(wholeOf(entries, findingSchema, reportSchema), ({ file }) => file)
    const reports = wholeOf(entries, reportSchema, reportSchema).map(({ value, file }) =>
      reportOf(value, findings.get(file) ?? [], placeNamed),
    )
    return { reports, statements: reports.flatMap(reportStatements) }
  },
}

type Written = { value: WrittenFinding }

function reportOf(
  written: Omit<Report, 'findings' | 'word'>,
  findings: readonly Written[],
  placeNamed: Held['placeNamed'],
): Report {
  const { report, command, title, summary } = written
  const findingOf = ({ value }: Written): ReportFinding => ({
    ...value,
    also: value.also ?? [],
    places: (value.places ?? []).map((name) => placeNamed(name).id),
  })
  const word = wordOf({ report, command })
  return withoutGaps({ report, command, word, title, summary, findings: findings.map(findingOf) })
}

/** By what a report is asked: its command, or its id as one types it. */
export function wordOf({ report, command }: { report: string; command?: string | undefined }): string {
  return command ?? report.toLowerCase()
}

/** What a report found, a statement each; it is found by the report’s name too. */
export function reportStatements({ title, word, findings }: Report): readonly Statement[] {
  return findings.map((finding) =>
    statementOf(finding, {
      kind: 'report',
      finding: { title: finding.title },
      words: [
        { text: finding.title, weight: WEIGHT.title },
        ...finding.also.map((text) => ({ text, weight: WEIGHT.also })),
        { text: `${title} ${word}`, weight: WEIGHT.around },
      ],
      // "Urban Innovation and Policy Lab", who wrote it, makes no finding one about policy.
      foundByBodies: false,
    }),
  )
}
