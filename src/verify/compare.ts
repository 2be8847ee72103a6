import { createHash } from 'node:crypto'
import { RESULTS } from '../knowledge/checks.ts'
import { type Matcher, matcherOf } from './match/match.ts'
import { plain } from './match/normalise.ts'
import type { Result } from './match/result.ts'
import type { Readable, Reading } from './read/page-texts.ts'

/** Words that a record quotes from its source. */
export type Quotation = { id: string; quote: string; at?: string }

export type Compared = { quotation: Quotation; result: Result }

/** What a look at a page gave: a result for each quotation, and which text it was or why there was none. */
export type Comparison = { compared: readonly Compared[] } & Ground
export type Ground = { hash: string; note?: string } | { why: string; absent?: boolean }

/** Looks for every quotation in every text there is of the page, and keeps the best result of each. */
export function compare(quotations: readonly Quotation[], reading: Reading): Comparison {
  if ('why' in reading) return { ...reading, compared: allUnread(quotations, reading.why) }
  const { texts, note } = reading
  const matchers = texts.map(matcherOf)
  const found = quotations.map(({ quote, at }) => best(quote, at, matchers))
  const needed = Math.max(...found.map(({ text }) => text), 0)
  const compared = quotations.map((quotation, i) => ({
    quotation,
    result: doubted(found[i]?.result ?? { is: 'not found' }, reading),
  }))
  return { compared, hash: sha256(plain(texts[needed]?.text ?? '')), ...(note && { note }) }
}

export function allUnread(quotations: readonly Quotation[], why: string): readonly Compared[] {
  return quotations.map((quotation) => ({ quotation, result: { is: 'could not be read', why } }))
}

/** Words that are not on a page made of scripts, a login or an error say nothing about the source. */
function doubted(result: Result, { doubt }: Readable): Result {
  const isFound = result.is === 'exact' || result.is === 'matches after normalising'
  if (!doubt || isFound || (result.is === 'changed' && !doubt.certain)) return result
  return { is: 'could not be read', why: doubt.why }
}

/** The best result, and the number of the text that gave it: the last one where the words are in none. */
function best(quote: string, at: string | undefined, matchers: readonly Matcher[]) {
  let found: { result: Result; text: number } = { result: { is: 'not found' }, text: matchers.length - 1 }
  for (const [text, matcher] of matchers.entries()) {
    const result = matcher(quote, at)
    if (isBetter(result, found.result)) found = { result, text }
    if (result.is === 'exact') break
  }
  return found
}

/** Of two passages that were changed, the one with less that differs. */
function isBetter(result: Result, than: Result): boolean {
  if (result.is === 'changed' && than.is === 'changed')
    return result.differences.length < than.differences.length
  return RESULTS.indexOf(result.is) < RESULTS.indexOf(than.is)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
