/** The blocks of a text: paragraphs, headings, items, cells. A browser finds no words across their borders. */
export type Blocks = {
  /** From where to where the block at this place goes. */
  around(place: number): { from: number; to: number }
  /** How many blocks that end like a sentence there are up to this place. */
  paragraphAt(place: number): number
}

/** Blocks are parted by empty lines where there are any, as in Markdown; otherwise every line is one. */
export function blocksOf(text: string): Blocks {
  const border = /\n[ \t]*\r?\n/.test(text) ? /\n[ \t]*\r?\n\s*/g : /\n/g
  const starts = [0]
  const ends: number[] = []
  for (const { 0: found, index } of text.matchAll(border)) {
    ends.push(index)
    starts.push(index + found.length)
  }
  ends.push(text.length)
  const indexAt = (place: number) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= place) low = middle
      else high = middle - 1
    }
    return low
  }
  return {
    around: (place) => ({ from: starts[indexAt(place)] ?? 0, to: ends[indexAt(place)] ?? text.length }),
    paragraphAt(place) {
      const upTo = indexAt(place)
      let many = 0
      for (let i = 0; i <= upTo; i++) if (SENTENCE.test(text.slice((ends[i] ?? 0) - 3, ends[i]))) many++
      return many
    },
  }
}

const SENTENCE = /[.!?…。！？]["'’”»)\]\s]*$/u
