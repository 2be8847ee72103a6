import type { Day, Finding } from '../answer/answer.ts'
import type { Knowledge, Report, ReportFinding, Statement } from '../knowledge/records.ts'
import type { Source } from '../reference/source.ts'
import { type Cited, citation, sourceLabel, sourceOf } from './citation.ts'

/** The statement of that id, of whatever kind, as it is shown. `undefined` when the folder holds none. */
export function findingById(id: string, knowledge: Knowledge, today: Day): Finding | undefined {
  const statement = knowledge.statements.get(id)
  return statement && findingOf(statement, knowledge, today)
}

/** What its kind shows of it, and what all kinds share: the quotation, and where it was read. */
export function findingOf(statement: Statement, knowledge: Knowledge, today: Day): Finding {
  const { id, kind, quote, finding } = statement
  const { title, says = statement.says, ...others } = finding
  return {
    id,
    kind,
    title,
    says,
    quote,
    ...others,
    secondHand: secondHand(statement, knowledge),
    cite: citation(statement, knowledge, today),
  }
}

/** The findings of records that the folder is known to hold. */
export function recordFindings(
  records: readonly { id: string }[],
  knowledge: Knowledge,
  today: Day,
): readonly Finding[] {
  return records.map(({ id }) => {
    const finding = findingById(id, knowledge, today)
    if (!finding) throw new Error(`the folder holds no “${id}”`)
    return finding
  })
}

/** `Sources differ; see Global Leeds (no date): The link began in 1989.` `undefined` for what nothing disagrees with. */
export function disagreement(id: string, knowledge: Knowledge): string | undefined {
  const { differs = [] } = knowledge.statements.get(id) ?? {}
  if (differs.length === 0) return undefined
  const others = [...knowledge.statements.values()].filter((one) => differs.includes(one.id))
  const said = others.map(
    ({ source, says, finding }) =>
      `${sourceLabel(sourceOf(source, knowledge))}: ${says ?? finding.says ?? finding.title}`,
  )
  return said.length > 0 ? `Sources differ; see ${said.join(' And ')}` : undefined
}

/**
 * A report's summary, and where it was read: in the report itself, or else in the documents that report it, one finding for
 * each. A document that nobody opened is not cited as checked.
 */
export function summaryFindings(report: Report, knowledge: Knowledge, today: Day): readonly Finding[] {
  const { report: id, title, summary: says, findings } = report
  const bySource = Map.groupBy(findings, ({ source }) => source)
  const isRead = findings.length === 0 || bySource.has(id)
  const read = isRead ? ([[id, bySource.get(id) ?? []]] as const) : [...bySource]
  const about = `${named(sourceOf(id, knowledge))}, as reported in the documents cited here`
  return read.map(([source, readThere], index) => ({
    id: index === 0 ? id : source,
    kind: 'report',
    title: index === 0 ? title : 'Also reported in',
    ...(index === 0 && { says, ...(!isRead && { secondHand: about }) }),
    cite: citation({ source, ...placeIn(readThere, isRead, today) }, knowledge, today),
  }))
}

/** When the newest of the findings was checked; and the place that all of them share, in a document about the report. */
function placeIn(
  findings: readonly ReportFinding[],
  isRead: boolean,
  today: Day,
): Pick<Cited, 'at' | 'checked'> {
  const [first] = findings.toSorted((a, b) => b.checked.on.localeCompare(a.checked.on))
  const isOnePlace = new Set(findings.map(({ at }) => at)).size === 1
  const at = isOnePlace ? first?.at : 'at the places given with each finding'
  return { at: isRead ? undefined : at, checked: first?.checked ?? { on: today, by: 'nobody yet' } }
}

function secondHand(record: { source: string; citing?: string }, knowledge: Knowledge): string | undefined {
  if (!record.citing) return undefined
  const [about, by] = [sourceOf(record.citing, knowledge), sourceOf(record.source, knowledge)]
  return `${named(about)}, as reported in ${named(by)}`
}

/** `Network Effects, Cosgrave et al. (2020)`: the title without its subtitle, and who wrote it. */
function named(source: Source): string {
  return `${source.title.split(': ')[0]}, ${sourceLabel(source)}`
}
