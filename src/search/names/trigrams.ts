import type { NameTable } from './name-table.ts'

/** Names that share groups of three letters with what was typed. */
export type Trigrams = {
  /** Up to `most` entries, those most alike first by the share of trigrams in common. The array is used again. */
  alike(typed: string, most: number): Uint32Array
  /** The same for words so misspelled that little of them is left: letters may be swapped, and all is looked through. */
  alikeAtAll(typed: string, most: number): Uint32Array
}

/**
 * An inverted index of the trigrams of each word, padded as `  w`, ` wo`, `wor`, `or `. Trigrams are kept by a hash, not
 * by themselves: two that fall together cost a little sharpness and save a dictionary.
 */
export function trigramIndex(table: NameTable): Trigrams {
  const postings = invert(table)
  const counters = countersFor(table.count)
  const look = (grams: Set<number>, enough: number, most: number) => {
    const buckets = [...grams].sort((one, other) => postings.length(one) - postings.length(other))
    const touched = counted(buckets, postings, counters, enough)
    return mostAlike(touched, buckets.length, most, postings, counters)
  }
  return {
    alike: (typed, most) => look(gramsOf(typed, postings.mask), ENOUGH, most),
    alikeAtAll: (typed, most) => look(swappedGramsOf(typed, postings.mask), 5 * ENOUGH, most),
  }
}

const SPACE = 32

/**
 * The rarest trigrams of a question find its candidates; once they have gone through this many names, common ones
 * (` ma`, `an `) would only slow it down. In a million names that is what keeps a question under a millisecond.
 */
const ENOUGH = 40_000

/** Names with less than this part of the trigrams of the name most alike are not worth a look. */
const FAR_BEHIND = 0.35
/** How many names sharing a trigram are a crowd. */
const CROWD = 4000

type Postings = {
  mask: number
  offsets: Uint32Array
  entries: Uint32Array
  /** How many different trigrams each name has, 255 at most. */
  sizes: Uint8Array
  length(bucket: number): number
}

function invert(table: NameTable): Postings {
  const mask = 2 ** Math.min(20, Math.max(8, Math.ceil(Math.log2(table.count + 1)) + 1)) - 1
  const [offsets, sizes] = [new Uint32Array(mask + 3), new Uint8Array(table.count)]
  const latest = new Int32Array(mask + 1).fill(-1)
  eachGram(table, mask, (bucket, entry) => {
    if (latest[bucket] === entry) return
    latest[bucket] = entry
    offsets[bucket + 2] = (offsets[bucket + 2] as number) + 1
    if ((sizes[entry] as number) < 255) sizes[entry] = (sizes[entry] as number) + 1
  })
  for (let at = 2; at < offsets.length; at++)
    offsets[at] = (offsets[at] as number) + (offsets[at - 1] as number)
  const entries = new Uint32Array(offsets[mask + 2] as number)
  latest.fill(-1)
  eachGram(table, mask, (bucket, entry) => {
    if (latest[bucket] === entry) return
    latest[bucket] = entry
    const at = offsets[bucket + 1] as number
    entries[at] = entry
    offsets[bucket + 1] = at + 1
  })
  const length = (bucket: number) => (offsets[bucket + 1] as number) - (offsets[bucket] as number)
  return { mask, offsets, entries, sizes, length }
}

function eachGram(table: NameTable, mask: number, visit: (bucket: number, entry: number) => void): void {
  const { units, starts } = table
  for (let entry = 0; entry < table.count; entry++) {
    const end = starts[entry + 1] as number
    let first = SPACE
    let second = SPACE
    for (let at = starts[entry] as number; at <= end; at++) {
      const third = at < end ? (units[at] as number) : SPACE
      visit(bucketOf(first, second, third, mask), entry)
      first = third === SPACE ? SPACE : second
      second = third
    }
  }
}

function gramsOf(typed: string, mask: number): Set<number> {
  const buckets = new Set<number>()
  let [first, second] = [SPACE, SPACE]
  for (let at = 0; at <= typed.length; at++) {
    const third = at < typed.length ? typed.charCodeAt(at) : SPACE
    buckets.add(bucketOf(first, second, third, mask))
    ;[first, second] = third === SPACE ? [SPACE, SPACE] : [second, third]
  }
  return buckets
}

function swappedGramsOf(typed: string, mask: number): Set<number> {
  const buckets = gramsOf(typed, mask)
  for (let at = 0; at + 1 < typed.length; at++) {
    const swapped = typed.slice(0, at) + typed.charAt(at + 1) + typed.charAt(at) + typed.slice(at + 2)
    for (const bucket of gramsOf(swapped, mask)) buckets.add(bucket)
  }
  return buckets
}

function bucketOf(first: number, second: number, third: number, mask: number): number {
  const hash = Math.imul(Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b) ^ third, 0xc2b2ae35)
  return (hash ^ (hash >>> 15)) & mask
}

/** Room for counting, used again by every question: what one leaves behind, it clears. */
type Counters = {
  shared: Uint8Array
  touched: Uint32Array
  /** The step on which each name of `touched` stands. */
  on: Uint8Array
  found: Uint32Array
  tally: Uint32Array
  steps: Float64Array
}

function countersFor(count: number): Counters {
  return {
    shared: new Uint8Array(count),
    touched: new Uint32Array(count),
    on: new Uint8Array(count),
    found: new Uint32Array(4096),
    tally: new Uint32Array(256),
    steps: new Float64Array(256),
  }
}

/** How many trigrams each name shares with the question; gives how many names share any. */
function counted(buckets: readonly number[], postings: Postings, counters: Counters, enough: number): number {
  const { shared, touched } = counters
  let [reached, gone] = [0, 0]
  for (const bucket of buckets) {
    gone += postings.length(bucket)
    if (gone > enough && reached > 0) break
    const end = postings.offsets[bucket + 1] as number
    for (let at = postings.offsets[bucket] as number; at < end; at++) {
      const entry = postings.entries[at] as number
      const times = shared[entry] as number
      if (times === 0) touched[reached++] = entry
      if (times < 255) shared[entry] = times + 1
    }
  }
  return reached
}

/**
 * The Dice coefficient in 255 steps, sorted by counting: how many names stand on each step gives where each step begins
 * in the result. In a crowd, a single trigram in common with a question of several is not worth a look.
 */
function mostAlike(
  reached: number,
  asked: number,
  most: number,
  postings: Postings,
  counters: Counters,
): Uint32Array {
  const { shared, touched, tally, found, steps, on } = counters
  const { sizes } = postings
  const least = asked > 5 && reached > CROWD ? 2 : 1
  for (let size = 0; size < 256; size++) steps[size] = 510 / (asked + size)
  tally.fill(0)
  let kept = 0
  for (let at = 0; at < reached; at++) {
    const entry = touched[at] as number
    const times = shared[entry] as number
    shared[entry] = 0
    if (times < least) continue
    const step = (times * (steps[sizes[entry] as number] as number)) | 0
    tally[step] = (tally[step] as number) + 1
    touched[kept] = entry
    on[kept++] = step
  }
  const room = Math.min(most, found.length)
  let top = 255
  while (top > 1 && tally[top] === 0) top--
  let [lowest, before] = [top + 1, 0]
  while (lowest > top * FAR_BEHIND && lowest > 1 && before < room) {
    const times = tally[--lowest] as number
    tally[lowest] = before
    before += times
  }
  for (let at = 0; at < kept; at++) {
    const step = on[at] as number
    if (step < lowest) continue
    const place = tally[step] as number
    if (place < room) found[place] = touched[at] as number
    tally[step] = place + 1
  }
  return found.subarray(0, Math.min(before, room))
}
