import type { Group } from '../../answer/answer.ts'
import { count, countryName } from '../../answer/in-words.ts'
import { lastFirst } from '../../answer/timeline.ts'
import type { Decision, OnLink } from '../../knowledge/records-on-links.ts'
import { placeName } from '../../places/locality.ts'
import type { AnswerContext } from '../answer-context.ts'

/** `16 decisions`, `2 proposals` */
export function decisionsIn(found: readonly Decision[]): readonly string[] {
  const proposals = found.filter(isProposal).length
  return [
    ...(found.length > proposals ? [count(found.length - proposals, 'decision')] : []),
    ...(proposals > 0 ? [count(proposals, 'proposal')] : []),
  ]
}

/** Decided and proposed, the newest first, and those without a day last. */
export function apart(found: readonly Decision[]): Record<'decided' | 'proposed', readonly Decision[]> {
  const sorted = found.toSorted((a, b) => lastFirst(a.on, b.on))
  return { proposed: sorted.filter(isProposal), decided: sorted.filter((one) => !isProposal(one)) }
}

export function decisionGroups(found: readonly Decision[], context: AnswerContext): readonly Group[] {
  const { proposed, decided } = apart(found)
  return [
    ...groupsOf('Decided', decided, context),
    ...groupsOf('Proposed, and not decided', proposed, context),
  ]
}

export function groupsOf(
  under: string,
  found: readonly Decision[],
  context: AnswerContext,
): readonly Group[] {
  const byLink = Map.groupBy(found, (one) => endsOf(one, context))
  return [...byLink].map(([title, own]) => ({
    under,
    title,
    findings: own.map(({ id }) => context.finding(id)),
  }))
}

export function endsOf({ place, twin, country }: OnLink, { knowledge: { places } }: AnswerContext): string {
  const [home, other] = [places.get(place), places.get(twin ?? '')]
  if (other) return `${home?.name} – ${placeName(other)}`
  return country
    ? `${home?.name} – a partner in ${countryName(country)}`
    : `${home?.name}, twinning as a whole`
}

function isProposal({ decided }: Decision): boolean {
  return decided === 'propose'
}
