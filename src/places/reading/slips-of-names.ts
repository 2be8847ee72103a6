import type { Place } from '../../knowledge/records.ts'
import { lazily } from '../../search/lazily.ts'
import type { Locality } from '../locality.ts'
import { oneSlipFrom } from './one-slip.ts'

/** A name one slip away, and whose it is. A part of a place (Huddersfield) is called so itself, and not the place. */
export type Slip = { name: string; locality: Locality; isPart: boolean }

/** The names that we hold and one slip leads to, by folded words; those with most people first. */
export function slipsOfNames(
  held: ReadonlyMap<string, readonly { locality: Locality }[]>,
  inside: ReadonlyMap<string, Place>,
): (key: string) => readonly Slip[] {
  const names = lazily(() => spelled([...held.keys(), ...inside.keys()].filter(isLongEnough)))
  const index = lazily(() => oneSlipFrom(names().keys()))
  return (key) => {
    const found = new Set(
      spellings(key)
        .flatMap(index())
        .flatMap((one) => names().get(one) ?? []),
    )
    found.delete(key)
    const slips = [...found].flatMap((name): Slip[] => {
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

function spelled(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const name of names) {
    for (const one of spellings(name)) found.set(one, [...(found.get(one) ?? []), name])
  }
  return found
}

/**
 * Without spaces, which are where people slip most: `Shef field`. Also without `and`, and with `St` as it is typed, since a
 * slip in the sign or the short form leaves neither: `Hull a East Yorkshire`, `Sy Petersburg`.
 */
function spellings(name: string): readonly string[] {
  const short = name.replace(/\bsaint(e?)\b/g, 'st$1').replaceAll(' and ', ' ')
  return short === name ? [runTogether(name)] : [runTogether(name), runTogether(short)]
}

function runTogether(words: string): string {
  return words.replaceAll(' ', '')
}

function people(locality: Locality): number {
  return locality.is === 'place' ? (locality.place.population ?? 0) : 0
}
