import type { Checked, FindingParts, Statement } from '../entries.ts'

/** What a word counts by where it stands: a title or a topic names the matter, what stands around it less than it says. */
export const WEIGHT = { title: 2.5, also: 2, topics: 2, places: 2, says: 1.5, quote: 1, around: 0.5 }

type CitedRecord = {
  id: string
  source: string
  citing?: string
  at?: string
  quote?: string
  says?: string
  checked: Checked
  added: string
  places?: readonly string[]
  differs?: readonly string[]
}

type Own = Pick<Statement, 'kind' | 'words'> &
  Partial<Pick<Statement, 'topics' | 'link' | 'places' | 'foundByBodies'>> & { finding: FindingParts }

/** A record as a statement: what kinds share is taken from the record, `own` is what its kind knows of it. */
export function statementOf(record: CitedRecord, own: Own): Statement {
  const { checked, added, ...content } = record
  const { id, source, citing, at, quote, says, differs } = content
  const shared = { id, source, citing, at, quote, says, differs, checked, added }
  const places = own.places ?? record.places ?? []
  const { topics = [], foundByBodies = true } = own
  return { ...shared, ...own, places, topics, foundByBodies, content }
}

/** As a heading begins. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
