import type { Status } from '../answer/answer.ts'
import type { Assertion, Claim, Knowledge, ReportFinding } from '../knowledge/entries.ts'
import { fingerprint } from './fingerprint.ts'

/** A record that can be news. */
export type NewsRecord =
  | { kind: 'twinning'; record: Assertion }
  | { kind: 'claim'; record: Claim }
  | { kind: 'report'; record: ReportFinding }

/** What the folder held at one moment: enough to tell later what is new, what changed, and what ended. */
export type Edition = {
  id: string
  records: Readonly<Record<string, Noted>>
}

export type Noted = {
  /** Fingerprint of the record's content. A new check of the same words is no change. */
  is: string
  /** A link's: which link, and its status. */
  link?: string
  status?: Status
}

export function editionOf(knowledge: Knowledge): Edition {
  const records = Object.fromEntries(recordsOf(knowledge).map((entry) => [entry.record.id, noted(entry)]))
  return { id: fingerprint(JSON.stringify(records)), records }
}

/** Every record that can be news, in the order of the folder. */
export function recordsOf(knowledge: Knowledge): readonly NewsRecord[] {
  return [
    ...knowledge.assertions.map((record) => ({ kind: 'twinning' as const, record })),
    ...knowledge.claims.map((record) => ({ kind: 'claim' as const, record })),
    ...knowledge.reports.flatMap(({ findings }) =>
      findings.map((record) => ({ kind: 'report' as const, record })),
    ),
  ].toSorted((a, b) => (a.record.id < b.record.id ? -1 : 1))
}

export function linkKey({ place, twin }: Assertion): string {
  return `${place} ${twin}`
}

function noted({ kind, record }: NewsRecord): Noted {
  const { checked: _checked, added: _added, ...content } = record
  const is = fingerprint(JSON.stringify(sorted(content)))
  return kind === 'twinning' ? { is, link: linkKey(record), status: record.status } : { is }
}

/** The order in which a record's keys were read says nothing about its content. */
function sorted(content: object): unknown {
  return Object.entries(content)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
