import type { Day, Finding } from '../answer.ts'
import { dateInWords } from '../dates.ts'
import type { Assertion, Claim, Knowledge, Report, ReportFinding, Source } from '../knowledge/entries.ts'
import { citation, sourceLabel, sourceOf } from './citation.ts'
import { countryName } from './country-name.ts'

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
    place: place.name,
    twin: twin.name,
    country,
    cite: citation(assertion, knowledge, today),
  }
}

/** The report itself, as its summary. Checked when the newest of its findings was; second-hand when all of them are. */
export function summaryFinding(report: Report, knowledge: Knowledge, today: Day): Finding {
  const readElsewhere =
    report.findings.length > 0 && report.findings.every(({ citing }) => citing === report.report)
  const newest = report.findings.map((finding) => finding.checked).sort((a, b) => b.on.localeCompare(a.on))[0]
  return {
    id: report.report,
    kind: 'report',
    title: report.title,
    says: report.summary,
    secondHand: readElsewhere
      ? `${named(sourceOf(report.report, knowledge))}, as reported in the documents named with each finding`
      : undefined,
    cite: citation(
      {
        source: report.report,
        at: readElsewhere ? 'known from other documents' : undefined,
        checked: newest ?? { on: today, by: 'nobody yet' },
      },
      knowledge,
      today,
    ),
  }
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
