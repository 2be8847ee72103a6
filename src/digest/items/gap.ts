import type { Answer, Day } from '../../answer/answer.ts'
import type { Content } from '../schedule/run.ts'

/** A question nobody could answer: its words, how often it was asked, and the last day. Nobody's name. */
export type Gap = { words: string; count: number; last: Day }

/** Questions of so many days are shown in a digest. */
export const GAP_DAYS = 30

/** Above them there. */
export const UNANSWERED = 'Nobody could answer this month'

const MAX_WORDS = 12
const MAX_LENGTH = 80

/**
 * What to remember of an answer that found nothing; undefined when it found something, or nothing of the question can
 * be kept. Addresses, mentions and long numbers could name a person, and are dropped.
 */
export function gapOf(answer: Answer): string | undefined {
  return answer.outcome === 'nothing' || answer.outcome === 'unknown' ? questionWords(answer.ask) : undefined
}

/** A digest without the questions it showed: for when they are forgotten. */
export function withoutQuestions(content: Content): Content {
  const { answer } = content
  return {
    ...content,
    answer: { ...answer, groups: answer.groups.filter(({ under }) => under !== UNANSWERED) },
  }
}

/** The words of a question as they may be kept. Undefined when nothing of it may. */
export function questionWords(question: string): string | undefined {
  const words = question
    .normalize('NFKC')
    .replaceAll(PHONE, (number) => (couldBePhone(number) ? ' ' : number))
    .toLowerCase()
    .replaceAll(/\S*@\S*|\S*:\/\/\S*/gu, ' ')
    .replaceAll(/[^\p{L}\p{N}\p{M}’'-]+/gu, ' ')
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !/\d{5}/.test(word) && !PERSON.test(word))
  // A reference that is not there was a button gone stale, not a question.
  if (words[0] === 'cite') return undefined
  if (words[0] === 'ask') words.shift()
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
export function gapInWords({ words, count }: Gap): string {
  return `“${words}” (${count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`})`
}
