import type { types } from '@slack/bolt'
import type { Answer, Citation, Finding, Group, Span } from '../../../answer/answer.ts'
import { citationParts } from '../../../answer/citation.ts'
import { dateInWords } from '../../../answer/in-words.ts'
import type * as pages from '../../core/pages.ts'
import { LIMITS } from './limits.ts'
import { namingRuns } from './message.ts'
import { clean, cut, followed, link, type Part, pieces, type Run, richText, words } from './text.ts'

export type Entry = pages.Entry<types.KnownBlock>
type Unit = pages.Unit<types.KnownBlock>

/** Everything an answer says, in order: heading and lead, each group, the small print. */
export function answerUnits(answer: Answer): readonly Unit[] {
  const { naming } = answer
  const named = naming ? entries([{ line: namingRuns(naming) }]) : []
  const intro = [...heading(answer.heading), ...lines(answer.lead ?? []), ...named]
  const groups = answer.groups.map((group, at) => groupUnit(group, answer.groups[at - 1]?.under))
  return [{ entries: intro, again: [] }, ...groups, { entries: smallPrint(answer.note), again: [] }]
}

function groupUnit(group: Group, underBefore: string | undefined): Unit {
  const under = group.under !== undefined && group.under !== underBefore ? heading(group.under) : []
  const titled = !isOneLink(group)
  const titles = [words(group.title, { bold: true }), words(group.lead ?? '')].map((line) => ({ line }))
  const [first, ...others] = group.findings
  const body = first
    ? [first, ...others].flatMap((finding, at) => findingEntries(finding, at === 0 ? titles : [], titled))
    : entries(titles)
  return {
    entries: [...under, ...body],
    again: [...again(group.under, heading), ...again(group.title, title)],
  }
}

/** The statements about one link stand under its title; repeating it over each would only be noise. */
function isOneLink({ title, findings: [first, ...others] }: Group): boolean {
  if (title === first?.title && others.length === 0) return true
  return (
    first?.kind === 'twinning' &&
    others.every((other) => other.place === first.place && other.twin === first.twin)
  )
}

function findingEntries(finding: Finding, titles: readonly Part[], titled: boolean): readonly Entry[] {
  const all = entries([...titles, ...findingParts(finding, titled)])
  return all.map((entry, at) => (at === all.length - 1 ? { ...entry, cites: [finding] } : entry))
}

function entries(parts: readonly Part[]): readonly Entry[] {
  return richText(parts.filter((part) => 'quote' in part || part.line.length > 0)).map((block) => ({ block }))
}

function heading(text: string): readonly Entry[] {
  const shown = clean(text).replace(/\s+/g, ' ').trim()
  if (shown === '') return []
  if ([...shown].length > LIMITS.header) return title(shown)
  return [{ block: { type: 'header', text: { type: 'plain_text', text: shown, emoji: false } } }]
}

function title(text: string): readonly Entry[] {
  return entries([{ line: words(text, { bold: true }) }])
}

function again(text: string | undefined, show: (text: string) => readonly Entry[]): readonly Entry[] {
  return text === undefined ? [] : show(`${cut(clean(text), LIMITS.header - 20)} (continued)`)
}

function lines(paragraphs: readonly string[]): readonly Entry[] {
  return paragraphs.flatMap((paragraph) => entries([{ line: words(paragraph) }]))
}

function smallPrint(note = ''): readonly Entry[] {
  return pieces(clean(note).trim(), LIMITS.contextText).map((text) => ({
    block: { type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] },
  }))
}

/**
 * A finding: our words, then the source's words behind a bar and in quotation marks, then where they were read.
 * Words of the question are bold in ours only: in a quotation they would pass for the source's own emphasis.
 */
function findingParts(finding: Finding, titled: boolean): readonly Part[] {
  const { kind, says, quote, secondHand } = finding
  const ours: readonly Run[] = kind === 'twinning' ? [] : words('In our words: ', { italic: true })
  return [
    ...(titled ? [{ line: words(finding.title, { bold: true }) }] : []),
    ...(says ? [{ line: [...ours, ...marked(says, finding.marks?.says)] }] : []),
    ...(statusMissing(finding) ? [{ line: words(statusLine(finding)) }] : []),
    ...(quote ? [{ quote: words(`“${quote}”`) }] : []),
    ...(secondHand ? [{ line: words(`Second-hand: ${secondHand}`, { italic: true }) }] : []),
    { line: citationLine(finding.cite) },
  ]
}

/** The finding in plain text, for notifications and screen readers. */
export function findingInPlainText(finding: Finding): string {
  const { says, quote, secondHand, cite } = finding
  return [
    says,
    statusMissing(finding) && statusLine(finding),
    quote && `“${quote}”`,
    secondHand && `Second-hand: ${secondHand}`,
    `(${cite.label}, ${cite.locator})`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** Without the title, which “Reference” gives: a phone shows few lines. */
function citationLine(cite: Citation): readonly Run[] {
  const parts = citationParts(cite).filter(({ is }) => is !== 'title')
  let line: readonly Run[] = []
  for (const { is, text, url } of parts) {
    if (line.length > 0) line = followed(line, ' · ')
    if (url) line = line.concat(link(url, text))
    else line = is === 'overdue' ? line.concat(words(text, { bold: true })) : followed(line, text)
  }
  return line
}

function statusMissing({ status, saysStatus }: Pick<Finding, 'status' | 'saysStatus'>): boolean {
  return status !== undefined && !saysStatus
}

function statusLine({ status, statusOn, since }: Pick<Finding, 'status' | 'statusOn' | 'since'>): string {
  const start = since ? `Since ${dateInWords(since)} · ` : ''
  return `${start}${status} ${statusOn ? `as of ${dateInWords(statusOn)}` : '(undated)'}`
}

/** Bold where the spans say; spans that overlap or would cut a character in two are not trusted. */
function marked(text: string, spans: readonly Span[] = []): readonly Run[] {
  const edges = [0, ...spans.flat(), text.length]
  const sound = edges.every((edge, at) => edge >= (edges[at - 1] ?? 0) && !insideCharacter(text, edge))
  if (!sound) return words(text)
  return edges.slice(1).flatMap((edge, at) => {
    const run = text.slice(edges[at], edge)
    return at % 2 === 1 ? words(run, { bold: true }) : words(run)
  })
}

function insideCharacter(text: string, at: number): boolean {
  return !Number.isInteger(at) || at > text.length || /^[\udc00-\udfff]$/.test(text.charAt(at))
}
