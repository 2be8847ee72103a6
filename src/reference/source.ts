import type { PartialDate } from '../answer/answer.ts'
import type { CslDate } from './dates.ts'

/** A person or a body, as CSL has it. */
export type Name = {
  family?: string
  given?: string
  literal?: string
  'dropping-particle'?: string
  'non-dropping-particle'?: string
  suffix?: string
}

/** A document, from CSL. `csl` is the whole record as the team wrote it, for reference styles. */
export type Source = {
  id: string
  type: string
  title: string
  author: readonly Name[]
  issued?: PartialDate
  containerTitle?: string
  publisher?: string
  page?: string
  doi?: string
  url?: string
  accessed?: PartialDate
  archived?: string
  /** Whose page was read, where somebody published the document again: `Budapest Post`. */
  republishedBy?: string
  /** Whose folder it was recorded in, where that is not the folder asked. */
  heldIn?: { name: string; licence: string }
  csl: Readonly<Record<string, unknown>>
}

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

/**
 * What was read of a source, and over it the team's own record as it was written: ranges, seasons and particles of names
 * that we show more plainly.
 */
export function cslItem(source: Source): CslItem {
  const { id, type, title, containerTitle, publisher, page, doi, url } = source
  return {
    ...{ id, type, title },
    ...(containerTitle && { 'container-title': containerTitle }),
    ...(publisher && { publisher }),
    ...(page && { page }),
    ...(doi && { DOI: doi }),
    ...(url && { URL: url }),
    ...(source.author.length > 0 && { author: source.author }),
    ...dated('issued', source.issued),
    ...dated('accessed', source.accessed),
    ...source.csl,
    ...ownFields(source),
  }
}

/** CSL-JSON has no fields for them, and `custom` is where it lets others put theirs. */
function ownFields({ archived, republishedBy }: Source): { custom?: Record<string, string> } {
  if (!archived && !republishedBy) return {}
  return {
    custom: { ...(archived && { archived }), ...(republishedBy && { 'republished-by': republishedBy }) },
  }
}

/** `2018-09` → `{ issued: { 'date-parts': [[2018, 9]] } }`. */
function dated(name: string, date: PartialDate | undefined): Record<string, CslDate> {
  return date ? { [name]: { 'date-parts': [date.split('-').map(Number)] } } : {}
}

/** `de`, `van der`: what stands before a family name. */
export function particlesOf(name: Name): string | undefined {
  return [name['dropping-particle'], name['non-dropping-particle']].filter(Boolean).join(' ') || undefined
}

/** Who edited, translated or directed the document, by the name of the variable. */
export function namesOf({ csl }: Source, role: string): readonly Name[] {
  return Array.isArray(csl[role]) ? (csl[role] as readonly Name[]) : []
}

/** The authors; of a film, who directed it: BibTeX and RIS know no other place for them. */
export function makersOf(source: Source): readonly Name[] {
  return source.author.length > 0 ? source.author : namesOf(source, 'director')
}

/** When it was issued, as exactly as the record says. */
export function issuedOf(source: Source): CslDate | undefined {
  return (source.csl.issued as CslDate | undefined) ?? dated('issued', source.issued).issued
}

/** A CSL variable that only some kinds of document have, such as `volume`, as it was written. */
export function variable({ csl }: Source, name: string): string | undefined {
  const value = csl[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
