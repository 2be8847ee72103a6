/** A question is cut at 200 characters and 32 words: longer ones cost fuzzy search seconds and say no more. */
const CHARACTERS = 200
const WORDS = 32

/** What was typed, made safe: one line, no control or direction characters, no lone surrogates. */
export type Question = {
  /** The first word in lower case, without its slash. */
  word: string
  rest: string
  whole: string
  /** Typed as a command. */
  slash: boolean
}

export function questionOf(typed: string): Question {
  // Cut first: normalising a megabyte takes time as well.
  const cut = [...typed.slice(0, CHARACTERS * 4).toWellFormed()].slice(0, CHARACTERS).join('')
  const plain = cut
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\uFFFD]/gu, ' ')
  const words = plain
    .trim()
    .split(/\s+/u)
    .slice(0, WORDS)
    .join(' ')
    .replace(/^[/@]hansa\b[:,]?\s*/i, '')
  const slash = words.startsWith('/')
  const whole = words.replace(/^\/+\s*/, '')
  const [first = '', ...rest] = whole.split(' ')
  return { word: first.toLowerCase().replace(/[:,]$/, ''), rest: rest.join(' '), whole, slash }
}
