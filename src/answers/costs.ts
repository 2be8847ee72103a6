import type { Answer, Group } from '../answer/answer.ts'
import { AND, count, OR } from '../answer/in-words.ts'
import { NOT_KNOWN } from '../answer/table.ts'
import type { Cost } from '../knowledge/records-on-links.ts'
import { isWithin, type LinkFilter, yearsAsked } from '../library/link-filter.ts'
import { concerns } from '../library/records-about-place.ts'
import { atHome, localityName } from '../places/locality.ts'
import { yearsInWords } from '../question/grammar/filter-in-words.ts'
import type { Links } from '../question/query.ts'
import type { AnswerContext } from './answer-context.ts'
import { decisionsIn, endsOf } from './parts/decisions.ts'
import { nothing, readFrom, shown } from './parts/holds-nothing.ts'
import { holderInWords, ofLink } from './parts/link-story.ts'
import { mayBeOfThen, noneFor } from './parts/not-recorded.ts'
import { holders } from './parts/totals.ts'
import { aroundIt } from './parts/towns.ts'

/** Each sum with its parts under it. Nothing is added up. */
export function onCosts(intent: Links, context: AnswerContext): Answer {
  const { filter, scope } = intent
  const isVisits = intent.want === 'visits'
  const ofPlaces = context.knowledge.costs.filter((one) => concerns(one, scope.localities, context.knowledge))
  const of = ofPlaces.filter((one) => !isVisits || one.for === 'travel' || one.for === 'hospitality')
  const found = of.filter(
    ({ period }) => !yearsAsked(filter) || datesIn(period).some((date) => isWithin(date, filter)),
  )
  const vague = mayBeOfThen(
    'sum',
    of.map(({ period }) => datesIn(period)),
    filter,
  )
  if (found.length === 0) return noCosts(intent, of.length > 0 ? of : ofPlaces, vague, context)
  const wholes = found.filter(({ partOf }) => !found.some(({ id }) => id === partOf))
  const groups = wholes.map((whole): Group => {
    const parts = found.filter(({ partOf }) => partOf === whole.id)
    return {
      title: `${endsOf(whole, context)}, ${whole.period}`,
      findings: [whole, ...parts].map(({ id }) => context.finding(id)),
    }
  })
  const told = isVisits ? saidOfLinks(intent, context) : []
  const all = [...groups, ...told]
  return {
    ...shown(intent),
    heading: `${[scope.name, ...whenAsked(filter)].join(', ')}: ${count(found.length, 'sum')} on record, as printed`,
    lead: [
      ...whoWent(intent, told),
      ...noneFor('sum that a source prints', of, scope, context.knowledge),
      costsLead(found),
      ...vague,
      ...whoHolds(intent, context),
    ],
    groups: all,
    note: readFrom(all),
  }
}

/** Visits have no entry of their own: where a source tells of one, what it says of the link does. */
function saidOfLinks({ scope: { links, localities } }: Links, { finding, ...context }: AnswerContext) {
  if (localities.length === 0 || links.length > MOST_LINKS) return []
  return links.map(({ place, twin, assertions }): Group => {
    const title = endsOf({ place: place.id, twin: twin.id }, { finding, ...context })
    return { under: SAID, title, findings: assertions.map(({ id }) => finding(id)) }
  })
}

const MOST_LINKS = 12
const SAID = 'What sources say of the link'

function whoWent({ want }: Links, told: readonly Group[]): readonly string[] {
  if (want !== 'visits') return []
  return [told.length > 0 ? `${WHO_WENT} ${NO_ENTRY}` : WHO_WENT]
}

