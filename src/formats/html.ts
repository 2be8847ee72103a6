import type { Answer } from '../answer/answer.ts'
import { FORMULA } from './csv.ts'
import { type Sheet, type SheetRow, type SheetStatement, sheetOf, type Taking } from './sheet.ts'

/** The answer as a page of its own, which also pastes into Word, Outlook and Excel as a table. */
export function html(answer: Answer, taking: Taking): string {
  const heading = escaped(sheetOf(answer, taking).heading)
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>${heading}</title><style>${STYLE}</style></head>
<body>
${htmlPart(answer, taking)}
</body>
</html>
`
}

/** The same without a page around it, for a clipboard. */
export function htmlPart(answer: Answer, taking: Taking): string {
  const { heading, direct, paragraphs, table, statements, references, foot } = sheetOf(answer, taking)
  const parts = [
    `<h1 dir="auto">${escaped(heading)}</h1>`,
    ...(direct
      ? [`<p dir="auto"><strong>${escaped(direct.sentence)}</strong> (${links(direct.sources)})</p>`]
      : []),
    ...paragraphs.map((text) => `<p dir="auto">${escaped(text)}</p>`),
    ...(table ? [tableOf(table)] : []),
    ...statements.map(statement),
    ...(references.length > 0
      ? [`<h2>References</h2>\n<ol>\n${references.map(reference).join('\n')}\n</ol>`]
      : []),
    `<p><small>${foot.map(escaped).join(' ')}</small></p>`,
  ]
  return parts.join('\n')
}

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}' +
  'table{border-collapse:collapse}caption{text-align:left;font-weight:bold;padding:.5rem 0}' +
  'th,td{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #bbb}'

function tableOf({ caption, heads: all, rowHead, rows }: NonNullable<Sheet['table']>): string {
  const heads = all.map((head) => `<th scope="col">${head}</th>`).join('')
  return `<table>
<caption>${escaped(caption)}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${rows.map((row) => tableRow(row, rowHead)).join('\n')}
</tbody>
</table>`
}

/** A cell that Excel would take for a formula has the format of text, which keeps it as it is written. */
function asText(text: string): string {
  return FORMULA.test(text) ? ` style="mso-number-format:'\\@'"` : ''
}

/** Its header is the partner, or the link: every row has one of its own. */
function tableRow({ cells, sources, isSecondHand }: SheetRow, rowHead: number): string {
  const drawn = cells.map((text, at) =>
    at === rowHead
      ? `<th scope="row" dir="auto"${asText(text)}>${escaped(text)}</th>`
      : `<td dir="auto"${asText(text)}>${escaped(text)}</td>`,
  )
  return `<tr>${drawn.join('')}<td>${links(sources)}${isSecondHand ? ' (second-hand)' : ''}</td></tr>`
}

function links(numbers: readonly number[]): string {
  return numbers.map((number) => `<a href="#reference-${number}">${number}</a>`).join(', ')
}

function statement({ under, title, lead, ...one }: SheetStatement): string {
  const { says, quote, secondHand, locator, unpaged, source } = one
  const words = [
    says && escaped(says),
    quote && `<q>${escaped(quote)}</q>`,
    secondHand && `Second-hand: ${escaped(secondHand)}.`,
    `<small><a href="#reference-${source}">Source ${source}</a>${unpaged ? '' : `, ${escaped(locator)}`}.</small>`,
  ]
  return [
    ...(under ? [`<h2 dir="auto">${escaped(under)}</h2>`] : []),
    ...(title ? [`<h3 dir="auto">${escaped(title)}</h3>`] : []),
    ...(lead ? [`<p dir="auto">${escaped(lead)}</p>`] : []),
    `<p dir="auto">${words.filter(Boolean).join('<br>')}</p>`,
  ].join('\n')
}

function reference({ number, text, url }: Sheet['references'][number]): string {
  const words = escaped(text)
  const address = url === undefined ? '' : escaped(url)
  const link = `<a href="${address}">${address}</a>`
  const isTold = url !== undefined && text.includes(url)
  const shown = url === undefined ? words : isTold ? words.replace(address, () => link) : `${words} ${link}`
  return `<li id="reference-${number}" dir="auto">${shown}</li>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
