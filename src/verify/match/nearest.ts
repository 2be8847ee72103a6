import { diffArrays } from 'diff'
import { endIn, LINE_END, type Normal, normalise, plain, SPACED, UNSPACED } from './normalise.ts'
import type { PageText, Result } from './result.ts'

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
      passage: plain(page.text.slice(start, there.at(-1)?.end))
        .replace(/\s+/g, ' ')
        .trim(),
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

/** A word or a sign: the forms in which it is compared, with case and points, and its place in `text`. */
type Mark = { forms: readonly string[]; start: number; end: number }

type Side = { text: string; marks: readonly Mark[] }

/** Clauses that each name one difference, in the words as they were written: `“durable” is “lasting” on the page`. */
function differences(quoted: Side, printed: Side): readonly string[] {
  const clauses: string[] = []
  let [gone, come]: [Mark[], Mark[]] = [[], []]
  const flush = () => {
    if (gone.length > 0 || come.length > 0) clauses.push(clause(shown(gone, quoted), shown(come, printed)))
    ;[gone, come] = [[], []]
  }
  for (const { removed, added, value } of diffArrays([...quoted.marks], [...printed.marks], {
    comparator: same,
  })) {
    if (removed) gone = value
    else if (added) come = value
    else flush()
  }
  flush()
  return clauses
}

function same(a: Mark, b: Mark): boolean {
  return a.forms.some((form) => b.forms.includes(form))
}

/** Words that follow each other, with what stands between them. */
function shown(marks: readonly Mark[], { text }: Side): string {
  const [first, last] = [marks[0], marks.at(-1)]
  return first && last ? plain(text.slice(first.start, last.end)).replace(/\s+/g, ' ').trim() : ''
}

function clause(quoted: string, printed: string): string {
  if (printed === '') return `“${quoted}” is not there on the page`
  if (quoted === '') return `the page has “${printed}” in between`
  return `“${quoted}” is “${printed}” on the page`
}

/** The words of a text in its normal form, and where each begins and ends there. Typed: a page may have a million. */
type Words = {
  /** The same number for the same word, whatever its case and its marks. */
  keys: Int32Array
  starts: Int32Array
  ends: Int32Array
}

/** Gives every word a number, so that words of two texts can be compared. */
type Numbering = { numberOf(key: string): number; isWord(number: number): boolean }

function newNumbering(): Numbering {
  const numbers = new Map<string, number>()
  const isWord: boolean[] = []
  return {
    numberOf(key) {
      const number = numbers.get(key) ?? numbers.size
      if (number === numbers.size) {
        numbers.set(key, number)
        isWord.push(LETTER.test(key))
      }
      return number
    },
    isWord: (number) => isWord[number] === true,
  }
}

function wordsOf(normal: string, { numberOf }: Numbering): Words {
  let most = 0
  for (const _ of normal.matchAll(WORD)) most++
  const words = { keys: new Int32Array(most), starts: new Int32Array(most), ends: new Int32Array(most) }
  let i = 0
  for (const { 0: found, index } of normal.matchAll(WORD)) {
    words.keys[i] = numberOf(found.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || found)
    words.starts[i] = index
    words.ends[i] = index + found.length
    i++
  }
  return words
}

const LETTER = /[\p{L}\p{N}]/u

/** A word, a character of a script that writes no spaces, or a mark between words. */
const WORD = new RegExp(
  `[${UNSPACED}]|${SPACED}[${SPACED}\\p{M}]*(?:['.,&\\-${LINE_END}]+${SPACED}[${SPACED}\\p{M}]*)*|[^\\s\\u{FDD1}-\\u{FDD8}]`,
  'gv',
)

/** Where a row of numbered words fits best into a longer one: `from` (inclusive) to `to`; `shared` words are the same. */
export type Alignment = { shared: number; from: number; to: number }

/**
 * A run of foreign words in the middle, such as a page's running head, costs little more than a single one, and up to
 * ten less than another word in place of a wanted one. That is likelier than none.
 */
const COST = { replaced: 1.2, missing: 1.4, gap: 0.9, longerGap: 0.03 }

/** For every `i`, the cheapest way so far to place the first `i` wanted words; in typed arrays, as pages are long. */
type Column = { cost: Float64Array; shared: Int32Array; from: Int32Array }

/**
 * Approximate matching of a string in a text, with affine gaps on the side of the text. `counts` says which words count
 * as shared, so that commas alone are no likeness. Time grows with the product of the lengths, memory with `wanted`.
 */
export function align(wanted: Int32Array, text: Int32Array, counts: (word: number) => boolean): Alignment {
  const n = wanted.length
  let [before, now] = [emptyColumn(n), emptyColumn(n)]
  const gap = emptyColumn(n)
  gap.cost.fill(Number.POSITIVE_INFINITY)
  for (let i = 0; i <= n; i++) before.cost[i] = i * COST.missing
  let [least, best] = [n * COST.missing, { shared: 0, from: 0, to: 0 }]
  const weights = wanted.map((word) => (counts(word) ? 1 : 0))
  for (let j = 0; j < text.length; j++) {
    const word = text[j]
    put(now, 0, 0, 0, j + 1)
    for (let i = 1; i <= n; i++) {
      widen(gap, before, i)
      place(now, before, i, wanted[i - 1] === word, weights[i - 1] ?? 0)
      if (cost(gap, i) < cost(now, i)) copy(now, i, gap, i, 0, 0)
      if (cost(now, i - 1) + COST.missing < cost(now, i)) copy(now, i, now, i - 1, COST.missing, 0)
    }
    if (cost(now, n) < least) {
      least = cost(now, n)
      best = { shared: now.shared[n] ?? 0, from: now.from[n] ?? 0, to: j + 1 }
    }
    ;[before, now] = [now, before]
  }
  return best
}

function emptyColumn(n: number): Column {
  return { cost: new Float64Array(n + 1), shared: new Int32Array(n + 1), from: new Int32Array(n + 1) }
}

/** This word of the text stands between two wanted ones. */
function widen(gap: Column, before: Column, i: number): void {
  if (cost(before, i) + COST.gap <= cost(gap, i) + COST.longerGap) copy(gap, i, before, i, COST.gap, 0)
  else gap.cost[i] = cost(gap, i) + COST.longerGap
}

/** This word of the text is wanted word `i`, or stands in its place. */
function place(now: Column, before: Column, i: number, same: boolean, weight: number): void {
  copy(now, i, before, i - 1, same ? 0 : COST.replaced, same ? weight : 0)
}

function cost(column: Column, i: number): number {
  return column.cost[i] ?? Number.POSITIVE_INFINITY
}

function copy(to: Column, i: number, from: Column, k: number, more: number, shared: number): void {
  put(to, i, cost(from, k) + more, (from.shared[k] ?? 0) + shared, from.from[k] ?? 0)
}

function put(column: Column, i: number, cost: number, shared: number, from: number): void {
  column.cost[i] = cost
  column.shared[i] = shared
  column.from[i] = from
}
