import { byYears, type Days, isNoBeginning, type LinkFilter, type Years } from '../../library/link-filter.ts'
import { isAdjective } from '../../places/country-adjectives.ts'
import type { Word } from '../../search/words/fold.ts'
import { yearsInWords } from './filter-in-words.ts'
import { filterOf, type Meaning } from './filters.ts'
import { HAVE_DAYS, isOnRecord } from './on-record.ts'
import type { Found } from './phrases.ts'
import type { Want } from './wants.ts'

export const JOINS: ReadonlySet<string> = new Set(['and', 'or', 'nor'])

/** Words that stand beside `and` between two phrases, and add nothing. */
const BESIDE_JOINS: ReadonlySet<string> = new Set('but either in from of the with those ones also'.split(' '))

/** Whether one phrase goes on in the other: `ended or suspended`, `in Africa and in Asia`, `ended since 2022`. */
export function goesOn(one: Found<Meaning>, other: Found<Meaning>, words: readonly Word[]): boolean {
  const [first, second] = [filterOf(one), filterOf(other)]
  if (!first || !second) return false
  const isOfSame = Object.keys(first).join() === Object.keys(second).join()
  return isOfSame ? joinOf(one, other, words) !== undefined : ofTheEnd(second, one, other) !== second
}

function joinOf(
  one: Found<Meaning>,
  other: Found<Meaning>,
  words: readonly Word[],
): 'and' | 'or' | undefined {
  const between = words.slice(one.to, other.from).map(({ text }) => text)
  if (!between.every((word) => JOINS.has(word) || BESIDE_JOINS.has(word))) return undefined
  if (between.includes('or') || between.includes('nor')) return 'or'
  return between.includes('and') || between.includes('but') ? 'and' : undefined
}

/**
 * All that the phrases narrow the links to. Together they narrow; but of one thing a link has only one, so that what is said of
 * the same thing is either: `ended or suspended`, `Africa and Asia`, `the 1950s and the 1970s`.
 */
export function together(found: readonly Found<Meaning>[], words: readonly Word[]): LinkFilter {
  let all: LinkFilter = {}
  let before: Found<Meaning> | undefined
  for (const phrase of found) {
    const filter = filterOf(phrase)
    if (!filter) continue
    const join = before && (joinOf(before, phrase, words) ?? (before.to === phrase.from ? 'and' : undefined))
    all = narrowedBy(all, ofTheEnd(filter, before, phrase), join)
    before = phrase
  }
  return all
}

/** `ended since 2022`: years right behind the end of a link are those of its end. */
function ofTheEnd(
  filter: LinkFilter,
  before: Found<Meaning> | undefined,
  { from }: Found<Meaning>,
): LinkFilter {
  const { since, ...others } = filter
  const isOfEnd = since && before?.to === from && filterOf(before)?.state?.some(isNoBeginning)
  return isOfEnd ? { ...others, on: since } : filter
}

function narrowedBy(all: LinkFilter, more: LinkFilter, join: 'and' | 'or' | undefined): LinkFilter {
  return {
    ...all,
    ...more,
    ...(join && all.state && more.state && { state: [...all.state, ...more.state] }),
    ...(join && all.kind && more.kind && { kind: [...all.kind, ...more.kind] }),
    ...(all.since && more.since && { since: yearsOfBoth(all.since, more.since, join) }),
    ...(all.on &&
      more.since &&
      !more.on &&
      join && { since: undefined, on: yearsOfBoth(all.on, more.since, join) }),
    ...both(all, more, 'continents'),
    ...both(all, more, 'outside'),
    ...both(all, more, 'outsideContinents'),
    ...both(all, more, 'unless'),
  }
}

function both<K extends 'continents' | 'outside' | 'outsideContinents' | 'unless'>(
  all: LinkFilter,
  more: LinkFilter,
  key: K,
): Partial<LinkFilter> {
  const values = [...(all[key] ?? []), ...(more[key] ?? [])]
  return values.length > 0 ? { [key]: values } : {}
}

/** `Since 1950 and before 1960` is what both leave, `the 1950s and the 1970s` either. */
function yearsOfBoth(one: Years, other: Years, join: 'and' | 'or' | undefined): Years {
  const common = inBoth(one, other)
  const isOpen = [one, other].some(({ from, to }) => from === undefined || to === undefined)
  if (common && isOpen && join !== 'or') return common
  return join ? inEither(one, other) : other
}

function inBoth(one: Years, other: Years): Years | undefined {
  const from = Math.max(one.from ?? 0, other.from ?? 0)
  const to = Math.min(one.to ?? 9999, other.to ?? 9999)
  const days = daysOfBoth(one, other)
  const isEmpty = days ? (days.from ?? '') > (days.to ?? '9999') : from > to
  if (isEmpty || one.or) return undefined
  // `Since January 2022 and before March 2022` are of one year.
  const last = Math.max(from, to)
  return { ...(from > 0 && { from }), ...(last < 9999 && { to: last }), ...(days && { days }) }
}

/** `Since 2021 and before March 2022` */
function daysOfBoth(one: Years, other: Years): Days | undefined {
  if (!one.days && !other.days) return undefined
  const [first, second] = [daysOf(one), daysOf(other)]
  const from = [first.from, second.from]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1)
  const to = [first.to, second.to]
    .filter((day) => day !== undefined)
    .sort()
    .at(0)
  return {
    ...(from && { from }),
    ...(to && { to }),
    words: `${yearsInWords(one)} and ${yearsInWords(other)}`,
    named: [...(one.days?.named ?? []), ...(other.days?.named ?? [])],
  }
}