/** Sums of other years; or those for all links of the place, which are none of the one that was asked for. */
function noCosts(
  intent: Links,
  ofOtherYears: readonly Cost[],
  vague: readonly string[],
  context: AnswerContext,
): Answer {
  const homes = intent.scope.localities.filter(atHome)
  const isForAll = (one: Cost) => !one.twin && !one.country && concerns(one, homes, context.knowledge)
  const forAll = homes.length > 0 ? context.knowledge.costs.filter(isForAll) : []
  const name = AND.format(homes.map(localityName))
  const [others, of, ask] =
    ofOtherYears.length > 0
      ? [ofOtherYears, intent.scope.name, intent.scope.ask]
      : [forAll, name, `twins ${name}`]
  const are = `${count(others.length, 'sum')} ${others.length === 1 ? 'is' : 'are'}`
  const decided = context.knowledge.decisions.filter((one) =>
    concerns(one, intent.scope.localities, context.knowledge),
  )
  // What a council pays for all its links is told of the towns in it, and is no sum of theirs.
  const around = aroundIt(intent.scope.localities, context.knowledge).flatMap(({ id, name }) => {
    const found = context.knowledge.costs.filter((one) => one.place === id && !one.twin)
    return found.length > 0 ? [{ area: name, found }] : []
  })
  const when = whenAsked(intent.filter)
    .map((words) => ` ${words}`)
    .join('')
  const lead = [
    ...vague,
    ...(others.length > 0 ? [`${capitalised(are)} recorded of ${of} otherwise: ask for all of them.`] : []),
    ...around.map(
      ({ area, found }) =>
        `${capitalised(count(found.length, 'sum'))} recorded of ${area}, in which ${name} lies.`,
    ),
    ...(decided.length > 0 ? [`${AND.format(decisionsIn(decided))} recorded: ask for decisions.`] : []),
    ...whoHolds(intent, context),
  ]
  const told = intent.want === 'visits' ? saidOfLinks(intent, context) : []
  const answer =
    intent.want === 'visits'
      ? nothing(intent, 'cost', `No sum for travel or for visitors${when} that a source prints is recorded`, [
          ...whoWent(intent, told),
          ...lead,
        ])
      : nothing(intent, 'cost', `No sum${when} that a source prints is recorded`, lead)
  return {
    ...answer,
    ...(told.length > 0 && { outcome: 'found', groups: told, note: `${readFrom(told)} ${answer.note}` }),
    next: [
      ...(others.length > 0 ? [{ label: `Costs of ${of}`, ask: `${ask} costs` }] : []),
      ...around.map(({ area }) => ({ label: `Costs of ${area}`, ask: `twins ${area} costs` })),
      ...(decided.length > 0 ? [{ label: 'Decisions', ask: `${intent.scope.ask} decisions` }] : []),
      ...(others.length > 0 ? [] : answer.next),
    ],
  }
}

/** `Council, mayor or association: who pays`: who holds the links stands beside their sums, where they are of a place or a pair. */
function whoHolds({ scope, want }: Links, context: AnswerContext): readonly string[] {
  const { knowledge } = context
  const [only, another] = scope.links
  if (!only || want !== 'costs' || scope.localities.length === 0) return []
  if (another) return [holders(scope.links, context).sentence]
  const decided = knowledge.decisions.filter(ofLink(only))
  const held = holderInWords(only, decided)
  return [held === NOT_KNOWN ? 'Who holds the link is not recorded.' : `The link is ${held}.`]
}

const WHO_WENT = 'Who went is told only as a source tells it, by office and never by name.'
const NO_ENTRY =
  'Visits have no entry of their own here: where a source tells of one, it is among what is said of the link below.'

/** What nobody is to read into a list of sums. */
function costsLead(found: readonly Cost[]): string {
  const other = [...new Set(found.map(({ was }) => was))].filter((was) => was !== 'spent')
  const parts = found.some(({ partOf }) => partOf) ? ' A part of another sum stands under it.' : ''
  const spent = other.length > 0 ? ` Not all was spent: some is ${OR.format(other)}.` : ''
  return `Nothing here is added up, averaged or estimated.${parts}${spent}`
}

function whenAsked(filter: LinkFilter): readonly string[] {
  const years = yearsAsked(filter)
  return years ? [yearsInWords(years)] : []
}

/** `2012-13` → 2012, `2017-10` → that month: the years and months that a period names in full. `2010-11` is a year of councils. */
function datesIn(period: string): readonly string[] {
  const dates = period.match(/\b(19|20)\d\d(-(0[1-9]|1[0-2]))?\b/g) ?? []
  return dates.map((date) =>
    Number(date.slice(5)) === (Number(date.slice(2, 4)) + 1) % 100 ? date.slice(0, 4) : date,
  )
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
