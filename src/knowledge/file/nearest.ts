import { edits } from '../../search/words/edits.ts'

/** The word of `known` that `typed` most likely means, or none: at most a third of its letters may differ. */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  const lower = typed.slice(0, 60).toLowerCase()
  let best: string | undefined
  let least = Math.floor(lower.length / 3) + 1
  for (const word of Iterator.from(known).take(MOST_WORDS)) {
    const distance = edits(lower, word.toLowerCase(), least - 1)
    if (distance < least) {
      best = word
      least = distance
    }
  }
  return best
}

/** How many unknown words a rule looks up in a list that may be long: people read no more hints at once. */
export const MOST_HINTS = 200

/** Of a longer list only the first are compared: a hint is worth a few milliseconds. */
const MOST_WORDS = 1_000

/** What was written, short and visible enough to stand in a sentence. */
export function shown(text: string): string {
  const line = text.slice(0, 1_000).trim().replace(/\s+/g, ' ').replace(/\p{C}/gu, '\uFFFD')
  const letters = [...line]
  return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : line
}
