import * as z from 'zod'
import { KINDS } from './kinds/all.ts'
import type { Kind } from './kinds/kind.ts'

/** The JSON Schemas by which editors complete and underline knowledge: file name in `knowledge/schema/` → its text. */
export function jsonSchemas(kinds: readonly Kind[] = KINDS): ReadonlyMap<string, string> {
  return new Map(
    kinds.map(({ folder, schema }) => {
      const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' })
      return [`${folder}.schema.json`, `${JSON.stringify(json, null, 2)}\n`]
    }),
  )
}
