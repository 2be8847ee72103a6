import type { Assertion, Claim, Knowledge, Report, ReportFinding } from '../knowledge/entries.ts'
import { countryName } from '../places/country-name.ts'
import type { Field } from '../search/text/text-index.ts'

/** A record as the words it can be found by. `says` and `quote` as they are shown, for marking. */
export type Recorded = { id: string; says?: string; quote?: string; fields: readonly Field[] }

/** What a word counts by where it stands: a title or a topic names the matter, a source only who spoke. */
const WEIGHT = { title: 2.5, also: 2, topics: 2, places: 2, says: 1.5, quote: 1, around: 0.5 }

export function recordsOf(knowledge: Knowledge): readonly Recorded[] {
  return [
    ...knowledge.claims.map((claim) => ofClaim(claim, knowledge)),
    ...knowledge.reports.flatMap((report) =>
      report.findings.map((finding) => ofFinding(finding, report, knowledge)),
    ),
    ...knowledge.assertions.map((assertion) => ofAssertion(assertion, knowledge)),
  ]
}

function ofClaim(claim: Claim, knowledge: Knowledge): Recorded {
  const { id, title, says, quote, about, places, source, citing } = claim
  const topics = about.map((text) => ({ text, weight: WEIGHT.topics }))
  const named = places.map((place) => ({ text: placeWords(place, knowledge), weight: WEIGHT.places }))
  const fields = [
    ...(title ? [{ text: title, weight: WEIGHT.title }] : []),
    ...topics,
    ...spoken(says, quote),
    ...named,
    ...sources([source, citing], knowledge),
  ]
  return { id, says, quote, fields }
}

function ofFinding(finding: ReportFinding, report: Report, knowledge: Knowledge): Recorded {
  const { id, title, also, says, quote, source, citing } = finding
  const fields = [
    { text: title, weight: WEIGHT.title },
    ...also.map((text) => ({ text, weight: WEIGHT.also })),
    ...spoken(says, quote),
    { text: `${report.title} ${report.command ?? ''}`, weight: WEIGHT.around },
    ...sources([source, citing], knowledge, { bodies: false }),
  ]
  return { id, says, quote, fields }
}

function ofAssertion(assertion: Assertion, knowledge: Knowledge): Recorded {
  const { id, place, twin, kind, status, note, quote, since, source } = assertion
  const fields = [
    { text: placeWords(place, knowledge), weight: WEIGHT.places },
    { text: placeWords(twin, knowledge), weight: WEIGHT.places },
    { text: `${kind} ${status} ${since ?? ''} twinning`, weight: WEIGHT.says },
    ...spoken(note ?? '', quote),
    ...sources([source], knowledge),
  ]
  return { id, quote, fields }
}

function spoken(says: string, quote: string | undefined): Field[] {
  return [
    { text: says, weight: WEIGHT.says },
    { text: quote ?? '', weight: WEIGHT.quote },
  ]
}

function placeWords(id: string, { places }: Knowledge): string {
  const place = places.get(id)
  return place ? [place.name, ...place.also, countryName(place.country)].join('. ') : ''
}

/**
 * A finding of a report is about what it says: "Urban Innovation and Policy Lab", who wrote it, makes no finding one about
 * policy. Claims are asked for by who made them, bodies too.
 */
function sources(
  ids: readonly (string | undefined)[],
  knowledge: Knowledge,
  { bodies }: { bodies: boolean } = { bodies: true },
): Field[] {
  return ids.flatMap((id) => {
    const source = id === undefined ? undefined : knowledge.sources.get(id)
    if (!source) return []
    const authors = source.author.map(({ family, literal }) => family ?? (bodies ? literal : undefined) ?? '')
    return [{ text: `${mainTitle(source.title)} ${authors.join(' ')}`, weight: WEIGHT.around }]
  })
}

/**
 * Without its subtitle, and without the publisher: a claim is not about universities because Yorkshire Universities
 * published it, and a word that many records have for such a reason finds none of them.
 */
function mainTitle(title: string): string {
  return title.split(': ')[0] ?? title
}
