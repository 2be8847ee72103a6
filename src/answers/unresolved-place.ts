import type { Answer } from '../answer/answer.ts'
import { AND, count, OR, quoted } from '../answer/in-words.ts'
import type { KnownPlace } from '../knowledge/records.ts'
import { recordsOf } from '../library/records-about-place.ts'
import {
  covers,
  knownPlaceSubject,
  type Locality,
  localityName,
  placeName,
  whereabouts,
} from '../places/locality.ts'
import type { Who } from '../places/meant.ts'
import { type Asking, asksAgain, type Unresolved, type WhichPlace } from '../question/query.ts'
import { edits } from '../search/words/edits.ts'
import { fold } from '../search/words/fold.ts'
import { type AnswerContext, EMPTY_ANSWER } from './answer-context.ts'
import { endOf } from './council.ts'
import { choices, examples } from './parts/follow-ups.ts'
import { emptyPlace } from './parts/holds-nothing.ts'
import { mostInside } from './parts/near-by.ts'
import { notTold } from './parts/not-recorded.ts'

/** The honest lines for a place we cannot answer on. Never another place's links. */
export function onUnresolvedPlace(unresolved: Unresolved, context: AnswerContext): Answer {
  const { who, words } = unresolved
  const ask = `twins ${words}`
  switch (who.how) {
    case 'several':
      return {
        ...EMPTY_ANSWER,
        command: 'twins',
        kind: 'knowledge',
        outcome: 'suggest',
        ask,
        heading: `Which “${who.typed}” do you mean?`,
        lead: alsoMeant(who.others),
        suggestions: choices(who.choices, who.beside, unresolved),
      }
    case 'near':
      return {
        ...EMPTY_ANSWER,
        command: 'twins',
        kind: 'knowledge',
        outcome: who.choices.length > 0 ? 'suggest' : 'unknown',
        ask,
        heading: didYouMean(who, words),
        lead: others(who.others, who.choices.length > 0),
        suggestions: choices(who.choices, who.beside, unresolved),
        next: who.choices.length > 0 ? [] : examples(context),
        missing: who.choices.length > 0 ? undefined : missing(who),
      }
    case 'inside':
      return inside(who, ask, unresolved, context)
    case 'empty':
      return emptyPlace(who, ask, context)
    case 'elsewhere':
      return {
        ...EMPTY_ANSWER,
        command: 'twins',
        kind: 'knowledge',
        outcome: who.choices.length > 0 ? 'suggest' : 'nothing',
        ask,
        heading: `We know no ${who.typed} in ${who.where}`,
        lead: [...heldElsewhere(who.choices), ...knownElsewhere(who.others)],
        suggestions: choices(who.choices, [], unresolved),
        next: who.choices.length > 0 ? [] : examples(context),
      }
    case 'unknown':
      return {
        ...EMPTY_ANSWER,
        command: 'twins',
        kind: 'knowledge',
        outcome: 'unknown',
        ask,
        heading: `We know no place called ${quoted(who.typed)}`,
        lead: [
          `It is neither among the places we hold links of nor among the ` +
            `${context.knowledge.exists.length.toLocaleString('en-GB')} names of places we know to exist. Is it spelled right?`,
        ],
        next: examples(context),
        missing: [],
      }
  }
}

