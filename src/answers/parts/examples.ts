import type { Ask } from '../../answer/answer.ts'
import type { AnswerContext } from '../command.ts'

/** Three places with the most links that still stand. */
export function examples({ links }: AnswerContext): readonly Ask[] {
  const byPlace = Map.groupBy(
    links.filter(({ standing }) => standing === 'current'),
    ({ place }) => place.name,
  )
  const busiest = [...byPlace].sort(
    ([a, one], [b, other]) => other.length - one.length || a.localeCompare(b, 'en'),
  )
  return busiest.slice(0, 3).map(([name]) => ({ label: `Twins of ${name}`, ask: `twins ${name}` }))
}
