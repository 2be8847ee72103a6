import type { Place } from '../../knowledge/records.ts'
import { lasting } from '../../search/lazily.ts'
import { edits, oneEditAway } from '../../search/words/edits.ts'
import { atHome, type Locality } from '../locality.ts'

/** A name one slip away, and whose it is. A part of a place (Huddersfield) is called so itself, and not the place. */
export type Slip = { name: string; locality: Locality; isPart: boolean; isOwn: boolean }

/**
 * The names that we hold and one slip leads to, by folded words. Places' own names come first: `Leds` is rather Leeds than what
 * Metz once was called; then those that are only written apart, those a slip from what was typed with its spaces, those in the
 * UK, and those with most people.
 */
export function slipsOfNames(
  held: ReadonlyMap<string, readonly { locality: Locality; how: 'exact' | 'alias' }[]>,
  inside: ReadonlyMap<string, Place>,
): (key: string) => readonly Slip[] {
  const names = lasting(() => spelled([...held.keys(), ...inside.keys()].filter(isLongEnough)))
  const index = lasting(() => oneEditAway(names().keys()))
  return (key) => {
    const found = new Set(
      spellings(key)
        .flatMap(index())
        .flatMap((one) => names().get(one) ?? []),
    )
    found.delete(key)
    const slips = [...found].flatMap((name): Slip[] => {
      const part = inside.get(name)
      if (part) return [{ name, locality: { is: 'place', place: part }, isPart: true, isOwn: true }]
      return (held.get(name) ?? []).map(({ locality, how }) => ({
        name,
        locality,
        isPart: false,
        isOwn: how === 'exact',
      }))
    })
    return slips.length < 2 ? slips : slips.sort(nearestFirst(key))
  }
}

function nearestFirst(key: string): (one: Slip, other: Slip) => number {
  const typed = runTogether(key)
  const isApart = ({ name }: Slip) => Number(runTogether(name) !== typed)
  const isOther = ({ isOwn }: Slip) => Number(!isOwn)
  // `her en` is rather Herten than Herne.
  const isFar = ({ name }: Slip) => Number(edits(key, name, 1) > 1)
  const isAbroad = ({ locality }: Slip) => Number(!atHome(locality))
  return (one, other) =>
    isOther(one) - isOther(other) ||
    isApart(one) - isApart(other) ||
    isFar(one) - isFar(other) ||
    isAbroad(one) - isAbroad(other) ||
    people(other.locality) - people(one.locality)
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
