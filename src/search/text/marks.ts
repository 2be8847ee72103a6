import type { Span } from '../span.ts'
import { knownTerm } from './terms-asked.ts'
import type { TextIndex } from './text-index.ts'
import { eachWord } from './tokens.ts'

/** The words of a text that are words of the question, by their stems, as positions in the text as it was written. */
export function marksIn(text: string, asked: ReadonlyMap<number, number>, index: TextIndex): readonly Span[] {
  const marks: Span[] = []
  let [before, from] = ['', 0]
  const isAsked = (word: string) => {
    const term = knownTerm(word, index)
    return term !== undefined && asked.has(term)
  }
  eachWord(text, (word, start, end, tied) => {
    if (tied && isAsked(before + word)) {
      // `co-operation` was asked for as `cooperation`: one mark for the whole of it.
      if (marks.at(-1)?.[1] === start - 1) marks.pop()
      marks.push([from, end])
    } else if (isAsked(word)) marks.push([start, end])
    before = word
    from = start
  })
  return marks
}
