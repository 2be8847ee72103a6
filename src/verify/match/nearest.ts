import { align } from './align.ts'
import { differences, type Mark } from './differences.ts'
import { endIn, LINE_END, type Normal, normalise } from './normalise.ts'
import type { PageText, Result } from './result.ts'
import { newNumbering, type Words, wordsOf } from './words.ts'

/**
 * The passage that shares most words with the quotation, in their order; `not found` when it shares fewer than half. The
 * words of the page are counted out once, at the first quotation that asks.
 */
export function nearestIn(page: PageText, normal: Normal): (quote: string) => Result {
  const numbering = newNumbering()
  let printed: Words | undefined
  return (quote) => {
    printed ??= wordsOf(normal.text, numbering)
    const own = normalise(quote)
    const quoted = wordsOf(own.text, numbering)
    const best = align(quoted.keys, printed.keys, numbering.isWord)
    const words = quoted.keys.filter(numbering.isWord).length
    if (best.shared < words / 2 || best.to === best.from) return { is: 'not found' }
    const [wanted, there] = [
      marksOf(quote, own, quoted, 0, quoted.keys.length),
      marksOf(page.text, normal, printed, best.from, best.to),
    ]
    const start = there[0]?.start ?? 0
    const pageNumber = page.pageStarts?.filter((at) => at <= start).length
    return {
      is: 'changed',
      passage: page.text.slice(start, there.at(-1)?.end).replace(/\s+/g, ' ').trim(),
      differences: differences({ text: quote, marks: wanted }, { text: page.text, marks: there }),
      ...(pageNumber !== undefined && { page: pageNumber }),
    }
  }
}

/** The words from `from` to `to`: as they compare, and where they stand in the text as it was. */
function marksOf(text: string, normal: Normal, words: Words, from: number, to: number): readonly Mark[] {
  return Array.from({ length: to - from }, (_, i) => {
    const [first, end] = [words.starts[from + i] ?? 0, words.ends[from + i] ?? 0]
    const compared = normal.text.slice(first, end)
    return {
      // Of a word broken at the end of a line we do not know whether the hyphen is its own.
      forms: [compared.replaceAll(LINE_END, ''), compared.replaceAll(LINE_END, '-')],
      start: normal.at[first] ?? 0,
      end: endIn(text, normal, end),
    }
  })
}
