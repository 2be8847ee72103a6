import type { Answer, Day } from '../answer.ts'

/** A question nobody could answer: its words, how often it was asked, and the last day. Nobody's name. */
export type Gap = { words: string; count: number; last: Day }

const MAX_WORDS = 12
const MAX_LENGTH = 80

/**
 * What to remember of an answer that found nothing; undefined when it found something, or nothing of the question can
 * be kept. Addresses, mentions and long numbers could name a person, and are dropped.
 */
export function gapOf(answer: Answer): string | undefined {
  return answer.outcome === 'nothing' || answer.outcome === 'unknown' ? normalised(answer.ask) : undefined
}

function normalised(question: string): string | undefined {
  const words = question
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\S*@\S*|\S*:\/\/\S*/gu, ' ')
    .replaceAll(/[^\p{L}\p{N}\p{M}’'-]+/gu, ' ')
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !/\d{5}/.test(word))
  // A reference that is not there was a button gone stale, not a question.
  if (words[0] === 'cite') return undefined
  if (words[0] === 'ask') words.shift()
  const kept = words.slice(0, MAX_WORDS).join(' ')
  return [...kept].slice(0, MAX_LENGTH).join('').trim() || undefined
}

/** `“hydrogen” (3 times)` */
export function gapInWords({ words, count }: Gap): string {
  return `“${words}” (${count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`})`
}
