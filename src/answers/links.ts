import type { Answer } from '../answer/answer.ts'
import { count, OR } from '../answer/in-words.ts'
import { type Link, type Scope, scopeOf } from '../library/link.ts'
import type { LinkFilter } from '../library/link-filter.ts'
import { recordsAbout } from '../library/records-about-place.ts'
import { atHome, type Locality, localityName, localitySubject } from '../places/locality.ts'
import type { Meant } from '../places/meant.ts'
import { isOnRecord } from '../question/grammar/on-record.ts'
import type { AboutPlaces, Links } from '../question/query.ts'
import { onAgreements } from './agreements.ts'
import { type AnswerContext, EMPTY_ANSWER } from './answer-context.ts'
import { onAsked, together } from './asked-links.ts'
import { onNotices, seeksPartner } from './notices.ts'
import { onRecord } from './on-record.ts'
import { abolished } from './parts/abolished.ts'
import { withOthersRecords, withRecords, withUnread } from './parts/beside.ts'
import { choices, eachOnce, examples, FOLLOW_UPS, followUps } from './parts/follow-ups.ts'
import { holdsNothing, informally, searchedWithoutResult } from './parts/holds-nothing.ts'
import { type Focus, linkGroups } from './parts/link-groups.ts'
import { withStory } from './parts/link-story.ts'
import { linkTable, readIn, totals } from './parts/link-table.ts'
import { alsoHolds, heldNamesakes, namesakes, twinsOf } from './parts/namesakes.ts'
import { nearBy, ofEachEnd, tellOf } from './parts/near-by.ts'
import { review } from './parts/review.ts'
import { withStarted } from './parts/started.ts'
import { aroundOfPair, ownFirst, upAndDown } from './parts/towns.ts'
import { shared } from './shared-partners.ts'
import { onUnresolvedPlace } from './unresolved-place.ts'

/** The links of places, or why they cannot be told; never without what else is held that may have been meant. */
export function onPlaces(intent: AboutPlaces, context: AnswerContext): Answer {
  const own = intent.is === 'links' ? onLinks(intent, context) : onUnresolvedPlace(intent, context)
  const answer = withUnread(withOthersRecords(own, intent, context), intent, context)
  if (answer.outcome !== 'nothing') return answer
  const isSpokenOf = intent.who && recordsAbout(intent.who, context.spoken()).length > 0
  const names =
    intent.is === 'links'
      ? intent.who?.meant.map(({ locality }) => localityName(locality)).join(' ')
      : undefined
  const said = { label: 'What is said of it', ask: `ask ${names ?? intent.words}` }
  return withNearNames({ ...answer, next: [...(isSpokenOf ? [said] : []), ...answer.next] }, intent, context)
}

/** That we hold nothing is never said without what we do hold under a name one slip away. */
function withNearNames(answer: Answer, intent: AboutPlaces, context: AnswerContext): Answer {
  if (intent.is !== 'links' && intent.is !== 'not held') return answer
  const { who } = intent
  if (!who) return answer
  const named = who.how === 'meant' ? who.meant.map(({ locality }) => localityName(locality)) : []
  const others = intent.near.filter((locality) => !named.includes(localityName(locality)))
  // Names that are said exactly are no slip: beside a partner only what has a link with it may be meant.
  const isExact = who.how === 'meant' && who.meant.length > 1 && who.meant.every(({ how }) => how === 'exact')
  const near = isExact ? others.filter((one) => isLinked(one, who.meant, context)) : others
  if (near.length === 0) return answer
  const beside = who.how === 'empty' ? who.beside : []
  return {
    ...answer,
    lead: [...(answer.lead ?? []), `Did you mean ${OR.format(near.map(localityName))}?`],
    next: [...choices(near, beside), ...answer.next],
  }
}

function isLinked(near: Locality, meant: readonly Meant[], { links }: AnswerContext): boolean {
  const others = meant.map(({ locality }) => locality).filter((one) => atHome(one) !== atHome(near))
  return others.some((one) => scopeOf([near, one], links).links.length > 0)
}

/** The links of the places named; two places on one side ask for what they share. */
function onLinks(intent: Links, context: AnswerContext): Answer {
  const { who, scope, filter, want } = intent
  const meant = who?.meant ?? []
  // Whether they stand is told of links however they stand.
  const { state: _any, ...others } = filter
  const narrowed = want === 'whether' ? others : filter
  const list = (of: Scope, links: readonly Link[]) =>
    answerFor({ ...of, links }, context, narrowed, want === 'by year')
  const isPlain = Object.keys(filter).length === 0 && (want === 'list' || (want === 'shared' && scope.shared))
  const plain = () => (scope.shared ? shared(scope.shared, context) : answerFor(scope, context))
  const agreed = want === 'agreements' ? onAgreements(intent, context) : undefined
  const told =
    agreed ??
    (isOnRecord(want) && want !== 'agreements'
      ? (want === 'notices' ? onNotices : onRecord)(intent, context)
      : isPlain
        ? whole(plain(), scope, context)
        : want === 'review'
          ? review(answerFor(together(scope), context), together(scope), context)
          : onAsked(withoutAgreements(intent), list, context))
  const answer = withStarted(withRecords(told, intent, context), intent, context)
  const alsoHeld = heldNamesakes(meant, scope, context)
  return {
    ...answer,
    lead: [...howRead(meant), ...(answer.lead ?? [])],
    note: [namesakes(meant), ...alsoHeld.map(alsoHolds), answer.note].filter(Boolean).join(' ') || undefined,
    next: eachOnce([...alsoHeld.map(twinsOf), ...answer.next]),
    ...(answer.outcome === 'nothing' && tellOf(scope.localities)),
  }
}

