import type { Citation } from './answer.ts'
import { dateInWords } from './dates.ts'
import { isSafe, linkOf } from './safe-url.ts'

/** A piece of a citation: its words, and where they lead if anywhere. */
export type CitationPart = {
  is: 'source' | 'title' | 'locator' | 'checked' | 'compared' | 'overdue' | 'archived'
  text: string
  /** http or https, and nothing in it that could mislead. */
  url?: string
}

/** How a citation is said, once for all that show one: every part of it that there is, in this order. */
export function citationParts(cite: Citation): readonly CitationPart[] {
  const { label, title, locator, checkedOn, checkedBy, compared, overdue } = cite
  const url = linkOf(cite)
  const copy = cite.archived !== cite.url && isSafe(cite.archived) ? cite.archived : undefined
  return [
    { is: 'source', text: label, ...(url && { url }) },
    { is: 'title', text: title },
    { is: 'locator', text: locator },
    { is: 'checked', text: `checked ${dateInWords(checkedOn)} by ${checkedBy}` },
    ...(compared ? [{ is: 'compared' as const, text: `quotation ${compared}` }] : []),
    ...(overdue ? [{ is: 'overdue' as const, text: `check overdue: ${overdue}` }] : []),
    ...(copy ? [{ is: 'archived' as const, text: 'archived copy', url: copy }] : []),
  ]
}

/** What stands before a part in running text: where it was read is one clause, how it was checked the next. */
export function separatorBefore({ is }: CitationPart): string {
  if (is === 'source') return ''
  return is === 'title' || is === 'locator' ? ', ' : '; '
}
