import { RESULTS } from '../knowledge/checks.ts'
import { match } from './match/match.ts'
import type { PageText, Result } from './match/result.ts'
import type { Quotation } from './quotations.ts'
import type { Reading } from './read/page-texts.ts'

export type Compared = { quotation: Quotation; result: Result }

/** Looks for every quotation in every text there is of the page, and keeps the best result of each. */
export function compare(quotations: readonly Quotation[], reading: Reading): readonly Compared[] {
  return quotations.map((quotation) => ({ quotation, result: resultOf(quotation.quote, reading) }))
}

function resultOf(quote: string, reading: Reading): Result {
  if ('why' in reading) return { is: 'could not be read', why: reading.why }
  const result = best(quote, reading.texts)
  const words = Math.max(...reading.texts.map(({ text }) => text.split(/\s+/).length))
  if (result.is !== 'not found' || !reading.scripted || words >= FEWEST) return result
  return { is: 'could not be read', why: `there are only ${words} words on the page without a browser` }
}

/** A page of scripts with fewer says that scripts are needed, cookies are to be accepted, or that one is to sign in. */
const FEWEST = 40

function best(quote: string, texts: readonly PageText[]): Result {
  let result: Result = { is: 'not found' }
  for (const text of texts) {
    const found = match(quote, text)
    if (RESULTS.indexOf(found.is) < RESULTS.indexOf(result.is)) result = found
    if (result.is === 'exact') break
  }
  return result
}
