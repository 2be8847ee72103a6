import type { Answer, Day } from '../answer/answer.ts'
import { withReceipt } from '../answer/receipt.ts'
import { instantOf, type Moment } from './schedule/moment.ts'
import { isLate } from './schedule/owed.ts'
import { type Run, shownOf } from './schedule/run.ts'
import type { Channel } from './schedule/subscription.ts'

/** A digest to show in a channel. Its heading is its first line. */
export type Message = Channel & { answer: Answer; week: string }

/**
 * What became of a message. `at` is the time by the platform's own clock, where it says so.
 *
 * - `taken`: the platform has it.
 * - `refused`: the platform does not have it. `forever`: nor will it take it later, and `why` is a sentence that says
 *   what to do. `after`: seconds to wait first.
 * - `unknown`: it may have it or not.
 * - `cannot`: the platform cannot show messages later.
 */
export type Sent =
  | { how: 'taken'; id?: string; at?: Moment }
  | { how: 'refused'; why: string; forever: boolean; after?: number; at?: Moment }
  | { how: 'unknown'; why: string }
  | { how: 'cannot' }

/**
 * Messages that wait to be shown in a channel; `first` is the first line.
 *
 * - `unknown`: the platform cannot be asked now. `after`: seconds to wait first.
 * - `cannot`: it is there, and does not tell.
 */
export type Waiting =
  | { how: 'seen'; messages: readonly { id: string; first: string; postAt: Moment }[]; at?: Moment }
  | { how: 'unknown'; why: string; after?: number }
  | { how: 'cannot'; why: string; at?: Moment }

/** How a command is typed in a channel of a platform: `/digest off`, or `@Hansa digest off`. */
export type Typed = (command: string, channel: string) => string

/** Where each command has a slash of its own, as in Slack. */
export const withSlash: Typed = (command) => `/${command}`

/** How a platform shows digests. Each call is tried once, and none of them throws. */
export type Post = {
  typed: Typed
  /** Shows the message at `postAt`, also when we are not there any more. */
  schedule(message: Message, postAt: Moment): Promise<Sent>
  scheduled(channel: Channel): Promise<Waiting>
  /** True when the message will certainly not be shown. */
  withdraw(channel: Channel, id: string): Promise<boolean>
  /** Shows it at once. */
  post(message: Message): Promise<Sent>
  /**
   * Tells `person` that the digest of a channel has stopped; `why` is the sentence of the refusal. A refusal is for ever
   * when this person can never be told, whoever else can.
   */
  tellStopped(person: string, channel: Channel, why: string): Promise<Sent>
}

/** What the platform is given of a run: it depends on nothing but the run, so that every try is the same. */
export function messageOf({ workspace, channel, week, due, postAt = due, content }: Run): Message {
  if (!content) throw new Error(`the run of ${week} has nothing to say, so there is nothing to post`)
  const answer = shownOf(content)
  const { receipt: id, rest } = content
  const items = content.answer.groups.length + (rest?.groups.length ?? 0)
  const late = isLate(instantOf(due), instantOf(postAt)) ? [content.ifLate] : []
  const shown = { ...answer, lead: [...late, ...(answer.lead ?? [])] }
  return { workspace, channel, week, answer: id === undefined ? shown : withReceipt(shown, { id, items }) }
}

/** How a waiting message is known to be this run's. */
export function firstLine({ content }: Run): string | undefined {
  return content?.answer.heading
}

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
