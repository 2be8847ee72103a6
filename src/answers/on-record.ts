import type { Answer, Direct } from '../answer/answer.ts'
import { AND, count, countryName, dateInWords } from '../answer/in-words.ts'
import { DECIDED_IN_WORDS, type Decision, isDecided } from '../knowledge/records-on-links.ts'
import { decidedIn, isWithin, yearsAsked } from '../library/link-filter.ts'
import { concerns } from '../library/records-about-place.ts'
import { atHome, type Locality, localityName } from '../places/locality.ts'
import { filterInWords, yearsInWords } from '../question/grammar/filter-in-words.ts'
import { askOf, type Links } from '../question/query.ts'
import type { AnswerContext } from './answer-context.ts'
import { onCosts } from './costs.ts'
import { ofBodies, withPartner } from './parts/criteria.ts'
import { apart, decisionGroups, decisionsIn, endsOf } from './parts/decisions.ts'
import { nothing, read, shown } from './parts/holds-nothing.ts'
import { mayBeOfThen, noneFor } from './parts/not-recorded.ts'
import { aroundIt } from './parts/towns.ts'

/** What is recorded on links beside how they stand: decisions, sums, the end of a council. */
export function onRecord(intent: Links, context: AnswerContext): Answer {
  if (intent.want === 'costs' || intent.want === 'visits') return onCosts(intent, context)
  if (intent.want === 'decisions') return onDecisions(intent, context)
  if (intent.want === 'criteria') return onCriteria(intent, context)
  return noEnd(intent, context)
}

/** `What happened to Doncaster’s links` may be told by what was decided on them. */
function noEnd(intent: Links, { knowledge }: AnswerContext): Answer {
  const { scope } = intent
  const decided = knowledge.decisions.filter((one) => concerns(one, scope.localities, knowledge))
  const lead =
    decided.length > 0
      ? [`${AND.format(decisionsIn(decided))} recorded on its links: ask for decisions.`]
      : []
  const answer = nothing(intent, 'successor', 'No end of a council is recorded', lead)
  const next = decided.length > 0 ? [{ label: 'Decisions', ask: `${scope.ask} decisions` }] : []
  return { ...answer, next: [...next, ...answer.next] }
}

/** Decisions first, then what was only proposed or received, each under that word: newest first, undated ones last. */
function onDecisions(intent: Links, context: AnswerContext): Answer {
  const { decisions } = context.knowledge
  const { filter, scope } = intent
  const isAsked = ({ criteria }: Decision) => intent.want !== 'criteria' || criteria !== undefined
  const concerned = decisions.filter((one) => concerns(one, scope.localities, context.knowledge))
  const of = concerned.filter(isAsked)
  const wanted = decidedIn(filter)
  const asked = of.filter(({ decided }) => !wanted || wanted === decided)
  const found = asked.filter(({ on }) => isWithin(on, filter))
  const undated = asked.filter(({ on }) => yearsAsked(filter) && on === undefined)
  const vague = mayBeOfThen(
    'decision',
    asked.map(({ on }) => [on]),
    filter,
  )
  if (found.length === 0) return noDecisions(intent, concerned, vague, context)
  const { proposed, received, decided } = apart(found)
  const [only, another] = decided
  return {
    ...shown(intent),
    heading: `${[scope.name, ...(intent.want === 'criteria' ? ['criteria'] : []), ...filterInWords(filter)].join(', ')}: ${AND.format(decisionsIn(found))} on record`,
    ...(only && (wanted || !another) && { direct: said(decided, context) }),
    lead: [
      ...noneFor('decision', of, scope, context.knowledge),
      ...(intent.asksWhy ? [WHY] : []),
      ...(proposed.length > 0
        ? ['A proposal is no decision: what came of each stands with it, where it is known.']
        : []),
      ...(received.length > 0 ? ['What a body only received or considered is no decision, either.'] : []),
      ...vague,
      ...withoutDay(undated.length),
    ],
    groups: decisionGroups(found, context),
    note: read(found),
  }
}

const WHY = 'Why it was decided is told only where the words of a source below tell it.'

/** So many decisions of another outcome are told at once. */
const FEW = 6

function withoutDay(many: number): readonly string[] {
  if (many === 0) return []
  return [
    `${capitalised(count(many, 'other decision'))} ${many === 1 ? 'has' : 'have'} no day in the source.`,
  ]
}

/** What bodies published of theirs, and what was decided on the partner that is asked about. */
function onCriteria(intent: Links, context: AnswerContext): Answer {
  const { decisions } = context.knowledge
  const answer = onDecisions(ofBodies(intent), context)
  const fars = intent.scope.localities.filter((one) => !atHome(one))
  const next = fars.flatMap((far) =>
    decisions.some((one) => concerns(one, [far], context.knowledge))
      ? [{ label: `Decisions on ${localityName(far)}`, ask: `twins ${localityName(far)} decisions` }]
      : [],
  )
  return {
    ...withPartner(answer, intent, context),
    ...(fars.length > 0 && { ask: askOf(intent) }),
    next: [...next, ...answer.next],
  }
}

