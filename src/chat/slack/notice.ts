import { cut, escaped } from './inert-text.ts'
import { richText, words } from './rich-text.ts'
import type { Message } from './to-blocks.ts'

/** A message of our own: one sentence, or a few. */
export function notice(sentence: string): Message {
  const text = cut(sentence, 1000)
  return { text: escaped(text), blocks: [...richText([{ line: words(text) }])] }
}

export function apology(reference: string): Message {
  return notice(
    `Sorry, something went wrong on our side, and your question was not answered. Please try again; if it happens again, ` +
      `tell whoever looks after this app the reference ${reference}.`,
  )
}
