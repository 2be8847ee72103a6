import { type Answer, findingsOf, type Group } from '../../answer/answer.ts'
import { AND, count, countryName, dateInWords } from '../../answer/in-words.ts'
import type { Place } from '../../knowledge/records.ts'
import type { Decision, OnLink } from '../../knowledge/records-on-links.ts'
import { leadInWords, leadsOf } from '../../library/leads.ts'
import type { Link, Scope } from '../../library/link.ts'
import { decidedIn, filtered, isWithin, type LinkFilter, yearsAsked } from '../../library/link-filter.ts'
import { concerns } from '../../library/records-about-place.ts'
import { atHome } from '../../places/locality.ts'
import { isOnRecord } from '../../question/grammar/on-record.ts'
import type { Want } from '../../question/grammar/wants.ts'
import type { AboutPlaces, Links } from '../../question/query.ts'
import { fold } from '../../search/words/fold.ts'
import type { AnswerContext } from '../answer-context.ts'
import { criteriaBeside } from './criteria.ts'
import { decisionGroups, decisionsIn, endsOf, groupsOf } from './decisions.ts'
import { FOLLOW_UPS } from './follow-ups.ts'
import { readFrom } from './holds-nothing.ts'

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
 * What bodies decided is told beside links that are asked for by what became of them, and where none is recorded: a proposal is
 * about a link that is not there yet, and a decision may be newer than what is said of the link. Of one link it is shown.
 */
export function withRecords(answer: Answer, intent: Links, context: AnswerContext): Answer {
  const { knowledge } = context
  const { scope, filter, want } = intent
  const { localities, links } = scope
  if (want === 'decisions') return withStates(answer, intent, context)
  const isOfOne = links.length < 2 && localities.some(atHome) && !localities.every(atHome)
  const isOfState = decidedIn(filter) !== undefined || (isOfOne && OF_STATES.has(want))
  if ((isOnRecord(want) && !(isOfOne && OF_STATES.has(want))) || want === 'review' || localities.length === 0)
    return answer
  if (links.length > 0 && !isOfState) return answer
  const ofThem = (one: OnLink) => concerns(one, localities, knowledge)
  const [decisions, costs] = [knowledge.decisions.filter(ofThem), knowledge.costs.filter(ofThem)]
  const found = [...decisionsIn(decisions), ...(costs.length > 0 ? [count(costs.length, 'sum')] : [])]
  if (found.length === 0) return withNamesake(answer, scope, context)
  const are = decisions.length + costs.length === 1 ? 'is' : 'are'
  const next = [
    ...(decisions.length > 0 ? [{ label: 'Decisions', ask: `${scope.ask} decisions` }] : []),
    ...(costs.length > 0 ? [{ label: 'Costs', ask: `${scope.ask} costs` }] : []),
  ]
  const isShown = new Set(findingsOf(answer).map(({ id }) => id))
  const others = isOfOne
    ? decisionGroups(
        decisions.filter(({ id }) => !isShown.has(id)),
        context,
      )
    : []
  const groups = [...answer.groups, ...others]
  return {
    ...answer,
    ...(others.length > 0 && { outcome: 'found', groups, note: readFrom(groups) }),
    lead: [...(answer.lead ?? []), `${scope.name}: ${AND.format(found)} ${are} recorded, too.`],
    next: [...next, ...answer.next].slice(0, FOLLOW_UPS),
  }
}

/** What a decision on one link answers as well. */
const OF_STATES: ReadonlySet<Want> = new Set<Want>(['state', 'whether', 'agreements'])

/** `Did Cambridgeshire end Viersen`: what it decided is on the district of that name. */
function withNamesake(answer: Answer, { localities }: Scope, context: AnswerContext): Answer {
  const { places, decisions } = context.knowledge
  const homes = localities.filter(atHome)
  const fars = localities.flatMap((one) => (one.is === 'place' && !atHome(one) ? [one.place] : []))
  const named = (name: string) => ` ${fold(name)} `
  const isNamesake = ({ country, name }: Place) =>
    fars.some((far) => far.country === country && named(name).includes(named(far.name)))
  const found = decisions.filter((one) => {
    const twin = places.get(one.twin ?? '')
    return twin && isNamesake(twin) && concerns(one, homes, context.knowledge)
  })
  if (homes.length === 0 || found.length === 0) return answer
  const lead = Map.groupBy(found, (one) => endsOf(one, context))
    .entries()
    .map(
      ([ends, own]) =>
        `On ${ends}: ${AND.format(decisionsIn(own))} ${own.length === 1 ? 'is' : 'are'} recorded.`,
    )
  const groups = [...answer.groups, ...decisionGroups(found, context)]
  return {
    ...answer,
    lead: [...(answer.lead ?? []), ...lead],
    outcome: 'found',
    groups,
    note: readFrom(groups),
  }
}

