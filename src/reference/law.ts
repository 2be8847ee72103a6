import type { Prose } from './prose-item.ts'
import type { CslItem } from './source.ts'

/** `Localism Act 2011`: a law of the United Kingdom has its year in its name. */
const NAMED_BY_YEAR = /^(.*\D),? ((?:1\d|20)\d\d)$/

/**
 * A law or a case as a list of references has it: `Localism Act 2011, c. 20`; in Cite Them Right also
 * `Donoghue v Stevenson [1932] AC 562`, and a treaty by its number, `ETS 122`. The styles would repeat the year and leave out by what it is found, and APA’s own
 * form is for laws of the United States.
 */
export function lawInList(item: CslItem, style: Prose): CslItem {
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
export function lawInText(item: CslItem, style: Prose): CslItem {
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
