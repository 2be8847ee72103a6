import type { Ask } from '../../answer/answer.ts'
import { countryName } from '../../answer/in-words.ts'
import type { KnownPlace, Place } from '../../knowledge/records.ts'
import type { Link, Scope } from '../../library/link.ts'
import { localityName, whereabouts } from '../../places/locality.ts'
import type { Meant } from '../../places/meant.ts'
import type { AnswerContext } from '../answer-context.ts'

/** Other places of the very name, so that nobody takes one for another. */
export function namesakes(meant: readonly Meant[]): string {
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

/** `Boston` is the one in Lincolnshire; Belfast’s partner in Massachusetts has links here as well, under a longer name. */
export function heldNamesakes(
  meant: readonly Meant[],
  { links: shown }: Scope,
  { knowledge, links }: AnswerContext,
): readonly Place[] {
  const [only, another] = meant
  if (!only || another || only.locality.is === 'country') return []
  const { id, name } = only.locality.is === 'place' ? only.locality.place : only.locality.area
  const isEnd = (one: Place) => (link: Link) => link.place.id === one.id || link.twin.id === one.id
  return [...knowledge.places.values()].filter(
    (one) =>
      one.id !== id && one.name.startsWith(`${name} (`) && !shown.some(isEnd(one)) && links.some(isEnd(one)),
  )
}

export function alsoHolds({ name, country }: Place): string {
  return `Another is ${name}, ${countryName(country)}, of which we hold links as well.`
}

export function twinsOf(place: Place): Ask {
  const name = localityName({ is: 'place', place })
  return { label: `Twins of ${name}`, ask: `twins ${name}` }
}
