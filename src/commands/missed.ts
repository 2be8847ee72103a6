import type { Answer, Ask } from '../answer.ts'
import { count } from '../count.ts'
import type { KnownPlace, Place } from '../knowledge/entries.ts'
import { countryName } from '../library/country-name.ts'
import type { Locality, Who } from '../library/library.ts'
import { covers, localityName, placeName } from '../library/locality.ts'
import { BARE, type Shelf } from './command.ts'
import { newestCheck } from './coverage.ts'

/** The honest lines for a place we cannot answer on. Never another place's links. */
export function missed(who: Exclude<Who, { how: 'meant' }>, words: string, shelf: Shelf): Answer {
  const ask = `twins ${words}`
  switch (who.how) {
    case 'several':
      return {
        ...BARE,
        outcome: 'suggest',
        ask,
        heading: `Which “${who.typed}” do you mean?`,
        suggestions: choices(who.choices, who.beside),
      }
    case 'near':
      return {
        ...BARE,
        outcome: who.choices.length > 0 ? 'suggest' : 'unknown',
        ask,
        heading: didYouMean(who, words),
        lead: others(who.others, who.choices.length > 0),
        suggestions: choices(who.choices),
        next: who.choices.length > 0 ? [] : examples(shelf),
      }
    case 'inside':
      return {
        ...BARE,
        outcome: 'suggest',
        ask,
        heading: `“${who.typed}” is in ${who.place.name}`,
        lead: [`We hold no links of ${who.typed} itself. ${held(who.place, shelf)}`],
        suggestions: choices([{ is: 'place', place: who.place }]),
      }
    case 'empty':
      return empty(who.known, who.beside, ask, shelf)
    case 'elsewhere':
      return {
        ...BARE,
        outcome: 'suggest',
        ask,
        heading: `We know no ${who.typed} in ${who.where}`,
        lead: [`What we hold under that name lies elsewhere: ${OR.format(who.choices.map(whereItLies))}.`],
        suggestions: choices(who.choices),
      }
    case 'unknown':
      return {
        ...BARE,
        outcome: 'unknown',
        ask,
        heading: `We know no place called “${who.typed}”`,
        lead: [
          `It is neither among the places we hold links of nor among the ` +
            `${shelf.library.knowledge.exists.length.toLocaleString('en-GB')} names of places we know to exist. Is it spelled right?`,
        ],
        next: examples(shelf),
      }
  }
}

/** Places we know of, and hold no links of, or none between them. */
export function holdsNothing(names: readonly string[], ask: string, shelf: Shelf): Answer {
  const { knowledge } = shelf.library
  const heading =
    names.length > 1 ? `We hold no link between ${AND.format(names)}` : `We hold no links of ${names[0]}`
  return {
    ...BARE,
    outcome: 'nothing',
    ask,
    heading,
    lead: [
      `We looked through ${count(knowledge.assertions.length, 'statement')} from ` +
        `${count(new Set(knowledge.assertions.map(({ source }) => source)).size, 'source')}, last checked ` +
        `${newestCheck(knowledge)}. That there is none here does not mean that there is none.`,
    ],
    next: examples(shelf),
  }
}

/** Three places with the most links that still stand. */
export function examples({ links }: Shelf): readonly Ask[] {
  const byPlace = Map.groupBy(
    links.filter(({ standing }) => standing === 'current'),
    ({ place }) => place.name,
  )
  const busiest = [...byPlace].sort(
    ([a, one], [b, other]) => other.length - one.length || a.localeCompare(b, 'en'),
  )
  return busiest.slice(0, 3).map(([name]) => ({ label: `Twins of ${name}`, ask: `twins ${name}` }))
}

/** `beside` are places named with them, which stay in the question. */
function choices(localities: readonly Locality[], beside: readonly Locality[] = []): readonly Ask[] {
  return localities.map((locality) => {
    const names = [locality, ...beside].map(localityName)
    return { label: names.join(' and '), ask: `twins ${names.join(' ')}` }
  })
}

function empty(
  known: readonly [KnownPlace, ...KnownPlace[]],
  beside: readonly Locality[],
  ask: string,
  shelf: Shelf,
): Answer {
  // People who write for UK councils mean the UK's Lincoln first.
  const place = known.find(({ country }) => country === 'GB') ?? known[0]
  const name = `${place.name} (${whereabouts(place)})`
  const answer = holdsNothing([...beside.map(localityName), name], ask, shelf)
  const others = known.length - 1
  const same =
    others > 0
      ? ` So ${others === 1 ? 'is' : 'are'} ${count(others, 'other place')} of that name, and we hold nothing on ${others === 1 ? 'it' : 'them'} either.`
      : ''
  return {
    ...answer,
    lead: [
      `${beside.length > 0 ? place.name : 'It'} is a real place, but not one we have recorded links of.${same}`,
      ...(answer.lead ?? []),
    ],
    next: beside.length > 0 ? choices(beside) : answer.next,
  }
}

function didYouMean(
  { typed, choices }: { typed: string; choices: readonly Locality[] },
  words: string,
): string {
  const [only, another] = choices
  if (!only) return `We know no place called “${typed || words}”`
  return another
    ? `We know no place called “${typed}”. Did you mean one of these?`
    : `Did you mean ${localityName(only)}? (you wrote “${typed}”)`
}

/** Near misses on which we hold nothing are named, so that nobody takes the choices for all there is. */
function others(known: readonly KnownPlace[], besideChoices: boolean): readonly string[] {
  if (known.length === 0) return []
  const names = known.map((place) => `${place.name} (${whereabouts(place)})`)
  return [
    `The name ${besideChoices ? 'also comes' : 'comes'} near to ${OR.format(names)}; we hold nothing on ${known.length === 1 ? 'it' : 'them'}.`,
  ]
}

const AND = new Intl.ListFormat('en-GB')
const OR = new Intl.ListFormat('en-GB', { type: 'disjunction' })

function whereabouts({ admin, country }: KnownPlace): string {
  return [admin, countryName(country)].filter(Boolean).join(', ')
}

/** `Leeds, England` */
function whereItLies(locality: Locality): string {
  return locality.is === 'place' && locality.place.country === 'GB'
    ? `${locality.place.name}, United Kingdom`
    : localityName(locality)
}

function held(one: Place, { links }: Shelf): string {
  const here: Locality = { is: 'place', place: one }
  const found = links.filter(({ place, twin }) => covers(here, place) || covers(here, twin))
  return `${placeName(one)} has ${count(found.length, 'link')} on record.`
}
