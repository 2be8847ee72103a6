import type { Knowledge, Source } from '../knowledge/entries.ts'

/** Words that a record quotes from its source. */
export type Quotation = { id: string; quote: string; at?: string }

/** A document and all that is quoted from it. */
export type Quoted = { source: Source; quotations: readonly Quotation[] }

/** Every source of the folder, in its order; one that nobody quotes has an empty list. */
export function quotedSources({ sources, claims, assertions, reports }: Knowledge): readonly Quoted[] {
  const records = [...claims, ...assertions, ...reports.flatMap(({ findings }) => findings)]
  return [...sources.values()].map((source) => ({
    source,
    quotations: records.flatMap(({ id, quote, at, source: cited }) =>
      quote !== undefined && cited === source.id ? [{ id, quote, at }] : [],
    ),
  }))
}
