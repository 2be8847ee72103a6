import type { Status } from '../answer/answer.ts'
import type { Assertion, Knowledge, Statement } from '../knowledge/entries.ts'
import { fingerprint } from './fingerprint.ts'

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
  const records = Object.fromEntries(newsworthy(knowledge).map((one) => [one.id, noted(one)]))
  return { id: fingerprint(JSON.stringify(records)), records }
}

/** Every statement, of whatever kind, by its id: all of them can be news. */
export function newsworthy({ statements }: Knowledge): readonly Statement[] {
  return [...statements.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** What a statement is about: its link, or itself. */
export function subjectOf({ link, id }: Statement): string {
  return link ?? id
}

export function linkKey({ place, twin }: Assertion): string {
  return `${place} ${twin}`
}

function noted({ content, link, finding }: Statement): Noted {
  const is = fingerprint(JSON.stringify(sorted(content)))
  return link === undefined ? { is } : { is, link, status: finding.status }
}

/** The order in which a record's keys were read says nothing about its content. */
function sorted(content: object): unknown {
  return Object.entries(content)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
