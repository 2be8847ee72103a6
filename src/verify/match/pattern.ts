import { LINE_END, SPACED } from './signs.ts'

/** Finds words in their normal form. A hyphen at the end of a line may be the word's or the line's: either is right. */
export function patternOf(normal: string): RegExp {
  const letters = [...normal.trim()].map((letter) =>
    letter === '-' ? `(?:-|${LINE_END})` : RegExp.escape(letter),
  )
  return wholeWords(letters.join(`${LINE_END}?`), normal.trim())
}

/** Finds the very words. */
export function literal(words: string): RegExp {
  return wholeWords(RegExp.escape(words), words)
}

function wholeWords(pattern: string, words: string): RegExp {
  const edge = new RegExp(`^${SPACED}`, 'v')
  const [first = '', last = ''] = [[...words].at(0), [...words].at(-1)]
  return new RegExp(
    `${edge.test(first) ? `(?<!${SPACED})` : ''}${pattern}${edge.test(last) ? `(?!${SPACED})` : ''}`,
    'gv',
  )
}

/** Not more than the first thousand: a page made of one word has a million. */
export function placesOf(pattern: RegExp, text: string): readonly (readonly [from: number, to: number])[] {
  const places: [number, number][] = []
  for (const { 0: found, index } of text.matchAll(pattern)) {
    places.push([index, index + found.length])
    if (places.length === 1000) break
  }
  return places
}
