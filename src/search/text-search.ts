import { atOnce } from './lazily.ts'
import type { Answering, Match, SearchRecord, SearchResult, Strength } from './record.ts'
import { type Covered, type Searched, textsOf } from './text/texts.ts'

/** A title counts three times. */
const WEIGHT = { title: 3, alias: 3, text: 1 }

/** Records by what they say. Of two that say it equally the heavier comes first. */
export function textSearch(given: readonly SearchRecord[]): Answering {
  const records = [...given].sort((one, other) => (other.weight || 0) - (one.weight || 0))
  const texts = atOnce(
    textsOf(records.length, (record) => {
      const { title, aliases = [], text = '' } = records[record] as SearchRecord
      return [
        { text: title, weight: WEIGHT.title },
        ...aliases.map((alias) => ({ text: alias, weight: WEIGHT.alias })),
        { text, weight: WEIGHT.text },
      ]
    }),
  )
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

/** The share of the question that makes an answer of a text that speaks to it. */
const ANSWER = 0.5
/**
 * To speak to a question, and not only of one thing in it, is to hold this strict share of it; so many of its words; or
 * more than half of its words and this share. Population of Hull is no question about Hull.
 */
const SPEAKS = { share: 0.4, words: 3, withMost: 0.3 }
/** Beside a text that does, one with so much of it has its place: this strict share, or this part of the words. */
const BESIDE = { share: 0.2, part: 0.5 }
/** One of so many of the best may be the answer. */
const LOOKED_AT = 5

/** Measured on public collections: below half of the question's weight a text is at best the closest there is. */
export function strengthOf({ found, covered }: Searched): Strength {
  const speaking = found
    .slice(0, LOOKED_AT)
    .map(({ text }) => covered(text))
    .filter(speaks)
  if (speaking.some(({ share }) => share >= ANSWER)) return 'answer'
  return speaking.length > 0 ? 'closest' : 'none'
}

function speaks({ strict, words, held, of }: Covered): boolean {
  return strict >= SPEAKS.share || words >= SPEAKS.words || (held > of / 2 && strict >= SPEAKS.withMost)
}

export function speaksBeside({ strict, words, of }: Covered): boolean {
  return strict >= BESIDE.share || words >= SPEAKS.words || (words > 0 && words >= of * BESIDE.part)
}
