import { QUESTION_WORDS, STOP_WORDS, stemOf } from '../search/text/english.ts'
import { wordsOf } from '../search/words/fold.ts'
import type { Answer, Day } from './answer.ts'
import { hash } from './stamp.ts'

/** What was shown to a whole channel, to be found again by its id. It does not say who asked, who shared it, or where. */
export type Receipt = {
  id: string
  /** A digest's is the day on which it was due. */
  day: Day
  /** The state of the folder that it was made from: a fingerprint of every statement. */
  folder: string
  shown: Answer
  /** What a digest left out at first. */
  rest?: Answer
  /** What became of a digest, as its run says: `handed`, `doubtful`, `withdrawn`. */
  became?: string
}

/**
 * The receipt of an answer that is about to be shared. Its id follows from what it holds: the same answer, of the same
 * day and folder, has one receipt. What only the question said is left out.
 */
export function receiptOf(answer: Answer, { day, folder }: Pick<Receipt, 'day' | 'folder'>): Receipt {
  const shown = withoutTyped(answer)
  return { id: receiptId([day, folder, JSON.stringify(shown)]), day, folder, shown }
}

/** Stands in a receipt where the channel saw the question quoted. */
const LEFT_OUT = '“…”'

/**
 * The answer without what people typed: of the question no word stays but those that the folder says itself in this
 * answer. A quotation goes as a whole, for its other words tell of the one that is left out.
 */
function withoutTyped({ query, ask, next, suggestions, more, ...shown }: Answer): Answer {
  const { command, groups, table, about, missing, unread } = shown
  const ours = new Set([
    ...stemsIn([command, groups, table, about, missing, unread]),
    ...STOP_WORDS,
    ...QUESTION_WORDS,
  ])
  const typed = [ask, query?.ask, query?.unused, query?.readings.map((reading) => reading.typed)]
  const theirs = new Set(stemsIn(typed).filter((stem) => !ours.has(stem)))
  const isOurs = (said: unknown) => !stemsIn(said).some((stem) => theirs.has(stem))
  // To the last quotation mark: what was typed can have some in it.
  const cleared = (text: string) => text.replace(/“.*”/su, (quoted) => (isOurs(quoted) ? quoted : LEFT_OUT))
  return {
    ...shown,
    ask: isOurs(ask) ? ask : '',
    heading: cleared(shown.heading),
    ...(shown.lead && { lead: shown.lead.map(cleared) }),
    ...(shown.note !== undefined && { note: cleared(shown.note) }),
    ...(shown.direct && { direct: { ...shown.direct, sentence: cleared(shown.direct.sentence) } }),
    next: next.filter(isOurs),
    suggestions: suggestions.filter(isOurs),
    ...(more && isOurs(more) && { more }),
  }
}

function stemsIn(said: unknown): readonly string[] {
  return wordsOf(JSON.stringify(said) ?? '').map(({ text }) => stemOf(text))
}

/** Crockford’s: no letter is taken for a digit. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/** 64 bits of the parts as `7k3m-9qx2-abcde`. */
export function receiptId(parts: readonly string[]): string {
  const bits = BigInt(`0x${hash(parts.join('\n'))}`)
  const letters = Array.from({ length: 13 }, (_, at) => LETTERS[Number((bits >> BigInt(at * 5)) & 31n)])
  const text = letters.reverse().join('')
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
}

/** As somebody reads it off a screen or a print; `.2` is the second item of a digest. */
export function readReceiptId(typed: string): { id: string; item?: number } | undefined {
  const [, letters = '', item] = /^([\da-z\s-]+?)(?:\.(\d{1,3}))?$/.exec(typed.trim().toLowerCase()) ?? []
  const text = letters.replace(/[\s-]/g, '').replace(/[il]/g, '1').replaceAll('o', '0')
  if (!/^[\da-hjkmnp-tv-z]{13}$/.test(text)) return undefined
  return {
    id: `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`,
    ...(item !== undefined && { item: Number(item) }),
  }
}

/** The answer as it is posted: its small print tells how it is found again. */
export function withReceipt(answer: Answer, { id, items = 0 }: { id: string; items?: number }): Answer {
  const each =
    items > 0 ? `; its items are ${id}.1${items > 1 ? ` to ${id}.${items}` : ''}, in their order` : ''
  return { ...answer, receipt: `Receipt ${id}${each}.` }
}

/** The same where the store is in trouble. */
export function withoutReceipt(answer: Answer): Answer {
  return { ...answer, receipt: 'No receipt of this could be kept.' }
}
