import { styleText } from 'node:util'
import wrapAnsi from 'wrap-ansi'
import type { Answer, Ask, Finding, Group, Span, WebLink } from '../../answer/answer.ts'
import { citationParts, separatorBefore } from '../../answer/in-words.ts'

/** What the terminal can show. `width` in columns. */
export type Screen = { width: number; colour: boolean; links: boolean }

/** The answer as text for a terminal, ending in a newline. */
export function print(answer: Answer, screen: Screen): string {
  const pen = penFor(screen)
  const blocks = [
    [pen.bold(answer.heading), ...(answer.lead ?? [])].map((line) => pen.wrap(line)).join('\n'),
    ...answer.groups.map((group, index) => printGroup(group, answer.groups[index - 1], pen)),
    asks('Did you mean', answer.suggestions, pen),
    answer.more ? asks('More', [answer.more], pen) : '',
    asks(answer.outcome === 'help' ? 'Try' : 'You can also ask', answer.next, pen),
    answer.note ? pen.wrap(pen.dim(answer.note)) : '',
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

type Pen = ReturnType<typeof penFor>

function penFor({ width, colour, links }: Screen) {
  const style = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text
  return {
    bold: style('bold'),
    dim: style('dim'),
    accent: style('cyan'),
    warning: style('yellow'),
    mark: style('underline'),
    links,
    link: (text: string, url: string) => (links ? `\u001B]8;;${url}\u0007${text}\u001B]8;;\u0007` : text),
    /** Every line indented, none wider than the screen where its words allow. */
    wrap: (text: string, indent = '') =>
      wrapAnsi(text, Math.max(20, width - indent.length), { hard: false })
        .split('\n')
        .map((line) => indent + line)
        .join('\n'),
  }
}

function printGroup(group: Group, before: Group | undefined, pen: Pen): string {
  const under =
    group.under && group.under !== before?.under ? `${pen.accent(group.under.toUpperCase())}\n\n` : ''
  const lead = group.lead ? `\n${pen.wrap(pen.warning(group.lead), '  ')}` : ''
  const findings = group.findings.map((finding) => printFinding(finding, pen))
  return `${under}${pen.wrap(pen.bold(group.title))}${lead}\n${findings.join('\n')}`
}

function printFinding(finding: Finding, pen: Pen): string {
  const { says, quote, secondHand, marks } = finding
  return [
    says && pen.wrap(marked(says, marks?.says, pen), '  '),
    quote && pen.wrap(`“${marked(quote, marks?.quote, pen)}”`, '  │ '),
    secondHand && pen.wrap(`Second-hand: ${secondHand}.`, '  '),
    printCitation(finding, pen),
  ]
    .filter(Boolean)
    .join('\n')
}

function printCitation({ cite }: Finding, pen: Pen): string {
  const parts = citationParts(cite)
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

function asks(label: string, list: readonly (Ask | WebLink)[], pen: Pen): string {
  if (list.length === 0) return ''
  const shown = list.map(({ label, ask, url }) => {
    if (url === undefined) return `  ${pen.accent(`/${ask}`)}`
    return pen.links ? `  ${pen.link(label, url)}` : `  ${label}: ${url}`
  })
  return [`${label}:`, ...shown].join('\n')
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
