import type { Citation, Day, Finding } from '../answer/answer.ts'
import { dateInWords as dayInWords } from '../answer/in-words.ts'
import type { Check } from '../knowledge/checks.ts'
import { overdueWords } from '../knowledge/dates.ts'
import type { Checked, Knowledge, Report, ReportFinding, Statement } from '../knowledge/records.ts'
import { dateInWords } from '../reference/dates.ts'
import { jumpTo } from '../reference/jump.ts'
import { reference, type Style } from '../reference/reference.ts'
import { archivedCopy, issuedOf, type Source, withoutCapture } from '../reference/source.ts'

/** What its kind shows of it, and what all kinds share: the quotation, and where it was read. */
export function findingOf(statement: Statement, knowledge: Knowledge, today: Day): Finding {
  const { id, kind, quote, finding } = statement
  const { title, says = statement.says, ...others } = finding
  return {
    id,
    kind,
    title,
    says,
    quote,
    ...others,
    secondHand: secondHand(statement, knowledge),
    cite: citation(statement, knowledge, today),
  }
}

/** The statement of that id, of whatever kind, as it is shown. Throws where the folder holds none. */
export function findingById(id: string, knowledge: Knowledge, today: Day): Finding {
  const statement = knowledge.statements.get(id)
  if (!statement) throw new Error(`the folder holds no “${id}”`)
  return findingOf(statement, knowledge, today)
}

/** `Sources differ; see Global Leeds (no date): The link began in 1989.` `undefined` for what nothing disagrees with. */
export function disagreement(id: string, knowledge: Knowledge): string | undefined {
  const { differs = [] } = knowledge.statements.get(id) ?? {}
  if (differs.length === 0) return undefined
  const others = [...knowledge.statements.values()].filter((one) => differs.includes(one.id))
  const said = others.map(
    ({ source, says, finding }) =>
      `${sourceLabel(sourceOf(source, knowledge))}: ${says ?? finding.says ?? finding.title}`,
  )
  return said.length > 0 ? `Sources differ; see ${said.join(' And ')}` : undefined
}

/**
 * A report's summary, and where it was read: in the report itself, its chapters and copies, or else in the documents that
 * report it, one finding for each. A document that nobody opened is not cited as checked.
 */
export function summaryFindings(report: Report, knowledge: Knowledge, today: Day): readonly Finding[] {
  const { report: id, title, summary: says, findings } = report
  const bySource = Map.groupBy(findings, ({ source }) => source)
  const own = findings.filter(({ citing }) => citing === undefined)
  const isRead = findings.length === 0 || own.length > 0
  const read = isRead ? ([[id, own]] as const) : [...bySource]
  const about = `${named(sourceOf(id, knowledge))}, as reported in the documents cited here`
  return read.map(([source, readThere], index) => ({
    id: index === 0 ? id : source,
    kind: 'report',
    title: index === 0 ? title : 'Also reported in',
    ...(index === 0 && { says, ...(!isRead && { secondHand: about }) }),
    cite: citation({ source, ...placeIn(readThere, isRead, today) }, knowledge, today),
  }))
}

/** When the newest of the findings was checked; and the place that all of them share, in a document about the report. */
function placeIn(
  findings: readonly ReportFinding[],
  isRead: boolean,
  today: Day,
): Pick<Cited, 'at' | 'checked'> {
  const [first] = findings.toSorted((a, b) => b.checked.on.localeCompare(a.checked.on))
  const isOnePlace = new Set(findings.map(({ at }) => at)).size === 1
  const at = isOnePlace ? first?.at : 'at the places given with each finding'
  return { at: isRead ? undefined : at, checked: first?.checked ?? { on: today, by: 'nobody yet' } }
}

function secondHand(record: { source: string; citing?: string }, knowledge: Knowledge): string | undefined {
  if (!record.citing) return undefined
  const [about, by] = [sourceOf(record.citing, knowledge), sourceOf(record.source, knowledge)]
  return `${named(about)}, as reported in ${named(by)}`
}

/** `Network Effects, Cosgrave et al. (2020)`: the title without its subtitle, and who wrote it. */
function named(source: Source): string {
  return `${source.title.split(': ')[0]}, ${sourceLabel(source)}`
}

/** The part of a record that says where it was read. */
export type Cited = { id?: string; source: string; quote?: string; at?: string; checked: Checked }

export function citation(record: Cited, knowledge: Knowledge, today: Day): Citation {
  const { source: id, quote, at, checked } = record
  const source = sourceOf(id, knowledge)
  const check = checkOf(record, knowledge)
  const located = at !== undefined && at !== 'none'
  return {
    source: id,
    label: sourceLabel(source),
    author: shortAuthor(source),
    title: source.title,
    publisher: source.publisher ?? source.containerTitle,
    date: withoutCapture(source).issued,
    locator: locatorWords(at),
    ...(at === 'none' && isScrolled(source) && { unpaged: true as const }),
    url: source.url,
    jump: source.url && jumpTo(source.url, quote, located ? at : undefined, check),
    archived: source.archived,
    checkedOn: checked.on,
    checkedBy: checked.by,
    overdue: overdueWords(checked, today),
    ...(checked.gone && { gone: checked.gone }),
    compared: check && comparedWords(check),
  }
}

