import type { Span } from '../answer/answer.ts'
import type { Knowledge } from '../knowledge/records.ts'
import { STOP_WORDS } from '../search/text/english.ts'
import { fold, type Word, wordsOf } from '../search/words/fold.ts'

/** Words that people use for the same thing, as this folder has them. */
export type SameWords = {
  /** A text to be searched: behind each word of a group stands the group’s own. */
  marked(text: string): string
  /** A question as the texts are: the group’s word for each of its words, and without what only makes it a question. */
  asked(question: string): AskedAlike
}

export type AskedAlike = {
  text: string
  /** What was typed for a word of the question as it is searched for. */
  typed(word: string): string
  /** Where words of the groups asked for stand in a text. */
  spans(text: string): readonly Span[]
}

/** A phrase in a text: which words it takes, and what it stands for; nothing where it only asks. */
type Stands = { from: number; to: number; group: string | undefined }

export function sameWords({ same, asking }: Pick<Knowledge, 'same' | 'asking'>): SameWords {
  const phrases = new Map<string, string | undefined>()
  for (const phrase of asking) phrases.set(fold(phrase), undefined)
  for (const [at, group] of same.entries())
    for (const word of group) phrases.set(fold(word), `group${at}same`)
  /** Of those that begin with a word, how many words the longest has. */
  const longest = new Map<string, number>()
  for (const words of [...phrases.keys()].map((phrase) => phrase.split(' ')))
    longest.set(words[0] ?? '', Math.max(words.length, longest.get(words[0] ?? '') ?? 0))
  const units = [...phrases].flatMap(([word, group]) => (group && /^[a-z]{2,}$/.test(word) ? [word] : []))
  const joined = new RegExp(`(\\d)(${units.join('|') || '$^'})(?![\\p{L}\\p{N}])`, 'giu')

  const standing = (text: string, words: readonly Word[], onlyGroups: boolean) => {
    const found: Stands[] = []
    for (let at = 0; at < words.length; ) {
      const end = endOf(words, at, longest, (key) => phrases.has(key) && !(onlyGroups && !phrases.get(key)))
      if (end > at && !isInNumber(text, words[at]))
        found.push({ from: at, to: end, group: phrases.get(keyOf(words, at, end)) })
      at = Math.max(end, at + 1)
    }
    return found
  }

  return {
    marked(text) {
      const plain = text.replace(joined, '$1 $2')
      const words = wordsOf(plain)
      return replaced(
        plain,
        words,
        standing(plain, words, true),
        ({ group }, written) => `${written} ${group}`,
      )
    },
    asked(question) {
      const plain = question.replace(joined, '$1 $2')
      const words = wordsOf(plain)
      const all = standing(plain, words, false)
      const groups = all.filter(({ group }) => group !== undefined)
      const isSaid = words.some(
        ({ text }, at) =>
          !STOP_WORDS.has(text) && !all.some(({ from, to, group }) => !group && at >= from && at < to),
      )
      const typed = new Map(
        groups.map(
          ({ from, to, group }) => [group, plain.slice(words[from]?.start, words[to - 1]?.end)] as const,
        ),
      )
      return {
        text: replaced(plain, words, isSaid ? all : groups, ({ group }) => group ?? ''),
        typed: (word) => typed.get(word) ?? word,
        spans: (text) => {
          const there = wordsOf(text)
          return standing(text, there, true)
            .filter(({ group }) => typed.has(group))
            .map(({ from, to }): Span => [there[from]?.start ?? 0, there[to - 1]?.end ?? 0])
        },
      }
    },
  }
}

/** The 4 of 2.4 is no four. */
function isInNumber(text: string, word: Word | undefined): boolean {
  if (!word) return false
  return /\d[.,]$/.test(text.slice(0, word.start)) || /^\d+[.,]\d/.test(text.slice(word.start))
}

/** Where the longest phrase ends that begins there; the beginning itself where none does. */
function endOf(
  words: readonly Word[],
  from: number,
  longest: ReadonlyMap<string, number>,
  isPhrase: (key: string) => boolean,
): number {
  const most = longest.get(words[from]?.text ?? '') ?? 0
  for (let to = Math.min(words.length, from + most); to > from; to--) {
    if (isPhrase(keyOf(words, from, to))) return to
  }
  return from
}

function keyOf(words: readonly Word[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ')
}

function replaced(
  text: string,
  words: readonly Word[],
  phrases: readonly Stands[],
  by: (phrase: Stands, written: string) => string,
): string {
  let [out, last] = ['', 0]
  for (const phrase of phrases) {
    const [start, end] = [words[phrase.from]?.start ?? 0, words[phrase.to - 1]?.end ?? 0]
    out += text.slice(last, start) + by(phrase, text.slice(start, end))
    last = end
  }
  return out + text.slice(last)
}
