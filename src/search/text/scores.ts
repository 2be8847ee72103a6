import type { TextIndex } from './text-index.ts'

/** Okapi BM25. */
const K1 = 1.7
const B = 0.75

export type Scores = {
  /** How rare a term is; a term that no text holds is the rarest. */
  idf(term: number | undefined): number
  /** Forgets the last question. */
  begin(within?: (text: number) => boolean): void
  /** Adds what texts holding the term get for it. */
  add(term: number, weight: number): void
  /** The same for these texts only, which are given by their numbers, least first. */
  addAmong(texts: Uint32Array, term: number, weight: number): void
  /** Adds to one text. */
  raise(text: number, by: number): void
  scoreOf(text: number): number
  /** The texts that got anything. */
  reached(): Uint32Array
  /** The best of these texts, best first; of equal ones that with the least number. */
  best(texts: Uint32Array, k: number): Uint32Array
  /** What a term gives a text by how often it stands there: 0 to K1 + 1. */
  saturated(times: number, text: number): number
}

/** Sums of scores in arrays that every question uses again: what one leaves behind, the next clears. */
export function scoresOver(index: TextIndex): Scores {
  const { texts, starts, holders } = index
  const [sums, touched] = [new Float32Array(texts), new Uint32Array(texts)]
  const norms = index.lengths.map((length) => K1 * (1 - B + (B * length) / index.meanLength))
  const [gains, idfs] = [gainsOf(index, norms), idfsOf(index)]
  const rarest = idfOf(0, texts)
  let reached = 0
  let admits = (_text: number) => true
  const better = (one: number, other: number) =>
    (sums[other] as number) - (sums[one] as number) || one - other
  return {
    idf: (term) => (term === undefined ? rarest : (idfs[term] as number)),
    begin(within = () => true) {
      for (let at = 0; at < reached; at++) sums[touched[at] as number] = 0
      reached = 0
      admits = within
    },
    add(term, weight) {
      const part = weight * scaleOf(idfs[term] as number)
      const end = starts[term + 1] as number
      for (let at = starts[term] as number; at < end; at++) {
        const text = holders[at] as number
        const sum = sums[text] as number
        if (sum === 0) {
          if (!admits(text)) continue
          touched[reached++] = text
        }
        sums[text] = sum + part * (gains[at] as number)
      }
    },
    addAmong(among, term, weight) {
      const part = weight * scaleOf(idfs[term] as number)
      const end = starts[term + 1] as number
      let at = starts[term] as number
      for (const text of among) {
        at = firstFrom(text, holders, at, end)
        if (holders[at] === text && at < end)
          sums[text] = (sums[text] as number) + part * (gains[at] as number)
      }
    },
    raise(text, by) {
      sums[text] = (sums[text] as number) + by
    },
    scoreOf: (text) => sums[text] as number,
    reached: () => touched.slice(0, reached),
    best: (texts, k) => best(texts, sums, k, better),
    saturated: (often, text) => (often * (K1 + 1)) / (often + (norms[text] as number)),
  }
}

/** Parts of 1, so that 16 bits hold what a term gives a text and no question works it out again. */
const WHOLE = 0xffff

/** For each holder of each term, what it gets for it by how often it holds it. Never nothing. */
function gainsOf({ holders, times }: TextIndex, norms: Float32Array): Uint16Array {
  const gains = new Uint16Array(holders.length)
  for (let at = 0; at < gains.length; at++) {
    const often = (times[at] as number) / 4
    gains[at] = Math.max(1, (WHOLE * often) / (often + (norms[holders[at] as number] as number)))
  }
  return gains
}

const scaleOf = (idf: number) => (idf * (K1 + 1)) / WHOLE

function idfsOf({ texts, starts }: TextIndex): Float64Array {
  return Float64Array.from({ length: starts.length - 1 }, (_, term) =>
    idfOf((starts[term + 1] as number) - (starts[term] as number), texts),
  )
}

function idfOf(held: number, texts: number): number {
  return Math.log(1 + (texts - held + 0.5) / (held + 0.5))
}

/** Where in `sorted`, between `from` and `end`, the first number stands that is not less. */
function firstFrom(least: number, sorted: Uint32Array, from: number, end: number): number {
  let [low, high] = [from, end]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) < least) low = middle + 1
    else high = middle
  }
  return low
}

/** For a few, each text is put in its place among them; for many it is quicker to sort all. */
const FEW = 200

function best(
  texts: Uint32Array,
  sums: Float32Array,
  k: number,
  better: (one: number, other: number) => number,
): Uint32Array {
  if (k > FEW || texts.length <= k) return texts.toSorted(better).slice(0, k)
  const found = new Uint32Array(k)
  let [count, bar] = [0, 0]
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] as number
    if (count === k && (sums[text] as number) < bar) continue
    let place = Math.min(count, k - 1)
    if (count === k && better(found[place] as number, text) <= 0) continue
    while (place > 0 && better(found[place - 1] as number, text) > 0) place--
    found.copyWithin(place + 1, place, Math.min(count, k - 1))
    found[place] = text
    if (count < k) count++
    if (count === k) bar = sums[found[k - 1] as number] as number
  }
  return found
}