/** Where no agreement is held, what is said of the link answers. */
function withoutAgreements({ filter: { agreement: _days, ...filter }, ...intent }: Links): Links {
  return { ...intent, filter }
}

/** One link, asked for by both its ends, opens whole. */
function whole(answer: Answer, { links, localities }: Scope, context: AnswerContext): Answer {
  const [only, another] = links
  return only && !another && localities.length > 1 ? withStory(answer, only, context) : answer
}

function answerFor(
  { name, ask, links, localities }: Scope,
  context: AnswerContext,
  filter: LinkFilter = {},
  inThisOrder = false,
): Answer {
  const seeks = seeksPartner(localities, context)
  if (links.length === 0) {
    const [only, another] = localities
    const nothing = holdsNothing(localities.map(localityName), ask, context)
    const around = aroundOfPair(localities, context)
    const said = { ...nothing, ...searchedWithoutResult(localities, context) }
    return {
      ...said,
      lead: [...(around.lead.length > 0 ? around.lead : (said.lead ?? [])), ...seeks.lead],
      next: eachOnce([
        ...seeks.next,
        ...around.next,
        ...ofEachEnd(localities, context),
        ...upAndDown(localities, context),
        ...nearBy(localities, context),
        ...nothing.next,
      ]),
      // Of two places each may be held, and only a link between them is not.
      missing: only && !another ? [localitySubject(only)] : [],
    }
  }
  const ended = abolished(localities, links, context)
  const groups = linkGroups(links, inThisOrder ? 'several' : focus(localities, links), context)
  const table = linkTable({ caption: caption(name, localities), links, groups, localities, filter }, context)
  return {
    ...EMPTY_ANSWER,
    command: 'twins',
    kind: 'knowledge',
    outcome: 'found',
    ask,
    heading: heading(name, links.length, localities),
    lead: [totals(table), ...ownFirst(localities, links), ...ended.lead, ...seeks.lead],
    table,
    groups: [...groups, ...ended.told],
    next: [...seeks.next, ...upAndDown(localities, context), ...followUps(links, localities)].slice(
      0,
      FOLLOW_UPS,
    ),
    note: readIn(links),
    about: localities.map(localitySubject),
    ...(localities.length === 1 && isHomePlace(localities[0]) && { review: `twins ${name} review` }),
  }
}

/** One place only when every link is its own: Kirklees also shows those of Huddersfield, a town in it. */
function focus(localities: readonly Locality[], links: readonly Link[]): Focus {
  const homes = localities.filter(atHome)
  if (localities.length === 1 && isTwin(localities[0])) return 'twin'
  const [home] = homes
  return home?.is === 'place' && homes.length === 1 && links.every(({ place }) => place.id === home.place.id)
    ? 'place'
    : 'several'
}

function heading(name: string, links: number, localities: readonly Locality[]): string {
  return isBetween(localities)
    ? `${count(links, 'link')} on record between ${name}`
    : `${name}: ${count(links, 'link')} on record`
}

function caption(name: string, localities: readonly Locality[]): string {
  return isBetween(localities) ? `Links between ${name}` : `Links of ${name}`
}

function isBetween(localities: readonly Locality[]): boolean {
  return localities.some(atHome) && !localities.every(atHome)
}

function isTwin(locality: Locality | undefined): boolean {
  return locality?.is === 'place' && locality.place.country !== 'GB'
}

function isHomePlace(locality: Locality | undefined): boolean {
  return locality?.is === 'place' && atHome(locality)
}

/** A correction is said openly, before anything else, and so is what an informal name was taken for. */
function howRead(meant: readonly Meant[]): readonly string[] {
  const all = meant.flatMap((one) => (one.liesIn ? [one.liesIn, one] : [one]))
  return all.flatMap(({ how, called, typed, locality }) => {
    if (called) return [informally(typed, called, localityName(locality))]
    return how === 'corrected' ? [`Read as ${localityName(locality)} (you wrote “${typed}”).`] : []
  })
}

export function linksUsage(context: AnswerContext): Answer {
  return {
    ...EMPTY_ANSWER,
    command: 'twins',
    kind: 'help',
    outcome: 'help',
    ask: 'twins',
    heading: 'Name a place, a country or a region, or two of them',
    lead: ['Either end of a link will do, in any language: Leeds or Dortmund, Köln or Cologne.'],
    next: examples(context),
  }
}
