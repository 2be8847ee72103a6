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
