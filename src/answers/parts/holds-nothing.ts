import type { Answer, Group } from '../../answer/answer.ts'
import { AND, count, dateInWords, OR, quoted } from '../../answer/in-words.ts'
import type { Knowledge, KnownPlace } from '../../knowledge/records.ts'
import { sourceLabel } from '../../library/finding.ts'
import {
  covers,
  knownPlaceSubject,
  type Locality,
  localityName,
  localitySubject,
  whereabouts,
} from '../../places/locality.ts'
import type { Meant, Who } from '../../places/meant.ts'
import { askOf, type Links } from '../../question/query.ts'
import { keptFor } from '../../search/lazily.ts'
import { fold } from '../../search/words/fold.ts'
import { type AnswerContext, EMPTY_ANSWER } from '../answer-context.ts'
import { endOf } from '../council.ts'
import { newestCheck } from '../coverage.ts'
import { choices, eachOnce, examples } from './follow-ups.ts'
import { around, nearKnown, ofCountry } from './near-by.ts'

/** Places we know of, and hold no links of, or none between them. */
export function holdsNothing(names: readonly string[], ask: string, context: AnswerContext): Answer {
  const { knowledge } = context
  const heading =
    names.length > 1 ? `We hold no link between ${AND.format(names)}` : `We hold no links of ${names[0]}`
  return {
    ...EMPTY_ANSWER,
    command: 'twins',
    kind: 'knowledge',
    outcome: 'nothing',
    ask,
    heading,
    lead: [
      `We looked through ${count(knowledge.assertions.length, 'statement')} from ` +
        `${count(sourcesIn(knowledge), 'source')}, last checked ${newestCheck(knowledge)}. That there is none here does not mean that there is none.`,
    ],
    next: examples(context),
    missing: [],
  }
}

const sourcesIn = keptFor(({ assertions }: Knowledge) => new Set(assertions.map(({ source }) => source)).size)

/** Words of the question that mean something and that nothing shown holds. */
export function playedNoPart(unused: readonly string[]): readonly string[] | undefined {
  return unused.length > 0 ? [`Passed over: ${AND.format(unused.map(quoted))}.`] : undefined
}

/** Words that are read as others: a slip, or two that are one. */
export function readAs(corrected: readonly { typed: string; read: string }[]): string | undefined {
  return corrected.map(({ typed, read }) => `Read “${typed}” as “${read}”.`).join(' ') || undefined
}

/** `Read as Birmingham; “Brum” is a name for it.` A university is no place that has links, so it is told from its town. */
export function informally(typed: string, called: NonNullable<Meant['called']>, name: string): string {
  return called === 'university'
    ? `“${typed}” is a university in ${name}; this is about ${name}.`
    : `Read as ${name}; “${typed}” is a name for it.`
}

function alsoCalled({ name, also }: KnownPlace, typed: string): readonly string[] {
  const isOther = fold(name) !== fold(typed) && also.some((other) => fold(other) === fold(typed))
  return isOther ? [`${name} is also called “${typed}”.`] : []
}

/** A real place on which we hold nothing, alone or beside places that we do hold. */
export function emptyPlace(
  { typed, known, beside, alsoEmpty, called }: Extract<Who, { how: 'empty' }>,
  ask: string,
  context: AnswerContext,
): Answer {
  // People who write for UK councils mean the UK's Lincoln first.
  const first = known.find(({ country }) => country === 'GB') ?? known[0]
  // What an informal name means are several places; what else goes by a place's own name are its namesakes.
  const meant = called ? [...new Map(known.map((one) => [one.name, one])).values()] : [first]
  const named = [...meant, ...alsoEmpty].map((one) => `${one.name} (${whereabouts(one)})`)
  const answer =
    meant.length > 1 && beside.length + alsoEmpty.length === 0
      ? holdsNothing([OR.format(named)], ask, context)
      : holdsNothing([...beside.map(localityName), ...named], ask, context)
  const others = called ? [] : known.filter((one) => one !== first && one.name === first.name)
  const same = others.length > 0 ? ` ${alsoOfTheName(others)}` : ''
  const real =
    meant.length > 1
      ? 'They are real places, but not ones we have recorded links of.'
      : `${beside.length > 0 ? first.name : 'It'} is a real place, but not one we have recorded links of.${same}`
  const names = AND.format(meant.map(({ name }) => name))
  const inside = around(first, context)
  // Of a town of the name its council is no less told.
  const end = first.country === 'GB' && beside.length === 0 ? endOf(typed, context) : undefined
  const offered = inside.length > 0 || meant.length > 1 ? inside : nearKnown(first, context)
  return {
    ...answer,
    lead: [
      ...(called ? [informally(typed, called, names)] : alsoCalled(first, typed)),
      ...(end ? [end.says] : []),
      real,
      ...(answer.lead ?? []),
    ],
    next:
      beside.length > 0
        ? eachOnce([...choices(beside), ...ofCountry(first.country, context)])
        : eachOnce([...(end?.next ?? []), ...offered, ...answer.next]),
    missing: meant.map(knownPlaceSubject),
  }
}

