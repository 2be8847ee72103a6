import type { types } from '@slack/bolt'
import type { Span } from '../../../answer/answer.ts'
import { isSafe } from '../../../answer/in-words.ts'
import { clean, cut, pieces } from '../../core/text.ts'
import { LIMITS, RICH } from './limits.ts'

export { clean, cut, pieces } from '../../core/text.ts'

/**
 * Text for Slack's mrkdwn, where `<!channel>`, `<@U…>` and `<url|text>` would act. Cut first, escape last: a cut
 * entity would show as garbage. https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Rich text shows text as text: nothing in it can act, so nothing needs escaping. */
export type Run = types.RichTextElement
export type Style = NonNullable<types.RichTextText['style']>

/** A line of our own words, or a quotation. */
export type Part = { line: readonly Run[] } | { quote: readonly Run[] }

export function words(text: string, style?: Style): readonly Run[] {
  return pieces(clean(text), RICH.run).map((piece) => ({
    type: 'text',
    text: piece,
    ...(style && { style }),
  }))
}

/** Bold where the spans say; spans that overlap or would cut a character in two are not trusted. */
export function marked(text: string, spans: readonly Span[] = []): readonly Run[] {
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

/** The words as a link, or as plain words when the address cannot be trusted. */
export function link(url: string | undefined, text: string): readonly Run[] {
  const [label, ...rest] = pieces(clean(text), RICH.run)
  return isSafe(url) && label ? [{ type: 'link', url, text: label }, ...words(rest.join(''))] : words(text)
}

/** A channel by the name that each reader knows; a direct message has none. */
export function channelName(channel: string): Run {
  return /^[CG][A-Z0-9]+$/.test(channel)
    ? { type: 'channel', channel_id: channel }
    : { type: 'text', text: 'our direct messages' }
}

/** The parts as one block, or as several when they are too long for one. */
export function richText(parts: readonly Part[]): readonly types.RichTextBlock[] {
  const blocks: Part[][] = []
  let room = 0
  for (const part of parts.flatMap(torn)) {
    const weight = JSON.stringify(part).length
    if (weight > room) {
      blocks.push([])
      room = RICH.weight
    }
    blocks.at(-1)?.push(part)
    room -= weight
  }
  return blocks.map(block)
}

/** A part of many runs, one part for each run, so that no block grows beyond measure. */
function torn(part: Part): readonly Part[] {
  if (JSON.stringify(part).length <= RICH.weight) return [part]
  if ('quote' in part) return part.quote.map((run) => ({ quote: [run] }))
  return part.line.map((run) => ({ line: [run] }))
}

/** Lines next to each other share a section, so that they stand below each other in every client. */
function block(parts: readonly Part[]): types.RichTextBlock {
  const elements: (types.RichTextSection | types.RichTextQuote)[] = []
  for (const part of parts) {
    const last = elements.at(-1)
    if ('quote' in part) elements.push({ type: 'rich_text_quote', elements: [...part.quote] })
    else if (last?.type === 'rich_text_section')
      last.elements = [...followed(last.elements, '\n'), ...part.line]
    else elements.push({ type: 'rich_text_section', elements: [...part.line] })
  }
  return { type: 'rich_text', elements: elements.filter((element) => element.elements.length > 0) }
}

/** The line, and more plain words: in its last run if that is plain, for a message must not weigh much. */
export function followed(line: readonly Run[], text: string): readonly Run[] {
  const last = line.at(-1)
  const isPlain = last?.type === 'text' && (!last.style || text.trim() === '')
  if (!isPlain || [...last.text, ...text].length > RICH.run) return line.concat(words(text))
  return [...line.slice(0, -1), { ...last, text: last.text + clean(text) }]
}

/** What a label is made of. `says` stands in every label; of `more`, what tells it from those it would be like. */
export type LabelParts = { name: string; says: readonly string[]; more: readonly string[] }

/** `more` is emptied as it is used. */
type Label = { parts: string[]; more: string[] }

/** A label for each, in their order, no two alike, and none longer than an option of a menu may be. */
export function distinctLabels(all: readonly LabelParts[], afterName = ' – '): readonly string[] {
  const labels: readonly Label[] = all.map(({ name, says, more }) => ({
    parts: [name, ...says].map(oneLine).filter(Boolean),
    more: more.map(oneLine),
  }))
  const text = ({ parts }: Label) => joined(parts, afterName, LIMITS.optionText)
  let told = true
  while (told) {
    const alike = [...Map.groupBy(labels, text).values()].filter(({ length }) => length > 1)
    told = alike.map(tellApart).some(Boolean)
  }
  return numbered(labels, afterName)
}

/** Adds the first thing in which labels that are alike differ; false where there is none. */
function tellApart(alike: readonly Label[]): boolean {
  const most = Math.max(...alike.map(({ more }) => more.length))
  for (let at = 0; at < most; at++) {
    if (new Set(alike.map(({ more }) => more[at] ?? '')).size === 1) continue
    for (const { parts, more } of alike) {
      parts.push(...more.slice(at, at + 1).filter(Boolean))
      more[at] = ''
    }
    return true
  }
  return false
}

/** What nothing tells apart is counted. */
function numbered(labels: readonly Label[], afterName: string): readonly string[] {
  const taken = new Set<string>()
  return labels.map(({ parts }) => {
    for (let count = 1; ; count++) {
      const number = count === 1 ? '' : ` (${count})`
      const label = joined(parts, afterName, LIMITS.optionText - number.length) + number
      if (taken.has(label)) continue
      taken.add(label)
      return label
    }
  })
}

/** In at most `most` code points: what is too long for that is cut in its longest parts, and keeps something of each. */
function joined(parts: readonly string[], afterName: string, most: number): string {
  const write = (longest: number) => {
    const [name = '', ...others] = parts.map((part) => cut(part, longest))
    return [name, others.join(', ')].filter(Boolean).join(afterName) || 'Without a name'
  }
  let longest = most
  while (longest > 1 && [...write(longest)].length > most) longest -= 1
  return cut(write(longest), most)
}

/** In one line, and no longer than a whole label. */
function oneLine(text: string): string {
  const line = clean(text.slice(0, 10 * LIMITS.optionText))
    .replace(/\s+/gu, ' ')
    .trim()
  return cut(line, LIMITS.optionText)
}
