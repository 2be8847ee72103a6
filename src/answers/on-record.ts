import type { Answer, Direct, Group } from '../answer/answer.ts'
import { count, countryName, dateInWords, newestFirst } from '../answer/in-words.ts'
import { DECIDED_IN_WORDS } from '../knowledge/kinds/decision.ts'
import type { Cost, Decided, Decision, OnLink } from '../knowledge/records-on-links.ts'
import { type LinkFilter, within } from '../library/link-filter.ts'
import {
  atHome,
  covers,
  type Locality,
  localityName,
  localitySubject,
  placeName,
} from '../places/locality.ts'
import { askOf, type Links } from '../question/query.ts'
import { type AnswerContext, EMPTY_ANSWER } from './answer-context.ts'

/** What is recorded on links beside how they stand: decisions, sums, the end of a council. */
export function onRecord(intent: Links, context: AnswerContext): Answer {
  if (intent.want === 'costs') return onCosts(intent, context)
  if (intent.want === 'decisions') return onDecisions(intent, context)
  return nothing(intent, 'What becomes of the council', 'No end of a council is recorded')
}

/** Decisions first, then what was only proposed, each under that word: newest first, undated ones last. */
function onDecisions(intent: Links, context: AnswerContext): Answer {
  const { decisions } = context.knowledge
  const { filter, scope } = intent
  const of = decisions.filter((one) => concerns(one, scope.localities, context))
  const wanted = decidedIn(filter)
  const asked = of.filter(({ decided }) => !wanted || wanted === decided)
  const found = asked.filter(({ on }) => isWithin(on, filter))
  const undated = asked.filter(({ on }) => hasYears(filter) && on === undefined)
  if (found.length === 0) {
    const narrowed = [wanted && `to ${wanted}`, ...yearsIn(filter)].filter(Boolean).join(' ')
    const others =
      of.length > 0 ? [`${capitalised(decisionsIn(of))} recorded otherwise: ask for all of them.`] : []
    const answer = nothing(
      intent,
      'Decisions',
      `No decision ${narrowed}`.trim().concat(' is recorded'),
      others,
    )
    return of.length > 0
      ? { ...answer, next: [{ label: 'All decisions', ask: `${scope.ask} decisions` }] }
      : answer
  }
  const sorted = found.toSorted((a, b) => newestFirst(a.on, b.on))
  const [proposed, decided] = [sorted.filter(isProposal), sorted.filter((one) => !isProposal(one))]
  const [only, another] = decided
  return {
    ...shown(intent),
    heading: `${scope.name}: ${decisionsIn(found)} on record`,
    ...(only && (wanted || !another) && { direct: said(decided, context) }),
    lead: [
      ...(proposed.length > 0
        ? ['A proposal is no decision: what came of each stands with it, where it is known.']
        : []),
      ...(undated.length > 0
        ? [
            `${capitalised(count(undated.length, 'other decision'))} ${undated.length === 1 ? 'has' : 'have'} no day in the source.`,
          ]
        : []),
    ],
    groups: [
      ...groupsOf('Decided', decided, context),
      ...groupsOf('Proposed, and not decided', proposed, context),
    ],
    note: read(found),
  }
}

/** `16 decisions and 2 proposals` */
function decisionsIn(found: readonly Decision[]): string {
  const proposals = found.filter(isProposal).length
  const parts = [
    found.length > proposals && count(found.length - proposals, 'decision'),
    proposals > 0 && count(proposals, 'proposal'),
  ]
  return parts.filter(Boolean).join(' and ')
}

function isProposal({ decided }: Decision): boolean {
  return decided === 'propose'
}

