import type { Answer, Finding, Group } from '../../answer/answer.ts'
import { dateInWords } from '../../answer/in-words.ts'
import { isOverview } from './overview.ts'

/** Of an answer with an overview: that, unless it is said; or the statements for its rows; or those for one of its links. */
export type View = 'evidence' | { link: string }

/** The statements alone; without what stands under the overview. */
export function evidenceOf(answer: Answer, view: View): Answer {
  const { heading, groups, table } = answer
  const one = view === 'evidence' ? undefined : groups.filter(({ link }) => link === view.link)
  const row = one && table?.rows.find(({ link }) => link === view.link)
  return {
    ...answer,
    heading: one ? (one[0]?.title ?? heading) : `Sources and words – ${heading}`,
    lead: [],
    naming: undefined,
    direct: undefined,
    table: row && table && { ...table, rows: [row] },
    groups: one ?? groups.filter(({ link }) => link !== undefined),
    note: undefined,
    unread: undefined,
  }
}

/** Of the documents, where they have some in a table. */
export function numbersOf({ table }: Answer): ReadonlyMap<string, number> {
  return new Map(isOverview(table) ? table.references.map(({ source }, at) => [source, at + 1]) : [])
}

/** The statements about one link stand under its title; repeating it over each would only be noise. */
export function isOneLink({ title, findings: [first, ...others] }: Group): boolean {
  if (title === first?.title && others.length === 0) return true
  return (
    first?.kind === 'twinning' &&
    others.every((other) => other.place === first.place && other.twin === first.twin)
  )
}

/** The status where our words do not tell it. */
export function statusLine({ status, saysStatus, statusOn, since }: Finding): string {
  if (status === undefined || saysStatus) return ''
  const start = since ? `Since ${dateInWords(since)} · ` : ''
  return `${start}${status} ${statusOn ? `as of ${dateInWords(statusOn)}` : '(undated)'}`
}
