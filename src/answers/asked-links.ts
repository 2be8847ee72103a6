import type { Answer, Direct } from '../answer/answer.ts'
import { AND, count, OR } from '../answer/in-words.ts'
import { type Link, type Scope, scopeOf } from '../library/link.ts'
import { filtered, type LinkFilter } from '../library/link-filter.ts'
import { partName } from '../places/countries.ts'
import { atHome, type Locality, localityName, localitySubject, placeName } from '../places/locality.ts'
import { filterInWords } from '../question/grammar/filter-in-words.ts'
import type { Want } from '../question/grammar/wants.ts'
import { askOf, type Links } from '../question/query.ts'
import { type AnswerContext, EMPTY_ANSWER } from './answer-context.ts'
import { decidedSo } from './parts/beside.ts'
import * as say from './parts/direct.ts'
import { instead } from './parts/follow-ups.ts'
import { readFrom } from './parts/holds-nothing.ts'
import { notTold, withoutTheme, withoutYear } from './parts/not-recorded.ts'
import * as total from './parts/totals.ts'

/** Of the links in scope, those that were asked for, and the one sentence that was. */
type Told = { links: readonly Link[]; direct?: Direct; lead?: readonly string[] }

/**
 * The answer to a question that narrows the links or asks one thing of them. `list` shows links as any answer does. A
 * filter that leaves nothing says so, and offers what it was to narrow.
 */
export function onAsked(
  intent: Links,
  list: (scope: Scope, links: readonly Link[]) => Answer,
  context: AnswerContext,
): Answer {
  const { filter, want } = intent
  const scope = together(intent.scope)
  const ask = askOf(intent)
  if (scope.links.length === 0) {
    const none = list(scope, scope.links)
    return { ...none, lead: [...notTold(want), ...(none.lead ?? [])] }
  }
  if (want === 'whether' && filter.heldBy && scope.links.length === 1) {
    const { heldBy: _asked, ...others } = filter
    return onAsked({ ...intent, filter: others, want: 'holder' }, list, context)
  }
  // Whether a link stands is told of it, however it stands.
  const { state, ...others } = filter
  const narrowing = want === 'whether' ? others : filter
  const standing = filtered(scope.links, narrowing)
  // Who ended links is asked of what was decided as well as of how they stand.
  const decided = decidedSo(scope, narrowing, standing, context)
  const asked = scope.links.filter((one) => standing.includes(one) || decided.links.includes(one))
  if (asked.length === 0) return noneLeft(scope, intent, ask)
  const told = tell(intent, scope, asked, context)
  const shown = list({ ...scope, ask }, told.links)
  const groups = [...shown.groups, ...decided.groups]
  const isAll = Object.keys(narrowing).length === 0 && told.links.length === scope.links.length
  return {
    ...shown,
    ask,
    heading:
      want === 'count'
        ? `How many links: ${scopeName(scope, narrowing)}`
        : isAll
          ? want === 'agreements'
            ? `No agreement is recorded for ${scope.name}; ${count(told.links.length, 'link')} on record`
            : shown.heading
          : headingOf(scope, narrowing, told.links),
    direct: told.direct && ofItsPlace(told.direct, intent, told.links),
    groups,
    ...(decided.groups.length > 0 && { note: readFrom(groups) }),
    lead: [
      ...decided.lead,
      ...(told.lead ?? []),
      ...withoutYear(scope, filter),
      ...withoutTheme(want === 'themes' ? told.links : scope.links, want, filter),
      ...(shown.lead ?? []),
    ],
  }
}

/** `Did Cambridgeshire end Viersen` is answered with a link of Peterborough, which lies there: the sentence says so. */
function ofItsPlace(direct: Direct, { scope, want }: Links, [only, another]: readonly Link[]): Direct {
  const homes = scope.localities.filter(atHome)
  const isOfPair = homes.length > 0 && homes.length < scope.localities.length
  const isOwn = homes.some((one) => one.is === 'place' && one.place.id === only?.place.id)
  if (!only || another || !isOfPair || isOwn || !OF_ONE.has(want)) return direct
  const ends = `${only.place.name} – ${placeName(only.twin)}`
  return { ...direct, sentence: `${direct.sentence.replace(/\.$/, '')}: ${ends}.` }
}

/** Its sentence does not name the link. */
const OF_ONE: ReadonlySet<Want> = new Set<Want>(['when', 'age', 'whether', 'state', 'holder'])

/** Two places on one side, where it is not asked what they share: the links of either. */
export function together(scope: Scope): Scope {
  const { shared } = scope
  if (!shared) return scope
  return { ...scope, links: [...new Set([...shared.one.links, ...shared.other.links])], shared: undefined }
}

