import type { Answer, Ask } from '../answer/answer.ts'
import { count, countryName, dateInWords } from '../answer/in-words.ts'
import type { Notice } from '../knowledge/records-on-links.ts'
import { covers, type Locality, localityName } from '../places/locality.ts'
import type { Links } from '../question/query.ts'
import type { AnswerContext } from './answer-context.ts'
import { nothing, read, shown } from './parts/holds-nothing.ts'

/** Who seeks a partner on the day of asking, the first to end first. One that has ended is never shown. */
export function onNotices(intent: Links, context: AnswerContext): Answer {
  const { scope, filter } = intent
  const { knowledge, today, finding } = context
  const found = knowledge.notices
    .filter(({ until }) => today <= until)
    .filter((one) => scope.localities.every((locality) => isAsked(one, locality, context)))
    .filter(({ themes = [] }) => !filter.theme || themes.includes(filter.theme))
    .toSorted((a, b) => a.until.localeCompare(b.until))
  const isOfAll = scope.localities.length === 0
  if (found.length === 0)
    return nothing(
      intent,
      'notice',
      `No ${isOfAll ? 'place that seeks a partner' : 'notice of a partner sought'} is recorded`,
    )
  return {
    ...shown(intent),
    heading: `${scope.name}: ${count(found.length, 'notice')} of a place that seeks a partner`,
    lead: ['Each is shown until the day that stands with it.'],
    groups: found.map(({ id }) => ({ title: finding(id).title, findings: [finding(id)] })),
    note: read(found),
  }
}

/** In the answer for one place: that it seeks a partner on the day of asking, as whom, and where that is told in full. */
export function seeksPartner(
  localities: readonly Locality[],
  { knowledge, today, finding }: AnswerContext,
): { lead: readonly string[]; next: readonly Ask[] } {
  const [only, another] = localities
  if (only?.is !== 'place' || another) return { lead: [], next: [] }
  const own = knowledge.notices.filter(({ place, until }) => place === only.place.id && today <= until)
  const name = localityName(only)
  const lead = own.map(({ id, country, until }) => {
    const where = country ? ` in ${countryName(country)}` : ''
    return `${only.place.name} seeks a partner${where}, says ${finding(id).cite.label}; shown until ${dateInWords(until)}.`
  })
  return { lead, next: own.length > 0 ? [{ label: 'What is sought', ask: `notices ${name}` }] : [] }
}

/** It seeks from there, or there. */
function isAsked({ place, country }: Notice, locality: Locality, { knowledge }: AnswerContext): boolean {
  const seeker = knowledge.places.get(place)
  const isThere = seeker !== undefined && covers(locality, seeker)
  return isThere || (locality.is === 'country' && locality.code === country)
}
