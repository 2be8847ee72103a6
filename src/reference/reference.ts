import type { PartialDate } from '../answer/answer.ts'
import { bibtex } from './bibtex.ts'
import { type CslDate, dateInWords } from './dates.ts'
import { inText, listEntry } from './formatted.ts'
import { cslLocator } from './locator.ts'
import { missing } from './missing.ts'
import { type Prose, proseItem, unrepeated } from './prose-item.ts'
import { ris } from './ris.ts'
import {
  type Archived,
  archivedCopy,
  archivedWords,
  type CslItem,
  cslItem,
  issuedOf,
  type Source,
  withoutCapture,
} from './source.ts'

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

/** `Localism Act 2011`: a law of the United Kingdom has its year in its name. */
const NAMED_BY_YEAR = /^(.*\D),? ((?:1\d|20)\d\d)$/

/**
 * A law or a case as a list of references has it: `Localism Act 2011, c. 20`; in Cite Them Right also
 * `Donoghue v Stevenson [1932] AC 562`, and a treaty by its number, `ETS 122`. The styles would repeat the year and leave out by what it is found, and APA’s own
 * form is for laws of the United States.
 */
function lawInList(item: CslItem, style: Prose): CslItem {
  const { issued, 'chapter-number': chapter, number, volume, page, ...law } = item
  if (isNamedByYear(item)) {
    const cited = chapterOf(item)
    // Small letters stay small in APA: `c. 20`.
    const title = cited ? `${item.title}, <span class="nocase">${cited}</span>` : item.title
    const { 'container-title': _, accessed, ...named } = law
    // A law has its year, and APA wants no day of access of it.
    return { ...named, title, ...(style === 'harvard' && accessed && { accessed }) }
  }
  // Public Law 111-148 is one number, and no range of them: in CSL a stroke before it says so.
  if (style === 'apa') return number ? { ...item, number: String(number).replaceAll('-', '\\-') } : item
  if (item.type === 'treaty' && number && item['container-title'])
    return { ...item, 'container-title': `${item['container-title']} ${number}` }
  const cited = item.type === 'legal_case' ? reportOf(item) : undefined
  if (!cited) return item
  const { 'container-title': _, authority: __, ...named } = law
  return { ...named, title: `${item.title} ${cited}` }
}

/** In the text a law is called by its name: `(Localism Act 2011)`, in APA `(Localism Act, 2011)`. */
function lawInText(item: CslItem, style: Prose): CslItem {
  if (!isNamedByYear(item)) return item
  const { issued, ...law } = item
  const [, name = '', year] = NAMED_BY_YEAR.exec(item.title) ?? []
  if (style === 'harvard') return law
  return { ...law, title: name, issued: { 'date-parts': [[Number(year)]] } }
}

function isNamedByYear({ type, title, author, issued }: CslItem): boolean {
  const [, , year] = NAMED_BY_YEAR.exec(title) ?? []
  const issuedIn = issued?.['date-parts']?.[0]?.[0]
  const isLaw = (type === 'legislation' || type === 'regulation') && !author?.length
  return isLaw && year !== undefined && (issuedIn === undefined || issuedIn === Number(year))
}

/** `c. 20`, `asp 6`, `SI 2021/112`: as it was recorded. */
function chapterOf(item: CslItem): string | undefined {
  const [series, number, chapter] = textsOf(item, 'container-title', 'number', 'chapter-number')
  if (number) return [series, number].filter(Boolean).join(' ')
  return chapter && (/^\d+$/.test(chapter) ? `c. ${chapter}` : chapter)
}

/** `[1932] AC 562`, `(1990) 12 HLR 3`, `[2017] UKSC 5`. */
function reportOf(item: CslItem): string | undefined {
  const [report, volume, page, number, court] = textsOf(
    item,
    ...['container-title', 'volume', 'page', 'number', 'authority'],
  )
  const year = item.issued?.['date-parts']?.[0]?.[0]
  if (report && page && year) {
    if (volume?.includes(String(year))) return `${volume} ${report} ${page}`
    return volume ? `(${year}) ${volume} ${report} ${page}` : `[${year}] ${report} ${page}`
  }
  // The number of a judgement stands behind the letters of its court.
  const neutral =
    number && /^\d+$/.test(number) && /^[A-Z]+$/.test(court ?? '') ? `${court} ${number}` : number
  return !report && year && neutral && /^[A-Z]{2,} /.test(neutral) ? `[${year}] ${neutral}` : undefined
}

function textsOf(item: CslItem, ...names: string[]): (string | undefined)[] {
  return names.map((name) => {
    const value = item[name]
    return typeof value === 'string' || typeof value === 'number'
      ? String(value).replaceAll('\\-', '-')
      : undefined
  })
}
