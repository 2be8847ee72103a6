import type { Answer, Ask, Direct, Finding, Group, WebLink } from '../answer/answer.ts'
import { citationParts, separatorBefore, sourcesBeside } from '../answer/in-words.ts'

/** The answer as CommonMark, to paste into a paper; ends in a newline. */
export function markdown(answer: Answer): string {
  const blocks = [
    `## ${plain(answer.heading)}`,
    ...(answer.direct ? [sentence(answer.direct)] : []),
    ...(answer.lead ?? []).map(plain),
    ...answer.groups.flatMap((group, index) => groupBlocks(group, answer.groups[index - 1])),
    asks('Did you mean', answer.suggestions),
    asks('More', answer.more ? [answer.more] : []),
    asks('You can also ask', answer.next),
    answer.note && `*${plain(answer.note)}*`,
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

function sentence(direct: Direct): string {
  const sources = sourcesBeside(direct).map(({ text, url }) => (url ? link(text, url) : plain(text)))
  return `**${plain(direct.sentence)}**${sources.length > 0 ? `  \n${sources.join('; ')}` : ''}`
}

function groupBlocks(group: Group, before: Group | undefined): readonly string[] {
  return [
    group.under && group.under !== before?.under ? `### ${plain(group.under)}` : '',
    `**${plain(group.title)}**${group.lead ? `  \n${plain(group.lead)}` : ''}`,
    group.findings.map(item).join('\n'),
  ]
}

function item(finding: Finding): string {
  const { says, quote, secondHand, cite } = finding
  const citation = citationParts(cite).map(
    (part) => separatorBefore(part) + (part.url ? link(part.text, part.url) : plain(part.text)),
  )
  const words = [
    says && plain(says),
    quote && `“${plain(quote)}”`,
    secondHand && `Second-hand: ${plain(secondHand)}.`,
    `${citation.join('')}.`,
  ]
  return `- ${words.filter(Boolean).join('  \n  ')}`
}

function asks(label: string, list: readonly (Ask | WebLink)[]): string {
  const shown = list.map(({ label, ask, url }) => (url === undefined ? code(`/${ask}`) : link(label, url)))
  return shown.length > 0 ? `${label}: ${shown.join(' · ')}` : ''
}

function link(words: string, url: string): string {
  return `[${plain(words)}](<${url.replace(/[<>]/g, encodeURIComponent)}>)`
}

/** A code span ends at a backtick, whatever is escaped in it. */
function code(text: string): string {
  return `\`${text.replaceAll('`', 'ˋ')}\``
}

/** Words that stay words: Markdown's marks escaped, line ends folded. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&')
}
