import type { Answer } from '../answer/answer.ts'
import { count } from '../answer/in-words.ts'
import type { Notice } from '../knowledge/records-on-links.ts'
import { covers, type Locality } from '../places/locality.ts'
import type { Links } from '../question/query.ts'
import type { AnswerContext } from './answer-context.ts'
import { nothing, read, shown } from './on-record.ts'

/** Who seeks a partner on the day of asking, the first to end first. One that has ended is never shown. */
export function onNotices(intent: Links, context: AnswerContext): Answer {
  const { scope, filter } = intent
  const { knowledge, today, finding } = context
  const found = knowledge.notices
    .filter(({ until }) => today <= until)
    .filter((one) => scope.localities.every((locality) => isAsked(one, locality, context)))
    .filter(({ themes = [] }) => !filter.theme || themes.includes(filter.theme))
    .toSorted((a, b) => a.until.localeCompare(b.until))
  if (found.length === 0) return nothing(intent, 'Notices', 'No place that seeks a partner is recorded')
  return {
    ...shown(intent),
    heading: `${scope.name}: ${count(found.length, 'notice')} of a place that seeks a partner`,
    lead: ['Each is shown until the day that stands with it.'],
    groups: found.map(({ id }) => ({ title: finding(id).title, findings: [finding(id)] })),
    note: read(found),
  }
}

/** It seeks from there, or there. */
function isAsked({ place, country }: Notice, locality: Locality, { knowledge }: AnswerContext): boolean {
  const seeker = knowledge.places.get(place)
  const isThere = seeker !== undefined && covers(locality, seeker)
  return isThere || (locality.is === 'country' && locality.code === country)
}
