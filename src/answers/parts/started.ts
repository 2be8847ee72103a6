import type { Answer } from '../../answer/answer.ts'
import { count } from '../../answer/in-words.ts'
import { filtered, isWithin } from '../../library/link-filter.ts'
import { concerns } from '../../library/records-about-place.ts'
import { isOnRecord } from '../../question/grammar/on-record.ts'
import type { Links } from '../../question/query.ts'
import type { AnswerContext } from '../answer-context.ts'
import { groupsOf } from './decisions.ts'
import { readFrom } from './holds-nothing.ts'

/**
 * Who asks for links since a year is told of those as well on which a body decided in those years, though no source of the link says
 * when it began, or none of it is recorded yet: `has anyone twinned with Ukraine since 2022`.
 */
export function withStarted(answer: Answer, { scope, filter, want }: Links, context: AnswerContext): Answer {
  const { since, ...others } = filter
  if (!since || isOnRecord(want) || Object.keys(others).length > 0) return answer
  const { knowledge, links } = context
  const dated = filtered(links, { since })
  const found = knowledge.decisions.filter(
    (one) =>
      one.decided === 'start' &&
      !one.matter &&
      isWithin(one.on, { since }) &&
      concerns(one, scope.localities, knowledge) &&
      !dated.some(({ place, twin }) => place.id === one.place && twin.id === one.twin),
  )
  if (found.length === 0) return answer
  const are = found.length === 1 ? 'is' : 'are'
  const lead = `${count(found.length, 'decision')} to start a link in these years ${are} recorded, too.`
  const groups = [...answer.groups, ...groupsOf('Decided', found, context)]
  return { ...answer, outcome: 'found', lead: [...(answer.lead ?? []), lead], groups, note: readFrom(groups) }
}
