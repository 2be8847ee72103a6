import type { Knowledge } from '../knowledge/records.ts'
import { keptFor, lazily } from '../search/lazily.ts'
import { withoutPossessive, wordsOf } from '../search/words/fold.ts'

/**
 * `Towns twinned w/ Cork`, `welsh govt partners`, `Bradford Met’s twins`: what the folder knows as short for a word is that word. What it
 * writes with a capital is read so only where it is typed so, and not as the first word; other letters by one or two in capitals
 * may be a name. Not where it is all that is typed, nor in an address, nor in a longer name: `w yorks`.
 */
export function writtenOut(
  text: string,
  knowledge: Pick<Knowledge, 'short'>,
  placesIn: (text: string) => readonly string[] = () => [],
): string {
  const meanings = meaningsOf(knowledge)
  const words = wordsOf(text)
  const names = lazily(() => placesIn(text).filter((name) => name.includes(' ')))
  if (meanings.size === 0 || words.length < 2) return text
  return words.reduceRight((whole, word, at) => {
    const { start, end } = withoutPossessive(word, text)
    const typed = text.slice(start, end)
    const [slashed, plain] = [meanings.get(`${typed}/`), meanings.get(typed) ?? meanings.get(lowered(typed))]
    const isSlashed = slashed !== undefined && text[end] === '/'
    const meaning = isSlashed ? slashed : plain
    const isFirst = at === 0 && typed !== typed.toLowerCase()
    const isPart = /[.@_&-]$/.test(text.slice(0, start)) || /^[.@_&-]\S/.test(text.slice(end))
    if (meaning === undefined || isFirst || isPart) return whole
    if (names().some((name) => wordsOf(name).some(({ text }) => text === word.text))) return whole
    return whole.slice(0, start) + meaning + whole.slice(end + (isSlashed ? 1 : 0))
  }, text)
}

/** In small letters, unless it is so short that capitals make a name of it. */
function lowered(typed: string): string {
  return typed.length > LETTERS ? typed.toLowerCase() : typed
}

const LETTERS = 2

const meaningsOf = keptFor(
  ({ short }: Pick<Knowledge, 'short'>) => new Map(short.map(({ says, for: meaning }) => [says, meaning])),
)
