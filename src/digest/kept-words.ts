import type { Day } from '../answer/answer.ts'

/**
 * A question nobody could answer, in words: kept only where an operator wishes it (HANSA_KEEP_WORDS), for their terminal
 * alone, and never of what was asked in private.
 */
export type KeptWords = { words: string; count: number; last: Day }

const MAX_WORDS = 12
const MAX_LENGTH = 80

/**
 * The words of a question as they may be kept; undefined when nothing of it may. Addresses, mentions and long numbers
 * could name a person, and are dropped.
 */
export function questionWords(question: string): string | undefined {
  const words = question
    .normalize('NFKC')
    .replaceAll(PHONE, (number) => (couldBePhone(number) ? ' ' : number))
    .toLowerCase()
    .replaceAll(/\S*@\S*|\S*:\/\/\S*/gu, ' ')
    .replaceAll(/[^\p{L}\p{N}\p{M}’'-]+/gu, ' ')
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !/\d{5}/.test(word) && !PERSON.test(word))
  const kept = words.slice(0, MAX_WORDS).join(' ')
  return [...kept].slice(0, MAX_LENGTH).join('').trim() || undefined
}

/** Digits as they are grouped in telephone numbers: `+44 113 496-0000`, `(0113) 496 0000`. */
const PHONE = /\+?\(?\d[\d\s()./-]{5,}\d/g

/** `1968-2021` and `2026-11-30` are no numbers to call. */
function couldBePhone(number: string): boolean {
  const years = /^(1\d|20)\d\d\D+((1\d|20)\d\d|\d\d?\D\d\d?)$/.test(number)
  return !years && number.replaceAll(/\D/g, '').length >= 7
}

/** An id of a person, a bot or a channel as Slack writes it. */
const PERSON = /^(?=.*\d)[ubwcdg][a-z\d]{8,}$/

/** `“hydrogen” (3 times)` */
export function wordsInWords({ words, count }: KeptWords): string {
  return `“${words}” (${count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`})`
}
