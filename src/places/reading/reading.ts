import type { KnownPlace, Place } from '../../knowledge/records.ts'
import type { Word } from '../../search/words/fold.ts'
import type { Gazetteer } from '../gazetteer.ts'
import type { Locality } from '../locality.ts'
import type { Meant } from '../meant.ts'
import type { Segment } from './segment.ts'

/** What one name of the question may stand for. */
export type Reading = {
  typed: string
  from: number
  /** `Birmingham, US` is the one there; `Leeds Germany` asks for the links between the two. */
  comma: boolean
  /** Places, areas and countries we hold under the name; the better kind of match only. */
  held: readonly Pick<Meant, 'locality' | 'how'>[]
  inside?: Place
  /** Places of that name that exist and that we hold nothing on, largest first. */
  known: readonly KnownPlace[]
  /** Those of them with as good a claim to the name as the place we hold. */
  shared: readonly KnownPlace[]
}

export function read(segment: Segment, words: readonly Word[], question: string, names: Gazetteer): Reading {
  const { key, from, to } = segment
  const abroad = names.held.has(key) || names.existing(key).length > 0 ? undefined : names.foreign(key)
  const all = [...(names.held.get(key) ?? (abroad ? [{ locality: abroad, how: 'alias' as const }] : []))]
  const namesakes = all.length > 0 ? names.existing(key) : names.existingByAnyName(key)
  for (const place of namesakes.map(names.ownOf)) {
    if (place && !all.some(({ locality }) => locality.is === 'place' && locality.place.id === place.id)) {
      all.push({ locality: { is: 'place', place }, how: 'alias' })
    }
  }
  // A place called so comes before one that is also called so.
  const exact = all.filter(({ how }) => how === 'exact')
  const held = exact.length > 0 ? exact : all
  const known = namesakes.filter((namesake) => !names.ownOf(namesake))
  const shared = exact.length > 0 ? [] : sharing(key, held, known, names)
  return {
    typed: asTyped(question, words, from, to),
    from,
    comma: /^\s*,/.test(question.slice(words[to - 1]?.end)),
    held,
    inside: names.inside.get(key),
    known,
    shared,
  }
}

export function readCorrected(
  { locality, name }: { locality: Locality; name: string },
  typed: string,
  names: Gazetteer,
  from = 0,
): Reading {
  const known = names.existing(name).filter((namesake) => !names.ownOf(namesake))
  return { typed, from, comma: false, held: [{ locality, how: 'corrected' }], known, shared: [] }
}

/**
 * Held only under a short or other name that UK places bear as well: `Newcastle` is upon Tyne, but also under Lyme. For
 * a place abroad, any UK place of that very name is as likely meant.
 */
function sharing(
  key: string,
  held: Reading['held'],
  known: readonly KnownPlace[],
  names: Gazetteer,
): readonly KnownPlace[] {
  const british = known.filter(({ country }) => country === 'GB')
  const longer = names.longer(key).filter((other) => !names.ownOf(other) && other.country === 'GB')
  if (held.some(({ locality }) => locality.is === 'place')) return [...new Set([...british, ...longer])]
  // Holland is the Netherlands, and a town in Michigan.
  return held.some(({ locality }) => locality.is === 'country') ? known : []
}

function asTyped(question: string, words: readonly Word[], from: number, to: number): string {
  const end = words[to - 1]?.end ?? 0
  const typed = question.slice(words[from]?.start, end)
  return typed.includes('(') && !typed.includes(')') && question[end] === ')' ? `${typed})` : typed
}
