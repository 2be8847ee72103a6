import type { Answer } from '../answer/answer.ts'
import { count } from '../answer/count.ts'
import { dateInWords } from '../answer/dates.ts'
import type { KnownPlace } from '../knowledge/records.ts'
import type { Link } from '../library/link.ts'
import { recordsAbout } from '../library/records-about-place.ts'
import { localitySubject } from '../library/subjects.ts'
import { atHome, type Locality, localityName, whereabouts } from '../places/locality.ts'
import type { Meant, Who } from '../places/meant.ts'
import { type AnswerContext, type Command, EMPTY_ANSWER } from './command.ts'
import { choices } from './parts/choices.ts'
import { examples } from './parts/examples.ts'
import { followUps } from './parts/follow-ups.ts'
import { holdsNothing } from './parts/holds-nothing.ts'
import { type Focus, linkGroups } from './parts/link-groups.ts'
import { looked } from './parts/searched-without-result.ts'
import { type Scope, scopeOf } from './scope.ts'
import { shared } from './shared-partners.ts'
import { missed } from './unresolved-place.ts'

export const twins: Command = {
  name: 'twins',
  also: ['twin', 'twinning', 'twinnings', 'twinned', 'partners', 'links'],
  description: 'Partner cities of a place, each with its kind, year, status and source',
  usage: 'Leeds | Dortmund | Germany | West Yorkshire | Leeds Germany | Leeds Sheffield',
  answer(words, context) {
    if (words === '') return usage(context)
    const who = context.library.who(words)
    const answer = withNearNames(
      who.how === 'meant' ? answerOn(who.meant, context) : missed(who, words, context),
      who,
      words,
      context,
    )
    if (answer.outcome !== 'nothing' || recordsAbout(who, context.spoken(), context.today).length === 0)
      return answer
    return { ...answer, next: [{ label: 'What is said of it', ask: `ask ${words}` }, ...answer.next] }
  },
}

/** That we hold nothing is never said without what we do hold under a name one slip away. */
function withNearNames(answer: Answer, who: Who, words: string, { library }: AnswerContext): Answer {
  if (answer.outcome !== 'nothing') return answer
  const named = who.how === 'meant' ? who.meant.map(({ locality }) => localityName(locality)) : []
  const near = library.oneSlipFrom(words).filter((locality) => !named.includes(localityName(locality)))
  if (near.length === 0) return answer
  const beside = who.how === 'empty' ? who.beside : []
  return {
    ...answer,
    lead: [...(answer.lead ?? []), `Did you mean ${OR.format(near.map(localityName))}?`],
    next: [...choices(near, beside), ...answer.next],
  }
}

/** The links of the places named; two places on one side ask for what they share. */
function answerOn(meant: readonly [Meant, ...Meant[]], context: AnswerContext): Answer {
  const scope = scopeOf(
    meant.map(({ locality }) => locality),
    context.links,
  )
  const answer = scope.shared ? shared(scope.shared, context) : answerFor(scope, context)
  return {
    ...answer,
    lead: [...howRead(meant), ...(answer.lead ?? [])],
    note: [namesakes(meant), answer.note].filter(Boolean).join(' ') || undefined,
  }
}

function answerFor({ name, ask, links, localities }: Scope, context: AnswerContext): Answer {
  if (links.length === 0) {
    const [only, another] = localities
    return {
      ...holdsNothing(localities.map(localityName), ask, context),
      ...looked(localities, context),
      // Of two places each may be held, and only a link between them is not.
      missing: only && !another ? [localitySubject(only)] : [],
    }
  }
  return {
    ...EMPTY_ANSWER,
    command: 'twins',
    kind: 'knowledge',
    outcome: 'found',
    ask,
    heading: heading(name, links.length, localities),
    lead: [summary(links), ...abolished(localities, links, context)],
    groups: linkGroups(links, focus(localities, links), context),
    next: followUps(links, localities, context),
    note: explained(links),
    about: localities.map(localitySubject),
  }
}

/** One place only when every link is its own: North Yorkshire also shows those of Harrogate, which it took in. */
function focus(localities: readonly Locality[], links: readonly Link[]): Focus {
  const homes = localities.filter(atHome)
  if (localities.length === 1 && isTwin(localities[0])) return 'twin'
  const [home] = homes
  return home?.is === 'place' && homes.length === 1 && links.every(({ place }) => place.id === home.place.id)
    ? 'place'
    : 'several'
}

function heading(name: string, links: number, localities: readonly Locality[]): string {
  const between = localities.some(atHome) && !localities.every(atHome)
  return between
    ? `${count(links, 'link')} on record between ${name}`
    : `${name}: ${count(links, 'link')} on record`
}

function summary(links: readonly Link[]): string {
  const statements = links.flatMap(({ assertions }) => assertions)
  const sources = new Set(statements.map(({ source }) => source))
  const ended = links.filter(({ standing }) => standing === 'ended').length
  return (
    `${count(statements.length, 'statement')} from ${count(sources.size, 'source')}` +
    `${ended > 0 ? `; ${ended} of the links ended or ending` : ''}.`
  )
}

function isTwin(locality: Locality | undefined): boolean {
  return locality?.is === 'place' && locality.place.country !== 'GB'
}

/** Of a council that is asked for, or whose links are shown because its area went to one that is. */
function abolished(
  localities: readonly Locality[],
  links: readonly Link[],
  { library: { knowledge } }: AnswerContext,
): readonly string[] {
  const asked = localities.flatMap((locality) => (locality.is === 'place' ? [locality.place] : []))
  const taken = links.map(({ place }) => place).filter(({ into }) => asked.some(({ id }) => id === into))
  return [...new Set([...asked, ...taken])].flatMap(({ name, until, into }) => {
    if (!until) return []
    const now = into ? `; its area is now in ${knowledge.places.get(into)?.name}` : ''
    return [`The council of ${name} was abolished on ${dateInWords(until)}${now}.`]
  })
}

const OR = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** `listed` is the one status word that needs saying what it does not say. */
function explained(links: readonly Link[]): string | undefined {
  const listed = links.some(({ assertions }) => assertions.some(({ status }) => status === 'listed'))
  return listed ? '“Listed”: the source names the link and says nothing of its state.' : undefined
}

/** A correction is said openly, before anything else. */
function howRead(meant: readonly Meant[]): readonly string[] {
  return meant
    .filter(({ how }) => how === 'corrected')
    .map(({ typed, locality }) => `Read as ${localityName(locality)} (you wrote “${typed}”).`)
}

/** Other places of the very name, so that nobody takes one for another. */
function namesakes(meant: readonly Meant[]): string {
  return meant
    .map(({ how, typed, locality, namesakes }) => {
      // Singapore in Singapore is no other.
      const others = namesakes.filter(({ country }) => locality.is !== 'country' || country !== locality.code)
      const name = how === 'corrected' ? localityName(locality) : typed
      return others.length > 0
        ? `There is more than one “${name}”: we hold nothing on ${listed(others)}.`
        : ''
    })
    .filter(Boolean)
    .join(' ')
}

function listed(places: readonly KnownPlace[]): string {
  const names = places
    .toSorted((a, b) => Number(b.country === 'GB') - Number(a.country === 'GB'))
    .slice(0, 3)
    .map((place) => `${place.name} in ${whereabouts(place)}`)
  return names.join('; ') + (places.length > 3 ? `; and ${places.length - 3} more` : '')
}

function usage(context: AnswerContext): Answer {
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
