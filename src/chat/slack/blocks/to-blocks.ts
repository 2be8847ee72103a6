import type { types } from '@slack/bolt'
import {
  type Answer,
  type Citation,
  type Direct,
  type Finding,
  findingsOf,
  type Group,
} from '../../../answer/answer.ts'
import {
  type CheckedAlike,
  checkedAlike,
  checkedOnce,
  citationParts,
  isWarning,
  sourcesBeside,
  whereRead,
} from '../../../answer/in-words.ts'
import { evidenceOf, isOneLink, numbersOf, paged, statusLine } from '../../core/overview.ts'
import { buttonsUnder } from './buttons.ts'
import { FALLBACK, LIMITS, PAGE } from './limits.ts'
import { type Message, namingRuns, namingText, type Rendering, type View } from './message.ts'
import { type Entry, isOverview, legend, summary, tableUnits, type Unit } from './overview.ts'
import {
  clean,
  cut,
  escaped,
  followed,
  link,
  marked,
  type Part,
  pieces,
  type Run,
  richText,
  words,
} from './text.ts'

export type { Message, View } from './message.ts'

/**
 * The answer as messages that Slack accepts, one a page. Nothing of the answer is left out: what does not fit one
 * message is on the next ones, and each but the last has a button that asks for the next.
 */
export function toBlocks(
  answer: Answer,
  rendering: Rendering = { to: 'asker', share: true },
): readonly [Message, ...Message[]] {
  const how = JSON.stringify(rendering)
  const last = DRAWN.get(answer)
  if (last?.how === how) return last.pages
  const pages = drawn(answer, rendering)
  DRAWN.set(answer, { how, pages })
  return pages
}

/** Of many who press under the same long answer at once, each gets what was made for the first. */
const DRAWN = new WeakMap<Answer, { how: string; pages: ReturnType<typeof drawn> }>()

function drawn(answer: Answer, rendering: Rendering): readonly [Message, ...Message[]] {
  const { view } = rendering
  const shown = view === undefined ? answer : evidenceOf(answer, view)
  const pages = paged(answerUnits(shown, numbersOf(answer), view), PAGE)
  const rows = buttonsUnder(answer, rendering)
  const messages = pages.map((entries, at) => {
    const blocks = [
      ...entries.map(({ block }) => block),
      ...credit(answer, rendering, at),
      ...rows({ at, of: pages.length, entries }),
    ]
    return { text: fallback(shown, entries, at), blocks }
  })
  return messages as [Message, ...Message[]]
}

function credit(answer: Answer, rendering: Rendering, at: number): readonly types.ContextBlock[] {
  if (rendering.to === 'asker' || rendering.view || at > 0) return []
  const { askedBy } = rendering
  const who = /^[UW][A-Z0-9]+$/.test(askedBy) ? `asked by <@${askedBy}>` : 'asked by a colleague'
  const text = `${escaped(cut(clean(answer.ask), 200))} · ${who}`
  return [{ type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] }]
}

/** What the page says, without the buttons. */
function fallback(
  { heading, lead = [], direct, naming = [], note, unread, receipt }: Answer,
  entries: readonly Entry[],
  at: number,
): string {
  const told = entries.flatMap(({ plain = [] }) => plain)
  const first = [heading, ...(direct ? [direct.sentence] : []), ...lead]
  const lines =
    at === 0 ? [...first, ...told, ...[note, unread, receipt].filter((one) => one !== undefined)] : told
  const said = escaped(cut(clean(lines.join('\n')).trim() || 'Hansa', FALLBACK))
  return at === 0 && naming.length > 0 ? `${said}\n${namingText(naming)}` : said
}

