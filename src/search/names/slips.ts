/** A stretch of UTF-16 units. */
export type Stretch = { units: Uint16Array; start: number; end: number }

export function stretchOf(text: string): Stretch {
  const units = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at)
  return { units, start: 0, end: text.length }
}

/**
 * What a slip costs, in hundredths of one wrong letter. A letter left out and two letters swapped are likelier than a
 * wrong letter, since there are fewer ways to do it. A name broken off costs half a slip and a little for each letter
 * that is missing. Measured on seeded typing errors over names of real places (`bench/`).
 */
const LEFT_OUT = 70
const SWAPPED = 75
const WRONG = 100
const ADDED = 100
const BROKEN_OFF = 50
const MISSING = 4

const WIDEST = 255
const rows = [new Uint16Array(WIDEST + 2), new Uint16Array(WIDEST + 2), new Uint16Array(WIDEST + 2)] as const

/**
 * What it takes to get from a name to what was typed, in hundredths of a slip; more than `limit` when it is more than
 * `limit`. Optimal string alignment, in a band as wide as the limit allows; the last row says where a name may have
 * been broken off. `mayBreakOff: false` counts every letter that is missing at the end as left out.
 */
export function slips(typed: Stretch, name: Stretch, limit: number, mayBreakOff = true): number {
  const [height, width] = [Math.min(WIDEST, typed.end - typed.start), Math.min(WIDEST, name.end - name.start)]
  const band = Math.floor(limit / LEFT_OUT)
  if (height - width > band) return limit + 1
  let beforeLast = rows[0] as Uint16Array
  let last = rows[1] as Uint16Array
  let row = rows[2] as Uint16Array
  for (let x = 0; x <= Math.min(width, band + 1); x++) last[x] = x * LEFT_OUT
  for (let y = 1; y <= height; y++) {
    const least = fill(
      row,
      last,
      beforeLast,
      y,
      typed,
      name,
      Math.max(1, y - band),
      Math.min(width, y + band),
      limit,
    )
    if (least > limit) return limit + 1
    const free = beforeLast
    beforeLast = last
    last = row
    row = free
  }
  const to = Math.min(width, height + band)
  const whole = to === width ? (last[width] as number) : limit + 1
  return mayBreakOff ? Math.min(whole, brokenOff(last, height, width, to, limit)) : whole
}

/** One row of the table, between the columns `from` and `to`; gives its least cost. */
function fill(
  row: Uint16Array,
  last: Uint16Array,
  beforeLast: Uint16Array,
  y: number,
  typed: Stretch,
  name: Stretch,
  from: number,
  to: number,
  limit: number,
): number {
  const letter = typed.units[typed.start + y - 1] as number
  const previous = y > 1 ? (typed.units[typed.start + y - 2] as number) : -1
  const start = name.start - 1
  let left = from === 1 ? y * ADDED : limit + 1
  let least = left
  row[from - 1] = left
  for (let x = from; x <= to; x++) {
    const own = name.units[start + x] as number
    let cost = (last[x - 1] as number) + (own === letter ? 0 : WRONG)
    const added = (last[x] as number) + ADDED
    if (added < cost) cost = added
    if (left + LEFT_OUT < cost) cost = left + LEFT_OUT
    if (own === previous && x > 1 && name.units[start + x - 1] === letter) {
      const swapped = (beforeLast[x - 2] as number) + SWAPPED
      if (swapped < cost) cost = swapped
    }
    row[x] = cost
    left = cost
    if (cost < least) least = cost
  }
  // Just outside the band: the next row must not read what an earlier question left there.
  row[to + 1] = limit + 1
  return least
}

function brokenOff(last: Uint16Array, height: number, width: number, to: number, limit: number): number {
  let best = limit + 1
  for (let x = Math.max(2, height - 1); x <= to && x < width; x++) {
    const cost = (last[x] as number) + BROKEN_OFF + MISSING * (width - x)
    if (cost < best) best = cost
  }
  return best
}

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
