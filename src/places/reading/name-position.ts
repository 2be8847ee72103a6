import { FILLERS, LINK_WORDS, ORDER_WORDS } from '../../search/words/fillers.ts'
import type { Word } from '../../search/words/fold.ts'

/**
 * Whether only a name can stand here, though the word is plain English: `deal's first twin`, `oldest twin of deal`, `is
 * deal still twinned`. A town in the UK, or a large city (`isLikely`), may also stand right beside what links are called: `deal
 * twins`; a word that only a town abroad is called by may not, as `university partnerships` are a matter and not one of a town in Florida.
 */
export function standsAsName(
  { words, from, to }: { words: readonly Word[]; from: number; to: number },
  question: string,
  isLikely: boolean,
): boolean {
  const [before, after] = [words[from - 1]?.text, words[to]?.text]
  const isOwner = /^['’](?:s\b|\s)/i.test(question.slice(words[to - 1]?.end))
  if (isOwner) return after !== undefined && isOfLinks(after)
  if (!words.some(({ text }) => (isLikely ? LINK_WORDS.has(text) : text.startsWith('twin')))) return false
  if (after !== undefined && !isOfLinks(after) && !FILLERS.has(after)) return false
  const isCompound = before === undefined && after !== undefined && isOfLinks(after)
  const isLast = after === undefined && before !== undefined && LINK_WORDS.has(before)
  // Nothing but a name stands before a superlative: `Federal longest twinning`.
  const isOrdered = before === undefined && after !== undefined && ORDER_WORDS.has(after)
  return (
    isOrdered || (before !== undefined && LEADS_TO_A_NAME.has(before)) || (isLikely && (isCompound || isLast))
  )
}

function isOfLinks(word: string): boolean {
  return LINK_WORDS.has(word) || ORDER_WORDS.has(word)
}

export const LEADS_TO_A_NAME: ReadonlySet<string> = new Set(
  'are between did do does for from had has have is of to was were with'.split(' '),
)

/** `Norwichs oldest twin`: whether the s of the one word makes the next one its own. */
export function isOwner(word: string, next: string): boolean {
  return word.length > 4 && word.endsWith('s') && isOfLinks(next)
}