/** CSL’s types of what is read by scrolling. */
const ON_THE_WEB: ReadonlySet<string> = new Set(['webpage', 'post', 'post-weblog'])
/** So is what is printed elsewhere, where it is cited with an address. */
const PRINTED_TOO: ReadonlySet<string> = new Set(['article-newspaper', 'article-magazine'])

function isScrolled({ type, url }: Source): boolean {
  return ON_THE_WEB.has(type) || (PRINTED_TOO.has(type) && url !== undefined)
}

/** A place in the source; that the source has none is known only where somebody wrote `none`. */
function locatorWords(at: string | undefined): string {
  if (at === undefined) return 'no page recorded'
  return at === 'none' ? 'no page number in the source' : at
}

/**
 * `Leeds City Council (2021)`, `Ewen and Hebbert (2007)`, `Cosgrave et al. (2020)`, `Global Leeds (no date)`, `Fox (in press)`,
 * `The Guardian (2022, republished by Budapest Post)`; of another folder, `Leeds City Council (2021), in “Yorkshire councils”`; of a page that has no date but that of its copy, `Aire Council (archived 2013)`.
 */
export function sourceLabel(recorded: Source): string {
  const source = withoutCapture(recorded)
  const issued = issuedOf(source)
  const copy = archivedCopy(recorded)
  const words = issued ? dateInWords(issued) : copy && `archived ${copy.on.slice(0, 4)}`
  const again = source.republishedBy ? `, republished by ${source.republishedBy}` : ''
  const held = source.heldIn ? `, in “${source.heldIn.name}”` : ''
  return `${shortAuthor(source)} (${source.issued?.slice(0, 4) ?? (words || 'no date')}${again})${held}`
}

/** The last comparison of these very words with this very source: one of others says nothing about them. */
function checkOf({ id, quote, source }: Cited, { checks }: Knowledge): Check | undefined {
  const check = checks.get(id ?? '')
  return check?.quote === quote && check?.source === source ? check : undefined
}

function shortAuthor({ author, publisher, containerTitle, title }: Source): string {
  const names = author.map((name) => name.literal ?? name.family ?? name.given ?? '').filter(Boolean)
  const [first, second] = names
  if (!first) return publisher ?? containerTitle ?? title
  if (!second) return first
  return names.length > 2 ? `${first} et al.` : `${first} and ${second}`
}

export function sourceOf(id: string, knowledge: Knowledge): Source {
  const source = knowledge.sources.get(id)
  if (!source) throw new Error(`a clean folder has no unknown source, but “${id}” is one`)
  return source
}

/** `matches our copy of 24 November 2026`; nothing where no copy could be read. */
function comparedWords({ result, on }: Check): string | undefined {
  const words = {
    exact: 'matches',
    'matches after normalising': 'matches',
    changed: 'differs from',
    'not found': 'is not in',
  }
  return result === 'could not be read' ? undefined : `${words[result]} our copy of ${dayInWords(on)}`
}

/**
 * A reference by the id of a source, or of a record: then with its place in the source, and for a second-hand one with
 * the document that it reports. `undefined` when nothing has that id.
 */
export function referenceTo(typed: string, knowledge: Knowledge, style: Style): string | undefined {
  const { sources, statements } = knowledge
  // Telephones and chats turn the apostrophe of a key, O'Connor2014, while it is typed.
  const straight = typed.replaceAll('’', "'")
  const id = statements.has(typed) || sources.has(typed) ? typed : straight
  const statement = statements.get(id)
  const source = sources.get(statement?.source ?? id)
  const citing = sources.get(statement?.citing ?? '')
  if (!source) return undefined
  const text = reference(source, { style, locator: statement?.at, citing })
  const { heldIn } = source
  const isProse = style === 'harvard' || style === 'apa'
  return heldIn && isProse ? `${text} Recorded in “${heldIn.name}” (${heldIn.licence}).` : text
}

/** References to several documents as one list: in prose by the alphabet, in the formats of programs as one file. */
export function referencesTo(ids: readonly string[], knowledge: Knowledge, style: Style): string {
  const texts = ids.map((id) => referenceTo(id, knowledge, style)).filter((text) => text !== undefined)
  if (style === 'csl')
    return JSON.stringify(
      texts.flatMap((text) => JSON.parse(text)),
      null,
      2,
    )
  const isProse = style === 'harvard' || style === 'apa'
  return isProse ? texts.toSorted((a, b) => a.localeCompare(b, 'en')).join('\n') : texts.join('\n\n')
}
