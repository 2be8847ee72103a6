import * as z from 'zod'
import { withDates } from './fields/cited.ts'
import { piecesOf, shellOf } from './file/pieces.ts'
import type { Plain } from './file/plain.ts'
import { shapeOf, unwrapped } from './file/schema-at.ts'
import type { Fault, Written } from './file/spot.ts'
import type { Entry, Kind } from './kinds/kind.ts'

export type EntriesRead = {
  entries: readonly Entry[]
  faults: readonly Fault[]
  /** The ids and names in entries of a wrong shape. */
  broken: readonly string[]
}

/** Reads a file of a kind: what stands at its top, and each list of entries that its schema names, entry by entry. */
export function entriesOfFile(kind: Kind, raw: Written<Plain>): EntriesRead {
  const written = kind.tidied ? { ...raw, value: kind.tidied(raw.value) } : raw
  const isBare = kind.bare !== undefined && Array.isArray(written.value)
  const lists = listsOf(kind.schema).filter(({ key }) => !isBare || key === kind.bare)
  const keys = lists.map(({ key }) => key)
  const top = isBare ? NOTHING : shellOf(written, keys, kind.schema)
  const file = top.all[0] ?? { value: {}, spot: written.spot }
  const read = lists.map(({ key, schema }) => {
    const pieces = piecesOf<object>(written, isBare ? undefined : key, schema)
    return { schema, ...('checked' in schema.shape ? withDates(pieces, file) : pieces) }
  })
  const entry = (schema: z.ZodObject) => (one: Written<object>) => ({ ...one, kind, schema, file }) as Entry
  return {
    entries: [
      ...top.all.map(entry(kind.schema)),
      ...read.flatMap(({ schema, all }) => all.map(entry(schema))),
    ],
    faults: [...top.faults, ...read.flatMap(({ faults }) => faults)],
    broken: read.flatMap(({ broken }) => broken),
  }
}

const NOTHING = { all: [], faults: [], broken: [] }

/** The fields of a file that are lists of entries. */
function listsOf(file: z.ZodObject): readonly { key: string; schema: z.ZodObject }[] {
  return Object.entries(shapeOf(file) ?? {}).flatMap(([key, field]) => {
    const list = unwrapped(field)
    return list instanceof z.ZodArray && list.element instanceof z.ZodObject
      ? [{ key, schema: list.element }]
      : []
  })
}
