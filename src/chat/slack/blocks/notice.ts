import { cut, escaped } from './inert-text.ts'
import type { Message } from './message.ts'
import { richText, words } from './rich-text.ts'

/** A message of our own: one sentence, or a few. */
export function notice(sentence: string): Message {
  const text = cut(sentence, 1000)
  return { text: escaped(text), blocks: [...richText([{ line: words(text) }])] }
}

/** `known` says no more than we know of what was done. */
export function apology(
  reference: string,
  known = 'You may not have got an answer: please ask again.',
): Message {
  return notice(
    `Sorry, something went wrong on our side. ${known} If it happens again, tell whoever looks after this app the ` +
      `reference ${reference}.`,
  )
}
