import { type Names, nameIndex } from '../search/names/names.ts'
import { type Gazetteer, idOf } from './gazetteer.ts'
import type { Locality } from './locality.ts'

/** The names we hold, for finding those alike. A part of a place (Huddersfield) is nearest to its place, and not it. */
export type HeldIndex = {
  names: Names
  locality(record: number): Locality | undefined
  nearest(record: number): Locality
}

export function heldIndex({ held, inside }: Gazetteer): HeldIndex {
  const records = new Map<string, { names: string[]; locality: Locality; part: boolean }>()
  const add = (id: string, name: string, locality: Locality, part: boolean) => {
    const record = records.get(id)
    if (record) record.names.push(name)
    else records.set(id, { names: [name], locality, part })
  }
  for (const [name, all] of held) for (const { locality } of all) add(idOf(locality), name, locality, false)
  for (const [name, place] of inside) add(`part ${name}`, name, { is: 'place', place }, true)
  const rows = [...records.values()]
  const row = (record: number) => rows[record] as (typeof rows)[number]
  return {
    names: nameIndex({
      count: rows.length,
      namesOf: (record) => row(record).names,
      weightOf: (record) => weight(row(record).locality),
    }),
    locality: (record) => (row(record).part ? undefined : row(record).locality),
    nearest: (record) => row(record).locality,
  }
}

function weight(locality: Locality): number {
  return locality.is === 'place' ? (locality.place.population ?? 0) : 0
}
