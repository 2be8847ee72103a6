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
 * day and folder, has one receipt. How the question was typed is left out.
 */
export function receiptOf(answer: Answer, { day, folder }: Pick<Receipt, 'day' | 'folder'>): Receipt {
  const { query: _, ...shown } = answer
  return { id: receiptId([day, folder, JSON.stringify(shown)]), day, folder, shown }
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
  return withNote(answer, `Receipt ${id}${each}.`)
}

/** The same where the store is in trouble. */
export function withoutReceipt(answer: Answer): Answer {
  return withNote(answer, 'No receipt of this could be kept.')
}

function withNote(answer: Answer, sentence: string): Answer {
  return { ...answer, note: [answer.note, sentence].filter(Boolean).join(' ') }
}
