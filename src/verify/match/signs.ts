/** Scripts that write no spaces: their words have no edges that one could see. For a class in a `v` pattern. */
export const UNSPACED = '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}'

/** A letter or digit of the scripts that do. */
export const SPACED = `[[\\p{L}\\p{N}]--[${UNSPACED}]]`

/**
 * Signs of ours in the text of a page, for what its letters do not tell. They are noncharacters of Unicode, which no page
 * means to print; `plain` takes them out again.
 */
export const LINE_END = '\uFDD0'

/** Around the mark of a note: `1969<sup>12</sup>`. */
export const NOTE = { from: '\uFDD1', to: '\uFDD2' } as const

/** Around what is printed at the head or foot of every page. */
export const RUNNING = { from: '\uFDD3', to: '\uFDD4' } as const

/** At the start of a piece that is no continuation of what stands before it; and how several are called. */
export const BORDERS = {
  '\uFDD5': 'several list items',
  '\uFDD6': 'several rows of a table',
  '\uFDD7': 'a heading and a text',
  '\uFDD8': 'two columns',
} as const
export type Border = keyof typeof BORDERS
export const [LIST_ITEM, ROW, HEADING, COLUMN] = Object.keys(BORDERS) as [Border, Border, Border, Border]

/** The text as it is printed. */
export function plain(text: string): string {
  return text.replace(/[\uFDD1-\uFDD8]/g, '')
}

/**
 * Whether a number or a letter set high, as print shows it, is the mark of a note and not a power: `10⁶`, `km²` and `x²` are
 * short; years and words are not.
 */
export function isNoteMark(before: string, mark: string): boolean {
  const [word = ''] = /[\p{L}\p{N}]*$/u.exec(before) ?? []
  const isAfterSigns = word === '' && /\S\s?$/.test(before)
  if (/^[a-z]$/.test(mark)) return isAfterSigns || /^\d{4,}$/.test(word)
  return /^\d{1,3}(?:[,–-]\d{1,3}){0,5}$/.test(mark) && (isAfterSigns || /\p{L}{3}$|\d{4}$/u.test(word))
}
