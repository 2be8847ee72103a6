import type { Ask } from '../../answer/answer.ts'
import { countryName } from '../../answer/in-words.ts'
import type { Place } from '../../knowledge/records.ts'
import { type Link, stands } from '../../library/link.ts'
import { atHome, type Locality, localityName } from '../../places/locality.ts'
import type { AnswerContext } from '../answer-context.ts'

/** How many questions follow an answer at most. */
export const FOLLOW_UPS = 4

/** Questions made from an answer's own links, those that lead furthest first. */
export function followUps(
  links: readonly Link[],
  asked: readonly Locality[],
  context: AnswerContext,
): readonly Ask[] {
  const standing = links.filter(stands)
  const from = standing.length > 0 ? standing : links
  const seen = new Set(asked.map(localityName))
  const ahead = asked.some(atHome)
    ? [...partners(from, context), ...countries(from)]
    : [...homes(from), ...countries(from)]
  return ahead
    .filter(({ name }) => !seen.has(name) && seen.add(name))
    .slice(0, FOLLOW_UPS)
    .map(({ label, name }) => ({ label, ask: `twins ${name}` }))
}

type Step = { name: string; label: string }

/** The partners with most links of their own first; a tie keeps the answer's order. */
function partners(links: readonly Link[], context: AnswerContext): readonly Step[] {
  // Counted once, and not anew for each two that are compared.
  const known = new Map<Place, number>()
  for (const { twin } of context.links) known.set(twin, (known.get(twin) ?? 0) + 1)
  const linksOf = ({ twin }: Link) => known.get(twin) ?? 0
  const sorted = links.toSorted((a, b) => linksOf(b) - linksOf(a))
  return sorted.slice(0, 2).map(({ twin }) => placeStep(twin.name))
}

function homes(links: readonly Link[]): readonly Step[] {
  return links.slice(0, 3).map(({ place }) => placeStep(place.name))
}

/** The countries with most of these links. */
function countries(links: readonly Link[]): readonly Step[] {
  const byCountry = Map.groupBy(links, ({ twin }) => countryName(twin.country))
  const busiest = [...byCountry].sort(([, one], [, other]) => other.length - one.length)
  return busiest.slice(0, 2).map(([name]) => ({ name, label: `Links with ${name}` }))
}

function placeStep(name: string): Step {
  return { name, label: `Twins of ${name}` }
}
