import type * as z from 'zod'
import type { Draft } from '../draft.ts'
import type { Plain } from '../file/plain.ts'
import type { Fault, Written } from '../file/spot.ts'

/** A kind of knowledge: a folder, the shape of its files, and what they add to the draft. */
export type Kind = {
  /** The folder's name, and that of the JSON Schema. */
  folder: 'sources' | 'claims' | 'twinnings' | 'reports' | 'places'
  /** A whole file. */
  schema: z.ZodObject
  /** Adds what has the right shape to the draft, and returns what has not. */
  read(file: Written<Plain>, draft: Draft): readonly Fault[]
}
