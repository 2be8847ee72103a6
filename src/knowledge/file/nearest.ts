/** The word of `known` that `typed` most likely means, or none: at most a third of its letters may differ. */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  const lower = typed.slice(0, 60).toLowerCase()
  let best: string | undefined
  let least = Math.floor(lower.length / 3) + 1
  for (const word of Iterator.from(known).take(MOST_WORDS)) {
    if (Math.abs(word.length - lower.length) >= least) continue
    const distance = edits(lower, word.toLowerCase(), least)
    if (distance < least) {
      best = word
      least = distance
    }
  }
  return best
}

/** Of a longer list only the first are compared: a hint is worth a few milliseconds. */
const MOST_WORDS = 1_000

/** Letters to add, drop, change or swap with their neighbour, to make one word the other; `enough` when no fewer. */
function edits(a: string, b: string, enough: number): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  let next: number[] = []
  let leastBefore = 0
  for (let i = 1; i <= a.length; i += 1) {
    next[0] = i
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + same)
      const isSwap = same === 1 && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) cost = Math.min(cost, at(before, j - 2) + 1)
      next[j] = cost
      if (cost < least) least = cost
    }
    if (least >= enough && leastBefore >= enough) return enough
    leastBefore = least
    const free = before
    before = row
    row = next
    next = free
  }
  return at(row, b.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0
}