/** `Sheffield – Anshan, China: ended by Strategy and Resources Policy Committee, day not printed; vote: unanimous.` */
function said(decided: readonly Decision[], context: AnswerContext): Direct {
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

/** Each sum with its parts under it. Nothing is added up. */
function onCosts(intent: Links, context: AnswerContext): Answer {
  const { filter, scope } = intent
  const of = context.knowledge.costs.filter((one) => concerns(one, scope.localities, context))
  const found = of.filter(
    ({ period }) => !hasYears(filter) || yearsOf(period).some((year) => isWithin(year, filter)),
  )
  if (found.length === 0) return noCosts(intent, of, context)
  const wholes = found.filter(({ partOf }) => !found.some(({ id }) => id === partOf))
  const groups = wholes.map((whole): Group => {
    const parts = found.filter(({ partOf }) => partOf === whole.id)
    return {
      title: `${endsOf(whole, context)}, ${whole.period}`,
      findings: [whole, ...parts].map(({ id }) => context.finding(id)),
    }
  })
  return {
    ...shown(intent),
    heading: `${scope.name}: ${count(found.length, 'sum')} on record, as printed`,
    lead: [costsLead(found)],
    groups,
    note: read(found),
  }
}

/** Sums of other years; or those for all links of the place, which are none of the one that was asked for. */
function noCosts(intent: Links, ofOtherYears: readonly Cost[], context: AnswerContext): Answer {
  const homes = intent.scope.localities.filter(atHome)
  const isForAll = (one: Cost) => !one.twin && !one.country && concerns(one, homes, context)
  const forAll = homes.length > 0 ? context.knowledge.costs.filter(isForAll) : []
  const name = AND.format(homes.map(localityName))
  const [others, of, ask] =
    ofOtherYears.length > 0
      ? [ofOtherYears, intent.scope.name, intent.scope.ask]
      : [forAll, name, `twins ${name}`]
  const are = `${count(others.length, 'sum')} ${others.length === 1 ? 'is' : 'are'}`
  const lead =
    others.length > 0 ? [`${capitalised(are)} recorded of ${of} otherwise: ask for all of them.`] : []
  const answer = nothing(intent, 'Costs', 'No sum that a source prints is recorded', lead)
  return others.length > 0 ? { ...answer, next: [{ label: `Costs of ${of}`, ask: `${ask} costs` }] } : answer
}

/** What nobody is to read into a list of sums. */
function costsLead(found: readonly Cost[]): string {
  const other = [...new Set(found.map(({ was }) => was))].filter((was) => was !== 'spent')
  const parts = found.some(({ partOf }) => partOf) ? ' A part of another sum stands under it.' : ''
  const spent = other.length > 0 ? ` Not all was spent: some is ${OR.format(other)}.` : ''
  return `Nothing here is added up or estimated.${parts}${spent}`
}

function groupsOf(under: string, found: readonly Decision[], context: AnswerContext): readonly Group[] {
  const byLink = Map.groupBy(found, (one) => endsOf(one, context))
  return [...byLink].map(([title, own]) => ({
    under,
    title,
    findings: own.map(({ id }) => context.finding(id)),
  }))
}

/** Either end, whatever is recorded of links between them: a proposal is about a link that is not there yet. */
export function concerns(
  one: OnLink,
  localities: readonly Locality[],
  { knowledge }: AnswerContext,
): boolean {
  const [place, twin] = [one.place, one.twin].map((id) => knowledge.places.get(id ?? ''))
  const [homes, fars] = [localities.filter(atHome), localities.filter((locality) => !atHome(locality))]
  const isFar = (far: Locality) =>
    twin ? covers(far, twin) : far.is === 'country' && far.code === one.country
  return (
    place !== undefined &&
    (homes.length === 0 || homes.some((home) => covers(home, place))) &&
    (fars.length === 0 || fars.some(isFar))
  )
}

export function endsOf({ place, twin, country }: OnLink, { knowledge: { places } }: AnswerContext): string {
  const [home, other] = [places.get(place), places.get(twin ?? '')]
  if (other) return `${home?.name} – ${placeName(other)}`
  return country
    ? `${home?.name} – a partner in ${countryName(country)}`
    : `${home?.name}, twinning as a whole`
}

/** `decided to end`, or a state by which links are asked for: `decisions on ended links` are those that ended them. */
function decidedIn({ decided, state }: LinkFilter): Decided | undefined {
  const [only] = state ?? []
  const byState = { ended: 'end', suspended: 'suspend', retained: 'retain' } as const
  return decided ?? byState[only as keyof typeof byState]
}

function hasYears({ since, on }: LinkFilter): boolean {
  return since !== undefined || on !== undefined
}

function isWithin(date: string | undefined, { since, on }: LinkFilter): boolean {
  const years = since ?? on
  return !years || within(date, years)
}

function yearsIn({ since, on }: LinkFilter): readonly string[] {
  const { from, to, or } = since ?? on ?? {}
  if (from === undefined && to === undefined) return []
  const span =
    from === to ? `in ${from}` : [from && `since ${from}`, to && `until ${to}`].filter(Boolean).join(' ')
  return [[span, ...(or ? yearsIn({ since: or }) : [])].join(' or ')]
}

/** `2012-13` → 2012: the years that a period names in full. */
function yearsOf(period: string): readonly string[] {
  return period.match(/\b(19|20)\d\d\b/g) ?? []
}

export function shown(intent: Links): Answer {
  const { scope } = intent
  return {
    ...EMPTY_ANSWER,
    command: 'twins',
    kind: 'knowledge',
    outcome: 'found',
    ask: askOf(intent),
    heading: scope.name,
    next: scope.localities.length > 0 ? [{ label: `Links of ${scope.name}`, ask: scope.ask }] : [],
    about: scope.localities.map(localitySubject),
  }
}

export function nothing(intent: Links, what: string, says: string, lead: readonly string[] = []): Answer {
  const { about = [], ...answer } = shown(intent)
  const [only, another] = about
  return {
    ...answer,
    outcome: 'nothing',
    heading: `${what}, ${intent.scope.name}: not recorded`,
    lead: [`${says} here. That does not mean that there is none.`, ...lead],
    missing: only && !another ? [only] : [],
  }
}

export function read(found: readonly { source: string }[]): string {
  return `${count(found.length, 'statement')} from ${count(new Set(found.map(({ source }) => source)).size, 'source')}.`
}

const AND = new Intl.ListFormat('en-GB')
const OR = new Intl.ListFormat('en-GB', { type: 'disjunction' })

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