/** Of a question for records that names no place: which one, with those that hold most of what is asked for. */
export function whichPlace({ words, want: asked }: WhichPlace, context: AnswerContext): Answer {
  const { knowledge } = context
  const own = recordsOf(asked, knowledge)
  // What is recorded of nobody is told beside what was decided.
  const want = own.length > 0 ? asked : 'decisions'
  const records = own.length > 0 ? own : knowledge.decisions
  const most = [...Map.groupBy(records, ({ place }) => place)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .flatMap(([id]) => knowledge.places.get(id)?.name ?? [])
    .slice(0, MOST_OFFERED)
  return {
    ...EMPTY_ANSWER,
    command: 'twins',
    kind: 'knowledge',
    outcome: 'suggest',
    ask: words,
    heading: 'Which place?',
    lead: [
      ...notTold(asked),
      `${quoted(words)} names no place and no partner. Put one with it, or both. Of these most is recorded:`,
    ],
    suggestions: most.map((name) => ({ label: name, ask: asksAgain(`twins ${name}`, { want, filter: {} }) })),
  }
}

const MOST_OFFERED = 4

function inside(
  { typed, place }: Extract<Who, { how: 'inside' }>,
  ask: string,
  asking: Asking,
  context: AnswerContext,
): Answer {
  const here: Locality = { is: 'place', place }
  const links = context.links.filter((link) => covers(here, link.place) || covers(here, link.twin)).length
  const end = endOf(typed, context)
  const itself = `We hold no links of ${typed} itself`
  return {
    ...EMPTY_ANSWER,
    command: 'twins',
    kind: 'knowledge',
    outcome: links > 0 ? 'suggest' : 'nothing',
    ask,
    heading: `“${typed}” is in ${place.name}`,
    lead: [
      ...(end ? [end.says] : []),
      links > 0
        ? `${itself}. ${placeName(place)} has ${count(links, 'link')} on record.`
        : `${itself}, nor any of ${placeName(place)}.`,
    ],
    suggestions: links > 0 ? choices([here], [], asking) : [],
    next: [
      ...(end?.next.slice(0, 1) ?? []),
      ...(links > 0 ? mostInside(here, place.name, context) : examples(context)),
    ],
    missing: links > 0 ? undefined : [],
    tell: { place: typed },
  }
}

function missing(who: Near): Answer['missing'] {
  const uk = oneSlipAwayInTheUk(who)
  return uk ? [knownPlaceSubject(uk)] : []
}

/** Somebody who writes for a UK council means the one place there that is a slip away. */
function oneSlipAwayInTheUk({ typed, others }: Near): KnownPlace | undefined {
  const word = fold(typed)
  const isNear = ({ name }: KnownPlace) => edits(word, fold(name), NEAR) <= NEAR
  const [only, another] = others.filter((place) => place.country === 'GB' && isNear(place))
  return another ? undefined : only
}

const NEAR = 1

type Near = Extract<Who, { how: 'near' }>

function didYouMean(who: Near, words: string): string {
  const { typed, choices, others } = who
  const [only, another] = choices
  if (
    !only &&
    others.length > 0 &&
    others.every(({ name }) => ` ${fold(name)} `.includes(` ${fold(typed)} `))
  )
    return `“${typed}” is part of the names of several places`
  const uk = oneSlipAwayInTheUk(who)
  if (!only && uk) return `Did you mean ${uk.name} (${whereabouts(uk)})? We hold no links of it`
  if (!only) return `We know no place called ${quoted(typed || words)}`
  if (another && who.isDoubtful) return `Which do you mean by ${quoted(typed)}?`
  if (who.isDoubtful) return `We know no ${quoted(typed)}. Did you mean ${localityName(only)}?`
  return another
    ? `We know no place called ${quoted(typed)}. Did you mean one of these?`
    : `Did you mean ${localityName(only)}? (you wrote ${quoted(typed)})`
}

/** Of the same name, and in no list of choices. */
function alsoMeant(known: readonly KnownPlace[]): readonly string[] {
  const names = known.map((place) => `${place.name} (${whereabouts(place)})`)
  return names.length > 0
    ? [`It may also be ${OR.format(names)}; we hold nothing on ${known.length === 1 ? 'it' : 'them'}.`]
    : []
}

/** Near misses on which we hold nothing are named, so that nobody takes the choices for all there is. */
function others(known: readonly KnownPlace[], besideChoices: boolean): readonly string[] {
  if (known.length === 0) return []
  const names = known.map((place) => `${place.name} (${whereabouts(place)})`)
  return [
    `The name ${besideChoices ? 'also comes' : 'comes'} near to ${OR.format(names)}; we hold nothing on ${known.length === 1 ? 'it' : 'them'}.`,
  ]
}

function heldElsewhere(held: readonly Locality[]): readonly string[] {
  return held.length > 0
    ? [`What we hold under that name lies elsewhere: ${OR.format(held.map(whereItLies))}.`]
    : []
}

/** So many namesakes are told. */
const NAMESAKES = 3

function knownElsewhere(known: readonly KnownPlace[]): readonly string[] {
  const names = known.slice(0, NAMESAKES).map((place) => `${place.name} (${whereabouts(place)})`)
  return names.length > 0
    ? [`We know of ${AND.format(names)}, and hold nothing on ${known.length === 1 ? 'it' : 'them'}.`]
    : []
}

/** `Leeds, United Kingdom` */
function whereItLies(locality: Locality): string {
  return locality.is === 'place' && locality.place.country === 'GB'
    ? `${locality.place.name}, United Kingdom`
    : localityName(locality)
}
