import type { Citation, Finding, Span } from '../../../answer/answer.ts'
import { citationParts } from '../../../answer/citation-parts.ts'
import { dateInWords } from '../../../answer/dates.ts'
import { followed, link, type Part, type Run, words } from './rich-text.ts'

/**
 * A finding: our words, then the source's words behind a bar and in quotation marks, then where they were read.
 * Words of the question are bold in ours only: in a quotation they would pass for the source's own emphasis.
 */
export function findingParts(finding: Finding, titled: boolean): readonly Part[] {
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
