import type { PartialDate } from '../answer/answer.ts'
import { type Archived, archivedCopy, archivedWords, withoutCapture } from './archived.ts'
import { bibtex } from './bibtex.ts'
import { type CslDate, dateInWords } from './dates.ts'
import { inText, listEntry } from './formatted.ts'
import { lawInList, lawInText } from './law.ts'
import { cslLocator } from './locator.ts'
import { missing } from './missing.ts'
import { type Prose, proseItem, unrepeated } from './prose-item.ts'
import { ris } from './ris.ts'
import { type CslItem, cslItem, issuedOf, type Source } from './source.ts'

export const styles = ['harvard', 'apa', 'bibtex', 'ris', 'csl'] as const

export type Style = (typeof styles)[number]

type Options = { style: Style; locator?: string; citing?: Source }

/**
 * A reference to `source`, in plain text without a line break at the end. Harvard is Cite Them Right (12th edition),
 * APA the 7th. What the record does not give is marked and never guessed. With a `locator` (`paragraph 4`), or
 * for a document that `source` is itself reporting (`citing`), a second line gives what stands in the text; BibTeX, RIS
 * and CSL-JSON keep the locator as a note.
 */
export function reference(recorded: Source, { style, locator, citing }: Options): string {
  const source = style === 'csl' ? recorded : withoutCapture(recorded)
  const copy = archivedCopy(recorded)
  const at = locator === 'none' ? undefined : locator
  switch (style) {
    case 'harvard':
    case 'apa':
      return prose(source, style, at, citing && withoutCapture(citing), copy)
    case 'bibtex':
      return bibtex(source, notes(source, at, copy))
    case 'ris':
      return ris(source, notes(source, at, copy))
    case 'csl':
      return csl(source, at)
  }
}

function prose(
  source: Source,
  style: Prose,
  at: string | undefined,
  citing: Source | undefined,
  copy: Archived | undefined,
): string {
  const plain = unrepeated(proseItem(source), style)
  const archive = copy && archivedWords(copy, (date) => DAYS[style](dateOf(date)))
  const item = archive ? archivedItem(plain, archive, style) : plain
  const without = noForm(source, style)
  const gaps = without ? [] : missing(source, style)
  const marked = gaps.length > 0 ? ` [not recorded: ${gaps.join(', ')}]` : ''
  const again = without || !source.republishedBy ? '' : ` ${republished(source.republishedBy)}.`
  const entry = without ?? `${listEntry(lawInList(item, style), style)}${again}${marked}`
  if (!at && !citing && !without) return entry
  const place = at ? (cslLocator(at) ?? { suffix: `, ${at}` }) : {}
  const prefix =
    citing && `${inText(lawInText(proseItem(citing), style), style).slice(1, -1)}, ${CITED_IN[style]} `
  return `${entry}\nIn the text: ${inText(lawInText(item, style), style, { ...place, prefix })}`
}

/** One sentence where the style has no entry for such a document in a list of references. */
export function noForm(source: Source, style: Style): string | undefined {
  if (style !== 'harvard' && style !== 'apa') return undefined
  if (listEntry(lawInList(unrepeated(proseItem(source), style), style), style) !== '') return undefined
  return `${NAMES[style]} has no entry for this ${source.type.replace(/[-_]/g, ' ')} in a list of references.`
}

/** What does not change any more has no day of access in APA. */
function archivedItem(item: CslItem, archive: string, style: Prose): CslItem {
  const { accessed, ...rest } = item
  const publisher = [item.publisher, archive].filter(Boolean).join('. ')
  return { ...rest, publisher, ...(style !== 'apa' && accessed && { accessed }) }
}

/** `26 September 2011`, and as America writes it. */
const DAYS: Readonly<Record<Prose, (date: CslDate) => string>> = {
  harvard: dateInWords,
  apa: (date) => dateInWords(date).replace(/^(\d+) (\S+) /, '$2 $1, '),
}

function dateOf(date: PartialDate): CslDate {
  return { 'date-parts': [date.split('-').map(Number)] }
}

const NAMES: Readonly<Record<Prose, string>> = { harvard: 'Harvard', apa: 'APA' }

/** Only what was read is listed; the text says whose words reached us through it. */
const CITED_IN: Readonly<Record<Prose, string>> = { harvard: 'cited in', apa: 'as cited in' }

/** No style has a form for it; where it was read belongs to what can be checked. */
function republished(by: string): string {
  return `Republished by ${by}`
}

/** What BibTeX and RIS have no field for. */
function notes(source: Source, at: string | undefined, copy: Archived | undefined): readonly string[] {
  const gaps = [...new Set([...missing(source), ...(issuedOf(source) ? [] : ['date'])])]
  return [
    ...(typeof source.csl.note === 'string'
      ? [source.csl.note.trim().replace(/\s+/g, ' ').replace(/\.$/, '')]
      : []),
    ...(copy ? [archivedWords(copy, (date) => dateInWords(dateOf(date)))] : []),
    ...(source.archived && source.archived !== source.url ? [`Archived copy: ${source.archived}`] : []),
    ...(source.republishedBy ? [republished(source.republishedBy)] : []),
    ...(at ? [`Cited: ${at}`] : []),
    ...(gaps.length > 0 ? [`Not recorded: ${gaps.join(', ')}`] : []),
  ]
}

/** CSL-JSON is the record itself: a missing field is missing. */
function csl(source: Source, at: string | undefined): string {
  const item = cslItem(source)
  return JSON.stringify([at ? { ...item, note: withNote(item.note, `Cited: ${at}`) } : item], null, 2)
}

function withNote(note: unknown, added: string): string {
  return typeof note === 'string' && note ? `${note}\n${added}` : added
}