function daysOf({ from, to, days }: Years): Pick<Days, 'from' | 'to'> {
  return days ?? { ...(from && { from: `${from}-01-01` }), ...(to && { to: `${to}-12-31` }) }
}

function inEither(one: Years, other: Years): Years {
  const touch = (one.from ?? 0) <= (other.to ?? 9999) + 1 && (other.from ?? 0) <= (one.to ?? 9999) + 1
  if (one.or || !touch || one.days || other.days)
    return { ...one, or: one.or ? inEither(one.or, other) : other }
  const from = Math.min(one.from ?? 0, other.from ?? 0)
  const to = Math.max(one.to ?? 9999, other.to ?? 9999)
  return { ...(from > 0 && { from }), ...(to < 9999 && { to }) }
}

/** `Who objected to ending it`, `results over the last five years`: what no entry tells is not told of fewer links. */
export function howeverTheyStand(
  { decided, ...filter }: LinkFilter,
  want: Want,
  isForAdvice = false,
): LinkFilter {
  // Who asks whether to end one link is told all that was decided on it.
  if (decided && !isForAdvice) return { ...filter, decided }
  // Whoever holds it, what it costs is asked of all: `is it run by the council, and who pays`.
  const { heldBy: _held, ...whoever } = filter
  if (isOnRecord(want)) return whoever
  if (want !== 'people' && want !== 'size' && want !== 'not recorded') return filter
  const { state: _state, since: _since, ...others } = filter
  return others
}

/** `Which anniversaries does Bristol have in 2027`: a year that stands apart from them is theirs. */
export function ofAnniversaries(
  filter: LinkFilter,
  words: readonly Word[],
  found: readonly Found<Meaning>[],
): LinkFilter {
  const { since, ...others } = filter
  const at = words.findIndex(({ text }) => text === 'anniversaries' || text === 'anniversary')
  const isNarrowed = found.some(({ means, from, to }) => 'filter' in means && from <= at && at < to)
  const isNth = /^\d/.test(words[at - 1]?.text ?? '')
  if (at < 0 || isNarrowed || isNth || since?.from === undefined || since.from !== since.to) return filter
  return { ...others, anniversary: since.from }
}

/** `Decisions on Russia 2022`: beside what has a day, a year alone is one. It is taken out of the words. */
export function bareYear(words: readonly Word[], taken: Set<number>): LinkFilter {
  const at = words.findIndex(({ text }, index) => !taken.has(index) && /^(19|20)\d\d$/.test(text))
  if (at >= 0) taken.add(at)
  // `2016/17` is a year of councils.
  for (const one of [...taken]) if (words[one + 1]?.text === yearBehind(words[one])) taken.add(one + 1)
  if (at < 0) return {}
  const year = Number(words[at]?.text)
  return { since: { from: year, to: year } }
}

/** `Agreements still in force`: an agreement stands until its own end, and not as its link does. */
export function ofAgreements({ state, ...filter }: LinkFilter): LinkFilter {
  if (state?.join() !== 'stands') return state ? { ...filter, state } : filter
  return { ...filter, agreement: filter.agreement ?? { by: 'until', is: 'running' } }
}

/** `When was it ended` asks how it stands, and not when it began; which agreements run out, when one does, or whether it has, what was signed. */
export function wantedOf(asked: Want, { state, agreement, since, atLeast }: LinkFilter): Want {
  if (atLeast && OF_PLACES.has(asked)) return 'places'
  if (asked === 'when' && state?.every(isNoBeginning)) return 'state'
  if (agreement && ASK_NO_MORE.has(asked)) return 'agreements'
  if (asked !== 'new') return asked
  return since ? 'list' : 'latest'
}

/** What asks no more of agreements than which they are, and what their days are. */
const ASK_NO_MORE: ReadonlySet<Want> = new Set<Want>(['list', 'when', 'whether', 'count', 'state', 'review'])

/** What asks no more of places than which have so many links. */
const OF_PLACES: ReadonlySet<Want> = new Set<Want>(['list', 'whether', 'count', 'most', 'fewest'])

/** `Which German city has the most partners`: of cities there, and not of places here. */
export function ofCitiesAbroad(want: Want, words: readonly Word[]): Want {
  const [which, whose, what] = words.map(({ text }) => text)
  const isOfThem = which === 'which' || which === 'what'
  const isAbroad = isAdjective(whose ?? '') && whose !== 'british'
  return want === 'most' && isOfThem && isAbroad && CITIES.has(what ?? '') ? 'most twinned' : want
}

const CITIES: ReadonlySet<string> = new Set(['city', 'cities', 'town', 'towns', 'place', 'places'])

/** What links are told by is a year: of the month that was named it is said that it was passed over. */
export function asDated(filter: LinkFilter, want: Want): { filter: LinkFilter; passed: readonly string[] } {
  return HAVE_DAYS.has(want) ? { filter, passed: [] } : byYears(filter)
}

/** `17` behind 2016; nothing behind what is no year. */
function yearBehind(word: Word | undefined): string | undefined {
  return /^(19|20)\d\d$/.test(word?.text ?? '')
    ? String((Number(word?.text) + 1) % 100).padStart(2, '0')
    : undefined
}
