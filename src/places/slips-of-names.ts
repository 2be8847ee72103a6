import type { Place } from '../knowledge/entries.ts'
import { lazily } from '../search/lazily.ts'
import type { Locality } from './locality.ts'
import { oneSlipFrom } from './one-slip.ts'

/** A name one slip away, and whose it is. A part of a place (Huddersfield) is called so itself, and not the place. */
export type Slip = { name: string; locality: Locality; isPart: boolean }

/** The names that we hold and one slip leads to, by folded words; those with most people first. */
export function slipsOfNames(
  held: ReadonlyMap<string, readonly { locality: Locality }[]>,
  inside: ReadonlyMap<string, Place>,
): (key: string) => readonly Slip[] {
  const names = lazily(
    () => new Map([...held.keys(), ...inside.keys()].filter(isLongEnough).flatMap(spellings)),
  )
  const index = lazily(() => oneSlipFrom(names().keys()))
  return (key) => {
    const found = index()(key).map((spelled) => names().get(spelled) ?? spelled)
    const slips = found.flatMap((name): Slip[] => {
      const part = inside.get(name)
      if (part) return [{ name, locality: { is: 'place', place: part }, isPart: true }]
      return (held.get(name) ?? []).map(({ locality }) => ({ name, locality, isPart: false }))
    })
    return slips.sort((one, other) => people(other.locality) - people(one.locality))
  }
}

/** All words of three letters are one slip from `UAE` or `USA`; two signs of Chinese are a name. */
function isLongEnough(name: string): boolean {
  return name.length > 3 || (name.length > 1 && !/^[a-z ]+$/.test(name))
}

/** A slip in `St` leaves no `saint`, nor one in `&` an `and`: `Sy Petersburg`, `Hull a East Yorkshire`. */
function spellings(name: string): [spelled: string, name: string][] {
  const short = name.replace(/\bsaint(e?) /g, 'st$1 ').replaceAll(' and ', ' & ')
  return [...new Set([name, short])].map((spelled) => [spelled, name])
}

function people(locality: Locality): number {
  return locality.is === 'place' ? (locality.place.population ?? 0) : 0
}
