import type { types } from '@slack/bolt'
import type { Answer, Citation, Direct, Finding, Group, Span } from '../../../answer/answer.ts'
import { citationParts, dateInWords, sourcesBeside } from '../../../answer/in-words.ts'
import { type Entry as EntryOf, paged, type Unit as UnitOf } from '../../core/pages.ts'
import { buttonsUnder } from './buttons.ts'
import { FALLBACK, LIMITS, PAGE } from './limits.ts'
import { type Message, namingRuns, namingText } from './message.ts'
import { clean, cut, escaped, followed, link, type Part, pieces, type Run, richText, words } from './text.ts'

export type { Message } from './message.ts'

/**
 * For the one who asked, with buttons; or for a whole channel, which is told who asked. `asked` is the question, word for
 * word, to which this is the answer: asked as it was understood, it would not say again how it was read.
 */
export type Rendering = { to: 'asker'; share: boolean; asked?: string } | { to: 'channel'; askedBy: string }

/**
 * The answer as messages that Slack accepts, one a page. Nothing of the answer is left out: what does not fit one
 * message is on the next ones, and each but the last has a button that asks for the next.
 */
export function toBlocks(
  answer: Answer,
  rendering: Rendering = { to: 'asker', share: true },
): readonly [Message, ...Message[]] {
  const pages = paged(answerUnits(answer), PAGE)
  const buttons = rendering.to === 'asker' ? buttonsUnder(answer, rendering) : undefined
  const messages = pages.map((entries, at) => {
    const cites = cited(entries)
    const blocks = [
      ...entries.map(({ block }) => block),
      ...credit(answer, rendering, at),
      ...(buttons?.({ at, of: pages.length, cites }) ?? []),
    ]
    return { text: fallback(answer, cites, at), blocks }
  })
  return messages as [Message, ...Message[]]
}

function credit(answer: Answer, rendering: Rendering, at: number): readonly types.ContextBlock[] {
  if (rendering.to === 'asker' || at > 0) return []
  const { askedBy } = rendering
  const who = /^[UW][A-Z0-9]+$/.test(askedBy) ? `asked by <@${askedBy}>` : 'asked by a colleague'
  const text = `${escaped(cut(clean(answer.ask), 200))} · ${who}`
  return [{ type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] }]
}

function cited(entries: readonly Entry[]): readonly Finding[] {
  return entries.flatMap(({ cites }) => cites ?? [])
}

/** What the page says, without the buttons. */
function fallback(
  { heading, direct, lead = [], naming = [], note }: Answer,
  findings: readonly Finding[],
  at: number,
): string {
  const told = findings.map((finding) => `${finding.title}: ${findingInPlainText(finding)}`)
  const lines =
    at === 0
      ? [heading, ...(direct ? [direct.sentence] : []), ...lead, ...told, ...(note ? [note] : [])]
      : told
  const said = escaped(cut(clean(lines.join('\n')).trim() || 'Hansa', FALLBACK))
  return at === 0 && naming.length > 0 ? `${said}\n${namingText(naming)}` : said
}

type Entry = EntryOf<types.KnownBlock>
type Unit = UnitOf<types.KnownBlock>

/** Everything an answer says, in order: heading and lead, each group, the small print. */
function answerUnits(answer: Answer): readonly Unit[] {
  const { naming } = answer
  const named = naming ? entries([{ line: namingRuns(naming) }]) : []
  const told = [...(answer.direct ? sentence(answer.direct) : []), ...lines(answer.lead ?? [])]
  const intro = [...heading(answer.heading), ...told, ...named]
  const groups = answer.groups.map((group, at) => groupUnit(group, answer.groups[at - 1]?.under))
  return [{ entries: intro, again: [] }, ...groups, { entries: smallPrint(answer.note), again: [] }]
}

/** The one sentence that was asked for, and where it was read. */
function sentence(direct: Direct): readonly Entry[] {
  const sources = sourcesBeside(direct).flatMap(({ text, url }, at): readonly Run[] => [
    ...(at > 0 ? words('; ') : []),
    ...(url ? link(url, text) : words(text)),
  ])
  return entries([{ line: words(direct.sentence, { bold: true }) }, { line: sources }])
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
function findingInPlainText(finding: Finding): string {
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
