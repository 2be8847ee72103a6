import type { Day, Finding } from '../answer/answer.ts'
import { dateInWords } from '../answer/dates.ts'
import type { Assertion, Claim, Knowledge, Report, ReportFinding } from '../knowledge/entries.ts'
import { countryName } from '../places/country-name.ts'
import type { Source } from '../reference/source.ts'
import { type Cited, citation, sourceLabel, sourceOf } from './citation.ts'

export function claimFinding(claim: Claim, knowledge: Knowledge, today: Day): Finding {
  return {
    id: claim.id,
    kind: 'claim',
    title: claim.title ?? capitalised(claim.about.join(', ')),
    says: claim.says,
    quote: claim.quote,
    secondHand: secondHand(claim, knowledge),
    cite: citation(claim, knowledge, today),
  }
}

/** `Sources differ; see Global Leeds (no date): The link began in 1989.` `undefined` for what nothing disagrees with. */
export function disagreement(id: string, knowledge: Knowledge): string | undefined {
  const differs = knowledge.claims.find((claim) => claim.id === id)?.differs ?? []
  const others = knowledge.claims.filter((claim) => differs.includes(claim.id))
  const said = others.map(({ source, says }) => `${sourceLabel(sourceOf(source, knowledge))}: ${says}`)
  return said.length > 0 ? `Sources differ; see ${said.join(' And ')}` : undefined
}

export function reportFinding(finding: ReportFinding, knowledge: Knowledge, today: Day): Finding {
  return {
    id: finding.id,
    kind: 'report',
    title: finding.title,
    says: finding.says,
    quote: finding.quote,
    secondHand: secondHand(finding, knowledge),
    cite: citation(finding, knowledge, today),
  }
}

export function assertionFinding(assertion: Assertion, knowledge: Knowledge, today: Day): Finding {
  const place = placeOf(assertion.place, knowledge)
  const twin = placeOf(assertion.twin, knowledge)
  const country = countryName(twin.country)
  return {
    id: assertion.id,
    kind: 'twinning',
    title: `${place.name} – ${twin.name}, ${country}`,
    says: inWords(assertion),
    quote: assertion.quote,
    status: assertion.status,
    statusOn: assertion.on,
    since: assertion.since,
    relation: assertion.kind === 'not stated' ? undefined : assertion.kind,
    place: place.name,
    twin: twin.name,
    country,
    cite: citation(assertion, knowledge, today),
  }
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

/** `Twin · since 1969 · active, as of 12 February 2021. Note.` What the source does not give is said to be missing. */
function inWords({ kind, since, status, on, note }: Assertion): string {
  const parts = [
    kind === 'not stated' ? 'Kind not stated' : capitalised(kind),
    since ? `since ${dateInWords(since)}` : 'no exact start recorded',
    `${status}, ${on ? `as of ${dateInWords(on)}` : 'undated'}`,
  ]
  return parts.join(' · ') + (note ? `. ${capitalised(note)}` : '')
}

function placeOf(id: string, knowledge: Knowledge) {
  const place = knowledge.places.get(id)
  if (!place) throw new Error(`a clean folder has no unknown place, but “${id}” is one`)
  return place
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
