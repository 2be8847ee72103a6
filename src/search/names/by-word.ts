import { type Stretch, slips } from './slips.ts'

/** What a word that only one side has costs for each of its letters, in hundredths of a slip. */
const LETTER = 50
/** What it costs not to be the whole name in its order. */
const TAKEN_APART = 40

const SPACE = 32

/** The words of a name or a question. */
export function wordStretches({ units, start, end }: Stretch): Stretch[] {
  const words: Stretch[] = []
  for (let from = start, at = start; at <= end; at++) {
    if (at < end && units[at] !== SPACE) continue
    if (at > from) words.push({ units, start: from, end: at })
    from = at + 1
  }
  return words
}

/** The cost of reading the words in any order, as `slips` counts it: `upon tyne newcastle`, `leeds hotels`. */
export function slipsByWord(typed: readonly Stretch[], name: readonly Stretch[], limit: number): number {
  let total = TAKEN_APART
  let spare = 0
  for (const word of typed) spare += word.end - word.start
  // One bit for each word that was used; only the first 31 words count.
  let used = 0
  for (const own of name) {
    let least = (own.end - own.start) * LETTER
    let best = -1
    for (let at = 0; at < typed.length && at < 31; at++) {
      if (used & (1 << at)) continue
      const cost = slips(typed[at] as Stretch, own, Math.min(least, limit))
      if (cost >= least) continue
      least = cost
      best = at
    }
    total += least
    if (best >= 0) {
      used |= 1 << best
      spare -= (typed[best] as Stretch).end - (typed[best] as Stretch).start
    }
    if (total > limit) return limit + 1
  }
  return Math.min(limit + 1, total + spare * LETTER)
}

/** Whether all words typed are words of the name. */
export function standIn(typed: readonly Stretch[], name: readonly Stretch[]): boolean {
  return typed.every((word) => name.some((own) => isSame(word, own)))
}

function isSame(one: Stretch, other: Stretch): boolean {
  const length = one.end - one.start
  if (other.end - other.start !== length) return false
  for (let at = 0; at < length; at++) {
    if (one.units[one.start + at] !== other.units[other.start + at]) return false
  }
  return true
}
