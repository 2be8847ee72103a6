import type { Group } from '../../answer/answer.ts'
import { count, countryName } from '../../answer/in-words.ts'
import { lastFirst } from '../../answer/timeline.ts'
import { type Decision, isDecided, type OnLink } from '../../knowledge/records-on-links.ts'
import { placeName } from '../../places/locality.ts'
import type { AnswerContext } from '../answer-context.ts'

/** `16 decisions`, `2 proposals`, `1 matter not decided` */
export function decisionsIn(found: readonly Decision[]): readonly string[] {
  const { decided, proposed, received } = apart(found)
  return [
    ...(decided.length > 0 ? [count(decided.length, 'decision')] : []),
    ...(proposed.length > 0 ? [count(proposed.length, 'proposal')] : []),
    ...(received.length > 0 ? [`${count(received.length, 'matter')} not decided`] : []),
  ]
}

/** Decided, proposed and only received, the newest first, and those without a day last. */
export function apart(
  found: readonly Decision[],
): Record<'decided' | 'proposed' | 'received', readonly Decision[]> {
  const sorted = found.toSorted((a, b) => lastFirst(a.on, b.on))
  return {
    decided: sorted.filter(isDecided),
    proposed: sorted.filter(({ decided }) => decided === 'propose'),
    received: sorted.filter(({ decided }) => decided === 'receive'),
  }
}

export function decisionGroups(found: readonly Decision[], context: AnswerContext): readonly Group[] {
  const { decided, proposed, received } = apart(found)
  return [
    ...groupsOf('Decided', decided, context),
    ...groupsOf('Proposed, and not decided', proposed, context),
    ...groupsOf('Received or considered, and not decided', received, context),
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
