import type { Answer, Ask, WebLink } from '../answer/answer.ts'
import { type Sheet, type SheetRow, type SheetStatement, sheetOf, type Taking } from './sheet.ts'

/** The answer as Markdown with tables, to paste into a paper; ends in a newline. */
export function markdown(answer: Answer, taking: Taking): string {
  const { heading, direct, paragraphs, table, statements, references, foot } = sheetOf(answer, taking)
  const blocks = [
    `## ${plain(heading)}`,
    ...(direct ? [`**${plain(direct.sentence)}** (${sourcesInWords(direct.sources)})`] : []),
    ...paragraphs.map(plain),
    ...(table ? [tableOf(table)] : []),
    ...statements.flatMap(statement),
    ...(references.length > 0 ? ['### References', references.map(reference).join('\n')] : []),
    asks('Did you mean', answer.suggestions),
    asks('More', answer.more ? [answer.more] : []),
    asks('You can also ask', answer.next),
    foot.map(plain).join(' '),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

function tableOf({ caption, heads, rows }: NonNullable<Sheet['table']>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    `**${plain(caption)}**\n`,
    line(heads),
    line(heads.map(() => '---')),
    ...rows.map((row) => line([...row.cells.map(plain), sources(row)])),
  ].join('\n')
}

function sources({ sources, isSecondHand }: SheetRow): string {
  return sources.join(', ') + (isSecondHand ? ' (second-hand)' : '')
}

function sourcesInWords(numbers: readonly number[]): string {
  return `${numbers.length === 1 ? 'source' : 'sources'} ${numbers.join(', ')}`
}

function statement({ under, title, lead, ...one }: SheetStatement): readonly string[] {
  return [
    under ? `### ${plain(under)}` : '',
    title ? `**${plain(title)}**${lead ? `  \n${plain(lead)}` : ''}` : '',
    item(one),
  ]
}

function item({ says, quote, secondHand, locator, unpaged, source }: SheetStatement): string {
  const words = [
    says && plain(says),
    quote && `“${plain(quote)}”`,
    secondHand && `Second-hand: ${plain(secondHand)}.`,
    `Source ${source}${unpaged ? '' : `, ${plain(locator)}`}.`,
  ]
  return `- ${words.filter(Boolean).join('  \n  ')}`
}

function reference({ number, text, url }: Sheet['references'][number]): string {
  const isTold = url !== undefined && text.includes(url)
  return `${number}. ${plain(text)}${url && !isTold ? ` ${link(url)}` : ''}`
}

function asks(label: string, list: readonly (Ask | WebLink)[]): string {
  const shown = list.map(({ label, ask, url }) =>
    url === undefined ? code(`/${ask}`) : `[${plain(label)}](${link(url)})`,
  )
  return shown.length > 0 ? `${label}: ${shown.join(' · ')}` : ''
}

function link(url: string): string {
  return `<${url.replace(/[<>]/g, encodeURIComponent)}>`
}

/** A code span ends at a backtick, whatever is escaped in it. */
function code(text: string): string {
  return `\`${text.replaceAll('`', 'ˋ')}\``
}

/** Words that stay words: Markdown's marks escaped, also those that are marks at the beginning of a line alone. */
function plain(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&')
}
