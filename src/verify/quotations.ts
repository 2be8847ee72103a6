import type { Knowledge } from '../knowledge/records.ts'
import type { Source } from '../reference/source.ts'

/** Words that a record quotes from its source. */
export type Quotation = { id: string; quote: string; at?: string }

/** A document and all that is quoted from it. */
export type Quoted = { source: Source; quotations: readonly Quotation[] }

/** Every source of the folder, in its order; one that nobody quotes has an empty list. */
export function quotedSources(knowledge: Knowledge): readonly Quoted[] {
  const statements = [...knowledge.statements.values()]
  return [...knowledge.sources.values()].map((source) => ({
    source,
    quotations: statements.flatMap(({ id, quote, at, source: cited }) =>
      quote !== undefined && cited === source.id ? [{ id, quote, at }] : [],
    ),
  }))
}
