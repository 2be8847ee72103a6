import { isEnglish } from '../search/text/english.ts'
import { FILLERS } from '../search/words/fillers.ts'
import { type Word, wordsOf } from '../search/words/fold.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { Meant } from './meant.ts'
import { read } from './reading.ts'
import { type Segment, segment } from './segment.ts'

/**
 * Names of places we hold, anywhere in running words. Left out are a name that several places bear, and one that is part
 * of a longer name: `New York` does not name York.
 */
export function namedIn(gazetteer: Gazetteer): (text: string) => readonly Meant[] {
  const namesIn = namesReader(gazetteer)
  return (text) => {
    const { words, names } = namesIn(text)
    return names.flatMap((name) => {
      const { held, known, typed } = read(name, words, text, gazetteer)
      const [one, ...more] = held
      return one && more.length === 0 && !isPlainWord(name, words, text)
        ? [{ ...one, typed, namesakes: known }]
        : []
    })
  }
}

/**
 * Whether running words name a place that exists and that we do not hold: `universities in New York`. What is recorded of
 * York answers no such question.
 */
export function namesStranger(gazetteer: Gazetteer): (text: string) => boolean {
  const namesIn = namesReader(gazetteer)
  const isWord = ({ key, from }: Segment, words: readonly Word[], text: string) =>
    isEnglish(key) && (from === 0 || isLowerCase(text.charAt(words[from]?.start ?? 0)))
  return (text) => {
    const { words, names } = namesIn(text)
    return names.some(
      (name) =>
        !gazetteer.held.has(name.key) && !gazetteer.inside.has(name.key) && !isWord(name, words, text),
    )
  }
}

function namesReader(gazetteer: Gazetteer): (text: string) => { words: readonly Word[]; names: Segment[] } {
  const isHeld = (key: string) => gazetteer.held.has(key)
  const reader = {
    isName: (key: string) =>
      isHeld(key) ||
      gazetteer.existing(key).length > 0 ||
      (key.includes(' ') && key.split(' ').some(isHeld) && gazetteer.existingByAnyName(key).length > 0),
    isFiller: (word: string) => FILLERS.has(word),
  }
  return (text) => {
    const words = wordsOf(text)
    return { words, names: segment(words, reader).filter(({ is }) => is === 'name') }
  }
}

/** `Bath` is a place anywhere; `bath` and, at the beginning of a sentence, `Reading` may be words. */
function isPlainWord({ key, from }: Segment, words: readonly Word[], text: string): boolean {
  if (!ENGLISH_WORDS.has(key)) return false
  return isLowerCase(text.charAt(words[from]?.start ?? 0)) || (from === 0 && words.length > 1)
}

function isLowerCase(letter: string): boolean {
  return letter === letter.toLowerCase()
}

/** Places that are called like English words. */
const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  `bath battle beer bow box bude bury cork crook deal diss eye goole hope lens looe male march mobile mold nice orange
  over perm pool poole reading rugby rye sale sandwich split street tours ware wash wells`.split(/\s+/),
)
