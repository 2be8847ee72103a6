import { apologyInWords } from '../../core/notices.ts'
import { cut, escaped } from './inert-text.ts'
import type { Message } from './message.ts'
import { richText, words } from './rich-text.ts'

/** A message of our own: one sentence, or a few. */
export function notice(sentence: string): Message {
  const text = cut(sentence, 1000)
  return { text: escaped(text), blocks: [...richText([{ line: words(text) }])] }
}

/** Where something failed. */
export function apology(reference: string, known?: string): Message {
  return notice(apologyInWords(reference, known))
}
