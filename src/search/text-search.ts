import type { Answering, Match, SearchRecord, SearchResult } from './record.ts'
import { strengthOf } from './text/strength.ts'
import { textsOf } from './text/texts.ts'

/** A title counts three times. */
const WEIGHT = { title: 3, alias: 3, text: 1 }

/** Records by what they say. Of two that say it equally the heavier comes first. */
export function textSearch(given: readonly SearchRecord[]): Answering {
  const records = [...given].sort((one, other) => (other.weight || 0) - (one.weight || 0))
  const texts = textsOf(records.length, (record) => {
    const { title, aliases = [], text = '' } = records[record] as SearchRecord
    return [
      { text: title, weight: WEIGHT.title },
      ...aliases.map((alias) => ({ text: alias, weight: WEIGHT.alias })),
      { text, weight: WEIGHT.text },
    ]
  })
  return (query, k, gated) => {
    const searched = texts.search(query, k)
    const strength = gated ? strengthOf(searched) : 'closest'
    const results = searched.found.map(({ text, score }): SearchResult => {
      const record = records[text] as SearchRecord
      return {
        id: record.id,
        score,
        get matches() {
          return matchesIn(record, searched.marks)
        },
      }
    })
    return { strength, results: gated && strength === 'none' ? [] : results }
  }
}

function matchesIn(
  { title, aliases = [], text }: SearchRecord,
  marks: (text: string) => Match['spans'],
): readonly Match[] {
  const fields = [
    { field: 'title' as const, value: title },
    ...aliases.map((value) => ({ field: 'alias' as const, value })),
    ...(text === undefined ? [] : [{ field: 'text' as const, value: text }]),
  ]
  return fields
    .map(({ field, value }) => ({ field, value, spans: marks(value) }))
    .filter(({ spans }) => spans.length > 0)
}
