import type { Answer, Ask, Direct, Finding, Group, WebLink } from '../../answer/answer.ts'
import { type CitationPart, citationParts, separatorBefore, sourcesBeside } from '../../answer/in-words.ts'

type Element = Readonly<Record<string, unknown>>

/**
 * The answer as an Adaptive Card 1.5, as Microsoft Teams shows it. Text stands in runs, where nothing is read as
 * Markdown, so a quotation arrives as printed. A press submits `{ ask }`.
 */
export function adaptiveCard(answer: Answer): Element {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    body: [
      runs([{ text: answer.heading, weight: 'Bolder', size: 'Large' }]),
      ...(answer.direct ? sentence(answer.direct) : []),
      ...(answer.lead ?? []).map((text) => runs([{ text }])),
      ...answer.groups.flatMap((group, index) => groupElements(group, answer.groups[index - 1])),
      ...(answer.note ? [runs([{ text: answer.note, isSubtle: true }])] : []),
    ],
    actions: [...answer.suggestions, ...(answer.more ? [answer.more] : []), ...answer.next].map(press),
  }
}

function sentence(direct: Direct): readonly Element[] {
  const sources = sourcesBeside(direct).flatMap(({ text, url }, at) => [
    ...(at > 0 ? [{ text: '; ', isSubtle: true }] : []),
    { text, isSubtle: true, ...(url && { selectAction: { type: 'Action.OpenUrl', url } }) },
  ])
  return [runs([{ text: direct.sentence, weight: 'Bolder' }]), ...(sources.length > 0 ? [runs(sources)] : [])]
}

function groupElements(group: Group, before: Group | undefined): readonly Element[] {
  const under =
    group.under && group.under !== before?.under
      ? [runs([{ text: group.under, weight: 'Bolder', color: 'Accent' }])]
      : []
  const lead = group.lead ? [runs([{ text: group.lead, color: 'Warning' }])] : []
  return [
    ...under,
    runs([{ text: group.title, weight: 'Bolder' }]),
    ...lead,
    ...group.findings.flatMap(findingElements),
  ]
}

function findingElements({ says, quote, secondHand, cite }: Finding): readonly Element[] {
  return [
    ...(says ? [runs([{ text: says }])] : []),
    ...(quote ? [runs([{ text: `“${quote}”`, italic: true }])] : []),
    ...(secondHand ? [runs([{ text: `Second-hand: ${secondHand}.` }])] : []),
    runs(citationParts(cite).flatMap(citationRuns)),
  ]
}

/** The separator stays outside the link. */
function citationRuns(part: CitationPart): readonly Element[] {
  const { text, url } = part
  const before = separatorBefore(part)
  return [
    ...(before ? [{ text: before, isSubtle: true }] : []),
    { text, isSubtle: true, ...(url && { selectAction: { type: 'Action.OpenUrl', url } }) },
  ]
}

function runs(inlines: readonly Element[]): Element {
  return { type: 'RichTextBlock', inlines: inlines.map((inline) => ({ type: 'TextRun', ...inline })) }
}

function press({ label, ask, url }: Ask | WebLink): Element {
  if (url !== undefined) return { type: 'Action.OpenUrl', title: label, url }
  return { type: 'Action.Submit', title: label, data: { ask } }
}
