import { nameSearch } from './name-search.ts'
import type { Answering, SearchRecord, SearchResult, Strength } from './record.ts'
import { textSearch } from './text-search.ts'

export type { Match, SearchRecord, SearchResult, Strength } from './record.ts'

export type Search = {
  /** The best records for a question, best first, at most `k`. Gated, only those that are sure enough to be an answer. */
  search(query: string, k?: number, options?: { gated?: boolean }): SearchResult[]
  /** The same with how sure it is. `closest` holds at most three names. */
  answer(query: string, k?: number): { strength: Strength; results: SearchResult[] }
}

/**
 * Search over plain records, in memory.
 *
 *     const { search } = createSearch([{ id: 'leeds', title: 'Leeds', aliases: ['Loidis'] }])
 *     search('leds', 3) // [{ id: 'leeds', score: 0.86, matches: […] }]
 *
 * Where some records have a text, all are found by their words, and those without a text by their names as well: what a
 * question names, or may name, comes before what speaks of it. Ids are handed back as they are; two records of one id
 * are two results. A record that is none throws.
 */
export function createSearch(records: readonly SearchRecord[]): Search {
  for (const record of records) checked(record)
  const answer = answering(records)
  const ask: Answering = (query, k, gated) => {
    const most = k >= 1 ? Math.floor(k) : 0
    return typeof query === 'string' && most > 0
      ? answer(query, most, gated)
      : { strength: 'none', results: [] }
  }
  return {
    answer: (query, k = 10) => ask(query, k, true),
    search(query, k = 10, { gated = false } = {}) {
      const { strength, results } = ask(query, k, gated)
      return gated && strength !== 'answer' ? [] : results
    },
  }
}

/** Its first name, by which `hansa/library` gave it. */
export { createSearch as library }

function answering(records: readonly SearchRecord[]): Answering {
  const named = records.filter(({ text }) => text === undefined)
  if (records.every(({ text }) => !text)) return nameSearch(records)
  return named.length === 0 ? textSearch(records) : namesFirst(nameSearch(named), textSearch(records))
}

/** Gated, what is less sure is left out beside what is surer. */
function namesFirst(names: Answering, texts: Answering): Answering {
  return (query, k, gated) => {
    const [named, spoken] = [names(query, k, true), texts(query, k, gated)]
    const strength = STRENGTHS.find((one) => one === named.strength || one === spoken.strength) as Strength
    const best = spoken.results[0]?.score ?? 0
    const isKept = (found: { strength: Strength }) => !gated || found.strength === strength
    const first = isKept(named) ? named.results.map((result) => raised(result, best)) : []
    const ids = new Set(first.map(({ id }) => id))
    const rest = isKept(spoken) ? spoken.results.filter(({ id }) => !ids.has(id)) : []
    return { strength, results: [...first, ...rest].slice(0, k) }
  }
}

const STRENGTHS: readonly Strength[] = ['answer', 'closest', 'none']

/** The same with a score above `best`. Matches stay worked out when read. */
function raised(result: SearchResult, best: number): SearchResult {
  return {
    id: result.id,
    score: best + result.score,
    get matches() {
      return result.matches
    },
  }
}

/** Records come from other people's programs, which no type holds to anything. */
function checked(record: unknown): void {
  if (typeof record !== 'object' || record === null)
    throw new TypeError(`${String(record)} is no record: give objects with an id and a title.`)
  const { id, title, aliases, text }: { [field in keyof SearchRecord]?: unknown } = record
  const named = typeof id === 'string' ? JSON.stringify(id) : String(id)
  const wrong = (what: string) => new TypeError(`The record ${named} ${what}.`)
  if (id === undefined) throw wrong('has no id: give it one, by which results can name it')
  if (typeof title !== 'string') throw wrong('has no title: give it one that is a string, which may be empty')
  if (
    aliases !== undefined &&
    !(Array.isArray(aliases) && aliases.every((alias) => typeof alias === 'string'))
  ) {
    throw wrong('has aliases that are no list of strings: leave them out if there are none')
  }
  if (text !== undefined && typeof text !== 'string') {
    throw wrong('has a text that is no string: leave it out if there is none')
  }
}
