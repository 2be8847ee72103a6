import type { Citation, Day } from '../answer/answer.ts'
import { type Check, comparedWords } from '../knowledge/checks.ts'
import { overdueWords } from '../knowledge/dates.ts'
import type { Checked, Knowledge } from '../knowledge/records.ts'
import { archivedCopy, withoutCapture } from '../reference/archived.ts'
import { issuedOf } from '../reference/csl-item.ts'
import { dateInWords } from '../reference/dates.ts'
import { jumpTo } from '../reference/jump.ts'
import type { Source } from '../reference/source.ts'

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
    url: source.url,
    jump: source.url && jumpTo(source.url, quote, located ? at : undefined, check),
    archived: source.archived,
    checkedOn: checked.on,
    checkedBy: checked.by,
    overdue: overdueWords(checked, today),
    compared: check && comparedWords(check),
  }
}

/** A place in the source; that the source has none is known only where somebody wrote `none`. */
function locatorWords(at: string | undefined): string {
  if (at === undefined) return 'no page recorded'
  return at === 'none' ? 'no page number in the source' : at
}

/**
 * `Leeds City Council (2021)`, `Ewen and Hebbert (2007)`, `Cosgrave et al. (2020)`, `Global Leeds (no date)`, `Fox (in press)`,
 * `The Guardian (2022, republished by Budapest Post)`; of a page that has no date but that of its copy, `Aire Council (archived 2013)`.
 */
export function sourceLabel(recorded: Source): string {
  const source = withoutCapture(recorded)
  const issued = issuedOf(source)
  const copy = archivedCopy(recorded)
  const words = issued ? dateInWords(issued) : copy && `archived ${copy.on.slice(0, 4)}`
  const again = source.republishedBy ? `, republished by ${source.republishedBy}` : ''
  return `${shortAuthor(source)} (${source.issued?.slice(0, 4) ?? (words || 'no date')}${again})`
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