/** `vague`: that some of the others may be of the month that is asked for. */
function noDecisions(
  intent: Links,
  others: readonly Decision[],
  vague: readonly string[],
  context: AnswerContext,
): Answer {
  const { knowledge } = context
  const { filter, scope, want } = intent
  const wanted = decidedIn(filter)
  const years = yearsAsked(filter)
  const narrowed = [
    wanted === 'propose' ? 'No proposal' : wanted === 'receive' ? 'No matter received' : 'No decision',
    want === 'criteria' && 'on criteria',
    wanted && isDecided({ decided: wanted }) && `to ${wanted}`,
    years && yearsInWords(years),
  ]
  // Who ended all links of a place ended this one as well.
  const homes = scope.localities.filter(atHome)
  const name = AND.format(homes.map(localityName))
  const isOfAll = (one: Decision) => !one.twin && !one.country && concerns(one, homes, knowledge)
  const whole =
    others.length > 0 || homes.length === 0 || homes.length === scope.localities.length
      ? []
      : knowledge.decisions.filter(isOfAll)
  const partners = scope.localities.filter((one) => !atHome(one))
  const on = partners.length > 0 ? `on ${AND.format(partners.map(localityName))} ` : ''
  const around = aroundIt(scope.localities, knowledge).flatMap((place) => {
    const found = knowledge.decisions.filter(
      (one) =>
        one.place === place.id &&
        concerns(one, [{ is: 'place', place }, ...partners], knowledge) &&
        (want !== 'criteria' || one.criteria !== undefined),
    )
    const both = [place.name, ...partners.map(localityName)]
    return found.length > 0 ? [{ area: place.name, both: AND.format(both), found }] : []
  })
  const isShown = wanted !== undefined && others.length <= FEW
  const ofScope = want === 'decisions' ? knowledge.costs : []
  const sums = ofScope.filter((one) => concerns(one, scope.localities, knowledge)).length
  const answer = nothing(intent, 'decision', [...narrowed.filter(Boolean), 'is recorded'].join(' '), [
    ...vague,
    ...(others.length > 0
      ? [
          `${AND.format(decisionsIn(others))} recorded otherwise${isShown ? ', and told here' : ': ask for all of them'}.`,
        ]
      : []),
    ...(whole.length > 0 ? [`${AND.format(decisionsIn(whole))} recorded on all links of ${name}.`] : []),
    ...around.map(
      ({ area, found }) =>
        `${AND.format(decisionsIn(found))} ${on}recorded of ${area}, in which ${name} lies.`,
    ),
    ...(sums > 0
      ? [`${capitalised(count(sums, 'sum'))} ${sums === 1 ? 'is' : 'are'} recorded: ask for costs.`]
      : []),
  ])
  // `Should Derby suspend its link with Russia`: of others it is recorded what they decided.
  const fars = scope.localities.filter((one) => !atHome(one)).map(asCountry)
  const elsewhere = fars.filter((far) => knowledge.decisions.some((one) => concerns(one, [far], knowledge)))
  // `Did Bristol end its budget`: what was decided on it otherwise answers that.
  const groups = isShown ? decisionGroups(others, context) : []
  return {
    ...answer,
    ...(groups.length > 0 && { outcome: 'found', groups, note: read(others) }),
    next: [
      ...(others.length > 0 ? [{ label: 'All decisions', ask: `${scope.ask} decisions` }] : []),
      ...(whole.length > 0 ? [{ label: `Decisions of ${name}`, ask: `twins ${name} decisions` }] : []),
      ...around.map(({ area, both }) => ({
        label: `${want === 'criteria' ? 'Criteria' : 'Decisions'} of ${area}`,
        ask: `twins ${both} ${want}`,
      })),
      ...(sums > 0 ? [{ label: 'Costs', ask: `${scope.ask} costs` }] : []),
      ...(want === 'criteria' ? [{ label: 'Criteria of others', ask: 'twins criteria' }] : []),
      ...(fars.length < scope.localities.length ? elsewhere : []).map((far) => ({
        label: `Decisions on ${localityName(far)}`,
        ask: `twins ${localityName(far)} decisions`,
      })),
      ...answer.next,
    ],
  }
}

/** What others decided on the partner’s country. */
function asCountry(far: Locality): Locality {
  if (far.is !== 'place') return far
  const code = far.place.country
  return { is: 'country', code, name: countryName(code) }
}

/** `Sheffield – Anshan, China: ended by Strategy and Resources Policy Committee, day not printed; vote: unanimous.` */
function said(all: readonly Decision[], context: AnswerContext): Direct {
  // What was decided of a budget, or of new links, comes behind what was of a link.
  const decided = all.toSorted((a, b) => Number(!!a.matter) - Number(!!b.matter))
  const each = decided.slice(0, MOST_SAID).map((one) => {
    const { body, on, vote, matter } = one
    const what = `${endsOf(one, context)}${matter ? `, ${matter}` : ''}: ${DECIDED_IN_WORDS[one.decided]}`
    const voted = vote ? `vote: ${vote.charAt(0).toLowerCase()}${vote.slice(1)}` : 'the vote is not recorded'
    return `${what} by ${body}, ${on ? dateInWords(on) : 'on a day that the source does not print'}; ${voted}`
  })
  const more = decided.length - each.length
  const sentence = `${each.join('. ')}${more > 0 ? `. And ${count(more, 'more decision')} below` : ''}.`
  return { sentence, cites: decided.slice(0, MOST_SAID).map(({ id }) => context.finding(id).cite) }
}

const MOST_SAID = 3

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