function tell(
  { filter, want, scope: { localities } }: Links,
  scope: Scope,
  asked: readonly Link[],
  context: AnswerContext,
): Told {
  const home = localities.length === 1 && localities.some((one) => one.is === 'place' && atHome(one))
  const isOf = ({ twin }: Link, one: Locality) => one.is === 'place' && one.place.id === twin.id
  // A region abroad has links of its towns as well.
  const far = localities.length === 1 && localities.every((one) => asked.every((link) => isOf(link, one)))
  const nameOf = say.namer({ home, far })
  const [only, another] = asked
  switch (want) {
    case 'new':
    case 'list':
    case 'shared':
    // Told elsewhere.
    case 'review':
    case 'decisions':
    case 'costs':
    case 'criteria':
    case 'visits':
    case 'succession':
    case 'becomes':
    case 'notices':
    case 'agreements':
      return { links: asked, lead: notTold(want) }
    case 'by year':
      return { links: say.byYear(asked) }
    case 'when':
    case 'age':
      if (want === 'age' && only && !another)
        return { links: asked, direct: say.startOf(only, context, true) }
      return { links: say.byYear(asked), direct: say.startsOf(asked, nameOf, context) }
    case 'whether': {
      const met = filtered(asked, { state: filter.state })
      if (only && !another) {
        const direct = filter.state ? say.whether(only, filter, context) : say.whetherThere(only, context)
        return { links: asked, direct }
      }
      return { links: asked, direct: total.whetherAny(met, asked, nameOf, context) }
    }
    case 'state':
      if (only && !another) return { links: asked, direct: say.stateOf(only, context) }
      return { links: asked, direct: total.standings(asked, context) }
    case 'holder':
      return {
        links: asked,
        direct: only && !another ? say.holderOf(only, context) : total.holders(asked, context),
      }
    case 'themes':
      return { links: say.withThemesFirst(asked), direct: say.themesOf(asked, nameOf, context) }
    case 'count':
      return { links: asked, direct: total.counted(asked, headingOf(scope, filter, asked), context) }
    case 'share': {
      const homes = localities.filter(atHome)
      const isOfFilter = Object.keys(filter).length > 0 || homes.length === localities.length
      const all = isOfFilter
        ? scope.links
        : homes.length > 0
          ? scopeOf(homes, context.links).links
          : context.links
      return { links: asked, direct: total.share(asked, all.length, context) }
    }
    case 'first':
    case 'latest': {
      const found = total.extreme(asked, want)
      if (found.length === 0)
        return {
          links: asked,
          lead: [
            `None of the ${count(asked.length, 'link')} has a year, so none is known to be the ${want === 'first' ? 'oldest' : 'newest'}.`,
          ],
        }
      return { links: found, direct: total.extremeInWords(found, asked, want, nameOf, context) }
    }
    case 'most':
    case 'fewest':
    case 'most by country':
    case 'most by partner':
    case 'most twinned': {
      const end = want === 'fewest' ? want : 'most'
      const found = total.ranked(asked, rankedBy(want, localities, home), end)
      return { links: found.links, direct: total.rankedInWords(found, asked, end, context) }
    }
    case 'places':
    case 'towns':
    case 'countries':
      return {
        links: asked,
        direct: total.listed(asked, want === 'countries' ? 'country' : 'place', context),
      }
    case 'size':
      return say.sizesOf(asked, context)
    case 'people':
    case 'not recorded':
    case 'none':
      return { links: asked, lead: notTold(want) }
  }
}

function rankedBy(
  want: Want,
  localities: readonly Locality[],
  home: boolean,
): 'place' | 'country' | 'partner' {
  const homes = localities.filter(atHome)
  // `Which German city has the most UK partners`: the whole of the UK narrows nothing.
  const isAbroad = homes.length < localities.length && homes.every((one) => one.is === 'country')
  if (want === 'most by partner' || (want === 'most twinned' && isAbroad)) return 'partner'
  // Of one place alone, only the countries can be counted.
  return want === 'most by country' || (home && localities.length === 1) ? 'country' : 'place'
}

/** `Leeds, ended: 1 of the 9 links on record` */
function headingOf(scope: Scope, filter: LinkFilter, links: readonly Link[]): string {
  const name = scopeName(scope, filter)
  const all = count(scope.links.length, 'link')
  if (links.length === scope.links.length) return `${name}: ${all} on record`
  return `${name}: ${links.length} of the ${all} on record`
}

function scopeName(scope: Scope, filter: LinkFilter): string {
  return [scope.name, ...inWords(filter)].join(', ')
}

function inWords(filter: LinkFilter): readonly string[] {
  const { continents = [], outside = [], outsideContinents = [] } = filter
  const without = [...outside.map(localityName), ...outsideContinents.map(partName)]
  return [
    ...filterInWords(filter),
    ...(continents.length > 0 ? [`in ${OR.format(continents.map(partName))}`] : []),
    ...(without.length > 0 ? [`outside ${AND.format(without)}`] : []),
  ]
}

function noneLeft(scope: Scope, { filter, want }: Links, ask: string): Answer {
  return {
    ...EMPTY_ANSWER,
    command: 'twins',
    kind: 'knowledge',
    outcome: 'nothing',
    ask,
    heading: `${scopeName(scope, filter)}: ${scope.links.length === 1 ? 'none; 1 link' : `none of the ${count(scope.links.length, 'link')}`} on record`,
    lead: [
      ...withoutYear(scope, filter),
      ...withoutTheme(scope.links, want, filter),
      'That none is recorded so does not mean that there is none.',
    ],
    next: instead(scope, filter),
    about: scope.localities.map(localitySubject),
    missing: [],
  }
}
