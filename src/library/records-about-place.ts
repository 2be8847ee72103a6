import type { Day, Finding } from '../answer/answer.ts'
import type { Knowledge, Place } from '../knowledge/records.ts'
import { englishCountries } from '../places/countries.ts'
import { covers, type Locality } from '../places/locality.ts'
import type { Who } from '../places/meant.ts'
import { fold } from '../search/words/fold.ts'
import { findingOf } from './finding.ts'

/** A statement that is not about a link, made ready to be asked whether it speaks of a place. */
export type Spoken = {
  finding: (today: Day) => Finding
  places: readonly Place[]
  /** Codes of the countries it names: `French` and `France` are FR. */
  countries: ReadonlySet<string>
  /** Its words, folded, with a space at either end. */
  words: string
}

/** Statements about links are not among them: they have answers of their own. */
export function spokenIn(knowledge: Knowledge): readonly Spoken[] {
  const countries = englishCountries()
  const others = knowledge.statements.values().filter(({ link }) => link === undefined)
  return others
    .map((statement): Spoken => {
      const words = fold(`${statement.says ?? ''} ${statement.quote ?? ''}`)
      const codes = words.split(' ').flatMap((word) => countries.get(word) ?? [])
      return {
        finding: (today) => findingOf(statement, knowledge, today),
        places: statement.places.flatMap((id) => knowledge.places.get(id) ?? []),
        countries: new Set(codes),
        words: ` ${words} `,
      }
    })
    .toArray()
}

/** What is said of all the places that a question names, beside their links. */
export function recordsAbout(who: Who, all: readonly Spoken[], today: Day): readonly Finding[] {
  const named = namedIn(who)
  if (named.length === 0) return []
  const speaking = all.filter((spoken) => named.every((one) => mentions(spoken, one)))
  return speaking.map(({ finding }) => finding(today))
}

/** A place we hold, or the folded names of one that we do not. */
type Named = Locality | { is: 'known'; names: readonly string[] }

function namedIn(who: Who): readonly Named[] {
  if (who.how === 'meant') return who.meant.map(({ locality }) => locality)
  if (who.how !== 'empty') return []
  return [...who.beside, { is: 'known', names: [who.typed, who.known[0].name].map(fold) }]
}

/** By its places, or by the name itself in running words. */
function mentions({ places, countries, words }: Spoken, named: Named): boolean {
  if (named.is !== 'known' && places.some((place) => covers(named, place))) return true
  if (named.is === 'country') return countries.has(named.code)
  // What is said of our York is not said of York in Pennsylvania.
  if (named.is === 'known' && places.some(({ name }) => named.names.includes(fold(name)))) return false
  return namesOf(named).some((name) => words.includes(` ${name} `))
}

function namesOf(named: Exclude<Named, { is: 'country' }>): readonly string[] {
  if (named.is === 'known') return named.names
  return (named.is === 'place' ? [named.place.name] : [named.area.name, ...named.area.also]).map(fold)
}
