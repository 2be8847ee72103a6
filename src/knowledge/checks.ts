import * as z from 'zod'
import type { Day } from '../answer/answer.ts'
import { plainOf } from './file/plain.ts'
import type { Fault } from './file/text.ts'
import { parseYaml } from './file/yaml-tree.ts'

/** Where `npx hansa verify` keeps what it found, in the knowledge folder. */
export const CHECKS = 'checks.yml'

/** Five results, the best first, never mixed up. */
export const RESULTS = [
  'exact',
  'matches after normalising',
  'changed',
  'not found',
  'could not be read',
] as const

const quotationCheck = z.strictObject({
  /** Of a claim, an assertion or a finding. */
  id: z.string(),
  /** The words that were looked for: a quotation that was edited since has not been checked. */
  quote: z.string(),
  result: z.enum(RESULTS),
  /** Why it could not be read, or which rules of the comparison were needed. */
  why: z.string().optional(),
  /** A few words around a quotation that occurs more than once. */
  before: z.string().optional(),
  after: z.string().optional(),
  /** The page's own words, where a link needs them: another dash, or the first and the last in two paragraphs. */
  printed: z.string().optional(),
  /** Of a PDF, counted from 1. */
  page: z.coerce.number().int().positive().optional(),
})

const sourceCheck = z.strictObject({
  source: z.string(),
  on: z.string(),
  /** `copy`, or the address it was fetched from. */
  from: z.string(),
  /** SHA-256 of the text that was read, so that two copies can be told apart. */
  text: z.string().optional(),
  quotations: z.array(quotationCheck),
  /** A later look that failed: what was found before still stands, with its day. */
  tried: z.strictObject({ on: z.string(), why: z.string() }).optional(),
})

const file = z.strictObject({ checks: z.array(sourceCheck) })

export type QuotationCheck = z.output<typeof quotationCheck>
export type SourceCheck = z.output<typeof sourceCheck>

/** A quotation's last comparison, by the id of its record. */
export type Check = QuotationCheck & { source: string; on: Day }

/** Reads what `npx hansa verify` wrote. Anything else in it is one fault: nobody repairs this file by hand. */
export function checksOf(
  path: string,
  text: string,
): { checks: readonly SourceCheck[]; faults: readonly Fault[] } {
  const parsed = parseYaml(path, text)
  if ('fault' in parsed) return { checks: [], faults: [{ ...parsed.fault, tip: REMEDY }] }
  const { plain } = plainOf(parsed.tree)
  const { success, data } = file.safeParse(plain)
  if (success) return { checks: data.checks, faults: [] }
  const spot = { file: path, line: 1, column: 1 }
  return { checks: [], faults: [{ spot, says: 'this is not as "npx hansa verify" writes it', tip: REMEDY }] }
}

const REMEDY = 'Delete the file and run "npx hansa verify" again.'

export function checksById(checks: readonly SourceCheck[]): ReadonlyMap<string, Check> {
  return new Map(
    checks.flatMap(({ source, on, quotations }) => quotations.map((one) => [one.id, { ...one, source, on }])),
  )
}
