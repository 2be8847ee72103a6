import * as z from 'zod'
import { KINDS } from './kinds/all.ts'

/** The JSON Schemas by which editors complete and underline knowledge: file name in `knowledge/schema/` → its text. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    KINDS.map(({ folder, schema }) => {
      const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' })
      return [`${folder}.schema.json`, `${JSON.stringify(json, null, 2)}\n`]
    }),
  )
}