/** What an answer says, in order: heading and lead, the table, each group, the small print. */
function answerUnits(answer: Answer, numbers: About['numbers'], view: View | undefined): readonly Unit[] {
  const { naming, direct, table, lead = [], groups, note, receipt } = answer
  const named = naming ? entries([{ line: namingRuns(naming) }]) : []
  const told = [...(direct ? sentence(direct) : []), ...lines(lead)]
  const intro = [...heading(answer.heading), ...told, ...named]
  const isTable = view === undefined && isOverview(table)
  const [row] = table?.rows ?? []
  const cites = findingsOf(answer).map(({ cite }) => cite)
  const about: About = {
    alike: checkedAlike(cites),
    numbers,
  }
  const shown = isTable ? groups.filter(({ link }) => link === undefined) : groups
  const foot = [
    note,
    receipt,
    ...(isTable ? legend(table) : []),
    about.alike !== 'neither' || isTable ? checkedOnce(cites) : undefined,
  ]
  return [
    { entries: intro, again: [] },
    ...(isTable ? tableUnits(table) : []),
    ...(!isTable && row && table?.rows.length === 1 ? [{ entries: summary(row), again: [] }] : []),
    ...shown.map((group, at) => groupUnit(group, shown[at - 1]?.under, about)),
    { entries: [...smallPrint(foot.filter(Boolean).join(' ')), ...smallPrint(answer.unread)], again: [] },
  ]
}

/** The one sentence that was asked for, and where it was read. */
function sentence(direct: Direct): readonly Entry[] {
  const sources = sourcesBeside(direct).flatMap(({ text, url }, at): readonly Run[] => [
    ...(at > 0 ? words('; ') : []),
    ...(url ? link(url, text) : words(text)),
  ])
  return entries([{ line: words(direct.sentence, { bold: true }) }, { line: sources }])
}

/** What all statements have in common, and the numbers of their documents in the table. */
type About = { alike: CheckedAlike; numbers: ReadonlyMap<string, number> }

function groupUnit(group: Group, underBefore: string | undefined, about: About): Unit {
  const under = group.under !== undefined && group.under !== underBefore ? heading(group.under) : []
  const titled = !isOneLink(group)
  const titles = [words(group.title, { bold: true }), words(group.lead ?? '')].map((line) => ({ line }))
  const [first, ...others] = group.findings
  const body = first
    ? [first, ...others].flatMap((finding, at) =>
        findingEntries(finding, [...(at === 0 ? titles : []), ...findingParts(finding, titled, about)]),
      )
    : entries(titles)
  return {
    entries: [...under, ...body],
    again: [...again(group.under, heading), ...again(group.title, title)],
  }
}

function findingEntries(finding: Finding, parts: readonly Part[]): readonly Entry[] {
  const all = entries(parts)
  const plain = [`${finding.title}: ${findingInPlainText(finding)}`]
  return all.map((entry, at) =>
    at === all.length - 1 ? { ...entry, cites: [finding], finding, plain } : entry,
  )
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
function findingParts(finding: Finding, titled: boolean, about: About): readonly Part[] {
  const { kind, says, quote, secondHand } = finding
  const ours: readonly Run[] = kind === 'twinning' ? [] : words('In our words: ', { italic: true })
  return [
    ...(titled ? [{ line: words(finding.title, { bold: true }) }] : []),
    ...(says ? [{ line: [...ours, ...marked(says, finding.marks?.says)] }] : []),
    { line: words(statusLine(finding)) },
    ...(quote ? [{ quote: words(`“${quote}”`) }] : []),
    ...(secondHand ? [{ line: words(`Second-hand: ${secondHand}`, { italic: true }) }] : []),
    { line: citationLine(finding.cite, about) },
  ]
}

/** The finding in plain text, for notifications and screen readers. */
function findingInPlainText(finding: Finding): string {
  const { says, quote, secondHand, cite } = finding
  return [
    says,
    statusLine(finding),
    quote && `“${quote}”`,
    secondHand && `Second-hand: ${secondHand}`,
    `(${whereRead(cite)})`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** Without the title, which “Reference” gives, and without what the foot says of all: a phone shows few lines. */
function citationLine(cite: Citation, { alike, numbers }: About): readonly Run[] {
  const parts = citationParts(cite, alike).filter(({ is }) => is !== 'title')
  const number = numbers.get(cite.source)
  let line: readonly Run[] = number === undefined ? [] : words(`${number} `)
  for (const { is, text, url } of parts) {
    if (is !== 'source') line = followed(line, ' · ')
    if (url) line = line.concat(link(url, text))
    else line = isWarning({ is }) ? line.concat(words(text, { bold: true })) : followed(line, text)
  }
  return line
}
