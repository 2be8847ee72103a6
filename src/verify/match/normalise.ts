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

/** Text in its normal form: `at[i]` is where the character `text[i]` stands in the original. Typed: pages are long. */
export type Normal = { text: string; at: Int32Array }

export type Rule = {
  name: string
  changes: readonly (readonly [pattern: RegExp, to: string | ((found: string) => string)])[]
}

/** `](https://aire.example/Mill_(old) "Title")`, or `](<address>)`. */
const TARGET =
  '\\]\\((?:<[^<>\\n]{0,2000}>|(?:[^()<>\\s]|\\([^()\\s]{0,200}\\)){1,2000})(?:\\s{1,9}(?:"[^"\\n]{0,300}"|\'[^\'\\n]{0,300}\'))?\\)'

/**
 * All that may differ between a quotation and the page, so that they still match. Case and every other character are
 * kept. The names are what people read: "matches after normalising dashes". The order matters: lines are joined
 * before spaces become alike.
 */
export const rules: readonly Rule[] = [
  {
    name: 'Markdown links',
    changes: [
      [new RegExp(`!?\\[(?=[^[\\]\\n]{1,300}${TARGET})`, 'g'), ''],
      [new RegExp(TARGET, 'g'), ''],
    ],
  },
  {
    name: 'running heads',
    changes: [[new RegExp(`${RUNNING.from}[^${RUNNING.to}]*${RUNNING.to}\\n?`, 'g'), '']],
  },
  {
    name: 'note marks',
    changes: [
      [new RegExp(`${NOTE.from}[^${NOTE.to}]*${NOTE.to}`, 'g'), ''],
      // A power stands at something short: `10⁶`, `km²`.
      [/(?<=\p{L}{3}|\d{4}|[.,;:!?)\]"'’”%])[⁰¹²³⁴-⁹]{1,3}(?![\p{L}\p{N}])/gu, ''],
    ],
  },
  {
    name: 'line-end hyphens',
    // Stands for the hyphen and the end: it may belong to the word or to the line.
    changes: [[/(?<=[\p{L}\p{N}])[-\u2010\u2011\u00AD][ \t]*\r?\n\s*(?=[\p{L}\p{N}])/gu, LINE_END]],
  },
  { name: 'soft hyphens', changes: [[/\u00AD/g, '']] },
  { name: 'marks of direction', changes: [[/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '']] },
  { name: 'stretched letters', changes: [[/\u0640/g, '']] },
  {
    name: 'quotation marks',
    changes: [
      [/[‘’‚‛′´`ʼ‹›]/g, "'"],
      [/[“”„‟″«»]/g, '"'],
    ],
  },
  { name: 'dashes', changes: [[/[\u2010-\u2015\u2212]|--+/g, '-']] },
  {
    name: 'spaces',
    changes: [
      [/[\u200B-\u200D\u2060\uFEFF]/g, ''],
      // Scripts without spaces have none where a line ends, either.
      [new RegExp(`(?<=[${UNSPACED}，。、])[ \\t]*\\r?\\n\\s*(?=[${UNSPACED}，。、])`, 'gv'), ''],
      [/\s+/g, ' '],
    ],
  },
  {
    name: 'ligatures',
    changes: [[/[\uFB00-\uFB06\uFB1D-\uFBFF\uFE70-\uFEFC]/g, (ligature) => ligature.normalize('NFKC')]],
  },
  { name: 'ellipses', changes: [[/…/g, '...']] },
  { name: 'composed accents', changes: [[/\p{L}\p{M}+/gu, (letter) => letter.normalize('NFC')]] },
]

export function normalise(original: string, applied: readonly Rule[] = rules): Normal {
  const at = new Int32Array(original.length)
  for (let i = 0; i < at.length; i++) at[i] = i
  let normal: Normal = { text: original, at }
  for (const [pattern, to] of applied.flatMap(({ changes }) => changes))
    normal = rewritten(normal, pattern, to)
  return normal
}

/** Where the character before `end` of the normal form ends in the original, with the accents that follow it. */
export function endIn(original: string, { at }: Normal, end: number): number {
  let after = (at[end - 1] ?? -1) + 1
  while (/\p{M}/u.test(original[after] ?? '')) after++
  return after
}

function rewritten({ text, at }: Normal, pattern: RegExp, to: string | ((found: string) => string)): Normal {
  const parts: string[] = []
  const places = new Int32Array(text.length + grown(text, pattern, to))
  let [done, length] = [0, 0]
  const keep = (end: number) => {
    parts.push(text.slice(done, end))
    places.set(at.subarray(done, end), length)
    length += end - done
  }
  for (const { 0: found, index } of text.matchAll(pattern)) {
    keep(index)
    const written = typeof to === 'string' ? to : to(found)
    parts.push(written)
    places.fill(at[index] ?? 0, length, length + written.length)
    length += written.length
    done = index + found.length
  }
  if (done === 0) return { text, at }
  keep(text.length)
  return { text: parts.join(''), at: places.subarray(0, length) }
}

/** How much longer the text gets: one ligature becomes up to three letters. */
function grown(text: string, pattern: RegExp, to: string | ((found: string) => string)): number {
  let more = 0
  for (const [found] of text.matchAll(pattern))
    more += Math.max(0, (typeof to === 'string' ? to : to(found)).length - found.length)
  return more
}
