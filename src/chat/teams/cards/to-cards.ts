import {
  type Answer,
  type Direct,
  type Finding,
  findingsOf,
  type Group,
  type Naming,
} from '../../../answer/answer.ts'
import {
  type CheckedAlike,
  checkedAlike,
  checkedOnce,
  citationParts,
  isWarning,
  separatorBefore,
  sourcesBeside,
  whereRead,
} from '../../../answer/in-words.ts'
import {
  evidenceOf,
  isOneLink,
  isOverview,
  legend,
  numbersOf,
  paged,
  statusLine,
  type View,
} from '../../core/overview.ts'
import { clean, cut, pieces } from '../../core/text.ts'
import { type ActionsFor, actionsUnder, type Rendering } from './actions.ts'
import { type Element, heading, LIMITS, line, link, words } from './elements.ts'
import { type Entry, summary, tableUnits, type Unit } from './table.ts'

/** A message of Teams: `summary` is what notifications show, and screen readers read first. */
export type Message = { summary: string; card: Element }

/**
 * The answer as messages that Teams accepts, one a page. Nothing of the answer is left out: what does not fit one message
 * is on the next ones, and each but the last has a button that asks for the next.
 */
export function toCards(
  answer: Answer,
  rendering: Rendering = { to: 'asker', share: true },
): readonly [Message, ...Message[]] {
  const { view } = rendering
  const shown = view === undefined ? answer : evidenceOf(answer, view)
  const pages = paged(unitsOf(shown, numbersOf(answer), view), { blocks: 500, weight: LIMITS.page })
  const actions = actionsUnder(answer, rendering)
  const messages = pages.map((entries, at) =>
    message(saidOn(shown, entries, at), [
      ...entries.map(({ block }) => block),
      ...(at === 0 ? image(rendering) : []),
      ...credit(answer, rendering, at),
      ...actions(under({ at, of: pages.length, entries })),
    ]),
  )
  return messages as [Message, ...Message[]]
}

export function message(summary: string, body: readonly Element[]): Message {
  const said = cut(clean(summary).trim() || 'Hansa', LIMITS.summary)
  return {
    summary: said,
    card: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      fallbackText: cut(said, 200),
      msteams: { width: 'Full' },
      body,
    },
  }
}

/** One statement with its whole citation, and no buttons. */
export function findingCard(finding: Finding): Message {
  const found = findingEntries(finding, true, { alike: 'neither', numbers: new Map() })
  return message(
    found.flatMap(({ plain = [] }) => plain).join(' '),
    found.map(({ block }) => block),
  )
}

/** A message of our own: one sentence, or a few. */
export function notice(sentence: string): Message {
  return message(sentence, line(words(cut(sentence, 2000))))
}

/** People and channels in words: Teams tells an app nobody's name. `me` is the one whose name is known. */
export function inWords(naming: Naming, me?: { user?: string; name?: string }): string {
  return naming
    .map((part) => {
      if (typeof part === 'string') return part
      if ('channel' in part) return 'another conversation'
      return part.person === me?.user && me.name ? me.name : 'a colleague'
    })
    .join('')
    .replace(/^a /, 'A ')
}

function under({ entries, ...page }: { at: number; of: number; entries: readonly Entry[] }): ActionsFor {
  return {
    ...page,
    cites: entries.flatMap(({ cites = [] }) => cites),
    opens: entries.flatMap(({ opens = [] }) => opens),
    findings: entries.flatMap(({ finding }) => finding ?? []),
  }
}

/** Nothing that somebody else wrote stands in its words. */
function image(rendering: Rendering): readonly Element[] {
  if (rendering.to !== 'asker' || !rendering.picture) return []
  const { url, alt, title } = rendering.picture
  return [
    { type: 'Image', url, altText: cut(clean(alt), LIMITS.alt), msTeams: { allowExpand: true } },
    ...line(words(cut(title, 200), { isSubtle: true })),
  ]
}

function credit(answer: Answer, { to, view }: Rendering, at: number): readonly Element[] {
  if (to !== 'channel' || view || at > 0) return []
  return line(words(`${cut(answer.ask, 200)} · asked by a colleague`, { isSubtle: true }))
}

function saidOn(
  { heading, lead = [], direct, note, unread, receipt }: Answer,
  entries: readonly Entry[],
  at: number,
): string {
  const told = entries.flatMap(({ plain = [] }) => plain)
  const first = [heading, ...(direct ? [direct.sentence] : []), ...lead]
  return (
    at === 0 ? [...first, ...told, ...[note, unread, receipt].filter((one) => one !== undefined)] : told
  ).join('\n')
}

