import { isEnglish, isEveryday } from '../../search/text/english.ts'
import type { Word } from '../../search/words/fold.ts'
import type { Gazetteer } from '../gazetteer.ts'
import { standsAsName } from './name-position.ts'

/** Which of the words, folded. */
type Stretch = { key: string; from: number; to: number }

/** People ask for a city of this size by its name though that is a plain word: `shanghai`, `nice`. */
const LARGE = 100_000

/**
 * There is a town called Police, but `police in Sheffield` does not ask for it, unless a place is asked for; and whoever asks
 * for places by the University of Leeds means no town in Florida.
 */
export function isWord(
  { key, from, to }: Stretch,
  words: readonly Word[],
  question: string,
  gazetteer: Gazetteer,
  guess: boolean,
): boolean {
  if (words.length === 1 || !isEnglish(key)) return false
  const [largest] = gazetteer.existing(key)
  const isBritish = gazetteer.existing(key).some(({ country }) => country === 'GB')
  const isLikely = isBritish || (largest?.population ?? 0) >= LARGE
  const isCapital = !question.includes(key)
  // Every sentence begins with a capital; but `Much and Germany` asks for two places, and few words are as rare as Rho.
  const isWritten = isCapital && (from > 0 || words[to]?.text === 'and' || !isEveryday(key))
  if (isLikely ? guess || isCapital : isWritten) return false
  return !standsAsName({ words, from, to }, question, mayStandBesideLinks(key, gazetteer))
}

/** `Deal twins`, `shanghai twins`: what is called so is in the UK, or so large that people know it, and the word is rare. */
export function mayStandBesideLinks(key: string, gazetteer: Gazetteer): boolean {
  return gazetteer
    .existing(key)
    .some(({ country, population }) => country === 'GB' || (population >= LARGE && !isEveryday(key)))
}

/** `Twinned with more than one town`: beside others an everyday word in small letters is not what Mora is called elsewhere. */
export function isPlainly({ key, from, to }: Stretch, words: readonly Word[], question: string): boolean {
  return words.length > 1 && isEveryday(key) && question.slice(words[from]?.start, words[to - 1]?.end) === key
}
