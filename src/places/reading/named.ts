import { isEnglish } from '../../search/text/english.ts'
import { FILLERS } from '../../search/words/fillers.ts'
import { type Word, withoutPossessive, wordsOf } from '../../search/words/fold.ts'
import type { Gazetteer } from '../gazetteer.ts'
import type { Meant, Mention } from '../meant.ts'
import { standsAsName } from './name-position.ts'
import { read } from './reading.ts'
import { type Segment, segment } from './segment.ts'

/**
 * Names of places we hold, anywhere in running words. Left out are a name that several places bear, and one that is part
 * of a longer name: `New York` does not name York.
 */
export function namedIn(text: string, gazetteer: Gazetteer): readonly Meant[] {
  const { words, names } = namesIn(text, gazetteer)
  return names.flatMap((name) => {
    const { held, known, typed } = read(name, words, text, gazetteer)
    const [one, ...more] = held
    return one && more.length === 0 && !isPlainWord(name, words, text)
      ? [{ ...one, typed, namesakes: known }]
      : []
  })
}

/**
 * Every place that running words name. What is recorded of York answers no question about New York, nor what is recorded of
 * Kirklees one about Huddersfield. Words of plain English are names of places that we do not hold where they are written so,
 * or stand where only a name can.
 */
export function mentionedIn(text: string, gazetteer: Gazetteer): readonly Mention[] {
  const { words, names } = namesIn(text, gazetteer)
  return names
    .filter((name) => gazetteer.heldAs(name.key).length > 0 || !isOnlyWord(name, words, text, gazetteer))
    .map((name) => {
      const { held, typed } = read(name, words, text, gazetteer)
      return { typed, localities: held.map(({ locality }) => locality) }
    })
}

function isOnlyWord(name: Segment, words: readonly Word[], text: string, gazetteer: Gazetteer): boolean {
  const { key, from, to } = name
  if (!isEnglish(key)) return false
  if (from > 0 && !isLowerCase(text.charAt(words[from]?.start ?? 0))) return false
  const isBritish = gazetteer.existing(key).some(({ country }) => country === 'GB')
  return !standsAsName({ words, from, to }, text, isBritish)
}

function namesIn(text: string, gazetteer: Gazetteer): { words: readonly Word[]; names: Segment[] } {
  const isHeld = (key: string) => gazetteer.heldAs(key).length > 0
  const reader = {
    isName: (key: string) =>
      isHeld(key) ||
      gazetteer.placeAround(key) !== undefined ||
      gazetteer.existing(key).length > 0 ||
      (key.includes(' ') && key.split(' ').some(isHeld) && gazetteer.existingByAnyName(key).length > 0),
    isFiller: (word: string) => FILLERS.has(word),
  }
  const namesOf = (words: readonly Word[]) => segment(words, reader).filter(({ is }) => is === 'name')
  const words = wordsOf(text)
  const owners = words.map((word) => withoutPossessive(word, text))
  const names = namesOf(words)
  // `Leeds's` is of Leeds; King's Lynn is called so as it stands.
  const isWritten = ({ from, to }: Segment) =>
    words.slice(from, to).some((word, at) => word !== owners[from + at])
  return names.some(isWritten) ? { words, names } : { words: owners, names: namesOf(owners) }
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
