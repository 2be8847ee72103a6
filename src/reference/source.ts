import type { PartialDate } from '../answer/answer.ts'
import type { CslDate } from './dates.ts'
import { unescaped } from './markup.ts'

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

/** Web archives put the moment of the capture into the address: `…/web/20131017025315/http://…`. */
const CAPTURE = /\/(\d{4})(\d\d)(\d\d)\d{6}(?:[a-z]{2}_)?\/https?:\/?\//

/** A page that is read in a web archive: which one, where the record names it, and the day of the capture. */
export type Archived = { archive?: string; on: PartialDate }

export function archivedCopy(source: Source): Archived | undefined {
  const [, ...day] = CAPTURE.exec(source.url ?? '') ?? []
  return day.length === 3 ? { archive: variable(source, 'archive'), on: day.join('-') } : undefined
}

/** `Archived in the UK Government Web Archive, 26 September 2011`, with the day as a style writes it. */
export function archivedWords({ archive, on }: Archived, dayIn: (date: PartialDate) => string): string {
  return `Archived ${archive ? `in the ${archive.replace(/^the /i, '')}` : 'copy'}, ${dayIn(on)}`
}

/**
 * The page without a day that is only that of its capture, and without a publisher that is its author in the archive: the
 * archive is named as such.
 */
export function withoutCapture(source: Source): Source {
  const copy = archivedCopy(source)
  if (!copy) return source
  const { issued, publisher, ...rest } = source
  const { issued: date, publisher: _, archive: __, ...csl } = source.csl
  const isOwn = issued !== copy.on
  const [{ literal = undefined } = {}] = source.author
  const isAuthor = literal !== undefined && publisher?.startsWith(literal)
  return {
    ...rest,
    ...(isOwn && issued && { issued }),
    ...(!isAuthor && publisher && { publisher }),
    csl: { ...csl, ...(isOwn && date !== undefined && { issued: date }) },
  }
}

/**
 * The DOI in what was pasted: `https://doi.org/10.1000/182`, `DOI 10.1000/182`, `urn:doi:…`, a library’s proxy. None in the
 * address of any other page, and none where two are named.
 */
export function doiIn(pasted: string): string | undefined {
  const text = unescaped(pasted).trim()
  const [, host] = /^[a-z]+:\/\/([^/]+)/i.exec(text) ?? []
  if (host && !/\bdoi\b/i.test(host)) return undefined
  const address = host ?? /^(?:[a-z-]+\.)*doi\.org\//i.exec(text)
  const plain = address ? decoded(text.replace(/[?#].*$/, '')) : text
  const [first, second] = plain.split(/\s+|(?<=[;,])(?=10\.\d)/).flatMap((word) => DOI.exec(word)?.[0] ?? [])
  return first && !second ? trimmed(first) : undefined
}

const DOI = /(?<![\d.])10(?:\.\d+)*\/\S+/

/** The address that leads to it. Some older ones hold signs that end an address. */
export function doiLink(doi: string): string {
  return `https://doi.org/${doi.replace(/[%"#<>?[\\\]^`{|}\s]/g, (sign) => encodeURIComponent(sign))}`
}

/** Without the end of the sentence or the brackets that it stood in. */
function trimmed(doi: string): string {
  const shorter = doi.replace(/[.,;:'"’”]+$/, '')
  const [open, close] = CLOSING.find(([, mark]) => shorter.endsWith(mark)) ?? []
  if (!open || !close || shorter.split(open).length >= shorter.split(close).length) return shorter
  return trimmed(shorter.slice(0, -1))
}

const CLOSING = [
  ['(', ')'],
  ['[', ']'],
  ['<', '>'],
  ['{', '}'],
] as const

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