/** Of a place on which nothing is held, what is recorded of its country and of all others is a press away, and never shown in its stead. */
export function withOthersRecords(answer: Answer, intent: AboutPlaces, context: AnswerContext): Answer {
  const { want } = intent
  const { knowledge } = context
  if (intent.is === 'links' || !(want === 'decisions' || want === 'criteria' || want === 'costs'))
    return answer
  const known = intent.who.how === 'empty' ? intent.who.known : []
  const records = want === 'costs' ? knowledge.costs : knowledge.decisions
  const countries = [...new Set(known.map(({ country }) => country))]
    .filter((code) => code !== 'GB')
    .map((code) => ({ is: 'country', code, name: countryName(code) }) as const)
    .filter((country) => records.some((one) => concerns(one, [country], knowledge)))
  const next = [
    ...countries.map(({ name }) => ({
      label: `${capitalised(want)} on ${name}`,
      ask: `twins ${name} ${want}`,
    })),
    { label: `All ${want} on record`, ask: `twins ${want}` },
  ]
  const told =
    want === 'criteria' && intent.is === 'not held' ? criteriaBeside(answer, intent, context) : answer
  return { ...told, next: [...next, ...answer.next] }
}

/** How a link is told to stand, once this was decided on it. */
const STATE_AFTER = { end: 'ended', suspend: 'suspended' } as const

function isOutcome(decided: string | undefined): decided is keyof typeof STATE_AFTER {
  return decided !== undefined && decided in STATE_AFTER
}

/**
 * Links on which it was decided that they end, or rest, though what is said of how they stand says something else yet; with all
 * decisions that did so. What was decided of a budget, or of a partner still to be chosen, is of no link.
 */
export function decidedSo(
  scope: Scope,
  filter: LinkFilter,
  asked: readonly Link[],
  context: AnswerContext,
): { links: readonly Link[]; groups: readonly Group[]; lead: readonly string[] } {
  const decided = decidedIn(filter)
  const { state, on: _on, since, ...others } = filter
  if (!isOutcome(decided) || state?.length !== 1 || filter.unless) return { links: [], groups: [], lead: [] }
  // Years are those of the beginning only where links with that state began in them.
  const isOfBeginning = since && asked.length > 0
  const years = isOfBeginning ? {} : { on: yearsAsked(filter) }
  const did = context.knowledge.decisions.filter(
    (one) => one.decided === decided && !one.matter && isWithin(one.on, years),
  )
  const of = (link: Link) => did.filter((one) => isOf(one, link))
  const all = filtered(scope.links, isOfBeginning ? { ...others, since } : others)
  const found = all.filter((link) => of(link).length > 0)
  const groups = groupsOf('Decided', found.flatMap(of), context)
  const links = found.filter((link) => !asked.includes(link))
  return { links, groups, lead: byDecision(links) }
}

function byDecision({ length }: readonly Link[]): readonly string[] {
  if (length === 0) return []
  const [are, stand] = length === 1 ? ['is', 'it is'] : ['are', 'they are']
  return [`${length} of them ${are} named for a decision; how ${stand} reported to stand is shown beside it.`]
}

/** Who asks who ended links is told those as well that are reported to have ended, though no decision is recorded. */
function withStates(answer: Answer, { scope, filter }: Links, context: AnswerContext): Answer {
  const decided = decidedIn(filter)
  if (!isOutcome(decided)) return answer
  const state = STATE_AFTER[decided]
  const { decisions } = context.knowledge
  const silent = scope.links.filter(
    (link) =>
      link.decisive?.status === state &&
      isWithin(link.decisive.on, filter) &&
      !decisions.some((one) => one.decided === decided && !one.matter && isOf(one, link)),
  )
  if (silent.length === 0) return answer
  const reported = silent.flatMap(({ place, twin, decisive }) =>
    decisive
      ? [
          {
            under: `Reported ${state}, with no decision on record`,
            title: endsOf({ place: place.id, twin: twin.id }, context),
            findings: [context.finding(decisive.id)],
          },
        ]
      : [],
  )
  const more = `${count(silent.length, 'link')} ${silent.length === 1 ? 'is' : 'are'} reported ${state}, with no decision on record.`
  const groups = [...answer.groups, ...reported]
  return { ...answer, outcome: 'found', lead: [...(answer.lead ?? []), more], groups, note: readFrom(groups) }
}

function isOf({ place, twin }: Decision, link: Link): boolean {
  return place === link.place.id && twin === link.twin.id
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
