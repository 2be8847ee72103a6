import { type Answer, findingsOf } from '../answer/answer.ts'
import { stampOf } from '../answer/stamp.ts'
import type { LinkTable } from '../answer/table.ts'

/** The Answer as scripts read it: its findings in one list, and how they are grouped by their ids. Keys are stable. */
export function answerJson(answer: Answer): object {
  const { outcome, ask, heading, lead, direct, table, groups, suggestions, next, more, note, unread, query } =
    answer
  return {
    outcome,
    ask,
    heading,
    lead,
    direct: direct && { sentence: direct.sentence, sources: sourcesOf(direct.cites) },
    table: table && tableJson(table),
    findings: findingsOf(answer).map(({ cite, saysStatus: _forFrontEnds, ...finding }) => ({
      ...finding,
      cite: { ...cite, overdue: cite.overdue ?? null },
    })),
    groups: groups.map(({ findings, ...group }) => ({ ...group, findings: findings.map(({ id }) => id) })),
    suggestions,
    next,
    more,
    note,
    unread,
    ...(query && { intent: query.intent, readings: query.readings, unused: query.unused }),
    stamp: stampOf(answer),
  }
}

function sourcesOf(cites: readonly { source: string }[]): readonly string[] {
  return [...new Set(cites.map(({ source }) => source))]
}

/** `sources` are ids, as `cite` takes them. `null` where no source says anything; values that differ as `1988 / 1989`. */
function tableJson({ caption, rows, references, places }: LinkTable): object {
  return {
    caption,
    rows: rows.map((row) => ({
      link: row.link,
      place: row.place,
      twin: row.twin,
      country: row.country,
      kind: row.kind.join(' / ') || null,
      since: row.since.join(' / ') || null,
      status: row.standing,
      states: row.states,
      evidence: row.evidence ?? null,
      sources: row.sources.map((number) => references[number - 1]?.source),
      differs: row.differs,
      marks: row.marks,
      ...(row.more && { more: Object.fromEntries(row.more) }),
    })),
    references: references.map((reference, index) => ({ number: index + 1, ...reference })),
    ...(places && { places: places.map((row) => ({ ...row, evidence: row.evidence ?? null })) }),
  }
}
