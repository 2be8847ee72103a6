import { createElement as h, type ReactNode } from 'react'
import type { Citation, Finding, Group } from '../../../answer/answer.ts'
import { citationParts, dateInWords, isWarning, linkOf } from '../../../answer/in-words.ts'
import type { Reference } from '../../../answer/table.ts'

/** The page that shows one answer, by the question that it answers. */
export function addressOf(ask: string): string {
  return `/answer?${new URLSearchParams({ ask })}`
}

/** Where on it the statements about a link stand. */
export function spotOf(link: string): string {
  return `link-${link.replace(/\W+/g, '-')}`
}

type Drawing = {
  /** Of the headings of groups. */
  level: number
  /** Of the documents, by the number that stands in a table. */
  numbers?: ReadonlyMap<string, number>
}

/** What each source says, in its words; who checked it is said at the foot of the answer. */
export function drawGroups(groups: readonly Group[], { level, numbers }: Drawing): readonly ReactNode[] {
  return groups.map(({ under, title, lead, link, findings }, at) =>
    h(
      'section',
      {
        key: `${at} ${title}`,
        className: 'said',
        ...(link !== undefined && { id: spotOf(link), tabIndex: -1 }),
      },
      under && under !== groups[at - 1]?.under ? h('p', { className: 'under' }, under) : null,
      h(`h${level}`, { dir: 'auto' }, title),
      lead ? h('p', { className: 'differs', dir: 'auto' }, lead) : null,
      findings.map((finding) => statement(finding, numbers)),
    ),
  )
}

function statement(finding: Finding, numbers: Drawing['numbers']): ReactNode {
  const { id, says, quote, secondHand, status, saysStatus } = finding
  return h(
    'div',
    { key: id, className: 'statement', 'data-statement': id },
    says ? h('p', { dir: 'auto' }, says) : null,
    status && !saysStatus ? h('p', {}, statusWords(finding)) : null,
    quote ? h('blockquote', { dir: 'auto' }, `“${quote}”`) : null,
    secondHand ? h('p', { className: 'second-hand', dir: 'auto' }, `Second-hand: ${secondHand}.`) : null,
    h('p', { className: 'cite', dir: 'auto' }, citation(finding.cite, numbers)),
  )
}

function statusWords({ status, statusOn, since }: Finding): string {
  const start = since ? `Since ${dateInWords(since)} · ` : ''
  return `${start}${status} ${statusOn ? `as of ${dateInWords(statusOn)}` : '(undated)'}`
}

function citation(cite: Citation, numbers: Drawing['numbers'] = new Map()): readonly ReactNode[] {
  const number = numbers.get(cite.source)
  const parts = citationParts(cite).filter(({ is }) => is !== 'title' && is !== 'checked')
  return [
    number === undefined ? '' : `${number} `,
    ...parts.flatMap(({ is, text, url }, at) => [
      at > 0 ? ' · ' : '',
      url ? h('a', { key: is, href: url }, text) : isWarning({ is }) ? h('strong', { key: is }, text) : text,
    ]),
  ]
}

/** The documents by the numbers that rows name. */
export function drawSources(references: readonly Reference[], level: number): readonly ReactNode[] {
  return [
    h(`h${level}`, { key: 'heading' }, 'Sources'),
    h(
      'ol',
      { key: 'list', className: 'sources' },
      references.map((one, at) => {
        const { source, label, title, publisher } = one
        const url = linkOf(one)
        return h(
          'li',
          { key: source, id: `source-${at + 1}`, tabIndex: -1, dir: 'auto' },
          url ? h('a', { href: url }, label) : label,
          `: ${[title, publisher].filter(Boolean).join(', ')}`,
        )
      }),
    ),
  ]
}
