import type { types } from '@slack/bolt'
import type { Answer, Finding, Group } from '../../../answer/answer.ts'
import type * as pages from '../../core/pages.ts'
import { findingParts } from './finding-text.ts'
import { clean, cut, pieces } from './inert-text.ts'
import { LIMITS } from './limits.ts'
import { namingRuns } from './naming.ts'
import { type Part, richText, words } from './rich-text.ts'

export type Entry = pages.Entry<types.KnownBlock>
type Unit = pages.Unit<types.KnownBlock>

/** Everything an answer says, in order: heading and lead, each group, the small print. */
export function answerUnits(answer: Answer): readonly Unit[] {
  const { naming } = answer
  const named = naming ? entries([{ line: namingRuns(naming) }]) : []
  const intro = [...heading(answer.heading), ...lines(answer.lead ?? []), ...named]
  const groups = answer.groups.map((group, at) => groupUnit(group, answer.groups[at - 1]?.under))
  return [{ entries: intro, again: [] }, ...groups, { entries: smallPrint(answer.note), again: [] }]
}

function groupUnit(group: Group, underBefore: string | undefined): Unit {
  const under = group.under !== undefined && group.under !== underBefore ? heading(group.under) : []
  const titled = !isOneLink(group)
  const titles = [words(group.title, { bold: true }), words(group.lead ?? '')].map((line) => ({ line }))
  const [first, ...others] = group.findings
  const body = first
    ? [first, ...others].flatMap((finding, at) => findingEntries(finding, at === 0 ? titles : [], titled))
    : entries(titles)
  return {
    entries: [...under, ...body],
    again: [...again(group.under, heading), ...again(group.title, title)],
  }
}

/** The statements about one link stand under its title; repeating it over each would only be noise. */
function isOneLink({ title, findings: [first, ...others] }: Group): boolean {
  if (title === first?.title && others.length === 0) return true
  return (
    first?.kind === 'twinning' &&
    others.every((other) => other.place === first.place && other.twin === first.twin)
  )
}

function findingEntries(finding: Finding, titles: readonly Part[], titled: boolean): readonly Entry[] {
  const all = entries([...titles, ...findingParts(finding, titled)])
  return all.map((entry, at) => (at === all.length - 1 ? { ...entry, cites: [finding] } : entry))
}

function entries(parts: readonly Part[]): readonly Entry[] {
  return richText(parts.filter((part) => 'quote' in part || part.line.length > 0)).map((block) => ({ block }))
}

function heading(text: string): readonly Entry[] {
  const shown = clean(text).replace(/\s+/g, ' ').trim()
  if (shown === '') return []
  if ([...shown].length > LIMITS.header) return title(shown)
  return [{ block: { type: 'header', text: { type: 'plain_text', text: shown, emoji: false } } }]
}

function title(text: string): readonly Entry[] {
  return entries([{ line: words(text, { bold: true }) }])
}

function again(text: string | undefined, show: (text: string) => readonly Entry[]): readonly Entry[] {
  return text === undefined ? [] : show(`${cut(clean(text), LIMITS.header - 20)} (continued)`)
}

function lines(paragraphs: readonly string[]): readonly Entry[] {
  return paragraphs.flatMap((paragraph) => entries([{ line: words(paragraph) }]))
}

function smallPrint(note = ''): readonly Entry[] {
  return pieces(clean(note).trim(), LIMITS.contextText).map((text) => ({
    block: { type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] },
  }))
}
