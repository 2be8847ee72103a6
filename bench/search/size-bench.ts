import { hansa } from './engines/hansa.ts'
import { built, type Times, timed } from './measure.ts'
import { shuffledWeaknesses, weaknesses } from './weaknesses.ts'

/** What questions of about so many words take among so many texts of some two hundred words. */
export type SizeRow = Times & { texts: number; words: number; build: number; memory: number }

/** A few words, a sentence, and a paragraph longer than anybody types. */
const WORDS = [4, 16, 160]

export function sizeBench(sizes: readonly number[]): SizeRow[] {
  return sizes.flatMap((texts) => {
    const { ask, build, memory } = built(hansa, shuffledWeaknesses(texts))
    return WORDS.map((words) => {
      const times = timed(questionsOf(words), ask, { budget: 4_000, least: 100, warm: 50 })
      return { texts, words, ...times, build, memory }
    })
  })
}

/** Texts that say what mitigates a weakness, strung together and cut where the words are enough. */
function questionsOf(words: number): string[] {
  const all = weaknesses().flatMap(({ questions }) => questions.flatMap(({ ask }) => ask.split(' ')))
  return Array.from({ length: 500 }, (_, at) => all.slice(at * words, (at + 1) * words).join(' '))
}
