/** A file of a knowledge folder as the edge hands it in: its bytes, or one sentence on why it was not read. */
export type FileInput = {
  /** Relative to the folder, with `/` on every system: `twinnings/leeds.yml`. */
  path: string
} & ({ bytes: Uint8Array } | { problem: string; tip?: string })

/** The text of a file, with lines that end in `\n` and without a byte order mark; or why it has none. */
export function textOf(file: string, bytes: Uint8Array): { text: string } | { fault: Fault } {
  const fault = (says: string, tip: string, line = 1, column = 1) => ({
    fault: { spot: { file, line, column }, says, tip },
  })
  if (isUtf16(bytes)) return fault('this file is saved as UTF-16', SAVE_AS_UTF8)
  const exact = decoded(bytes, 'exact')
  const text = withLineFeeds(exact ?? decoded(bytes, 'lenient') ?? '')
  if (exact !== undefined) return { text }
  const bad = text.indexOf('\uFFFD')
  const line = text.slice(0, bad).split('\n').length
  const column = bad - text.lastIndexOf('\n', bad - 1)
  return fault('this character is not UTF-8', SAVE_AS_UTF8, line, column)
}

const SAVE_AS_UTF8 = 'Save the file again with the encoding UTF-8.'

function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

/** Without a byte order mark; nothing where it is to be exact and the bytes are not UTF-8. */
const DECODERS = { exact: new TextDecoder('utf-8', { fatal: true }), lenient: new TextDecoder() }

function decoded(bytes: Uint8Array, how: keyof typeof DECODERS): string | undefined {
  try {
    return DECODERS[how].decode(bytes)
  } catch {
    return undefined
  }
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/**
 * Control characters but for tab and line feed, halves of surrogate pairs, and those that turn the direction of
 * reading (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters). Joiners are parts of words.
 */
const UNWANTED = /(?![\t\n])[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/u

/** The text without its unwanted characters, for lists that others made. */
export function withoutUnwanted(text: string): string {
  return text.replaceAll(new RegExp(UNWANTED, 'gu'), '')
}

/** The first unwanted character of a text: where it stands, and its code, `U+202E`. */
export function unwanted(text: string): { at: number; code: string } | undefined {
  const found = UNWANTED.exec(text)
  const code = found?.[0].codePointAt(0)
  if (!found || code === undefined) return undefined
  return { at: found.index, code: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` }
}

/** Where something is written. Lines and columns count from 1; a column is a UTF-16 position, as editors count. */
export type Spot = { file: string; line: number; column: number }

/** The steps from the top of a file to something in it: `['claims', 3, 'quote']`. */
export type Path = readonly PropertyKey[]

/** Something a rule or the shape found wrong, before it is given the rule's name. */
export type Fault = {
  spot: Spot
  /** The field that it is about, where the sentence does not name it: `since`. */
  about?: string
  says: string
  tip?: string
  mend?: Mend
}

/**
 * What to write in place of the text at a fault’s spot. Only what is certain is written by a program: a date in other
 * words, a word in other letters, one item where a list of one is meant.
 */
export type Mend = { instead: string; write: string; certain: boolean }

/** What was read, together with where each part of it is written. */
export type Written<T> = {
  value: T
  /** The spot of the value at `path` below this entry; of its key when `on` is `key`. The entry itself without a path. */
  spot(path?: Path, on?: 'key' | 'value'): Spot
}
