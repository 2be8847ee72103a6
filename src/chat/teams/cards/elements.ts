import { isSafe } from '../../../answer/in-words.ts'
import { clean, cut, pieces } from '../../core/text.ts'

/** A piece of an Adaptive Card 1.5: an element, a run of text or an action. */
export type Element = Readonly<Record<string, unknown>>

/** What people mention. */
export const APP_NAME = 'Hansa'

/**
 * What Teams takes. It counts a message in UTF-16, two bytes a character of its JSON, and refuses what is over 80 KB, in
 * older clients 40: so no message has more than `message` characters, of which `page` are what an answer says. Rows of a
 * table with the documents under it weigh `table` at most. `cell`, `run` and `alt` are code points; `row` is how many buttons
 * every client draws of one set.
 */
export const LIMITS = {
  message: 20_000,
  page: 13_500,
  table: 12_000,
  cell: 300,
  run: 2000,
  row: 5,
  title: 100,
  summary: 1000,
  alt: 1000,
  question: 400,
} as const

export type Look = { weight?: 'Bolder'; size?: 'Large' | 'Medium'; italic?: true; isSubtle?: true }

/** Text stands in runs, where nothing is read as Markdown, so that a quotation arrives as printed. */
export function words(text: string, look: Look = {}): readonly Element[] {
  return unexpanded(clean(text)).map((text) => ({ type: 'TextRun', text, ...look }))
}

/** The words as a link, or as plain words when the address cannot be trusted. */
export function link(url: string | undefined, text: string, look: Look = {}): readonly Element[] {
  const runs = words(text, look)
  return isSafe(url) ? runs.map((run) => ({ ...run, selectAction: { type: 'Action.OpenUrl', url } })) : runs
}

/** A line of runs; none where it says nothing. */
export function line(...runs: readonly (readonly Element[])[]): readonly Element[] {
  const inlines = runs.flat()
  return inlines.length > 0 ? [{ type: 'RichTextBlock', inlines }] : []
}

export function heading(text: string, size: 'Large' | 'Medium' = 'Large'): readonly Element[] {
  return line(words(text.replace(/\s+/g, ' ').trim(), { weight: 'Bolder', size }))
}

/** In a title, where runs cannot be cut in two. */
export function plain(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim().replaceAll('{{', '{\u2060{')
}

/** Clients write `{{DATE(…)}}` and `{{TIME(…)}}` of a run anew, as their reader's date: not where it is cut between the braces. */
function unexpanded(text: string): readonly string[] {
  return text.split(/(?<=\{)(?=\{)/).flatMap((part) => pieces(part, LIMITS.run))
}

/** A field to write in. In a field, too, clients write `{{DATE(…)}}` anew. */
export function textField(
  id: string,
  label: string,
  { value, hint, most = 500, lines }: { value?: string; hint?: string; most?: number; lines?: true } = {},
): Element {
  return {
    type: 'Input.Text',
    id,
    label,
    maxLength: most,
    ...(lines && { isMultiline: true }),
    ...(hint && { placeholder: plain(hint) }),
    ...(value && { value: clean(value).replaceAll('{{', '{\u2060{') }),
  }
}

export type Choice = { title: string; value: string }

/** A field to choose one in. */
export function choiceField(id: string, label: string, choices: readonly Choice[], value?: string): Element {
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    style: 'compact',
    placeholder: 'Choose…',
    choices: choices.map(({ title, value }) => ({ title: cut(plain(title), LIMITS.title), value })),
    ...(value && { value }),
  }
}

/** What was written in a field, as it was typed. */
export function writtenIn(given: unknown): string {
  return typeof given === 'string' ? given.replaceAll('{\u2060{', '{{') : ''
}
