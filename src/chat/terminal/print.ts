import stringWidth from 'string-width'
import type { Answer, Ask, Direct, Finding, Group, Span, WebLink } from '../../answer/answer.ts'
import { findingsOf } from '../../answer/answer.ts'
import {
  type CheckedAlike,
  type Citation,
  checkedAlike,
  checkedOnce,
  citationParts,
  separatorBefore,
  sourcesBeside,
} from '../../answer/in-words.ts'
import { tellUs } from '../../answer/tell-us.ts'
import { type Pen, penFor, type Screen } from './pen.ts'
import { legend, printTable, sources } from './print-table.ts'

/** The answer as text for a terminal, ending in a newline: its overview where it has one, with its evidence if `full`. */
export function print(answer: Answer, screen: Screen): string {
  const pen = penFor(screen)
  const { table, lead = [], direct } = answer
  const isShort = table !== undefined && table.rows.length > 1 && !screen.full
  const groups = isShort ? answer.groups.filter(({ link }) => link === undefined) : answer.groups
  const cites = findingsOf(answer).map(({ cite }) => cite)
  const alike = checkedAlike(cites)
  const next = isShort ? onOneLine(answer, pen) : asks(nextLabel(answer, isShort), answer.next, pen)
  const foot = [
    answer.note,
    ...(table ? legend(table) : []),
    alike !== 'neither' || isShort ? checkedOnce(cites) : undefined,
    isShort ? screen.hint : undefined,
  ]
  const small = pen.wrap(pen.dim(foot.filter((sentence) => sentence !== undefined).join(' ')))
  const numbered = table && table.rows.length > 1 && !table.places ? sources(table, pen) : ''
  const blocks = [
    [
      pen.wrap(pen.bold(answer.heading)),
      ...(direct ? [sentence(direct, pen)] : []),
      ...lead.map((line) => pen.wrap(line)),
    ].join('\n'),
    table ? printTable(table, pen) : '',
    ...groups.map((group, index) => printGroup(group, groups[index - 1], pen, alike)),
    choices(answer.query?.intent === 'which place' ? 'Such as' : 'Did you mean', answer.suggestions, pen),
    answer.more ? choices('More', [answer.more], pen) : '',
    ...(isShort ? [[numbered, next, small].filter(Boolean).join('\n')] : [numbered, next, small]),
    handIn(answer, pen),
    answer.unread ? pen.wrap(answer.unread) : '',
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

/** How that is handed in on which nothing is held; of what has entries of its own kind the note says it. */
function handIn(answer: Answer, pen: Pen): string {
  const tell = tellUs(answer)
  if (!tell || answer.lacks) return ''
  return pen.wrap(`${tell.label}: npx hansa add ${tell.is === 'link' ? 'twinning PLACE PARTNER' : 'claim'}`)
}

/** The one sentence that was asked for, and where it was read. */
function sentence(direct: Direct, pen: Pen): string {
  const sources = sourcesBeside(direct).map(({ text, url }) => (url ? pen.link(text, url) : text))
  const read = sources.length > 0 ? [pen.wrap(pen.dim(sources.join('; ')), '    ')] : []
  return [pen.wrap(pen.bold(direct.sentence)), ...read].join('\n')
}

/** As many questions as one line holds, one at least: an overview fits a screen. */
function onOneLine(answer: Answer, pen: Pen): string {
  const lines = answer.next.map((_, left) =>
    asks(nextLabel(answer, true), answer.next.slice(0, answer.next.length - left), pen),
  )
  return lines.find((line) => !line.includes('\n')) ?? lines.at(-1) ?? ''
}

function nextLabel({ outcome }: Answer, isShort: boolean): string {
  if (outcome === 'help') return 'Try'
  return isShort ? 'Next' : 'You can also ask'
}

function printGroup(group: Group, before: Group | undefined, pen: Pen, alike: CheckedAlike): string {
  const under =
    group.under && group.under !== before?.under ? `${pen.accent(group.under.toUpperCase())}\n\n` : ''
  const lead = group.lead ? `\n${pen.wrap(pen.warning(group.lead), '  ')}` : ''
  const findings = group.findings.map((finding) => printFinding(finding, pen, alike))
  return `${under}${pen.wrap(pen.bold(group.title))}${lead}\n${findings.join('\n')}`
}

function printFinding(finding: Finding, pen: Pen, alike: CheckedAlike): string {
  const { says, quote, secondHand, marks } = finding
  return [
    says && pen.wrap(marked(says, marks?.says, pen), '  '),
    quote && pen.wrap(`“${marked(quote, marks?.quote, pen)}”`, '  │ '),
    secondHand && pen.wrap(`Second-hand: ${secondHand}.`, '  '),
    printCitation(finding.cite, pen, alike),
  ]
    .filter(Boolean)
    .join('\n')
}

/** Who checked it on which day is said at the foot, where it is the same for all. */
function printCitation(cite: Citation, pen: Pen, alike: CheckedAlike): string {
  const parts = citationParts(cite, alike)
  const shown = parts.map((part) => {
    const text = part.url ? pen.link(part.text, part.url) : part.text
    return separatorBefore(part) + text
  })
  const line = pen.wrap(pen.dim(shown.join('')), '    ')
  if (pen.links) return line
  // A link that wraps cannot be clicked or copied: it stays on one line of its own, however long.
  const urls = parts.flatMap(({ is, url }) =>
    url ? [is === 'archived' ? `archived copy: ${url}` : url] : [],
  )
  return [line, ...urls.map((url) => `    ${pen.dim(url)}`)].join('\n')
}

/** One of them is meant: a line each. */
function choices(label: string, list: readonly (Ask | WebLink)[], pen: Pen): string {
  if (list.length === 0) return ''
  return [`${label}:`, ...list.map((one) => `  ${step(one, pen)}`)].join('\n')
}

/** Where one can go on, in running text; an address stays on a line of its own. */
function asks(label: string, list: readonly (Ask | WebLink)[], pen: Pen): string {
  if (list.some(({ url }) => url !== undefined)) return choices(label, list, pen)
  const [first = '', ...others] = list.map((one) => step(one, pen))
  if (first === '') return ''
  // A command that is broken in two is not copied whole.
  const begins = `${label}: ${first}`
  const lines = stringWidth(begins) <= pen.width ? [begins] : [`${label}:`, `  ${first}`]
  for (const one of others) {
    const longer = `${lines.at(-1)} · ${one}`
    if (stringWidth(longer) <= pen.width) lines[lines.length - 1] = longer
    else lines.push(`  ${one}`)
  }
  return lines.join('\n')
}

function step({ label, ask, url }: Ask | WebLink, pen: Pen): string {
  if (url === undefined) return pen.accent(`/${ask}`)
  return pen.links ? pen.link(label, url) : `${label}: ${url}`
}

function marked(text: string, spans: readonly Span[] | undefined, pen: Pen): string {
  let shown = ''
  let end = 0
  for (const [from, to] of spans ?? []) {
    shown += text.slice(end, from) + pen.mark(text.slice(from, to))
    end = to
  }
  return shown + text.slice(end)
}
