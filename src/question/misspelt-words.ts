import type { Reading } from '../answer/answer.ts'
import type { Knowledge } from '../knowledge/records.ts'
import type { ReadQuestion } from '../library/library.ts'
import { keptFor } from '../search/lazily.ts'
import { isEnglish, stemOf } from '../search/text/english.ts'
import { edits, lettersOf, undoubled } from '../search/words/edits.ts'
import { LINK_WORDS } from '../search/words/fillers.ts'
import { fold, wordsOf } from '../search/words/fold.ts'
import type { Begun } from './about-places.ts'
import { commandOf, type TypedLine, typedLine } from './commands.ts'
import { GRAMMAR_WORDS } from './grammar/all-phrases.ts'
import { isResolved } from './word-or-place.ts'

/**
 * `Costs of twining in Aberdeen`: beside a place that is held, a word of the grammar with one slip in it is that word, unless it is a
 * name, a slip from one that is held, or a word of the folder. Of those and of English only what lacks a second letter is.
 */
export function spelledOut(
  line: TypedLine,
  context: Begun,
): { line: TypedLine; corrected: readonly Reading[] } {
  const { library, read } = context
  const command = commandOf(line, context.commands)
  if (command ? command.means.is !== 'twins' : line.slash) return { line, corrected: [] }
  const misspelt = wordsOf(line.whole).flatMap(({ text, start, end }) => {
    const typed = line.whole.slice(start, end)
    if (text.length < SHORTEST || (start > 0 && typed !== typed.toLowerCase())) return []
    const near = wordsNear(text, library.knowledge)
    const isKnown = isEnglish(text) || library.isWritten(text)
    const [meant] = isKnown ? near.filter((one) => undoubled(one) === undoubled(text)) : near
    if (!meant || isResolved(read(typed).asTyped()) || read(typed).oneSlipAway().length > 0) return []
    if (isPartOfName(text, read(line.whole))) return []
    return [{ typed, read: meant, start, end }]
  })
  if (misspelt.length === 0 || read(line.whole).named().length === 0) return { line, corrected: [] }
  const whole = misspelt.reduceRight(
    (text, one) => text.slice(0, one.start) + one.read + text.slice(one.end),
    line.whole,
  )
  return {
    line: typedLine(line.slash ? `/${whole}` : whole),
    corrected: misspelt.map(({ typed, read }) => ({ typed, read, as: 'word', how: 'corrected' })),
  }
}

/** `Montes Claros` names no months. */
function isPartOfName(word: string, { mentioned }: ReadQuestion): boolean {
  return mentioned().some(({ typed }) => fold(typed).split(' ').includes(word))
}

const SHORTEST = 5

/** One slip away, where all that are so are forms of one word: those of the grammar, and those by which the folder asks for records. */
function wordsNear(typed: string, knowledge: Knowledge): readonly string[] {
  const all = vocabularyOf(knowledge)
  const near = all.includes(typed) ? [] : all.filter((word) => edits(typed, word, 1) === 1)
  // Letters are doubled and swapped before others are taken.
  const same = near.filter((word) => lettersOf(word) === lettersOf(typed))
  const [first = [], other] = Map.groupBy(same.length > 0 ? same : near, stemOf).values()
  return other ? [] : first
}

const vocabularyOf = keptFor(({ asks }: Knowledge) =>
  [
    ...new Set([...GRAMMAR_WORDS, ...LINK_WORDS, ...asks.flatMap(({ says }) => fold(says).split(' '))]),
  ].filter(({ length }) => length >= SHORTEST),
)
