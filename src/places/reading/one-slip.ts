import { edits } from '../../search/words/edits.ts'

/**
 * Which of these names none or one slip leads to: a letter more, fewer or other, or two swapped. None is missed: two names are one
 * slip apart only if one of them, or either without some letter, is the other or the other without some letter.
 */
export function oneSlipFrom(names: Iterable<string>): (key: string) => readonly string[] {
  const index = new Map<string, string[]>()
  for (const name of names) {
    for (const part of partsOf(name)) {
      const others = index.get(part)
      if (others) others.push(name)
      else index.set(part, [name])
    }
  }
  return (key) => {
    const found = new Set<string>()
    for (const part of partsOf(key)) for (const name of index.get(part) ?? []) found.add(name)
    return [...found].filter((name) => edits(key, name, 1) <= 1)
  }
}

/** The word, and what is left of it without each of its letters. */
function partsOf(word: string): ReadonlySet<string> {
  const parts = new Set([word])
  for (let at = 0; at < word.length; at++) parts.add(word.slice(0, at) + word.slice(at + 1))
  return parts
}

/**
 * The edit gate: so many slips a name of these letters may have in it and still be read as meant. None under five letters,
 * one up to eight, two from nine on: York is no Cork, and Durham no Durban.
 */
export function slipsAllowedIn({ length }: string): number {
  return length < 5 ? 0 : length < 9 ? 1 : 2
}
