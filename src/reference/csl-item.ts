import type { PartialDate } from '../answer.ts'
import type { Name, Source } from '../knowledge/entries.ts'

export type CslDate = { 'date-parts': [number[]] }

/** One record of CSL-JSON, https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables. */
export type CslItem = {
  id: string
  type: string
  title: string
  author?: readonly Name[]
  issued?: CslDate
  accessed?: CslDate
  [variable: string]: unknown
}

/** The team's own record, with names and dates in the one form that every reader of CSL-JSON understands. */
export function cslItem(source: Source): CslItem {
  const { archived, issued, accessed, ...rest } = source.csl
  const { id, type, title, containerTitle, publisher, page, doi, url } = source
  return {
    ...rest,
    ...{ id, type, title },
    ...(containerTitle && { 'container-title': containerTitle }),
    ...(publisher && { publisher }),
    ...(page && { page }),
    ...(doi && { DOI: doi }),
    ...(url && { URL: url }),
    ...(source.author.length > 0 && { author: source.author }),
    ...dated('issued', source.issued, issued),
    ...dated('accessed', source.accessed, accessed),
    // CSL-JSON has no field for it, and `custom` is where it lets others put theirs.
    ...(source.archived && { custom: { archived: source.archived } }),
  }
}

/** `2018-09` → `{ issued: { 'date-parts': [[2018, 9]] } }`. What we could not read, such as a season, stays as written. */
function dated(name: string, date: PartialDate | undefined, written: unknown): Record<string, unknown> {
  if (date) return { [name]: { 'date-parts': [date.split('-').map(Number)] } }
  return typeof written === 'object' && written ? { [name]: written } : {}
}

/** A CSL variable that only some kinds of document have, such as `volume`, as it was written. */
export function variable({ csl }: Source, name: string): string | undefined {
  const value = csl[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
