import type * as z from 'zod'
import type { Plain } from './plain.ts'
import { faultsOf } from './sentences.ts'
import type { Fault, Path, Written } from './spot.ts'

export type Pieces<T> = {
  /** Entries of the right shape. */
  good: Written<T>[]
  faults: Fault[]
  /** The ids and names in entries of a wrong shape. */
  broken: string[]
}

/** Nobody reads more at once, and what follows in a file so wrong is left unread. */
export const MOST_FAULTS = 200

/** Reads the list under `key` (the whole file without one), each entry for itself: one wrong entry hides no other. */
export function piecesOf<T>(file: Written<Plain>, key: string | undefined, schema: z.ZodType<T>): Pieces<T> {
  const items = key !== undefined && isRecord(file.value) ? file.value[key] : file.value
  const all: Pieces<T> = { good: [], faults: [], broken: [] }
  for (const [index, item] of (Array.isArray(items) ? items : []).entries()) {
    const spot = below(file, key === undefined ? [index] : [key, index])
    const { good, faults, broken } = pieceOf(item, spot, schema)
    all.good.push(...good)
    all.faults.push(...faults)
    all.broken.push(...broken)
    if (all.faults.length >= MOST_FAULTS) break
  }
  return all
}

/** Reads a file but for its lists, whose entries are read one by one. */
export function shellOf<T>(file: Written<Plain>, lists: readonly string[], schema: z.ZodType<T>): Pieces<T> {
  if (!isRecord(file.value)) return pieceOf(file.value, file.spot, schema)
  const shell: { [key: string]: Plain } = Object.assign(Object.create(null), file.value)
  for (const key of lists) if (Array.isArray(shell[key])) shell[key] = []
  return pieceOf(shell, file.spot, schema)
}

function pieceOf<T>(plain: Plain, spot: Written<T>['spot'], schema: z.ZodType<T>): Pieces<T> {
  const result = schema.safeParse(plain)
  if (result.success) return { good: [{ value: result.data, spot }], faults: [], broken: [] }
  const faults = faultsOf(result.error.issues, schema, { value: plain, spot })
  return { good: [], faults, broken: namesIn(plain) }
}

function below(file: Written<Plain>, path: Path): Written<Plain>['spot'] {
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
