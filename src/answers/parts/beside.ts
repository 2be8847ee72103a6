import type { Answer } from '../../answer/answer.ts'
import { count, dateInWords } from '../../answer/in-words.ts'
import type { OnLink } from '../../knowledge/records-on-links.ts'
import { leadInWords, leadsOf } from '../../library/leads.ts'
import { concerns } from '../../library/records-about-place.ts'
import { isOnRecord } from '../../question/on-record.ts'
import type { AboutPlaces, Links } from '../../question/query.ts'
import type { AnswerContext } from '../answer-context.ts'
import { decidedIn, decisionsIn } from '../on-record.ts'
import { FOLLOW_UPS } from './follow-ups.ts'

/** So many are named; “npx hansa leads” has them all. */
const MOST = 8

/**
 * What public lists name of the one UK place that was asked for, and nobody here has read: a sentence apart from all that was.
 * Not where less than all of its links is asked for.
 */
export function withUnread(answer: Answer, intent: AboutPlaces, context: AnswerContext): Answer {
  const { knowledge, links } = context
  const place = knowledge.leads.length > 0 ? onePlace(intent) : undefined
  if (!place) return answer
  const { unread } = leadsOf(place, knowledge, links)
  const [first] = unread
  if (!first) return answer
  const named = unread.slice(0, MOST).map((lead) => {
    const isOwn = lead.place === place.id || lead.name === place.name
    return isOwn ? leadInWords(lead) : `${leadInWords(lead)}, of ${lead.name}`
  })
  const more = unread.length > MOST ? `; and ${unread.length - MOST} more` : ''
  const list = `${first.list}, ${dateInWords(first.seen)}`
  return {
    ...answer,
    unread: `Named in a public list (${list}), read by nobody here: ${named.join('; ')}${more}. Check with the council before citing.`,
  }
}

function onePlace(intent: AboutPlaces): { id: string; name: string } | undefined {
  if (intent.is === 'links') {
    const [only, other] = intent.scope.localities
    const isPlain = Object.keys(intent.filter).length === 0 && intent.want === 'list'
    if (!isPlain || other || only?.is !== 'place' || only.place.country !== 'GB') return undefined
    return only.place
  }
  if (intent.is !== 'not held' || intent.who?.how !== 'empty') return undefined
  const { known, beside, alsoEmpty } = intent.who
  const home = known.filter(({ country }) => country === 'GB')
  return home.length === 1 && beside.length + alsoEmpty.length === 0 ? home[0] : undefined
}

/**
 * Where no link is recorded, or links are asked for by what became of them, what bodies decided is told to be there: a proposal
 * is about a link that is not there yet, and a decision may be newer than what is said of the link.
 */
export function withRecords(answer: Answer, intent: Links, { knowledge }: AnswerContext): Answer {
  const { scope, filter, want } = intent
  if (isOnRecord(want) || want === 'review' || scope.localities.length === 0) return answer
  if (scope.links.length > 0 && !decidedIn(filter)) return answer
  const ofThem = (one: OnLink) => concerns(one, scope.localities, knowledge)
  const [decisions, costs] = [knowledge.decisions.filter(ofThem), knowledge.costs.filter(ofThem)]
  const found = [...decisionsIn(decisions), ...(costs.length > 0 ? [count(costs.length, 'sum')] : [])]
  if (found.length === 0) return answer
  const are = decisions.length + costs.length === 1 ? 'is' : 'are'
  const next = [
    ...(decisions.length > 0 ? [{ label: 'Decisions', ask: `${scope.ask} decisions` }] : []),
    ...(costs.length > 0 ? [{ label: 'Costs', ask: `${scope.ask} costs` }] : []),
  ]
  return {
    ...answer,
    lead: [...(answer.lead ?? []), `${scope.name}: ${AND.format(found)} ${are} recorded, too.`],
    next: [...next, ...answer.next].slice(0, FOLLOW_UPS),
  }
}

const AND = new Intl.ListFormat('en-GB')
