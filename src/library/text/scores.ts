import type { TextIndex } from './text-index.ts'

/** Okapi BM25, as everyone uses it. */
const K1 = 1.2
const B = 0.75

export type Scores = {
  /** How rare a term is; a term that no text holds is the rarest. */
  idf(term: number | undefined): number
  /** Forgets the last question. */
  begin(within?: (text: number) => boolean): void
  /** Adds what texts holding the term get for it. */
  add(term: number, weight: number): void
  /** Adds to one text, where it has a score already. */
  raise(text: number, by: number): void
  scoreOf(text: number): number
  /** The best texts, best first. */
  best(k: number): number[]
  /** What a term gives a text by how often it stands there: 0 to 2.2. */
  saturated(times: number, text: number): number
}

/**
 * Sums of scores in arrays that every question uses again: a text whose stamp is not the question's own has no score
 * yet, so nothing is cleared and a question costs the same after a million others.
 */
export function scoresOver(index: TextIndex): Scores {
  const { texts, starts, holders, times, lengths, meanLength } = index
  const [sums, stamps, touched] = [new Float32Array(texts), new Uint32Array(texts), new Uint32Array(texts)]
  const norms = lengths.map((length) => K1 * (1 - B + (B * length) / meanLength))
  let stamp = 0
  let reached = 0
  let admits: ((text: number) => boolean) | undefined
  const idf = (term?: number) => {
    const held = term === undefined ? 0 : (starts[term + 1] as number) - (starts[term] as number)
    return Math.log(1 + (texts - held + 0.5) / (held + 0.5))
  }
  return {
    idf,
    begin(within) {
      if (++stamp > 0xffffffff) {
        stamps.fill(0)
        stamp = 1
      }
      reached = 0
      admits = within
    },
    add(term, weight) {
      const gain = weight * idf(term) * (K1 + 1)
      const end = starts[term + 1] as number
      for (let at = starts[term] as number; at < end; at++) {
        const text = holders[at] as number
        const often = (times[at] as number) / 4
        const part = (gain * often) / (often + (norms[text] as number))
        if (stamps[text] === stamp) sums[text] = (sums[text] as number) + part
        else if (!admits || admits(text)) {
          stamps[text] = stamp
          sums[text] = part
          touched[reached++] = text
        }
      }
    },
    raise(text, by) {
      if (stamps[text] === stamp) sums[text] = (sums[text] as number) + by
    },
    scoreOf: (text) => (stamps[text] === stamp ? (sums[text] as number) : 0),
    best: (k) => best(touched, reached, sums, k),
    saturated: (often, text) => (often * (K1 + 1)) / (often + (norms[text] as number)),
  }
}

function best(touched: Uint32Array, reached: number, sums: Float32Array, k: number): number[] {
  const found: number[] = []
  let bar = 0
  for (let at = 0; at < reached; at++) {
    const text = touched[at] as number
    const score = sums[text] as number
    if (found.length === k && score <= bar) continue
    let place = found.length
    while (place > 0 && (sums[found[place - 1] as number] as number) < score) place--
    found.splice(place, 0, text)
    if (found.length > k) found.pop()
    bar = sums[found[found.length - 1] as number] as number
  }
  return found
}