/** What an answer says, in order: heading and lead, the table, each group, the small print. */
function unitsOf(answer: Answer, numbers: About['numbers'], view: View | undefined): readonly Unit[] {
  const { naming, direct, table, lead = [], groups, note, receipt } = answer
  const isTable = view === undefined && isOverview(table)
  const [row] = table?.rows ?? []
  const cites = findingsOf(answer).map(({ cite }) => cite)
  const about: About = { alike: checkedAlike(cites), numbers }
  const shown = isTable ? groups.filter(({ link }) => link === undefined) : groups
  const foot = [
    note,
    receipt,
    ...(isTable ? legend(table) : []),
    about.alike !== 'neither' || isTable ? checkedOnce(cites) : undefined,
  ]
  const intro = [
    ...heading(answer.heading),
    ...(direct ? sentence(direct) : []),
    ...lead.flatMap((text) => paragraph(text)),
    ...(naming ? paragraph(inWords(naming)) : []),
  ]
  return [
    { entries: entries(intro), again: [] },
    ...(isTable ? tableUnits(table) : []),
    ...(!isTable && row && table?.rows.length === 1 ? [{ entries: summary(row), again: [] }] : []),
    ...shown.map((group, at) => groupUnit(group, shown[at - 1]?.under, about)),
    {
      entries: entries(
        [foot.filter(Boolean).join(' '), answer.unread ?? ''].flatMap((text) =>
          paragraph(text, { isSubtle: true }),
        ),
      ),
      again: [],
    },
  ]
}

function paragraph(text: string, look: { isSubtle?: true } = {}): readonly Element[] {
  return pieces(clean(text).trim(), LIMITS.run).flatMap((piece) => line(words(piece, look)))
}

/** The one sentence that was asked for, and where it was read. */
function sentence(direct: Direct): readonly Element[] {
  const sources = sourcesBeside(direct).flatMap(({ text, url }, at) => [
    ...(at > 0 ? words('; ', { isSubtle: true }) : []),
    ...link(url, text, { isSubtle: true }),
  ])
  return [...line(words(direct.sentence, { weight: 'Bolder' })), ...line(sources)]
}

/** What all statements have in common, and the numbers of their documents in the table. */
type About = { alike: CheckedAlike; numbers: ReadonlyMap<string, number> }

function groupUnit(group: Group, underBefore: string | undefined, about: About): Unit {
  const under = group.under !== undefined && group.under !== underBefore ? heading(group.under, 'Medium') : []
  const titles = [...line(words(group.title, { weight: 'Bolder' })), ...paragraph(group.lead ?? '')]
  const titled = !isOneLink(group)
  const again = [group.under, group.title].flatMap((text) =>
    text === undefined ? [] : line(words(`${cut(clean(text), 120)} (continued)`, { weight: 'Bolder' })),
  )
  return {
    entries: [
      ...entries([...under, ...titles]),
      ...group.findings.flatMap((finding) => findingEntries(finding, titled, about)),
    ],
    again: entries(again),
  }
}

/** Our words, then the source's words in quotation marks, then where they were read. */
function findingEntries(finding: Finding, titled: boolean, about: About): readonly Entry[] {
  const { id, kind, title, says, quote, secondHand, cite } = finding
  const parts = [
    ...(titled ? line(words(title, { weight: 'Bolder' })) : []),
    ...(says ? line(kind === 'twinning' ? [] : words('In our words: ', { italic: true }), words(says)) : []),
    ...line(words(statusLine(finding))),
    ...(quote ? line(words(`“${quote}”`, { italic: true })) : []),
    ...(secondHand ? line(words(`Second-hand: ${secondHand}.`)) : []),
    ...line(citationRuns(finding, about)),
  ]
  const plain = [title, says, quote && `“${quote}”`, `(${whereRead(cite)})`].filter(Boolean).join(' ')
  return entries(parts).map((entry, at, all) =>
    at === all.length - 1
      ? {
          ...entry,
          plain: [plain],
          cites: [{ id, label: `${cite.label}: ${cite.title}`, source: cite.source }],
          finding: { id, label: `${title} – ${cite.label}` },
        }
      : entry,
  )
}

/** The separator stays outside the link. What the foot says of all is not said again. */
function citationRuns({ cite }: Finding, { alike, numbers }: About): readonly Element[] {
  const number = numbers.get(cite.source)
  const parts = citationParts(cite, alike)
  return [
    ...(number === undefined ? [] : words(`${number} `, { isSubtle: true })),
    ...parts.flatMap((part) => [
      ...words(separatorBefore(part), { isSubtle: true }),
      ...link(part.url, part.text, { isSubtle: true, ...(isWarning(part) && { weight: 'Bolder' }) }),
    ]),
  ]
}

function entries(blocks: readonly Element[]): readonly Entry[] {
  return blocks.map((block) => ({ block }))
}
