import { type Chance, pick } from './chance.ts'

const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz']

/** One typing error anywhere in a word: a letter more, fewer or other, or two neighbours swapped, equally likely. */
export function mistyped(word: string, random: Chance): string {
  const at = Math.floor(random() * word.length)
  const swapAt = Math.min(at, word.length - 2)
  const edits = [
    () => word.slice(0, at) + pick(ALPHABET, random) + word.slice(at),
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + pick(ALPHABET, random) + word.slice(at + 1),
    () => word.slice(0, swapAt) + word.charAt(swapAt + 1) + word.charAt(swapAt) + word.slice(swapAt + 2),
  ]
  return pick(edits, random)()
}

/** Every other word of four letters or more gets an error. */
export function carelesslyTyped(question: string, random: Chance): string {
  const words = question.split(' ')
  return words
    .map((word) => (/^[a-z]{4,}$/i.test(word) && random() < 0.5 ? mistyped(word, random) : word))
    .join(' ')
}

/** Every string that one edit makes of `text`: a letter out, two swapped, one other, one more. May repeat itself. */
export function* oneEditFrom(text: string, letters: string): Generator<string> {
  for (let at = 0; at <= text.length; at++) {
    const [before, after, rest] = [text.slice(0, at), text.slice(at), text.slice(at + 1)]
    if (at < text.length) yield before + rest
    if (at + 1 < text.length) yield before + after.charAt(1) + after.charAt(0) + after.slice(2)
    for (const letter of letters) {
      if (at < text.length) yield before + letter + rest
      yield before + letter + after
    }
  }
}

/** What folded Latin names are made of. */
export const LETTERS = 'abcdefghijklmnopqrstuvwxyz '