/** Of its namesakes those here are named: who asks of Wymondham in Norfolk is to see that it is no other. */
function alsoOfTheName(others: readonly KnownPlace[]): string {
  const british = others.filter(({ country }) => country === 'GB').slice(0, NAMED)
  const left = others.length - british.length
  const names = [
    ...british.map((one) => `${one.name} (${whereabouts(one)})`),
    ...(left > 0 ? [`${count(left, 'other place')} of that name`] : []),
  ]
  const [are, them] = others.length === 1 ? ['is', 'it'] : ['are', 'them']
  return `So ${are} ${AND.format(names)}, and we hold nothing on ${them} either.`
}

const NAMED = 3

/** What is recorded beside links, before it is told what that is. */
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

/** What is asked for is not recorded, which is said plainly, with how an entry of that kind is added. */
export function nothing(
  intent: Links,
  lacks: NonNullable<Answer['lacks']>,
  says: string,
  lead: readonly string[] = [],
): Answer {
  const { about = [], ...answer } = shown(intent)
  const [only, another] = about
  const { name, localities } = intent.scope
  return {
    ...answer,
    outcome: 'nothing',
    heading: `${says} ${localities.length > 0 ? `for ${name}` : 'here'}`,
    lead: ['That does not mean that there is none.', ...lead],
    note: howAdded(lacks),
    missing: only && !another ? [only] : [],
    lacks,
  }
}

/** How an entry of that kind comes into the folder. */
export function howAdded(lacks: NonNullable<Answer['lacks']>): string {
  return `${ADDED[lacks]} that a source tells of is added to the folder by: npx hansa add ${lacks}.`
}

const ADDED: Readonly<Record<NonNullable<Answer['lacks']>, string>> = {
  decision: 'A decision',
  cost: 'A sum',
  notice: 'A partner sought',
  successor: 'The end of a council',
  agreement: 'An agreement',
}

export function read(found: readonly { source: string }[]): string {
  return `${count(found.length, 'statement')} from ${count(new Set(found.map(({ source }) => source)).size, 'source')}.`
}

/** The same of all that is shown, each once. */
export function readFrom(groups: readonly Group[]): string {
  const findings = groups.flatMap(({ findings }) => findings)
  return read([...new Map(findings.map(({ id, cite }) => [id, { source: cite.source }])).values()])
}

/** Where someone did look for links of these places and found none: what that look was. */
export function searchedWithoutResult(
  localities: readonly Locality[],
  { knowledge }: AnswerContext,
): Pick<Answer, 'lead'> | undefined {
  const looks = knowledge.looked.filter((look) => {
    const place = knowledge.places.get(look.place)
    return place && localities.some((locality) => covers(locality, place))
  })
  if (looks.length === 0) return undefined
  return {
    lead: looks.map((look) => {
      const sources = look.in.map((id) => knowledge.sources.get(id)).filter((source) => source !== undefined)
      const where = sources.map(sourceLabel).join(', ')
      return `We looked for ${look.for} of ${localities.map(localityName).join(' and ')} in ${where} on ${dateInWords(look.on)} and found none.`
    }),
  }
}
