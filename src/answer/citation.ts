import { type Day, dateInWords, type PartialDate } from './in-words.ts'

/** Where a finding was read, and how to check it. */
export type Citation = {
  /** The id of the source in the knowledge folder. */
  source: string
  /** Short, for a line of text: `Leeds City Council, 2021`. */
  label: string
  author?: string
  title: string
  publisher?: string
  date?: PartialDate
  /** `paragraph 4`, `p. 12`; or in words that there is none. */
  locator: string
  /** http or https only. */
  url?: string
  /** `url` with a fragment that jumps to the quoted words or the page, where there is one. */
  jump?: string
  archived?: string
  checkedOn: Day
  checkedBy: string
  /** `last checked 14 months ago`, only when the check is overdue. */
  overdue?: string
  /** `matches our copy of 24 November 2026`, where the quotation was compared with its source. Never “true”. */
  compared?: string
}

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

/** The longest address that every platform takes; Slack's is the shortest limit. Characters. */
const LONGEST = 3000

/** Where a citation's link leads: to the quoted words if possible. Nothing when no address of it can be trusted. */
export function linkOf({ jump, url }: Citation): string | undefined {
  return [jump, url].find(isSafe)
}

/** http or https, no name or password before the host, nothing invisible, not too long. */
export function isSafe(url: string | undefined): url is string {
  if (url === undefined || url.length > LONGEST || /[\s\p{Cc}\p{Cf}<>|]/u.test(url)) return false
  if (!url.isWellFormed() || !URL.canParse(url)) return false
  const { protocol, username, password } = new URL(url)
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === ''
}
