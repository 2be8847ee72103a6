import * as z from 'zod'
import { type Plain, withoutGaps } from './plain.ts'
import { FIRST, faultsOf } from './sentences.ts'
import type { Fault, Path, Written } from './text.ts'

export type Pieces<T extends object> = {
  /** Those of a wrong shape with the fields that are right; a field that is wrong is there as `undefined`. */
  all: Written<Partial<T>>[]
  faults: Fault[]
  /** The ids and names in entries of a wrong shape. */
  broken: string[]
}

/** Nobody reads more at once, and what follows in a file so wrong is left unread. */
export const MOST_FAULTS = 200

/** Reads the list under `key` (the whole file without one), each entry for itself: one wrong entry hides no other. */
export function piecesOf<T extends object>(
  file: Written<Plain>,
  key: string | undefined,
  schema: z.ZodType<T>,
): Pieces<T> {
  const items = key !== undefined && isRecord(file.value) ? file.value[key] : file.value
  const read: Pieces<T> = { all: [], faults: [], broken: [] }
  for (const [index, item] of (Array.isArray(items) ? items : []).entries()) {
    const spot = spotInList(file, key, index)
    if (read.faults.length >= MOST_FAULTS) {
      const left = (items as readonly Plain[]).length - index
      const says = `nothing of this list is read from here on: ${left} more`
      read.faults.push({ spot: spot(), says, tip: FIRST })
      break
    }
    const { all, faults, broken } = pieceOf(item, spot, schema)
    read.all.push(...all)
    read.faults.push(...faults)
    read.broken.push(...broken)
  }
  return read
}

/** Reads a file but for its lists, whose entries are read one by one. */
export function shellOf<T extends object>(
  file: Written<Plain>,
  lists: readonly string[],
  schema: z.ZodType<T>,
): Pieces<T> {
  if (!isRecord(file.value)) return pieceOf(file.value, file.spot, schema)
  const shell: { [key: string]: Plain } = Object.assign(Object.create(null), file.value)
  for (const key of lists) if (Array.isArray(shell[key])) shell[key] = []
  return pieceOf(shell, file.spot, schema)
}

function pieceOf<T extends object>(plain: Plain, spot: Written<T>['spot'], schema: z.ZodType<T>): Pieces<T> {
  const result = schema.safeParse(plain)
  if (result.success) {
    // `at:` with nothing after it says nothing.
    const value = withoutGaps(result.data)
    return { all: [{ value, spot }], faults: [], broken: [] }
  }
  const faults = faultsOf(result.error.issues, schema, { value: plain, spot })
  return { all: partsOf(plain, spot, schema), faults, broken: namesIn(plain) }
}

/** Each field for itself. None where it is no entry at all. */
function partsOf<T extends object>(
  plain: Plain,
  spot: Written<T>['spot'],
  schema: z.ZodType<T>,
): Written<Partial<T>>[] {
  if (!isRecord(plain) || !(schema instanceof z.ZodObject)) return []
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>)
  const parts = fields.flatMap(([key, field]) =>
    plain[key] === undefined ? [] : [[key, field.safeParse(plain[key]).data]],
  )
  return [{ value: Object.fromEntries(parts), spot }]
}

/** Of what stands below an entry of the list under `key`, of the whole file without one. */
export function spotInList(
  file: Written<Plain>,
  key: string | undefined,
  index: number,
): Written<Plain>['spot'] {
  const path: Path = key === undefined ? [index] : [key, index]
  return (steps = [], on) => file.spot([...path, ...steps], on)
}

function namesIn(plain: Plain): string[] {
  if (!isRecord(plain)) return []
  const { id, name, also } = plain
  return [id, name, ...(Array.isArray(also) ? also : [])].filter((text) => typeof text === 'string')
}

export function isRecord(plain: Plain): plain is { [key: string]: Plain } {
  return typeof plain === 'object' && !Array.isArray(plain)
}
