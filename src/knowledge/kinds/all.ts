import * as z from 'zod'
import { agreements } from './agreement.ts'
import { claims } from './claim.ts'
import { costs } from './cost.ts'
import { decisions } from './decision.ts'
import type { Kind } from './kind.ts'
import { notices } from './notice.ts'
import { places } from './place.ts'
import { reports } from './report.ts'
import { sources } from './source.ts'
import { successors } from './successor.ts'
import { twinnings } from './twinning.ts'
import { words } from './words.ts'

/** Every kind of knowledge there is: a new one is a file here, and a line below. */
export const KINDS: readonly Kind[] = [
  ...[sources, claims, twinnings, decisions, costs, agreements, successors, notices, reports, places, words],
]

/** The JSON Schemas by which editors complete and underline knowledge: file name in `knowledge/schema/` → its text. */
export function jsonSchemas(kinds: readonly Kind[] = KINDS): ReadonlyMap<string, string> {
  return new Map(
    kinds.map(({ folder, schema }) => {
      const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' })
      return [`${folder}.schema.json`, `${JSON.stringify(json, null, 2)}\n`]
    }),
  )
}
